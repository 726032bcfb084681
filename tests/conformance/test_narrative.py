"""The narrative as poppler reads it: every word of the session, in order, and nothing of the notes."""

from __future__ import annotations

import re
import subprocess
from functools import cache
from pathlib import Path

import pytest

from deckbuild.model.deck import Deck, SlideGuide
from deckbuild.model.text import Text, text_of
from deckbuild.pipeline import BuildRequest, build
from deckbuild.pipeline.plan import assembled, prepare
from tests.unit.pack.told import told

ROOT = Path(__file__).parents[2]
VARIANTS = (
    ("pathways-to-harm", "education", "worcestershire"),
    ("pathways-to-harm", "health", "severn-vale"),
    ("child-protection-in-figures", "board", "worcestershire"),
    ("what-replaced-serious-case-reviews", "police", "severn-vale"),
    ("seven-minute-briefing", "social-care", "worcestershire"),
)
BODY = ("-x", "0", "-y", "62", "-W", "595", "-H", "724")
"""The part of an A4 page between running header and footer, points."""


@pytest.mark.needs_poppler
@pytest.mark.parametrize("variant", VARIANTS, ids="-".join)
def test_the_text_of_the_narrative_is_that_of_the_session_in_order(
    variant: tuple[str, str, str], tmp_path: Path
):
    deck = deck_of(*variant)
    text = printed(variant, tmp_path)

    place = text.index(letters("Outcomes")) if deck.outcomes else 0
    for each in told_on_paper(deck):
        found = text.find(each, place)
        assert found >= 0, (each, text[place : place + 200])
        place = found + len(each)


@pytest.mark.needs_poppler
@pytest.mark.parametrize("variant", VARIANTS, ids="-".join)
def test_nothing_of_the_notes_is_printed(variant: tuple[str, str, str], tmp_path: Path):
    deck = deck_of(*variant)
    text = printed(variant, tmp_path)
    notes = [paragraph for slide in deck.slides for paragraph in notes_of(slide.guide)]

    assert len(notes) > len(deck.slides)
    assert [each for each in notes if each in text] == []


@cache
def deck_of(session: str, profile: str, brand: str) -> Deck:
    prepared = prepare(BuildRequest(ROOT, (session,), (profile,), ("pptx",), brand=brand))
    [variant] = prepared.variants
    return assembled(variant, prepared.project).deck


def printed(variant: tuple[str, str, str], folder: Path) -> str:
    """Return the letters of a narrative, page after page, as poppler copies them out."""
    session, profile, brand = variant
    request = BuildRequest(ROOT, (session,), (profile,), ("narrative",), output=folder, brand=brand)
    [file] = build(request).files
    done = subprocess.run(
        ["pdftotext", "-raw", *BODY, str(file.path), "-"], capture_output=True, text=True, check=True
    )
    return letters(done.stdout)


def letters(text: str) -> str:
    """Return a text without spaces, which lines and pages break."""
    return re.sub(r"\s+", "", text)


def told_on_paper(deck: Deck) -> list[str]:
    """Return what the parts say; the cover's title and subtitle stand in the title block."""
    title_block = {deck.title, deck.subtitle}
    return [letters(each.text) for each in told(deck) if each.text not in title_block]


def notes_of(guide: SlideGuide) -> list[str]:
    """Return the sentences that only the facilitator may read, those long enough to be no chance."""
    exercise = guide.exercise
    texts: list[Text] = [guide.purpose, guide.ask, guide.say, guide.changed]
    if exercise:
        texts += [exercise.instructions, exercise.answers]
    if guide.evidence:
        texts.append((guide.evidence,))
    lines = (line for text in texts for line in text_of(text).splitlines())
    return [found for found in map(letters, lines) if len(found) > 25]
