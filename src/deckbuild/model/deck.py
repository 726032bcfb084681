"""A session assembled for one profile: what `assemble` makes and `typeset` reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from deckbuild.model.origin import NOWHERE, Origin
from deckbuild.model.source import Reference, Value
from deckbuild.model.text import Paragraph, Text


@dataclass(frozen=True, slots=True)
class DeckSlide:
    """A slide in its place, with its keys replaced and its citation spelt out."""

    id: str
    layout: str
    title: Paragraph
    """Its text is unique in the deck."""
    fields: Mapping[str, Value]
    source_line: Paragraph | None
    """"Source: …", as charts and tables show it; None where the slide cites nothing."""
    notes: Text
    """The speaker notes, all parts in reading order, each with its label."""
    minutes: float | None
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True)
class DeckPart:
    """A stretch of slides under one title."""

    title: str
    slides: tuple[DeckSlide, ...]

    @property
    def minutes(self) -> float:
        """The sum of the slides' minutes."""
        return sum(slide.minutes or 0 for slide in self.slides)


@dataclass(frozen=True, slots=True)
class Deck:
    """Session × profile."""

    session: str
    profile: str
    agency: str
    title: str
    subtitle: str
    subject: str
    owner: str
    language: str
    version: str
    date: str
    """ISO 8601."""
    review: str
    parts: tuple[DeckPart, ...]
    references: Mapping[str, Reference]

    @property
    def slides(self) -> tuple[DeckSlide, ...]:
        """All slides, in order."""
        return tuple(slide for part in self.parts for slide in part.slides)
