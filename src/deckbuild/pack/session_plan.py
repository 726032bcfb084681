"""The plan of a session: a timetable in, a table out whose times add up to the session's duration."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from deckbuild.model.document import Block, Panel, TableBlock, TextBlock
from deckbuild.model.text import Paragraph, Run, Text, plain
from deckbuild.pack.timing import TimedPart, TimedSlide, Timetable, clock, minutes_of

COLUMNS = ("Start", "Part", "Minutes", "What happens")
Line = tuple[str, str, str, Text]


def session_plan(times: Timetable) -> TableBlock:
    """Return a row for each part, one for the time that is left or lacking, and one for the end."""
    return TableBlock(
        columns=tuple(plain(column) for column in COLUMNS),
        rows=tuple(
            ((plain(start),), (plain(title),), (plain(minutes),), what)
            for start, title, minutes, what in _rows(times)
        ),
        summary="When each part begins, in hours and minutes from the beginning, and how long it takes.",
        row_headers=True,
        numbers=(2,),
    )


def warnings_of(times: Timetable) -> tuple[Block, ...]:
    """Return what a facilitator must know before relying on the plan; nothing where all times are known."""
    return tuple(
        Panel((TextBlock((plain(words),), label=label),), "key") for label, words in _warnings(times)
    )


def _rows(times: Timetable) -> Iterator[Line]:
    for part in times.parts:
        yield clock(part.start), part.title, f"{part.minutes:g}", _what_happens(part)
    if times.in_hand:
        words = "Not planned: for questions, for a pause, or for what takes longer."
        yield clock(times.taken), "In hand", f"{times.in_hand:g}", (plain(words),)
    if times.over:
        words = f"The slides take {minutes_of(times.over)} more than the session has."
        yield clock(times.duration), "Too long", f"−{times.over:g}", (plain(words),)
    yield clock(times.duration), "End", f"{times.duration:g}", (plain("Minutes in all."),)


def _what_happens(part: TimedPart) -> Text:
    """Return the part's slides with their titles, and what people do on them in paragraphs of their own."""
    return tuple(_titles(stretch) for stretch in _stretches(part.slides))


def _stretches(slides: tuple[TimedSlide, ...]) -> Iterator[tuple[TimedSlide, ...]]:
    """Yield slides that are shown one after the other, and alone each on which people do something."""
    for active, group in groupby(slides, key=does_something):
        if active:
            yield from ((slide,) for slide in group)
        else:
            yield tuple(group)


def does_something(timed: TimedSlide) -> bool:
    """Return whether people do something on the slide, rather than listen: an exercise or a discussion."""
    return timed.slide.guide.exercise is not None or timed.slide.layout == "discussion"


def _titles(slides: tuple[TimedSlide, ...]) -> Paragraph:
    first, last = slides[0], slides[-1]
    numbers = f"{first.number}" if first is last else f"{first.number}–{last.number}"
    # A slide that shows the part's own title says nothing that does not stand beside it.
    titles = " · ".join(each.slide.title.text for each in slides if each is last or not each.place.names_part)
    if not does_something(first):
        return plain(f"{numbers}  {titles}")
    kind = "Exercise" if first.slide.guide.exercise else "Discussion"
    minutes = f", {minutes_of(first.slide.minutes)}" if first.slide.minutes else ""
    return Paragraph((Run(f"{numbers}  "), Run(f"{kind}{minutes}: ", bold=True), Run(titles)))


def _warnings(times: Timetable) -> Iterator[tuple[str, str]]:
    if times.over:
        taken = f"The slides take {minutes_of(times.taken)}; the session has {minutes_of(times.duration)}."
        yield "Too long", f"{taken} Decide before you begin what to shorten or leave out."
    if times.untimed:
        numbers = ", ".join(str(each.number) for each in times.untimed)
        slides = f"Slide {numbers} has" if len(times.untimed) == 1 else f"Slides {numbers} have"
        yield "Without minutes", f"{slides} no minutes of their own, so the times are those of the others."
