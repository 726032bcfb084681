"""The formats that a build can write: the deck itself, and each kind of document of `render.pdf`."""

from __future__ import annotations

from collections.abc import Mapping

DECK = "pptx"
DEFAULT_FORMATS = (DECK, "handout-3up")


def formats() -> Mapping[str, str]:
    """Return each format's name and what it is."""
    from deckbuild.render.pdf import KINDS

    return {DECK: "PowerPoint deck"} | {name: kind.doc for name, kind in KINDS.items()}


def file_name(session: str, profile: str, format_: str) -> str:
    """Return the name of an output file; it tells decks and handouts apart outside their folder too."""
    return f"{session}-{profile}.pptx" if format_ == DECK else f"{session}-{profile}-{format_}.pdf"
