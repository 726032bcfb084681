"""Kind `slides`: one slide a page, as large as the slide is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuild.model.document import SlideBlock
from deckbuild.pack.documents import document, placed

if TYPE_CHECKING:
    from deckbuild.diagnostics import Diagnostic
    from deckbuild.model.deck import Deck
    from deckbuild.model.document import Document, PageOptions


def compose(deck: Deck, options: PageOptions) -> tuple[Document, list[Diagnostic]]:
    """Return the slides, each a block of its own; parts are bookmarked where they begin."""
    blocks = (
        SlideBlock(each.slide.id, each.number, opens="" if each.opens is None else each.part.title)
        for each in placed(deck)
    )
    return document("slides", deck, options, blocks, furniture="none", slide_pages=True), []
