"""A slide in the facilitator guide: a slide in its time in, its heading and what to do and say out."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.model.deck import Exercise, SlideGuide
from deckbuild.model.document import Block, Heading, Margin, Panel, SlideBlock, TextBlock, TextStyle
from deckbuild.model.text import Text, plain
from deckbuild.pack.headings import PART, SLIDE, part_heading
from deckbuild.pack.timing import TimedSlide, clock, minutes_of


def guide_slide(timed: TimedSlide) -> tuple[Block, ...]:
    """Return the slide's headings, and beside its time and its picture what the facilitator needs."""
    return (*_headings(timed), Margin(tuple(_aside(timed)), tuple(_body(timed.slide.guide))))


def _headings(timed: TimedSlide) -> Iterator[Heading]:
    """Yield the slide's heading, after that of the part that it opens; where both are one, the part's."""
    place, slide = timed.place, timed.slide
    if place.opens is not None and not place.names_part:
        yield part_heading(place)
    yield Heading(PART if place.names_part else SLIDE, slide.title, slide.id)


def _aside(timed: TimedSlide) -> Iterator[Block]:
    yield TextBlock((plain(clock(timed.start)),), "time")
    minutes = timed.slide.minutes
    time = "no minutes given" if minutes is None else minutes_of(minutes)
    yield TextBlock((plain(f"Slide {timed.number} · {time}"),), "small")
    yield SlideBlock(timed.slide.id, timed.number)


def _body(guide: SlideGuide) -> Iterator[Block]:
    yield from _labelled("Purpose", guide.purpose)
    if guide.exercise:
        yield from _to_do(guide.exercise)
    yield from _labelled("Ask", guide.ask, "lead")
    yield from _labelled("Say", guide.say, "lead")
    if guide.exercise and guide.exercise.answers:
        yield Panel((TextBlock(guide.exercise.answers, label="Answers, for you alone"),), "key")
    yield from _labelled("What has changed", guide.changed, "small")
    yield from _labelled("Evidence", (guide.evidence,) if guide.evidence else (), "small")
    yield from _labelled("Source", (guide.citation,) if guide.citation else (), "source")


def _to_do(exercise: Exercise) -> Iterator[Block]:
    yield Panel(
        (
            TextBlock(exercise.instructions, label="Exercise"),
            *_labelled("What must be there", exercise.materials, listed=True),
        )
    )


def _labelled(label: str, text: Text, style: TextStyle = "body", *, listed: bool = False) -> Iterator[Block]:
    if text:
        yield TextBlock(text, style, listed=listed, label=label)
