"""Lengths: English Metric Units as integers (ECMA-376 part 1, 20.1.10.16 ST_Coordinate)."""

from __future__ import annotations

from deckbuild.model.dataclasses import dataclass

EMU_PER_PT = 12700


def pt(points: float) -> int:
    """Return *points* as EMU, rounded to the nearest unit."""
    return round(points * EMU_PER_PT)


def to_pt(emu: float) -> float:
    """Return a length in EMU as points."""
    return emu / EMU_PER_PT


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in EMU, origin at the top left of the slide, y downwards."""

    x: int
    y: int
    w: int
    h: int

    @property
    def right(self) -> int:
        """The x of the right edge, EMU."""
        return self.x + self.w

    @property
    def bottom(self) -> int:
        """The y of the bottom edge, EMU."""
        return self.y + self.h

    def inset(self, left: int, top: int, right: int, bottom: int) -> Box:
        """Return the box made smaller by the four given EMU."""
        return Box(self.x + left, self.y + top, self.w - left - right, self.h - top - bottom)


SLIDE = Box(0, 0, 12192000, 6858000)
"""The slide: 13.333 × 7.5 inches, 16:9."""
