"""The text of a slide or session, wherever it stands: visits or rewrites every paragraph of it.

Strings are not text in this sense: categories, alternative text and icon names hold neither keys nor links.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from deckbuild.model.dataclasses import replace
from deckbuild.model.source import (
    Card,
    Column,
    Exercise,
    FigureNotAvailable,
    LinkItem,
    Notes,
    Slide,
    Table,
    Value,
)
from deckbuild.model.text import Paragraph, Text

if TYPE_CHECKING:
    from deckbuild.model.source import Citation, Evidence

Change = Callable[[Paragraph], Paragraph]


def paragraphs_of_slide(slide: Slide) -> Iterator[Paragraph]:
    """Yield every paragraph of a slide: title, fields in their order, notes, source, evidence, exercise."""
    found: list[Paragraph] = []

    def note(paragraph: Paragraph) -> Paragraph:
        found.append(paragraph)
        return paragraph

    change_slide(slide, note)
    yield from found


def change_slide(slide: Slide, change: Change, in_notes: Change | None = None) -> Slide:
    """Return the slide with every paragraph changed; by *in_notes* what stands in the notes alone."""
    return replace(
        slide,
        title=change(slide.title),
        fields={name: change_value(value, change) for name, value in slide.fields.items()},
        notes=change_notes(slide.notes, in_notes or change),
        source=_citation(slide.source, change),
        evidence=_evidence(slide.evidence, in_notes or change),
        exercise=_exercise(slide.exercise, in_notes or change),
    )


def change_value(value: Value, change: Change) -> Value:
    """Return a field's value with every paragraph changed; what holds no text comes back as it was."""
    match value:
        case Paragraph():
            return change(value)
        case Column():
            heading = change(value.heading) if value.heading else None
            return replace(value, text=change_text(value.text, change), heading=heading)
        case FigureNotAvailable():
            return replace(value, shows=change(value.shows), reason=change(value.reason))
        case Table():
            rows = tuple(change_text(row, change) for row in value.rows)
            return replace(value, columns=change_text(value.columns, change), rows=rows)
        case tuple():
            return _entries(value, change)
        case _:
            return value


def _entries(
    value: Text | tuple[Text, ...] | tuple[Card, ...] | tuple[LinkItem, ...], change: Change
) -> Text | tuple[Text, ...] | tuple[Card, ...] | tuple[LinkItem, ...]:
    """Return a list's entries changed. All entries of a field are of one kind."""
    paragraphs = tuple([change(each) for each in value if isinstance(each, Paragraph)])
    if paragraphs:  # by far the most
        return paragraphs
    cards = tuple(_card(each, change) for each in value if isinstance(each, Card))
    links = tuple(_link_item(each, change) for each in value if isinstance(each, LinkItem))
    return cards or links or tuple(change_text(each, change) for each in value if isinstance(each, tuple))


def change_text(text: Text, change: Change) -> Text:
    """Return a text with every paragraph changed."""
    return tuple([change(paragraph) for paragraph in text])


def _card(card: Card, change: Change) -> Card:
    return replace(card, heading=change(card.heading), text=change_text(card.text, change))


def _link_item(item: LinkItem, change: Change) -> LinkItem:
    return replace(item, text=change(item.text), audience=change(item.audience) if item.audience else None)


def change_notes(notes: Notes, change: Change) -> Notes:
    """Return speaker notes with every paragraph changed."""
    return Notes(
        change_text(notes.purpose, change),
        change_text(notes.ask, change),
        change_text(notes.say, change),
        change_text(notes.changed, change),
    )


def _exercise(exercise: Exercise | None, change: Change) -> Exercise | None:
    if exercise is None:
        return None
    return Exercise(
        change_text(exercise.instructions, change),
        change_text(exercise.answers, change),
        change_text(exercise.materials, change),
    )


def _citation(citation: Citation | None, change: Change) -> Citation | None:
    if citation is None or citation.note is None:
        return citation
    return replace(citation, note=change(citation.note))


def _evidence(evidence: Evidence | None, change: Change) -> Evidence | None:
    return replace(evidence, note=change(evidence.note)) if evidence else None
