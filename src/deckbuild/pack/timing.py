"""When each part and slide begins: a deck in, its timetable out, in minutes from the session's beginning."""

from __future__ import annotations

from itertools import groupby

from deckbuild.model.dataclasses import dataclass
from deckbuild.model.deck import Deck, DeckSlide
from deckbuild.pack.documents import Placed, placed


@dataclass(frozen=True, slots=True)
class TimedSlide:
    """A slide in its place and time."""

    place: Placed
    start: float

    @property
    def slide(self) -> DeckSlide:
        """The slide."""
        return self.place.slide

    @property
    def number(self) -> int:
        """Its place in the deck, from 1."""
        return self.place.number


@dataclass(frozen=True, slots=True)
class TimedPart:
    """A part in its time."""

    title: str
    start: float
    minutes: float
    slides: tuple[TimedSlide, ...]


@dataclass(frozen=True, slots=True)
class Timetable:
    """A session's course."""

    parts: tuple[TimedPart, ...]
    duration: float
    """Of the session."""

    @property
    def slides(self) -> tuple[TimedSlide, ...]:
        """All slides, in order."""
        return tuple(slide for part in self.parts for slide in part.slides)

    @property
    def untimed(self) -> tuple[TimedSlide, ...]:
        """The slides that say no minutes."""
        return tuple(each for each in self.slides if each.slide.minutes is None)

    @property
    def taken(self) -> float:
        """What the slides take together."""
        return sum(part.minutes for part in self.parts)

    @property
    def in_hand(self) -> float:
        """What the slides leave of the session; 0 where they fill it or take longer."""
        return max(0, self.duration - self.taken)

    @property
    def over(self) -> float:
        """What the slides take beyond the session; 0 where they fit."""
        return max(0, self.taken - self.duration)


def timetable(deck: Deck) -> Timetable:
    """Return when each part and slide of a deck begins; a slide without minutes takes none."""
    parts = []
    start = 0.0
    for _, group in groupby(placed(deck), key=lambda place: id(place.part)):
        slides = []
        for place in group:
            slides.append(TimedSlide(place, start))
            start += place.slide.minutes or 0
        part = slides[0].place.part
        parts.append(TimedPart(part.title, slides[0].start, part.minutes, tuple(slides)))
    return Timetable(tuple(parts), deck.minutes)


def clock(minutes: float) -> str:
    """Return a time from the beginning as "h:mm", with seconds where it does not fall on a minute."""
    hours, seconds = divmod(round(minutes * 60), 3600)
    whole, rest = divmod(seconds, 60)
    return f"{hours}:{whole:02}:{rest:02}" if rest else f"{hours}:{whole:02}"


def counted(count: float, noun: str) -> str:
    """Return a number with its noun: "1 minute", "2.5 minutes"."""
    return f"{count:g} {noun}" if count == 1 else f"{count:g} {noun}s"


def minutes_of(count: float) -> str:
    """Return a number of minutes: "1 minute", "2.5 minutes", "120 minutes"."""
    return counted(count, "minute")


def duration(minutes: float) -> str:
    """Return a length of time in hours and minutes: "45 minutes", "2 hours", "1 hour 30 minutes"."""
    hours, rest = divmod(minutes, 60)
    words = [counted(hours, "hour")] if hours else []
    if rest or not hours:
        words.append(minutes_of(rest))
    return " ".join(words)
