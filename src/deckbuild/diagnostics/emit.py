"""Findings as text for people and as objects for JSON: diagnostics and a source map in.

The text form is a compiler's, `file:line:col: error[DB110]: message`, which editors and CI can follow.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace

from deckbuild.diagnostics.diagnostic import Diagnostic
from deckbuild.diagnostics.spans import SourceMap
from deckbuild.model.origin import Origin

RANK = {"error": 0, "warning": 1, "info": 2}
WINDOW = 120
"""Characters of a source line that are shown; a longer line is cut around the caret."""
DECKS_NAMED = 6
"""Decks that are named in the text form before the rest is only counted."""


@dataclass(frozen=True, slots=True)
class Finding:
    """The same diagnostic, in however many decks it was found."""

    diagnostic: Diagnostic
    """Without a deck."""
    decks: tuple[str, ...]
    """Sorted; empty where the finding depends on none."""
    count: int
    """How many times it was reported."""


def order(diagnostics: Iterable[Diagnostic], places: SourceMap) -> list[Diagnostic]:
    """Return the diagnostics by document, place, severity, code and message; those without a place first."""

    def key(each: Diagnostic) -> tuple[str, int, int, int, str, str, str]:
        place = places.place(each.origin) or (0, 0)
        return each.origin.document, *place, RANK[each.severity], each.code, each.message, each.deck

    return sorted(diagnostics, key=key)


def group(diagnostics: Iterable[Diagnostic]) -> tuple[Finding, ...]:
    """Return each distinct finding once, where it first stood, with the decks that it was found in."""
    decks: dict[Diagnostic, list[str]] = {}
    for each in diagnostics:
        decks.setdefault(replace(each, deck=""), []).append(each.deck)
    return tuple(
        Finding(diagnostic, tuple(sorted(set(found) - {""})), len(found))
        for diagnostic, found in decks.items()
    )


def text_form(diagnostics: Iterable[Diagnostic], places: SourceMap) -> str:
    """Return the findings for people, sorted and grouped, with a blank line between them; empty for none."""
    return "\n\n".join(_text(each, places) for each in group(order(diagnostics, places)))


def json_objects(diagnostics: Iterable[Diagnostic], places: SourceMap) -> list[dict[str, object]]:
    """Return the findings as objects for JSON, sorted and grouped.

    Each has `code`, `severity`, `message`, `file`, `line` and `column` (null where unknown), `path`, `hints`,
    `related`, `decks` and `count`.
    """
    return [_object(each, places) for each in group(order(diagnostics, places))]


def summary(diagnostics: Iterable[Diagnostic]) -> str:
    """Return how many distinct findings there are, for example `2 errors, 1 warning`; empty for none."""
    severities: list[str] = [each.diagnostic.severity for each in group(diagnostics)]
    counts = ((name, severities.count(name)) for name in RANK)
    return ", ".join(f"{n} {name if n == 1 or name == 'info' else name + 's'}" for name, n in counts if n)


def _where(origin: Origin, places: SourceMap) -> str:
    place = places.place(origin)
    if place:
        return f"{origin.document}:{place.line}:{place.column}"
    # A part of an output, or what the command line names: no text to point into.
    return ":".join([origin.document or "deckbuild", *map(str, origin.path)])


def _text(finding: Finding, places: SourceMap) -> str:
    it = finding.diagnostic
    lines = [f"{_where(it.origin, places)}: {it.severity}[{it.code}]: {it.message}"]
    lines += _excerpt(it.origin, places)
    lines += [f"  note: {_where(origin, places)}: {what}" for origin, what in it.related]
    lines += [f"  hint: {hint}" for hint in it.hints]
    if finding.decks:
        named, more = finding.decks[:DECKS_NAMED], len(finding.decks) - DECKS_NAMED
        lines.append(f"  found in {', '.join(named)}{f' and {more} more' if more > 0 else ''}")
    elif finding.count > 1:
        lines.append(f"  found {finding.count} times")
    return "\n".join(lines)


def _excerpt(origin: Origin, places: SourceMap) -> list[str]:
    """Return the source line with a caret under the place; nothing where there is no such line."""
    place = places.place(origin)
    line = places.line(origin.document, place.line) if place else ""
    if not place or not line.strip():
        return []
    column = place.column - 1
    start = max(0, column - WINDOW // 2) if len(line) > WINDOW else 0
    shown = line[start : start + WINDOW]
    before = _blank(line[start:column])
    if start:
        shown, before = f"…{shown}", f" {before}"
    gutter = f"{place.line:>6} | "
    return [f"{gutter}{shown}{'…' if start + WINDOW < len(line) else ''}", f"{' ' * 6} | {before}^"]


def _blank(text: str) -> str:
    """Return spaces as wide as the text is on a terminal; tabs stay: their width is the terminal's."""
    return "".join(map(_blank_letter, text))


def _blank_letter(letter: str) -> str:
    if letter == "\t":
        return letter
    if unicodedata.combining(letter):
        return ""
    return "  " if unicodedata.east_asian_width(letter) in "WF" else " "


def _object(finding: Finding, places: SourceMap) -> dict[str, object]:
    it = finding.diagnostic
    return {
        "code": it.code,
        "severity": it.severity,
        "message": it.message,
        **_position(it.origin, places),
        "path": list(it.origin.path),
        "hints": list(it.hints),
        "related": [{"message": what, **_position(origin, places)} for origin, what in it.related],
        "decks": list(finding.decks),
        "count": finding.count,
    }


def _position(origin: Origin, places: SourceMap) -> dict[str, object]:
    place = places.place(origin)
    return {
        "file": origin.document or None,
        "line": place.line if place else None,
        "column": place.column if place else None,
    }
