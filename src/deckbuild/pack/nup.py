"""Kinds `handout-1up` to `handout-9up`: slides on pages, each under its number and title."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Literal

from deckbuild.model.dataclasses import dataclass
from deckbuild.model.document import Block, Grid, Row, RuledLines, SlideBlock
from deckbuild.pack.documents import document, placed
from deckbuild.pack.headings import numbered

if TYPE_CHECKING:
    from deckbuild.diagnostics import Diagnostic
    from deckbuild.model.deck import Deck
    from deckbuild.model.document import Document, PageOptions
    from deckbuild.pack import Compose
    from deckbuild.pack.documents import Placed


@dataclass(frozen=True, slots=True)
class Sheet:
    """How slides stand on a page."""

    rows: int
    columns: int
    landscape: bool = False
    """Where slides, which are wide, stand larger on a wide page."""
    lines: Literal["", "beside", "under"] = ""
    """Where lines to write on stand; empty for none."""


SHEETS: Mapping[int, Sheet] = {
    1: Sheet(1, 1, lines="under"),
    2: Sheet(2, 1),
    3: Sheet(3, 1, lines="beside"),
    4: Sheet(2, 2, landscape=True),
    6: Sheet(3, 2),
    9: Sheet(3, 3),
}
"""Slides on a page → how."""

SHARES = (0.56, 0.44)
"""Of the width, for a slide and the lines beside it."""


def composer(per_page: int) -> Compose:
    """Return what composes the handout of so many slides a page.

    Raises:
        KeyError: there is no such handout.
    """
    sheet = SHEETS[per_page]

    def compose(deck: Deck, options: PageOptions) -> tuple[Document, list[Diagnostic]]:
        cells = tuple(tuple(_cell(each, sheet)) for each in placed(deck))
        grid = Grid(cells, sheet.rows, sheet.columns)
        kind = f"handout-{per_page}up"
        return document(kind, deck, options, (grid,), landscape=sheet.landscape), []

    return compose


def _cell(slide: Placed, sheet: Sheet) -> Iterator[Block]:
    yield from numbered(slide)
    drawn = SlideBlock(slide.slide.id, slide.number)
    if sheet.lines == "beside":
        yield Row(((drawn,), (RuledLines(),)), SHARES)
        return
    yield drawn
    if sheet.lines == "under":
        yield RuledLines()
