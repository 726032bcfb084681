"""The sources that a deck cites, in full, by author: the list at the end of an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuild.model.text import Link, Paragraph, Run, Text

if TYPE_CHECKING:
    from deckbuild.model.deck import Deck
    from deckbuild.model.source import Reference


def cited(deck: Deck) -> tuple[Reference, ...]:
    """Return the sources that slides of the deck name, by author and year."""
    ids = {ref for slide in deck.slides for ref in slide.cites}
    known = (deck.references[ref] for ref in ids if ref in deck.references)
    return tuple(sorted(known, key=lambda work: (work.author.casefold(), work.year, work.id)))


def reference_list(deck: Deck, *, paper: bool = True) -> Text:
    """Return a paragraph for each source that is cited.

    On *paper* its address is printed; else its title is the link, which says where it leads.
    """
    return tuple(_full(work, paper) for work in cited(deck))


def _full(work: Reference, paper: bool) -> Paragraph:
    """Return author, year, title, publisher, address and licence; a publisher who is the author once."""
    publisher = "" if work.publisher == work.author else f" {_stopped(work.publisher)}"
    link = Link(work.url) if work.url else None
    title = Run(work.title, italic=True, link=None if paper else link)
    runs = [Run(f"{work.author} ({work.year}). "), title, Run(f".{publisher}")]
    if link and paper:
        runs += [Run(" "), Run(link.target, link=link)]
    if work.licence:
        runs.append(Run(f" Licence: {_stopped(work.licence)}"))
    return Paragraph(tuple(runs))


def _stopped(text: str) -> str:
    """Return a text with a full stop at its end."""
    return text if text.endswith((".", "!", "?")) else f"{text}."
