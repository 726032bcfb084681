"""Lines to write on, 8 mm apart: a count or a height in, hairlines out that are no content."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.model.dataclasses import dataclass, replace
from deckbuild.model.document import RuledLines
from deckbuild.typeset.pages.paper import RULING
from deckbuild.typeset.pages.piece import ROUNDING, Parted, Piece
from deckbuild.typeset.pages.setting import Setting
from deckbuild.typeset.pages.sheet import Sheet, stroke

HAIRLINE = 0.5
WITHOUT_NEIGHBOUR = 8
"""Lines where nothing stands beside them that says how many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruled(Piece):
    """Lines."""

    count: int
    width: float
    top: float = 0.0
    """Room over the first line's own."""

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw the lines."""
        for number in range(1, self.count + 1):
            level = y + self.top + number * RULING
            sheet.rule((x, level), (x + self.width, level), stroke("rule", HAIRLINE))

    def part(self, room: float, page: float) -> Parted:
        """Return the lines that fit, and the others."""
        del page
        count = int((room + ROUNDING) / RULING)
        if not 0 < count < self.count:
            return None, self
        return self.of(count), self.of(self.count - count)

    def of(self, count: int) -> Ruled:
        """Return so many lines."""
        return replace(self, count=count, height=count * RULING)


def lay_ruled(block: RuledLines, setting: Setting) -> Iterator[Piece]:
    """Yield the lines."""
    count = block.count or WITHOUT_NEIGHBOUR
    yield Ruled(count=count, width=setting.width, height=count * RULING, after=RULING / 2)


def beside(width: float, height: float) -> Ruled:
    """Return as many lines as go in a height; the last ends level with it."""
    count = int((height + ROUNDING) / RULING)
    return Ruled(count=count, width=width, top=height - count * RULING, height=height)
