"""Paper sizes, margins, and where header, body and footer stand. Lengths are points.

A page of a booklet is an A5 page; `booklet` puts two of them on a side of a sheet.
"""

from __future__ import annotations

from collections.abc import Mapping

from deckbuild.model.dataclasses import dataclass
from deckbuild.model.document import Document, Paper

MM = 72 / 25.4
RULING = 8 * MM
"""Between lines to write on."""

SIZES: Mapping[Paper, tuple[float, float]] = {
    "A4": (210 * MM, 297 * MM),
    "A5": (148 * MM, 210 * MM),
    "A5-booklet": (148.5 * MM, 210 * MM),  # half of a side of A4
    "US-Letter": (612.0, 792.0),
}
"""Width and height of a page, upright (ISO 216; ANSI A)."""

SIDE = 18 * MM
SMALL_SIDE = 16 * MM
"""Margins at the left and right of large and of small pages."""
HEADER = 9 * MM
"""From the running header's hairline to the body."""
FOOTER = 7 * MM
"""From the body to the footer's hairline."""
FRAME = 10 * MM
"""From the edge of a framed page to its frame."""
FRAMED = 28 * MM
"""From the edge of a framed page to what stands in it."""
FRAMED_TOP = 20 * MM


@dataclass(frozen=True, slots=True)
class Format:
    """A page and its bands."""

    width: float
    height: float
    side: float
    """Left and right margin."""
    top: float
    """Where the body begins on pages with a running header."""
    first_top: float
    """Where the first page begins."""
    bottom: float
    """Where the body ends."""
    header_line: float
    footer_line: float

    @property
    def measure(self) -> float:
        """Width between the margins."""
        return self.width - 2 * self.side

    @property
    def right(self) -> float:
        """The x of the right margin."""
        return self.width - self.side

    @property
    def room(self) -> float:
        """Height of the body of a page with a running header."""
        return self.bottom - self.top


def format_of(document: Document, footer_height: float, header_height: float) -> Format:
    """Return the page of a document whose header and footer are so high."""
    width, height = SIZES[document.options.paper]
    if document.landscape:
        width, height = height, width
    if document.frame:
        return Format(
            width,
            height,
            FRAMED,
            FRAMED_TOP,
            FRAMED_TOP,
            height - FRAMED_TOP,
            FRAMED_TOP,
            height - FRAMED_TOP,
        )
    side = SMALL_SIDE if min(width, height) < 150 * MM else SIDE
    if document.furniture == "none":
        return Format(width, height, side, side, side, height - side, side, height - side)
    header_line = max(side - 1 * MM, 8 * MM + header_height)
    footer_line = height - max(side - 1 * MM, 8 * MM + footer_height)
    return Format(
        width,
        height,
        side,
        header_line + HEADER,
        side - 2 * MM,
        footer_line - FOOTER,
        header_line,
        footer_line,
    )
