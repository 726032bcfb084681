"""What of a text is for a profile: entries of lists, rows of tables and entries of notes of others go."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, TypeVar

from deckbuild.model.dataclasses import replace
from deckbuild.model.source import Card, Column, Exercise, LinkItem, Notes, Table, Value
from deckbuild.model.text import Paragraph

if TYPE_CHECKING:
    from deckbuild.model.source import Slide
    from deckbuild.model.text import Text

    Entry = TypeVar("Entry", Paragraph, Card, LinkItem)


def slide_for(slide: Slide, names: Collection[str]) -> Slide:
    """Return a slide as a profile of these names gets it, without conditions.

    A field of which nothing is left is left out. That no field goes that must be there, `read` has seen to.
    """
    filtered = {name: _value(value, names) for name, value in slide.fields.items()}
    fields = {name: value for name, value in filtered.items() if value != () or slide.fields[name] == ()}
    return replace(
        slide,
        fields=fields,
        notes=_notes(slide.notes, names),
        exercise=_exercise(slide.exercise, names),
        when=None,
    )


def _value(value: Value, names: Collection[str]) -> Value:
    match value:
        case Column():
            return replace(value, text=entries_for(value.text, names))
        case Table() if value.conditions:
            rows = zip(value.rows, value.conditions, strict=True)
            kept = tuple(row for row, when in rows if when is None or when.admits(names))
            return replace(value, rows=kept, conditions=())
        case tuple():
            return _list(value, names)
        case _:
            return value


def _list(
    value: Text | tuple[Text, ...] | tuple[Card, ...] | tuple[LinkItem, ...], names: Collection[str]
) -> Text | tuple[Text, ...] | tuple[Card, ...] | tuple[LinkItem, ...]:
    """Return the entries of a list that are for a profile. All entries of a field are of one kind."""
    paragraphs = entries_for(tuple(each for each in value if isinstance(each, Paragraph)), names)
    cards = entries_for(tuple(each for each in value if isinstance(each, Card)), names)
    links = entries_for(tuple(each for each in value if isinstance(each, LinkItem)), names)
    texts = tuple(each for each in value if isinstance(each, tuple))
    return paragraphs or cards or links or texts


def _notes(notes: Notes, names: Collection[str]) -> Notes:
    return Notes(
        entries_for(notes.purpose, names),
        entries_for(notes.ask, names),
        entries_for(notes.say, names),
        entries_for(notes.changed, names),
    )


def _exercise(exercise: Exercise | None, names: Collection[str]) -> Exercise | None:
    """Return an exercise as a profile gets it; None where nothing is left to do."""
    instructions = entries_for(exercise.instructions, names) if exercise else ()
    if exercise is None or not instructions:
        return None
    return Exercise(
        instructions, entries_for(exercise.answers, names), entries_for(exercise.materials, names)
    )


def entries_for(entries: tuple[Entry, ...], names: Collection[str]) -> tuple[Entry, ...]:
    """Return the entries that are for a profile of these names, without their conditions."""
    if not any(each.when for each in entries):
        return entries
    kept = (each for each in entries if each.when is None or each.when.admits(names))
    return tuple(replace(each, when=None) for each in kept)
