"""The speaker notes of a slide: what the trainer needs, in the order of need, each part with its label."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from deckbuild.assemble.citation import full_citation
from deckbuild.assemble.keys import joined
from deckbuild.model.dataclasses import replace
from deckbuild.model.deck import SlideGuide
from deckbuild.model.text import Paragraph, Run, Text, plain

if TYPE_CHECKING:
    from deckbuild.model.source import Evidence, Reference, Slide

STATUS = {
    "confirmed": "Confirmed.",
    "second-hand": "Confirmed at second hand.",
    "unconfirmed": "Not confirmed.",
    "doubtful": "Doubtful.",
}
"""`evidence: status` → what the trainer reads."""


def speaker_notes(slide: Slide, references: Mapping[str, Reference]) -> Text:
    """Return the speaker notes; a part that is not written leaves no label."""
    return tuple(
        paragraph for label, text in _parts(slide, references) if text for paragraph in labelled(label, text)
    )


def guide(slide: Slide, references: Mapping[str, Reference]) -> SlideGuide:
    """Return the same for documents, part by part."""
    return SlideGuide(
        purpose=slide.notes.purpose,
        ask=slide.notes.ask,
        say=slide.notes.say,
        changed=slide.notes.changed,
        evidence=spelt_out(slide.evidence) if slide.evidence else None,
        citation=full_citation(slide.source, references) if slide.source else None,
        exercise=slide.exercise,
    )


def _parts(slide: Slide, references: Mapping[str, Reference]) -> Iterator[tuple[str, Text]]:
    yield "Purpose", slide.notes.purpose
    yield "Ask", slide.notes.ask
    yield "Say", slide.notes.say
    if slide.exercise:
        yield "Exercise", slide.exercise.instructions
        yield "Answers", slide.exercise.answers
    yield "What has changed", slide.notes.changed
    if slide.evidence:
        yield "Evidence", (spelt_out(slide.evidence),)
    if slide.source:
        yield "Source", (full_citation(slide.source, references),)
    if slide.minutes is not None:
        yield "Time", (plain(minutes(slide.minutes)),)


def labelled(label: str, text: Text) -> Text:
    """Return a text with a bold label at its beginning; before a list the label has a line of its own."""
    first, *rest = text
    if first.level or first.marker in ("bullet", "number"):
        return (Paragraph((Run(f"{label}:", bold=True),), origin=first.origin), *text)
    runs = (Run(f"{label}:", bold=True), *joined((Run(" "), *first.runs)))
    return (replace(first, runs=runs), *rest)


def minutes(count: float) -> str:
    """Return a number of minutes in words: "1 minute", "2.5 minutes"."""
    return "1 minute" if count == 1 else f"{count:g} minutes"


def spelt_out(evidence: Evidence) -> Paragraph:
    """Return how far words could be confirmed, in words."""
    return replace(evidence.note, runs=joined((Run(f"{STATUS[evidence.status]} "), *evidence.note.runs)))
