"""Where a line may end, and where it does: first fit, as office programs do (UAX #14, Latin text)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate

from deckbuild.model.dataclasses import dataclass

OPPORTUNITY = re.compile(
    r"[ \t–—/-](?:"  # first, because the letters between these are then passed over in one go
    r"(?<=[ \t])(?=\S)"  # after a space
    r"|(?<=\w-)(?=[^\W\d_])"  # after a hyphen within a word, not before a digit
    r"|(?<=[–—])(?=\w)"  # after a dash
    r"|(?<=\w/)(?=[^\W\d_])"  # after a slash before a letter
    r")"
)

ADDRESS = re.compile(r"\S*(?:://|www\.|@)\S*")
WITHIN_ADDRESS = re.compile(r"(?<=[/.?&=#_@%+~-])(?=[^\W_])")
"""Where an address may go on on the next line: after its own signs, so that none is added."""
LETTERS = 128
"""More than most lines hold; so many are measured for a line, not all the rest of a long text."""


@dataclass(frozen=True, slots=True)
class Break:
    """A line as a stretch of its paragraph's characters."""

    start: int
    end: int
    """One past its last character, spaces at its end not counted."""
    forced: bool = False
    """True where a word had to be broken because it is wider than the line."""


def opportunities(text: str, *, addresses: bool = False) -> list[int]:
    """Return the indices at which a new line may start, in order; *addresses* adds those within them."""
    found = [match.end() for match in OPPORTUNITY.finditer(text)]
    if not addresses:
        return found
    within = (
        stop.start()
        for address in ADDRESS.finditer(text)
        for stop in WITHIN_ADDRESS.finditer(text, address.start() + 1, address.end())
    )
    return sorted({*found, *within})


def break_lines(
    text: str, advances: Sequence[float], width: float, *, addresses: bool = False
) -> list[Break]:
    """Return the lines of a paragraph; *advances* and *width* are in one unit. No text: one empty line.

    Where *addresses*, an address may break after its own signs, as on paper.
    """
    stops, inks = _stretches(text, addresses)
    lines: list[Break] = []
    start = done = 0
    while start < len(text):
        # What stands on the line are the stretches whose ink ends before the letter that is one too many.
        fits = bisect_right(inks, start + _letters(advances, width, start), done)
        if fits > done:
            done = fits
            end = stops[done - 1]
            lines.append(Break(start, max(start, inks[done - 1])))
        else:
            end = emergency(advances, width, start, stops[done])
            lines.append(Break(start, start + len(text[start:end].rstrip(" \t")), True))
            done += end == stops[done]
        start = end
    return lines or [Break(0, 0)]


@lru_cache(maxsize=512)  # a text is broken a few times in a row, in one size after another
def _stretches(text: str, addresses: bool) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return each index at which a new line may start, or the text ends; and where the ink before it ends."""
    stops = (*opportunities(text, addresses=addresses), len(text))
    inks = []
    for stop in stops:
        ink = stop
        while ink and text[ink - 1] in " \t":
            ink -= 1
        inks.append(ink)
    return stops, tuple(inks)


def _letters(advances: Sequence[float], width: float, start: int) -> int:
    """Return how many of the letters from *start* fit in a width."""
    room = LETTERS
    while True:
        used = list(accumulate(advances[start : start + room]))
        found = bisect_right(used, width)
        if found < len(used) or len(used) < room:
            return found
        room *= 2


def emergency(advances: Sequence[float], width: float, start: int, stop: int) -> int:
    """Return how much of a word that is wider than the line goes on it: at least one character."""
    used = 0.0
    for index in range(start, stop):
        used += advances[index]
        if used > width:
            return max(index, start + 1)
    return stop
