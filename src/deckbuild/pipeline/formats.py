"""The formats that a build can write: the deck itself, and each kind of document of `pack`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deckbuild.model.deck import Deck

DECK = "pptx"
DEFAULT_FORMATS = (DECK, "handout-3up")


def formats() -> Mapping[str, str]:
    """Return each format's name and what it is."""
    from deckbuild.pack import KINDS

    return {DECK: "PowerPoint deck"} | {name: kind.doc for name, kind in KINDS.items()}


def fits(format_: str, deck: Deck) -> bool:
    """Return whether a deck has what a format is made of."""
    from deckbuild.pack import KINDS

    return format_ == DECK or KINDS[format_].fits(deck)


def file_name(session: str, profile: str, format_: str) -> str:
    """Return the name of an output file; it tells decks and handouts apart outside their folder too."""
    if format_ == DECK:
        return f"{session}-{profile}.pptx"
    from deckbuild.pack import KINDS

    return f"{session}-{profile}-{format_}.{KINDS[format_].extension}"
