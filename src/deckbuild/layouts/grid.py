"""The one grid that every slide layout stands on: 12 columns between two margins (EMU)."""

from __future__ import annotations

from deckbuild.model.units import SLIDE, Box, pt

COLUMNS = 12
GUTTER = pt(18)
LEFT = pt(54)
RIGHT = SLIDE.w - pt(54)
WIDTH = RIGHT - LEFT
COLUMN = (WIDTH - (COLUMNS - 1) * GUTTER) // COLUMNS

TITLE_TOP = pt(40)
TITLE_HEIGHT = pt(82)
"""Two lines of the title's 34 on 41 points."""
BODY_TOP = pt(138)
FOOTER_TOP = SLIDE.h - pt(36)
FOOTER_HEIGHT = pt(20)
BODY_BOTTOM = FOOTER_TOP - pt(14)
BODY_HEIGHT = BODY_BOTTOM - BODY_TOP
SOURCE_HEIGHT = pt(36)
"""Two lines of a source or caption."""
GAP = pt(14)
"""Between a body and what stands under it."""


def across(first: int, span: int) -> tuple[int, int]:
    """Return the x and the width of *span* columns from column *first* (0 to 11)."""
    return LEFT + first * (COLUMN + GUTTER), span * COLUMN + (span - 1) * GUTTER


def cell(first: int, span: int, top: int = BODY_TOP, bottom: int = BODY_BOTTOM) -> Box:
    """Return the box of *span* columns from column *first*, between two heights."""
    x, width = across(first, span)
    return Box(x, top, width, bottom - top)


TITLE = Box(LEFT, TITLE_TOP, WIDTH, TITLE_HEIGHT)
BODY = cell(0, 12)
"""The whole area under the title."""
ABOVE_SOURCE = cell(0, 12, bottom=BODY_BOTTOM - SOURCE_HEIGHT - GAP)
"""The area under the title that leaves a source line free."""
SOURCE = cell(0, 12, top=BODY_BOTTOM - SOURCE_HEIGHT)
