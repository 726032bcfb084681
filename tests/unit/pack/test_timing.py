"""Times of a session: what begins when, what is left, and how a length of time is said."""

import pytest

from deckbuild.model.deck import DeckPart
from deckbuild.pack.form_words import hours_in_words, in_words
from deckbuild.pack.timing import clock, duration, timetable
from tests.unit.pack.sessions import deck, slide


def test_parts_and_slides_begin_when_those_before_them_end():
    times = timetable(
        deck(
            DeckPart("One", (slide("a", 2.5), slide("b", None), slide("c", 4))),
            DeckPart("Two", (slide("d", 10),)),
        )
    )

    assert [(part.title, part.start, part.minutes) for part in times.parts] == [
        ("One", 0, 6.5),
        ("Two", 6.5, 10),
    ]
    assert [(each.number, each.slide.id, each.start) for each in times.slides] == [
        (1, "m/a", 0),
        (2, "m/b", 2.5),
        (3, "m/c", 2.5),
        (4, "m/d", 6.5),
    ]
    assert [each.slide.id for each in times.untimed] == ["m/b"]


def test_two_parts_of_one_title_stay_two():
    times = timetable(deck(DeckPart("Talk", (slide("a"),)), DeckPart("Talk", (slide("b"),))))

    assert [(part.title, part.start) for part in times.parts] == [("Talk", 0), ("Talk", 5)]


@pytest.mark.parametrize(("minutes", "in_hand", "over"), [(12, 2, 0), (10, 0, 0), (7, 0, 3)])
def test_time_is_left_or_lacking_against_the_duration(minutes: int, in_hand: int, over: int):
    times = timetable(deck(minutes=minutes))

    assert (times.taken, times.in_hand, times.over) == (10, in_hand, over)


@pytest.mark.parametrize(
    ("minutes", "shown"), [(0, "0:00"), (9, "0:09"), (75, "1:15"), (600, "10:00"), (2.5, "0:02:30")]
)
def test_a_clock_shows_hours_and_minutes_and_seconds_only_where_there_are_some(minutes: float, shown: str):
    assert clock(minutes) == shown


@pytest.mark.parametrize(
    ("minutes", "figures", "words"),
    [
        (1, "1 minute", "one minute"),
        (45, "45 minutes", "forty-five minutes"),
        (60, "1 hour", "one hour"),
        (61, "1 hour 1 minute", "one hour and one minute"),
        (150, "2 hours 30 minutes", "two hours and thirty minutes"),
        (0, "0 minutes", "no minutes"),
    ],
)
def test_a_length_of_time_is_said_in_figures_and_in_words(minutes: int, figures: str, words: str):
    assert (duration(minutes), hours_in_words(minutes)) == (figures, words)


@pytest.mark.parametrize(
    ("number", "words"), [(7, "seven"), (19, "nineteen"), (20, "twenty"), (99, "ninety-nine"), (100, "100")]
)
def test_numbers_under_a_hundred_are_said_in_words(number: int, words: str):
    assert in_words(number) == words
