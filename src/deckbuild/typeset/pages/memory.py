"""What documents of one look have in common: pages of a grid as they were set for one, for those after it.

A page that another document has too is the same value there, marks and elements: whoever draws it knows it
by that again. What a document gets does not depend on which were set before.
"""

from __future__ import annotations

from collections.abc import Hashable

from deckbuild.diagnostics.diagnostic import Diagnostic
from deckbuild.model.dataclasses import dataclass
from deckbuild.model.paged import Anchor, Element, Mark
from deckbuild.model.recent import Recent
from deckbuild.typeset.pages.piece import Piece
from deckbuild.typeset.pages.sheet import Sheet
from deckbuild.typeset.pages.structure import Branch, Grove, frozen, number_from


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page of cells in its place."""

    marks: tuple[Mark, ...]
    anchors: tuple[Anchor, ...]
    parts: tuple[tuple[float, str], ...]
    elements: tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class Outlined:
    """A heading, as the outline and the running header know it."""

    level: int
    title: str
    key: str


@dataclass(frozen=True, slots=True)
class SetPage:
    """A page of cells that are set, with elements of their own."""

    cells: Piece
    branches: tuple[Branch, ...]
    size: int
    """How many elements they are."""
    outline: tuple[Outlined, ...]
    found: tuple[Diagnostic, ...]
    drawn: Recent[Hashable, Drawn]
    """By place, page and number of the first element."""

    def draw(self, place: tuple[float, float], page: tuple[int, int], first: int) -> Drawn:
        """Return the page drawn at *place*; *page* is its index and leaf, *first* its first element's id."""
        return self.drawn.get((place, page, first), lambda: self._draw(place, page, first))

    def _draw(self, place: tuple[float, float], page: tuple[int, int], first: int) -> Drawn:
        for branch in self.branches:
            first = number_from(branch, first)
        sheet = Sheet(*page)
        self.cells.draw(sheet, *place)
        elements = tuple(frozen(branch) for branch in self.branches)
        return Drawn(tuple(sheet.marks), tuple(sheet.anchors), tuple(sheet.parts), elements)


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedPage(Piece):
    """A page of cells within one document."""

    page: SetPage
    grove: Grove
    """Where its elements stand in the document's tree."""

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Put the page's marks on the sheet, and its elements in the tree."""
        drawn = self.page.draw((x, y), (sheet.index, sheet.leaf), self.grove.first)
        sheet.show(drawn.marks)
        sheet.anchors.extend(drawn.anchors)
        sheet.parts.extend(drawn.parts)
        self.grove.elements = drawn.elements


class Key:
    """A key that is equal where all of it is, and found by its name: hashing whole cells takes too long."""

    __slots__ = ("name", "whole")

    def __init__(self, name: Hashable, whole: tuple[object, ...]) -> None:
        self.name = name
        self.whole = whole

    def __hash__(self) -> int:
        return self.name.__hash__()  # within one process: it decides nothing that is written

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Key) and self.whole == other.whole


class Memory:
    """What was set lately; documents that are set with it must have the same template and fonts."""

    def __init__(self) -> None:
        self.pages: Recent[Hashable, SetPage] = Recent()
        self.sizes: Recent[Hashable, tuple[float, float]] = Recent()
        """Of cells: height, and height of the slide in it."""
        self.furniture: Recent[Hashable, tuple[Mark, ...]] = Recent(64)
        """Headers and footers of pages."""

    def room_for(self, cells: int, pages: int) -> None:
        """Remember as much as two documents of so many cells on so many pages want."""
        self.pages.room = max(self.pages.room, 2 * pages + 16)
        self.sizes.room = max(self.sizes.room, 2 * cells + 64)
        self.furniture.room = max(self.furniture.room, 2 * pages + 16)
