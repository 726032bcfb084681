"""What only the facilitator may see stands in no document for participants: in all decks of this project."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path

import pytest

from deckbuild.model.deck import Deck, DeckSlide
from deckbuild.model.document import Document, PageOptions, SlideBlock
from deckbuild.model.scene import Scene
from deckbuild.model.text import Paragraph, Text
from deckbuild.pack import KINDS, compose, possible
from deckbuild.pipeline import BuildRequest, build
from deckbuild.pipeline.plan import assembled, prepare
from tests.support.builds import lay_all
from tests.support.printed import letters, text_nodes, text_of

ROOT = Path(__file__).parents[2]
FOR_PARTICIPANTS = [name for name, kind in KINDS.items() if kind.audience == "participants"]
FOR_THE_FACILITATOR = [name for name, kind in KINDS.items() if kind.audience == "facilitator"]
BEGINNING = 40
"""Letters of a paragraph by which it is known on a page: later ones may stand on the next."""


@cache
def decks() -> tuple[Deck, ...]:
    """Every session for every profile."""
    prepared = prepare(BuildRequest(ROOT))
    return tuple(assembled(variant, prepared.project).deck for variant in prepared.variants)


def names() -> list[str]:
    sessions = sorted(each.stem for each in (ROOT / "decks/sessions").glob("*.yaml"))
    profiles = sorted(each.stem for each in (ROOT / "decks/profiles").glob("*.yaml"))
    return [f"{session}/{profile}" for session in sessions for profile in profiles]


def deck_of(name: str) -> Deck:
    return next(each for each in decks() if f"{each.session}/{each.profile}" == name)


def secret(deck: Deck) -> set[str]:
    """Return the paragraphs that are for the facilitator alone, without spaces."""
    texts = [deck.materials, *(text for slide in deck.slides for text in of_guide(slide))]
    return {letters(paragraph.text) for text in texts for paragraph in text}


def of_guide(slide: DeckSlide) -> Iterator[Text]:
    guide = slide.guide
    yield from (guide.purpose, guide.ask, guide.say, guide.changed)
    if guide.evidence:
        yield (guide.evidence,)
    if guide.exercise:
        yield from (guide.exercise.instructions, guide.exercise.answers, guide.exercise.materials)


def strings(value: object) -> Iterator[str]:
    """Yield every text in a value, whatever it is made of; a paragraph is one text."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Paragraph):
        yield value.text
    elif isinstance(value, tuple):
        for each in value:
            yield from strings(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from strings(getattr(value, field.name))


def drawn(document: Document, scenes: dict[str, Scene]) -> Iterator[str]:
    """Yield the words of the slides that a document draws."""
    for slide in slide_blocks(document.blocks):
        for node in text_nodes(scenes[slide].nodes):
            yield from (paragraph.text for paragraph in node.paragraphs)


def slide_blocks(value: object) -> Iterator[str]:
    if isinstance(value, SlideBlock):
        yield value.slide
    elif isinstance(value, tuple):
        for each in value:
            yield from slide_blocks(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from slide_blocks(getattr(value, field.name))


@pytest.fixture(scope="module")
def scenes() -> dict[str, dict[str, Scene]]:
    """`SESSION/PROFILE` → slide id → scene."""
    laid = lay_all(BuildRequest(ROOT))
    return {f"{deck.session}/{deck.profile}": {each.id: each for each in made} for deck, made in laid}


@pytest.mark.parametrize("name", names())
def test_no_text_for_the_facilitator_stands_in_a_document_for_participants(
    name: str, scenes: dict[str, dict[str, Scene]]
):
    deck = deck_of(name)
    hidden = secret(deck)
    found = {}
    for kind in set(FOR_PARTICIPANTS) & set(possible(deck)):
        document, _ = compose(kind, deck, PageOptions())
        said = [letters(each) for each in (*strings(document), *drawn(document, scenes[name]))]
        found[kind] = sorted(text for text in hidden if any(text in each for each in said))

    assert len(hidden) > 3 * len(deck.slides)
    assert {kind: texts for kind, texts in found.items() if texts} == {}


@pytest.mark.parametrize("name", names())
def test_all_of_it_stands_in_the_facilitator_guide(name: str):
    deck = deck_of(name)
    document, _ = compose("facilitator-guide", deck, PageOptions())
    said = [letters(each) for each in strings(document)]

    assert {text for text in secret(deck) if not any(text in each for each in said)} == set()


@pytest.mark.needs_poppler
def test_no_text_for_the_facilitator_is_read_in_a_file_for_participants(tmp_path: Path):
    request = BuildRequest(ROOT, ("pathways-to-harm",), ("education",), output=tmp_path, formats=tuple(KINDS))
    texts = {each.format: read(each.path) for each in build(request).files}
    beginnings = {text[:BEGINNING] for text in secret(deck_of("pathways-to-harm/education"))}

    assert set(texts) == set(KINDS)
    for kind in FOR_PARTICIPANTS:
        assert sorted(each for each in beginnings if each in texts[kind]) == [], kind
    for kind in FOR_THE_FACILITATOR:
        told = {each for each in beginnings if each in texts[kind]}
        # The others are broken by the end of a page; nearly all must be met, or the test would see nothing.
        assert len(told) > 0.8 * len(beginnings), kind


def read(path: Path) -> str:
    """Return the letters of a file, in the order in which they are drawn."""
    if path.suffix == ".html":
        return letters(re.sub(r"<[^>]*>", "", path.read_text(encoding="utf-8")))
    return letters(text_of(path, in_order=True))
