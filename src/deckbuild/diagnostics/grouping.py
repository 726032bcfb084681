"""Diagnostics in, findings out: sorted by place, and each fault once, however many decks it is in."""

from __future__ import annotations

from collections.abc import Iterable

from deckbuild.diagnostics.diagnostic import Diagnostic
from deckbuild.diagnostics.spans import SourceMap
from deckbuild.model.dataclasses import dataclass, replace

RANK = {"error": 0, "warning": 1, "info": 2}


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
        place = places.place(each.origin, each.word) or (0, 0)
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


def summary(diagnostics: Iterable[Diagnostic]) -> str:
    """Return how many distinct findings there are, for example `2 errors, 1 warning`; empty for none."""
    severities: list[str] = [each.diagnostic.severity for each in group(diagnostics)]
    counts = ((name, severities.count(name)) for name in RANK)
    return ", ".join(f"{n} {name if n == 1 or name == 'info' else name + 's'}" for name, n in counts if n)
