"""The structure tree in a file: a document's elements and what pages hold of them in, objects out.

(ISO 32000-1, 14.7.2 and 14.7.4.) A handout has hundreds of elements a page; each becomes one object of bytes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from deckbuild.render.pdf.file import references
from deckbuild.render.pdf.syntax import name, rectangle, reference, text
from deckbuild.render.pdf.tags import Branch, LinkArea, Widget

if TYPE_CHECKING:
    from deckbuild.model.paged import Element
    from deckbuild.render.pdf.file import File
    from deckbuild.render.pdf.pages import DrawnPage

Annotate = Callable[["LinkArea | Widget", int, int], int]
"""Writes an annotation, for a page's index and a key of the parent tree; returns its number."""

Kid = tuple[int, "int | Branch | LinkArea | Widget"]
"""Index of the page, and what an element holds of it."""


class Structure:
    """Writes the tree of one document."""

    def __init__(
        self, file: File, pages: Sequence[DrawnPage], numbers: Sequence[int], annotate: Annotate
    ) -> None:
        """*numbers* are those of the pages' objects."""
        self._file = file
        self._numbers = numbers
        self._annotate = annotate
        self.annotations: list[list[int]] = [[] for _ in pages]
        """The annotations of each page, in the order of the tree."""
        self._owners = [[0] * page.marks for page in pages]
        self._objects: list[int] = []
        """Element of each annotation."""
        self._ids: dict[bytes, int] = {}
        self._held = _held(pages)

    def write(self, root: Element) -> int:
        """Write the tree and return the number of its root.

        Raises:
            ValueError: something on a page belongs to no element.
        """
        top = self._file.reserve()
        document = self._element(root, top)
        if not all(owner for page in self._owners for owner in page):
            raise ValueError("a page holds something that belongs to no element")
        self._file.put(top, self._root(document))
        return top

    def _root(self, document: int) -> bytes:
        entries = b"/Type/StructTreeRoot/K[%s]/ParentTree %s/ParentTreeNextKey %d" % (
            reference(document),
            reference(self._parents()),
            len(self._owners) + len(self._objects),
        )
        if self._ids:
            ids = b"".join(b"%s %s" % (key, reference(self._ids[key])) for key in sorted(self._ids))
            entries += b"/IDTree<</Names[%s]>>" % ids
        return b"<<%s>>" % entries

    def _parents(self) -> int:
        """Write the way back from marked content and annotations to their elements (14.7.4.4)."""
        pages = [b"%d%s" % (key, references(owners)) for key, owners in enumerate(self._owners)]
        objects = [b"%d %s" % each for each in enumerate(map(reference, self._objects), len(pages))]
        return self._file.add(b"<</Nums[%s]>>" % b"\n".join((*pages, *objects)))

    def _element(self, element: Element, parent: int) -> int:
        """Write an element of the document with everything below it, and return its number."""
        number = self._file.reserve()
        held = self._held.get(element.id, ())
        kids = [kid for page, branch in held for kid in ((page, each) for each in branch.kids)]
        box = next((branch.box for _, branch in held if branch.box), None)
        about = _about(element.role, element.alt, element.language, element.scope, element.summary, box)
        if element.role == "Note":
            key = text(f"note-{element.id}")
            self._ids[key] = number
            about += b"/ID%s" % key
        below = [self._element(kid, number) for kid in element.kids]
        self._put(number, parent, about, kids, below)
        return number

    def _branch(self, page: int, branch: Branch, parent: int) -> int:
        """Write an element that a page made, and return its number."""
        number = self._file.reserve()
        about = _about(branch.role, branch.alt, branch.language, branch.scope, branch.summary, branch.box)
        self._put(number, parent, about, [(page, kid) for kid in branch.kids], [])
        return number

    def _put(self, number: int, parent: int, about: bytes, kids: list[Kid], below: list[int]) -> None:
        """Write an element whose kids are other elements, or what pages hold of it."""
        home = kids[0][0] if kids else None
        parts = [reference(each) for each in below]
        parts += [self._kid(number, page, kid, home) for page, kid in kids]
        entries = about
        if home is not None:
            entries += b"/Pg %s" % reference(self._numbers[home])
        if parts:
            entries += b"/K %s" % parts[0] if len(parts) == 1 else b"/K[%s]" % b" ".join(parts)
        self._file.put(number, b"<<%s/P %s>>" % (entries, reference(parent)))

    def _kid(self, owner: int, page: int, kid: int | Branch | LinkArea | Widget, home: int | None) -> bytes:
        if isinstance(kid, int):
            self._owners[page][kid] = owner
            if page == home:
                return b"%d" % kid
            return b"<</Type/MCR/Pg %s/MCID %d>>" % (reference(self._numbers[page]), kid)
        if isinstance(kid, Branch):
            return reference(self._branch(page, kid, owner))
        key = len(self._owners) + len(self._objects)
        self._objects.append(owner)
        annotation = self._annotate(kid, page, key)
        self.annotations[page].append(annotation)
        return b"<</Type/OBJR/Pg %s/Obj %s>>" % (reference(self._numbers[page]), reference(annotation))


def _held(pages: Sequence[DrawnPage]) -> dict[int, list[tuple[int, Branch]]]:
    """Return what each element has on pages, in the order in which pages are read."""
    found: dict[int, list[tuple[int, int, Branch]]] = defaultdict(list)
    for index, page in enumerate(pages):
        for held in page.held:
            found[held.element].append((held.leaf or index + 1, index, held.branch))
    return {
        element: [(index, branch) for _, index, branch in sorted(held, key=lambda each: each[0])]
        for element, held in found.items()
    }


def _about(
    role: str,
    alt: str,
    language: str | None,
    scope: str,
    summary: str,
    box: tuple[float, float, float, float] | None,
) -> bytes:
    """Return the entries of an element that say what it is (table 323, 14.8.5)."""
    entries = b"/S%s" % name(role)
    if alt:
        entries += b"/Alt%s" % text(alt)
    if language:
        entries += b"/Lang%s" % text(language)
    if scope:
        entries += b"/A<</O/Table/Scope%s>>" % name(scope)
    if summary:
        entries += b"/A<</O/Table/Summary%s>>" % text(summary)
    if role == "Figure" and box:
        entries += b"/A<</O/Layout/Placement/Block/BBox%s>>" % rectangle(box)
    return entries
