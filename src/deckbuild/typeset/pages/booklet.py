"""Imposition of a booklet: the pages in reading order in, two for each side of a sheet in folding order out.

Printed on both sides, bound by the short edge, folded once: page 1 is the front, the last page the back.
"""

from __future__ import annotations

from deckbuild.model.dataclasses import dataclass

ON_A_SHEET = 4
"""Pages."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a page stands."""

    side: int
    """Index of the side, in the order in which they are printed."""
    right: bool


def sides(pages: int) -> list[tuple[int, int]]:
    """Return the pages at the left and right of each side, from 1; those over *pages* are blank."""
    last = -(-pages // ON_A_SHEET) * ON_A_SHEET
    out = []
    for sheet in range(last // ON_A_SHEET):
        outer, inner = 2 * sheet + 1, last - 2 * sheet
        out += [(inner, outer), (outer + 1, inner - 1)]
    return out


def spots(pages: int) -> list[Spot]:
    """Return where each page stands, in reading order."""
    places = {
        page: Spot(index, right)
        for index, pair in enumerate(sides(pages))
        for right, page in zip((False, True), pair, strict=True)
    }
    return [places[page] for page in range(1, pages + 1)]


def label(pair: tuple[int, int], pages: int) -> str:
    """Return what a reader shows as the number of a side: the pages that stand on it."""
    return ", ".join(str(page) for page in pair if page <= pages)
