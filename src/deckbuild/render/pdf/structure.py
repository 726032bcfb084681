"""The structure tree in a file: a document's elements and what pages hold of them in, objects out.

(ISO 32000-1, 14.7.) What lies on one page without links and fields is written as a block. It is the same in
every document that has as many pages and as large ones before it: most pages of a hundred handouts are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from deckbuild.model.dataclasses import dataclass
from deckbuild.render.pdf.elements import Elements
from deckbuild.render.pdf.file import BlockObjects, references
from deckbuild.render.pdf.syntax import reference

if TYPE_CHECKING:
    from deckbuild.model.paged import Element
    from deckbuild.render.pdf.elements import Holding
    from deckbuild.render.pdf.file import Block, File
    from deckbuild.render.pdf.pages import DrawnPage
    from deckbuild.render.pdf.shelf import Shelf
    from deckbuild.render.pdf.tags import Branch, LinkArea, Widget

Annotate = Callable[["LinkArea | Widget", int, int], int]
"""Writes an annotation, for a page's index and a key of the parent tree; returns its number."""

ALIGN = 32
"""Numbers of the objects of pages begin with multiples of it."""

MANY = -1
"""Instead of a page's index: on several pages, or where annotations want the order of the whole tree."""


@dataclass(frozen=True, slots=True)
class Grove:
    """The elements of one page as objects."""

    block: Block
    tops: tuple[int, ...]
    """Numbers of the elements that are not within another of them."""
    parents: int
    """Number of the array of the owners of its marked content."""
    ids: tuple[tuple[bytes, int], ...]
    """Elements that have a name."""


@dataclass(frozen=True, slots=True)
class _Loose:
    """An element that does not lie on one page."""

    number: int
    parent: int
    about: bytes
    held: list[bytes]
    kids: tuple[Element, ...]


class Structure:
    """Writes the tree of one document."""

    def __init__(
        self,
        file: File,
        pages: Sequence[DrawnPage],
        numbers: Sequence[int],
        annotate: Annotate,
        shelf: Shelf[Grove],
    ) -> None:
        """*numbers* are those of the pages' objects; *shelf* holds what other documents have."""
        self._file = file
        self._pages = pages
        self._annotate_page = annotate
        self._shelf = shelf
        self.annotations: list[list[int]] = [[] for _ in pages]
        """The annotations of each page, in the order of the tree."""
        self._objects: list[int] = []
        """Element of each annotation."""
        self._held = held_by(pages)
        self._numbers = dict(enumerate(numbers))
        self._owners = {index: [0] * page.body.marks for index, page in enumerate(pages)}
        self._elements = Elements(file, self._numbers, self._held, self._owners, self._annotate)
        self._homes: dict[int, int | None] = {}
        self._found: dict[int, int] = {}
        """Id of an element that is a kid of a loose one, or loose itself → its number."""
        self._tops: dict[int, list[tuple[Element, int]]] = {index: [] for index in range(len(pages))}
        """Index of a page → its outermost elements, each with the number of its parent."""

    def write(self, root: Element) -> int:
        """Write the tree and return the number of its root.

        Raises:
            ValueError: something on a page belongs to no element.
        """
        top = self._file.reserve()
        self._settle(root)
        loose = list(self._loose(root, top))
        parents = [self._page(index) for index in self._tops]
        for each in loose:
            kids = (reference(self._found[kid.id]) for kid in each.kids)
            self._elements.put(each.number, each.parent, each.about, (*kids, *each.held))
        self._file.put(top, self._root(loose[0].number, parents))
        return top

    def _settle(self, element: Element) -> int | None:
        """Find the page on which an element lies with everything below it; None where it lies on none."""
        homes = {
            MANY if self._pages[page].body.annotated else page for page, _ in self._held.get(element.id, ())
        }
        for kid in element.kids:
            home = self._settle(kid)
            if home is not None:
                homes.add(home)
        home = next(iter(homes), None) if len(homes) < 2 else MANY
        self._homes[element.id] = home
        return home

    def _loose(self, element: Element, parent: int) -> Iterator[_Loose]:
        """Yield an element and those below it that lie on several pages; note the others for their pages."""
        number = self._file.reserve()
        self._found[element.id] = number
        about, held = self._elements.own(element, number)
        yield _Loose(number, parent, about, held, element.kids)
        for kid in element.kids:
            home = self._homes[kid.id]
            if home is None or home == MANY:
                yield from self._loose(kid, number)
            else:
                self._tops[home].append((kid, number))

    def _page(self, index: int) -> int:
        """Write the elements of a page, and return the number of the array of its owners."""
        tops = self._tops[index]
        owners = self._owners[index]
        first = self._file.next
        # What elements of several pages have here is known already, and differs with the document.
        key = (
            index,
            first,
            self._numbers[index],
            tuple(n for _, n in tops),
            tuple(owners) if any(owners) else (),
        )
        sources = (self._pages[index].body, *(element for element, _ in tops))
        grove = self._shelf.take(sources, key, lambda: self._grove(index, first))
        self._file.place(grove.block, ALIGN)
        self._found.update(zip((element.id for element, _ in tops), grove.tops, strict=True))
        self._elements.ids.update(grove.ids)
        return grove.parents

    def _grove(self, index: int, first: int) -> Grove:
        objects = BlockObjects(first)
        parents = objects.reserve()
        owners = [*self._owners[index]]
        elements = Elements(objects, self._numbers, self._held, {index: owners})
        tops = tuple(elements.whole(element, parent) for element, parent in self._tops[index])
        if not all(owners):
            raise ValueError("a page holds something that belongs to no element")
        objects.put(parents, references(owners))
        return Grove(objects.block(), tops, parents, tuple(elements.ids.items()))

    def _annotate(self, kid: LinkArea | Widget, page: int, owner: int) -> bytes:
        """Write an annotation, and return the reference to it that its element holds (14.7.4.3)."""
        key = len(self._pages) + len(self._objects)
        self._objects.append(owner)
        annotation = self._annotate_page(kid, page, key)
        self.annotations[page].append(annotation)
        return b"<</Type/OBJR/Pg %d 0 R/Obj %d 0 R>>" % (self._numbers[page], annotation)

    def _root(self, document: int, parents: Sequence[int]) -> bytes:
        """Return the root; the parent tree is the way back from pages and annotations (14.7.4.4)."""
        ways = (*parents, *self._objects)
        tree = self._file.add(b"<</Nums[%b]>>" % b"\n".join(b"%d %d 0 R" % each for each in enumerate(ways)))
        entries = b"/Type/StructTreeRoot/K[%d 0 R]/ParentTree %d 0 R/ParentTreeNextKey %d"
        root = entries % (document, tree, len(ways))
        ids = self._elements.ids
        if ids:
            named = b"".join(b"%b %d 0 R" % (key, ids[key]) for key in sorted(ids))
            root += b"/IDTree<</Names[%b]>>" % named
        return b"<<%b>>" % root


def held_by(pages: Sequence[DrawnPage]) -> Holding:
    """Return what each element has on pages, in the order in which pages are read."""
    found: dict[int, list[tuple[int, int, Branch]]] = {}
    for index, page in enumerate(pages):
        for held in page.body.held:
            found.setdefault(held.element, []).append((held.leaf or index + 1, index, held.branch))
    return {
        element: [(index, branch) for _, index, branch in sorted(held, key=lambda each: each[0])]
        for element, held in found.items()
    }
