"""Where lines may end, and where they do."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckbuild.typeset.breaks import Break, break_lines, opportunities


def pieces(text: str) -> list[str]:
    stops = [0, *opportunities(text), len(text)]
    return [text[a:b] for a, b in pairwise(stops)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one two", ["one ", "two"]),
        ("well-known fact", ["well-", "known ", "fact"]),
        ("pages 2011–2014", ["pages ", "2011–", "2014"]),
        ("minus -5", ["minus ", "-5"]),
        ("COVID-19 year", ["COVID-19 ", "year"]),
        ("and/or", ["and/", "or"]),
        ("2024/25", ["2024/25"]),
        ("no\u00a0break", ["no\u00a0break"]),
        ("two  spaces", ["two  ", "spaces"]),
    ],
)
def test_a_line_may_start_after_spaces_hyphens_dashes_and_slashes_before_letters(
    text: str, expected: list[str]
) -> None:
    assert pieces(text) == expected


def test_words_go_on_the_first_line_that_has_room() -> None:
    text = "aa bb cc"
    assert break_lines(text, [1.0] * len(text), 5.0) == [Break(0, 5), Break(6, 8)]


def test_spaces_at_the_end_of_a_line_take_no_room() -> None:
    assert break_lines("aaaa b", [1.0] * 6, 4.0) == [Break(0, 4), Break(5, 6)]


def test_a_word_wider_than_the_line_is_broken_and_said_to_be() -> None:
    assert break_lines("aaaaa b", [1.0] * 7, 4.0) == [Break(0, 4, True), Break(4, 7)]


def test_no_text_makes_one_empty_line() -> None:
    assert break_lines("", [], 10.0) == [Break(0, 0)]


WORDS = st.lists(st.text("abcdefghij-–/ ", min_size=1, max_size=12), min_size=1, max_size=20).map(" ".join)


@given(WORDS, st.floats(3, 60))
def test_no_line_is_wider_than_its_box_and_no_letter_is_lost(text: str, width: float) -> None:
    lines = break_lines(text, [1.0] * len(text), width)
    assert all(line.end - line.start <= width for line in lines)
    kept = "".join(text[line.start : line.end] for line in lines)
    assert kept.replace(" ", "") == text.replace(" ", "")


def first_fit(text: str, advances: list[float], width: float) -> list[tuple[int, int]]:
    """Return the lines letter by letter, as the rule says it."""
    lines, start = [], 0
    while start < len(text):
        stops = [stop for stop in (*opportunities(text), len(text)) if stop > start]
        end = start
        for stop in stops:
            if sum(advances[start : start + len(text[start:stop].rstrip(" \t"))]) > width:
                break
            end = stop
        if end == start:
            end += 1
            while end < stops[0] and sum(advances[start : end + 1]) <= width:
                end += 1
        lines.append((start, start + len(text[start:end].rstrip(" \t"))))
        start = end
    return lines or [(0, 0)]


@given(
    st.text(" \tabc-–1/", max_size=40),
    st.lists(st.sampled_from((0.0, 1.0, 2.0, 4.0)), min_size=40),
    st.integers(-1, 60),
)
def test_a_line_takes_what_goes_on_it(text: str, advances: list[float], width: int) -> None:
    found = break_lines(text, advances[: len(text)], width + 0.5)
    assert [(line.start, line.end) for line in found] == first_fit(text, advances, width + 0.5)


@given(WORDS, st.floats(3, 60), st.floats(0, 30))
def test_more_width_never_gives_more_lines(text: str, width: float, more: float) -> None:
    advances = [1.0] * len(text)
    assert len(break_lines(text, advances, width + more)) <= len(break_lines(text, advances, width))
