"""Speaker notes as authors write them in, their parts as texts out, each entry with its condition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deckbuild.model.condition import Condition
from deckbuild.model.origin import Origin
from deckbuild.model.source import Notes
from deckbuild.model.text import Text
from deckbuild.read import markup
from deckbuild.read.conditions import condition
from deckbuild.read.documents import EntryDoc, NotesDoc, OtherNotesDoc
from deckbuild.read.reading import Reading


def notes(doc: NotesDoc | OtherNotesDoc, origin: Origin, reading: Reading) -> Notes:
    """Return speaker notes; parts that are not written are empty."""
    return Notes(
        purpose=_part(doc.purpose, origin.at("purpose"), reading),
        ask=_part(doc.ask, origin.at("ask"), reading),
        say=_part(doc.say, origin.at("say"), reading),
        changed=_part(doc.changed, origin.at("changed"), reading),
    )


def other_notes(doc: OtherNotesDoc | None, origin: Origin, reading: Reading) -> Notes | None:
    """Return the notes of a use; None where it has none."""
    return None if doc is None else notes(doc, origin, reading)


def _part(written: str | Sequence[str | EntryDoc] | None, origin: Origin, reading: Reading) -> Text:
    if written is None:
        return ()
    if isinstance(written, str):
        return markup.blocks(written, origin, reading.found)
    entries = (_entry(each, origin.at(n), reading) for n, each in enumerate(written))
    return tuple(paragraph for entry in entries for paragraph in entry)


def _entry(entry: str | EntryDoc, origin: Origin, reading: Reading) -> Text:
    if isinstance(entry, str):
        return markup.blocks(entry, origin, reading.found)
    text = markup.blocks(entry.text, origin.at("text"), reading.found)
    return _for(text, condition(entry, origin, reading))


def _for(text: Text, when: Condition | None) -> Text:
    return text if when is None else tuple(replace(each, when=when) for each in text)
