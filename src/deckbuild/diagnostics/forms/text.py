"""Findings for people: `file:line:col: error[DB110]: message`, which editors and terminals can follow.

Below it stand the source line with the fault underlined, each other place that belongs to it, and what to do.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from deckbuild.diagnostics.grouping import Finding
from deckbuild.diagnostics.spans import SourceMap
from deckbuild.model.origin import Origin

WINDOW = 120
"""Characters of a source line that are shown; a longer line is cut around the fault."""
DECKS_NAMED = 6
"""Decks that are named before the rest is only counted."""
GUTTER = 6
"""Characters that the number of a line has."""


def text(findings: Sequence[Finding], places: SourceMap) -> str:
    """Return the findings with a blank line between them; empty for none."""
    return "\n\n".join("\n".join(_lines(each, places)) for each in findings)


def _lines(finding: Finding, places: SourceMap) -> list[str]:
    it = finding.diagnostic
    lines = [f"{_where(it.origin, places, it.word)}: {it.severity}[{it.code}]: {it.message}"]
    lines += _excerpt(it.origin, places, it.word)
    for origin, what in it.related:
        lines += [f"  note: {_where(origin, places)}: {what}", *_excerpt(origin, places)]
    lines += [f"  hint: {hint}" for hint in it.hints]
    if finding.decks:
        named, more = finding.decks[:DECKS_NAMED], len(finding.decks) - DECKS_NAMED
        lines.append(f"  found in {', '.join(named)}{f' and {more} more' if more > 0 else ''}")
    elif finding.count > 1:
        lines.append(f"  found {finding.count} times")
    return lines


def _where(origin: Origin, places: SourceMap, word: str = "") -> str:
    place = places.place(origin, word)
    if place:
        return f"{origin.document}:{place.line}:{place.column}"
    # A part of an output, or what the command line names: no text to point into.
    return ":".join([origin.document or "deckbuild", *map(str, origin.path)])


def _excerpt(origin: Origin, places: SourceMap, word: str = "") -> list[str]:
    """Return the source line with the place underlined; nothing where there is no such line."""
    place = places.place(origin, word)
    line = places.line(origin.document, place.line) if place else ""
    if not place or not line.strip():
        return []
    column = place.column - 1
    start = max(0, column - WINDOW // 2) if len(line) > WINDOW else 0
    shown = line[start : start + WINDOW]
    before, under = _blank(line[start:column]), _width(shown[column - start :][: places.width(origin, word)])
    if start:
        shown, before = f"…{shown}", f" {before}"
    tail = "…" if start + WINDOW < len(line) else ""
    return [f"{place.line:>{GUTTER}} | {shown}{tail}", f"{'':>{GUTTER}} | {before}{'^' * max(under, 1)}"]


def _blank(letters: str) -> str:
    """Return spaces as wide as the letters on a terminal; tabs stay: their width is the terminal's."""
    return "".join("\t" if letter == "\t" else " " * _width(letter) for letter in letters)


def _width(letters: str) -> int:
    """Return the columns that letters take on a terminal."""
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in letters
    )
