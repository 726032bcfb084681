"""Small decks as values, and every deck of the project, for the tests of guide and forms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache

from deckbuild.model.deck import Deck, DeckPart, DeckSlide
from deckbuild.model.document import Document, Field, PageOptions
from deckbuild.model.origin import Origin
from deckbuild.model.text import Paragraph, plain
from deckbuild.pack import compose
from deckbuild.pipeline import BuildRequest
from deckbuild.pipeline.plan import assembled, prepare
from tests.support.files import ROOT

OUTCOMES = {"find": plain("Say what was found"), "act": plain("Choose an action")}


def slide(id_: str, minutes: float | None = 5, **more: object) -> DeckSlide:
    values = {
        "layout": "prose",
        "title": plain(f"About {id_}"),
        "fields": {},
        "source_line": None,
        "notes": (),
        "origin": Origin("decks/modules/m.yaml", ("slides", id_)),
    }
    return DeckSlide(id=f"m/{id_}", minutes=minutes, **{**values, **more})


def deck(*parts: DeckPart, **more: object) -> Deck:
    values = {
        "session": "session",
        "profile": "school",
        "agency": "School",
        "title": "A session",
        "subtitle": "What it is about",
        "subject": "Subject",
        "owner": "The Board",
        "language": "en-GB",
        "version": "1.2.0",
        "date": "2026-11-23",
        "review": "2027-03-31",
        "references": {},
        "outcomes": OUTCOMES,
        "minutes": 10,
    }
    return Deck(parts=parts or (DeckPart("All", (slide("one"), slide("two"))),), **{**values, **more})


def composed(kind: str, a_deck: Deck) -> Document:
    return compose(kind, a_deck, PageOptions())[0]


@cache
def real_decks() -> tuple[Deck, ...]:
    """Return the deck of every session for every profile of the project."""
    prepared = prepare(BuildRequest(ROOT, formats=("pptx",)))
    return tuple(assembled(variant, prepared.project).deck for variant in prepared.variants)


def name_of(a_deck: Deck) -> str:
    return f"{a_deck.session}/{a_deck.profile}"


def values(node: object) -> Iterator[object]:
    """Yield everything that a document is made of, in order: blocks, fields, paragraphs, words."""
    yield node
    if isinstance(node, tuple):
        for each in node:
            yield from values(each)
    elif is_dataclass(node):
        for each in fields(node):
            yield from values(getattr(node, each.name))


def fields_of(document: Document) -> list[Field]:
    return [each for each in values(document.blocks) if isinstance(each, Field)]


def words_of(node: object) -> list[str]:
    """Return every text of blocks in their order, a paragraph as a whole: also labels, names and styles."""
    if isinstance(node, Paragraph):
        return [node.text]
    if isinstance(node, str):
        return [node]
    if isinstance(node, tuple):
        return [words for each in node for words in words_of(each)]
    if is_dataclass(node):
        return [words for each in fields(node) for words in words_of(getattr(node, each.name))]
    return []
