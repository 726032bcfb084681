"""Kinds `narrative` and `html`: the session as an article, for participants to read.

Parts and slides give the headings, every field of every slide its text, in the order of the deck; sources
stand in full at the end. No word of notes, exercises or evidence is among it. What a reader has been told is
not told again: a title that the part or the document has, the subtitle on the cover, aims that are a slide.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from deckbuild.model.dataclasses import replace
from deckbuild.model.document import Block, Heading, Section, TextBlock
from deckbuild.model.text import Paragraph, plain
from deckbuild.pack.addresses import not_printed
from deckbuild.pack.documents import document, placed
from deckbuild.pack.fields import Setting, body
from deckbuild.pack.headings import PART, SLIDE, part_heading
from deckbuild.pack.references import reference_list
from deckbuild.pack.walk import paragraphs

if TYPE_CHECKING:
    from deckbuild.diagnostics import Diagnostic
    from deckbuild.model.deck import Deck, DeckSlide
    from deckbuild.model.document import Document, PageOptions, TextStyle
    from deckbuild.model.text import Text
    from deckbuild.pack.documents import Placed


def compose(deck: Deck, options: PageOptions) -> tuple[Document, list[Diagnostic]]:
    """Return the article, for paper."""
    return document("narrative", deck, options, article(deck), wide_margin=True), []


def compose_html(deck: Deck, options: PageOptions) -> tuple[Document, list[Diagnostic]]:
    """Return the article, for browsers."""
    return document("html", deck, options, article(deck, paper=False), wide_margin=True), []


def article(deck: Deck, *, paper: bool = True) -> tuple[Block, ...]:
    """Return the blocks below the document's title.

    On *paper* addresses are printed. In a browser links are followed, and its print-outs add the addresses.
    """
    references = _section("References", "references", reference_list(deck, paper=paper), "small")
    told = (*_aims(deck), *_parts(deck, paper), *references)
    unsaid = not_printed(paragraphs(told)) if paper else ()
    return (*told, *_section("Addresses of links", "addresses", unsaid, "small", listed=True))


def _aims(deck: Deck) -> Iterator[Block]:
    if not any(_lists(slide, deck.aims) for slide in deck.slides):
        yield from _section("Aims", "aims", deck.aims, listed=True)
    if deck.outcomes:
        lead = TextBlock((plain("After this session you should be able to:"),))
        outcomes = TextBlock(tuple(deck.outcomes.values()), listed=True)
        yield Section((Heading(PART, plain("Outcomes"), "outcomes"), lead, outcomes))


def _lists(slide: DeckSlide, aims: Text) -> bool:
    """Whether a field of the slide holds the session's aims."""
    said = [value for value in slide.fields.values() if isinstance(value, tuple)]
    texts = ({each.text for each in value if isinstance(each, Paragraph)} for value in said)
    return any({aim.text for aim in aims} <= each for each in texts)


def _section(
    title: str, anchor: str, text: Text, style: TextStyle = "body", *, listed: bool = False
) -> Iterator[Block]:
    """Yield a section of one text; none where there is no text."""
    if text:
        yield Section((Heading(PART, plain(title), anchor), TextBlock(text, style, listed)))


def _parts(deck: Deck, paper: bool) -> Iterator[Block]:
    """Yield a section for each part."""
    section: list[Block] = []
    for slide in placed(deck):
        if slide.opens is not None and section:
            yield Section(tuple(section))
            section = []
        section += _slide(slide, deck, paper)
    if section:
        yield Section(tuple(section))


def _slide(slide: Placed, deck: Deck, paper: bool) -> Iterator[Block]:
    """Yield a slide's section, after the part's heading where it opens one.

    Without a title of its own it is what stands first under the part's heading.
    """
    cover = _is_cover(slide, deck)
    titled = not slide.names_part and not cover
    setting = Setting(SLIDE if titled else PART, deck.references, paper=paper)
    if slide.opens is not None:
        yield part_heading(slide, "" if titled else slide.slide.id)
    if titled:
        own = Heading(SLIDE, slide.slide.title, slide.slide.id)
        yield Section((own, *body(slide.slide, setting)))
    else:
        yield from body(_without(slide.slide, deck.subtitle) if cover else slide.slide, setting)


def _is_cover(slide: Placed, deck: Deck) -> bool:
    """Whether the slide is the deck's first and has its title, which the document has already."""
    return slide.number == 1 and slide.slide.title.text == deck.title


def _without(slide: DeckSlide, line: str) -> DeckSlide:
    """Return the slide without the fields that say only *line*."""
    kept = {
        name: value
        for name, value in slide.fields.items()
        if not (isinstance(value, Paragraph) and value.text == line)
    }
    return replace(slide, fields=kept)
