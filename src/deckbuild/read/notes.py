"""Speaker notes and other texts as authors write them in, texts out, each entry with its condition."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.model.condition import Condition
from deckbuild.model.dataclasses import replace
from deckbuild.model.origin import Origin
from deckbuild.model.source import Exercise, Notes
from deckbuild.model.text import Paragraph, Text
from deckbuild.read import markup
from deckbuild.read.conditions import condition
from deckbuild.read.documents import EntryDoc, LineDoc, NotesDoc, OtherNotesDoc
from deckbuild.read.reading import Reading
from deckbuild.read.slide_documents import ExerciseDoc


def notes(doc: NotesDoc | OtherNotesDoc, origin: Origin, reading: Reading) -> Notes:
    """Return speaker notes; parts that are not written are empty."""
    return Notes(
        purpose=entries(doc.purpose, origin.at("purpose"), reading),
        ask=entries(doc.ask, origin.at("ask"), reading),
        say=entries(doc.say, origin.at("say"), reading),
        changed=entries(doc.changed, origin.at("changed"), reading),
    )


def other_notes(doc: OtherNotesDoc | None, origin: Origin, reading: Reading) -> Notes | None:
    """Return the notes of a use; None where it has none."""
    return None if doc is None else notes(doc, origin, reading)


def exercise(doc: ExerciseDoc | None, origin: Origin, reading: Reading) -> Exercise | None:
    """Return what people do on a slide; None where they only listen."""
    if doc is None:
        return None
    return Exercise(
        instructions=entries(doc.instructions, origin.at("instructions"), reading),
        answers=entries(doc.answers, origin.at("answers"), reading),
        materials=lines(doc.materials or (), origin.at("materials"), reading),
    )


def entries(written: str | Sequence[str | EntryDoc] | None, origin: Origin, reading: Reading) -> Text:
    """Return a text that is one piece of Markdown, or entries of it; empty where it is not written."""
    if written is None:
        return ()
    if isinstance(written, str):
        return markup.blocks(written, origin, reading.found)
    texts = (_entry(each, origin.at(n), reading) for n, each in enumerate(written))
    return tuple(paragraph for text in texts for paragraph in text)


def lines(written: Sequence[str | LineDoc], origin: Origin, reading: Reading) -> Text:
    """Return lines of Markdown, one a paragraph."""
    return tuple(_one_line(each, origin.at(n), reading) for n, each in enumerate(written))


def _one_line(entry: str | LineDoc, origin: Origin, reading: Reading) -> Paragraph:
    if isinstance(entry, str):
        return markup.line(entry, origin, reading.found)
    text = markup.line(entry.text, origin.at("text"), reading.found)
    return replace(text, when=condition(entry, origin, reading))


def _entry(entry: str | EntryDoc, origin: Origin, reading: Reading) -> Text:
    if isinstance(entry, str):
        return markup.blocks(entry, origin, reading.found)
    text = markup.blocks(entry.text, origin.at("text"), reading.found)
    return _for(text, condition(entry, origin, reading))


def _for(text: Text, when: Condition | None) -> Text:
    return text if when is None else tuple(replace(each, when=when) for each in text)
