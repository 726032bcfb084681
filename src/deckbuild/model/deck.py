"""A session assembled for one profile: what `assemble` makes and `typeset` reads."""

from __future__ import annotations

from collections.abc import Mapping

from deckbuild.model.dataclasses import dataclass, field
from deckbuild.model.origin import NOWHERE, Origin
from deckbuild.model.source import BriefingBox, Exercise, Reference, Value
from deckbuild.model.text import Paragraph, Text

__all__ = ["BriefingBox", "Deck", "DeckPart", "DeckSlide", "Exercise", "SlideGuide", "deck_footer"]


@dataclass(frozen=True, slots=True)
class SlideGuide:
    """What the facilitator needs for a slide, part by part; empty where a part is not written."""

    purpose: Text = ()
    ask: Text = ()
    say: Text = ()
    changed: Text = ()
    evidence: Paragraph | None = None
    """How far the slide's words could be confirmed, in words."""
    citation: Paragraph | None = None
    """The source in full."""
    exercise: Exercise | None = None


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
    guide: SlideGuide = SlideGuide()
    covers: tuple[str, ...] = ()
    """Ids of the outcomes that it serves."""
    cites: tuple[str, ...] = ()
    """Ids of the sources that it names."""


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
    minutes: float = 0
    """Duration of the session."""
    audience: str = ""
    aims: Text = ()
    outcomes: Mapping[str, Paragraph] = field(default_factory=dict)
    level: str = ""
    """Of the training, as the board names it; empty for none."""
    board: str = ""
    """Name of the board in footers; empty for the brand's."""
    marking: str = ""
    """Protective marking; empty for none."""
    materials: Text = ()
    """What the room needs, one a paragraph."""
    briefing: tuple[BriefingBox, ...] = ()
    """Seven boxes, or none."""
    evaluation: Text = ()
    """Open questions of the evaluation, besides one for each outcome; empty for the usual ones."""
    actions: Text = ()
    """What the action plan asks an agency to plan for, one a paragraph; empty for free rows."""
    origin: Origin = NOWHERE
    """Of the session."""
    trainer: str = ""
    """Who gives it; empty where no local session says so."""
    title_origin: Origin = NOWHERE
    agency_origin: Origin = NOWHERE
    trainer_origin: Origin = NOWHERE

    @property
    def slides(self) -> tuple[DeckSlide, ...]:
        """All slides, in order."""
        return tuple(slide for part in self.parts for slide in part.slides)


def deck_footer(marking: str, board: str, title: str) -> str:
    """Return what the footer of every slide says: the protective marking first, where there is one."""
    return " · ".join(each for each in (marking, board, title) if each)
