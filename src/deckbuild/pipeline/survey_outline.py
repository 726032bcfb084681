"""A deck as text: parts, slides in order, the words of each field, and the notes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from deckbuild.diagnostics.errors import CannotRunError
from deckbuild.model.dataclasses import dataclass, replace
from deckbuild.pipeline.survey import Answer, Question
from deckbuild.pipeline.survey_decks import AssembledDeck, assembled_decks
from deckbuild.pipeline.survey_words import words, words_of_slide

if TYPE_CHECKING:
    from deckbuild.model.deck import Deck, DeckPart, DeckSlide


@dataclass(frozen=True, slots=True)
class OutlineSlide:
    """A slide."""

    number: int
    """From 1, in the deck."""
    id: str
    layout: str
    title: str
    minutes: float | None
    time: str
    """The minutes in words; empty for none."""
    text: tuple[str, ...]
    """Lines."""
    notes: tuple[str, ...]
    """Lines."""

    def as_object(self, *, notes: bool) -> dict[str, object]:
        """Return it for JSON."""
        return {
            "number": self.number,
            "id": self.id,
            "layout": self.layout,
            "title": self.title,
            "minutes": self.minutes,
            "text": list(self.text),
            **({"notes": list(self.notes)} if notes else {}),
        }


@dataclass(frozen=True, slots=True)
class OutlinePart:
    """A part."""

    title: str
    minutes: float
    time: str
    """The minutes in words."""
    slides: tuple[OutlineSlide, ...]

    def as_object(self, *, notes: bool) -> dict[str, object]:
        """Return it for JSON."""
        slides = [each.as_object(notes=notes) for each in self.slides]
        return {"title": self.title, "minutes": self.minutes, "slides": slides}


@dataclass(frozen=True, slots=True)
class Outline:
    """A deck."""

    session: str
    profile: str
    agency: str
    title: str
    subtitle: str
    version: str
    date: str
    """ISO 8601."""
    minutes: float
    time: str
    """The minutes in words."""
    parts: tuple[OutlinePart, ...]

    @property
    def name(self) -> str:
        """`SESSION/PROFILE`."""
        return f"{self.session}/{self.profile}"

    @property
    def slides(self) -> int:
        """How many there are."""
        return sum(len(part.slides) for part in self.parts)

    def as_object(self, *, notes: bool) -> dict[str, object]:
        """Return it for JSON, with the speaker notes where they are wanted."""
        return {
            "session": self.session,
            "profile": self.profile,
            "agency": self.agency,
            "title": self.title,
            "subtitle": self.subtitle,
            "version": self.version,
            "date": self.date,
            "minutes": self.minutes,
            "parts": [each.as_object(notes=notes) for each in self.parts],
        }


def outline(project: Path, session: str, profile: str | None) -> Answer[Outline]:
    """Return a deck as text. *profile* is None where the session (or local session) has one alone.

    Raises:
        ProjectNotFoundError: the folder is in no project.
        CannotRunError: there are several.
    """
    answer = assembled_decks(Question(project, (session,), (profile,) if profile else ()))
    found = answer.value
    if found is None:
        return Answer(None, answer.diagnostics, answer.places, answer.could_run)
    if len(found) > 1:
        names = ", ".join(each.variant.profile.id for each in found)
        raise CannotRunError(f"{session} has {len(found)} decks; add --profile with one of {names}")
    made = [_outline(each) for each in found]
    return Answer(made[0] if made else None, answer.diagnostics, answer.places)


def _outline(each: AssembledDeck) -> Outline:
    from deckbuild.assemble.notes import minutes

    deck: Deck = each.assembly.deck
    total = sum(part.minutes for part in deck.parts)
    parts = [_part(part) for part in deck.parts]
    return Outline(
        session=deck.session,
        profile=deck.profile,
        agency=deck.agency,
        title=deck.title,
        subtitle=deck.subtitle,
        version=deck.version,
        date=deck.date,
        minutes=total,
        time=minutes(total),
        parts=tuple(_numbered(parts)),
    )


def _part(part: DeckPart) -> OutlinePart:
    from deckbuild.assemble.notes import minutes

    return OutlinePart(part.title, part.minutes, minutes(part.minutes), tuple(map(_slide, part.slides)))


def _slide(slide: DeckSlide) -> OutlineSlide:
    from deckbuild.assemble.notes import minutes

    return OutlineSlide(
        number=0,
        id=slide.id,
        layout=slide.layout,
        title=slide.title.text,
        minutes=slide.minutes,
        time=minutes(slide.minutes) if slide.minutes else "",
        text=tuple(words_of_slide(slide)),
        notes=tuple(words(slide.notes)),
    )


def _numbered(parts: list[OutlinePart]) -> list[OutlinePart]:
    numbers = iter(range(1, 1 + sum(len(part.slides) for part in parts)))
    return [
        replace(part, slides=tuple(replace(each, number=next(numbers)) for each in part.slides))
        for part in parts
    ]
