"""Kind `notes-pages`: for the facilitator a page for each slide, its notes below it; long notes flow on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from deckbuild.model.document import Block, PageBreak, Section, SlideBlock, TextBlock
from deckbuild.pack.documents import document, placed
from deckbuild.pack.headings import numbered

if TYPE_CHECKING:
    from deckbuild.diagnostics import Diagnostic
    from deckbuild.model.deck import Deck
    from deckbuild.model.document import Document, PageOptions
    from deckbuild.pack.documents import Placed

SHARE = 0.75
"""Of the width, for the slide: large enough to read, and most notes still end on its page."""


def compose(deck: Deck, options: PageOptions) -> tuple[Document, list[Diagnostic]]:
    """Return every slide with all parts of its speaker notes."""
    blocks = (block for slide in placed(deck) for block in _page(slide))
    return document("notes-pages", deck, options, blocks), []


def _page(slide: Placed) -> Iterator[Block]:
    if slide.number > 1:
        yield PageBreak()
    *over, own = numbered(slide)
    notes = (TextBlock(slide.slide.notes),) if slide.slide.notes else ()
    yield from over
    yield Section((own, SlideBlock(slide.slide.id, slide.number, SHARE), *notes))
