"""Elements of the structure tree as objects: an element and what pages hold of it in, bodies out.

(ISO 32000-1, 14.7.2 and 14.7.4.) A handout has hundreds of elements a page; each becomes one object of bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from deckbuild.model.dataclasses import dataclass, field
from deckbuild.render.pdf.syntax import name, rectangle, reference, text
from deckbuild.render.pdf.tags import Branch, LinkArea, Widget

if TYPE_CHECKING:
    from deckbuild.model.paged import Element
    from deckbuild.render.pdf.file import Objects
    from deckbuild.render.pdf.syntax import Rectangle

Holding = Mapping[int, Sequence[tuple[int, Branch]]]
"""Id of an element → index of each page that holds something of it, and what; in reading order."""

Annotate = Callable[["LinkArea | Widget", int, int], bytes]
"""Writes an annotation for a page's index and the number of its element; returns what the element holds."""


def no_annotation(kid: LinkArea | Widget, page: int, owner: int) -> bytes:
    """Refuse an annotation, where there is none."""
    raise AssertionError(f"{kid} on page {page} for {owner}")


@dataclass(slots=True)
class Elements:
    """Writes elements, and keeps account of what belongs to which."""

    objects: Objects
    pages: Mapping[int, int]
    """Index of a page → number of its object."""
    held: Holding
    owners: Mapping[int, list[int]]
    """Index of a page → number of the element of each of its sequences of marked content; 0 for none yet."""
    annotate: Annotate = no_annotation
    ids: dict[bytes, int] = field(default_factory=dict)
    """The elements that have a name: notes."""

    def whole(self, element: Element, parent: int) -> int:
        """Write an element with everything below it, and return its number."""
        number = self.objects.reserve()
        about, kids = self.own(element, number)
        below = [reference(self.whole(kid, number)) for kid in element.kids]
        self.put(number, parent, about, (*below, *kids))
        return number

    def own(self, element: Element, number: int) -> tuple[bytes, list[bytes]]:
        """Return the entries of an element but its kids and parent, and what pages hold of it."""
        held = self.held.get(element.id, ())
        box = next((branch.box for _, branch in held if branch.box), None)
        about = _about(element.role, element.alt, element.language, element.scope, element.summary, box)
        if element.role == "Note":
            key = text(f"note-{element.id}")
            self.ids[key] = number
            about += b"/ID%b" % key
        if not held:
            return about, []
        home = held[0][0]
        kids = [self._kid(number, page, kid, home) for page, branch in held for kid in branch.kids]
        return about + b"/Pg %d 0 R" % self.pages[home] if kids else about, kids

    def put(self, number: int, parent: int, about: bytes, kids: Iterable[bytes]) -> None:
        """Write an element's object."""
        parts = tuple(kids)
        if len(parts) == 1:
            about += b"/K %b" % parts[0]
        elif parts:
            about += b"/K[%b]" % b" ".join(parts)
        self.objects.put(number, b"<<%b/P %d 0 R>>" % (about, parent))

    def _branch(self, page: int, branch: Branch, parent: int) -> int:
        """Write an element that a page made, and return its number."""
        number = self.objects.reserve()
        about = _about(branch.role, branch.alt, branch.language, branch.scope, branch.summary, branch.box)
        kids = [self._kid(number, page, kid, page) for kid in branch.kids]
        if kids:
            about += b"/Pg %d 0 R" % self.pages[page]
        self.put(number, parent, about, kids)
        return number

    def _kid(self, owner: int, page: int, kid: int | Branch | LinkArea | Widget, home: int) -> bytes:
        if isinstance(kid, int):
            self.owners[page][kid] = owner
            if page == home:
                return b"%d" % kid
            return b"<</Type/MCR/Pg %d 0 R/MCID %d>>" % (self.pages[page], kid)
        if isinstance(kid, Branch):
            return reference(self._branch(page, kid, owner))
        return self.annotate(kid, page, owner)


def _about(
    role: str, alt: str, language: str | None, scope: str, summary: str, box: Rectangle | None
) -> bytes:
    """Return the entries of an element that say what it is (table 323, 14.8.5)."""
    entries = b"/S%b" % name(role)
    if alt:
        entries += b"/Alt%b" % text(alt)
    if language:
        entries += b"/Lang%b" % text(language)
    if scope:
        entries += b"/A<</O/Table/Scope%b>>" % name(scope)
    if summary:
        entries += b"/A<</O/Table/Summary%b>>" % text(summary)
    if role == "Figure" and box:
        entries += b"/A<</O/Layout/Placement/Block/BBox%b>>" % rectangle(box)
    return entries
