"""Blocks on a ground or in a frame: kept on one page where one can hold them, else each part with its own."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.model.dataclasses import dataclass, replace
from deckbuild.model.document import Panel, PanelStyle
from deckbuild.typeset.pages.piece import ROUNDING, Parted, Piece, Stack
from deckbuild.typeset.pages.setting import Setting
from deckbuild.typeset.pages.sheet import Sheet, stroke

PADDING = 11.0
EDGE = 3.5
"""Width of the strong edge, points on A4."""
AROUND = 9.0
TIGHT = 0.6
"""What both are multiplied with in compact documents."""


WHOLE = 0.5
"""Of a page, up to which height a panel stays whole."""
LEAST = 0.25
"""Of a page, what is left of it where a panel that one page could hold begins on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Framed(Piece):
    """What stands in a panel."""

    inner: Stack
    style: PanelStyle
    width: float
    padding: float

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw the ground or the frame, and what stands in it."""
        place = (x, y, self.width, self.height)
        if self.style == "tint":
            sheet.rectangle(place, fill="tint", kind="Background")
        else:
            sheet.rectangle(place, line=stroke("rule", 0.75))
        if self.style == "key":
            sheet.rectangle((x, y, EDGE, self.height), fill="accent")
        self.inner.draw(sheet, x + self.padding + self.lead, y + self.padding)

    @property
    def lead(self) -> float:
        """More room at the left, where there is a strong edge."""
        return EDGE if self.style == "key" else 0.0

    @property
    def baseline(self) -> float:
        """That of the first line within."""
        return self.padding + self.inner.baseline if self.inner.baseline else 0.0

    def part(self, room: float, page: float) -> Parted:
        """Part it only where it is high, and enough of it stays."""
        if self.height <= page * WHOLE or (room < page * LEAST and self.height <= page + ROUNDING):
            return None, self
        around = 2 * self.padding
        head, rest = self.inner.part(room - around, page - around)
        return self.of(head), self.of(rest)

    def of(self, inner: Piece | None) -> Framed | None:
        """Return a panel like this one around something else."""
        if not isinstance(inner, Stack):
            return None
        return replace(self, inner=inner, height=inner.height + 2 * self.padding)


def lay_panel(block: Panel, setting: Setting) -> Iterator[Piece]:
    """Yield the panel."""
    unit = setting.kit.unit
    tight = TIGHT if setting.kit.document.compact else 1.0
    padding = PADDING * unit * tight
    lead = EDGE if block.style == "key" else 0.0
    place = setting.narrow(setting.width - 2 * padding - lead, 2 * padding)
    within = replace(place, parent=setting.parent.add("Div"), deeper=setting.deeper + 1)
    inner = within.stack(block.blocks)
    yield Framed(
        inner=inner,
        style=block.style,
        width=setting.width,
        padding=padding,
        height=inner.height + 2 * padding,
        before=AROUND * unit * tight,
        after=AROUND * unit * tight,
    )
