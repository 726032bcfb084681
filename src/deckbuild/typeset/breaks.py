"""Where a line may end, and where it does: first fit, as office programs do (UAX #14, Latin text)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

OPPORTUNITY = re.compile(
    r"(?<=[ \t])(?=\S)"  # after a space
    r"|(?<=\w-)(?=[^\W\d_])"  # after a hyphen within a word, not before a digit
    r"|(?<=[–—])(?=\w)"  # after a dash
    r"|(?<=\w/)(?=[^\W\d_])"  # after a slash before a letter
)

ADDRESS = re.compile(r"\S*(?:://|www\.|@)\S*")
WITHIN_ADDRESS = re.compile(r"(?<=[/.?&=#_@%+~-])(?=[^\W_])")
"""Where an address may go on on the next line: after its own signs, so that none is added."""


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
    found = [match.start() for match in OPPORTUNITY.finditer(text)]
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
    stops = [*opportunities(text, addresses=addresses), len(text)]
    lines: list[Break] = []
    start = 0
    while start < len(text):
        end, forced = longest(text, advances, width, start, stops)
        lines.append(Break(start, start + len(text[start:end].rstrip(" \t")), forced))
        start = end
    return lines or [Break(0, 0)]


def longest(
    text: str, advances: Sequence[float], width: float, start: int, stops: Sequence[int]
) -> tuple[int, bool]:
    """Return where the line that starts at *start* ends, and whether that breaks a word."""
    used = kept = 0.0
    best = start
    after = [stop for stop in stops if stop > start]
    position = start
    for stop in after:
        for index in range(position, stop):
            used += advances[index]
            if text[index] not in " \t":
                kept = used
        if kept > width:
            break
        best, position = stop, stop
    if best > start:
        return best, False
    return emergency(advances, width, start, after[0]), True


def emergency(advances: Sequence[float], width: float, start: int, stop: int) -> int:
    """Return how much of a word that is wider than the line goes on it: at least one character."""
    used = 0.0
    for index in range(start, stop):
        used += advances[index]
        if used > width:
            return max(index, start + 1)
    return stop
