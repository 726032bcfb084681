"""Findings as JSON for programs: an object for each, which holds all that the text form says."""

from __future__ import annotations

import json
from collections.abc import Sequence

from deckbuild import __version__
from deckbuild.diagnostics.grouping import Finding
from deckbuild.diagnostics.spans import SourceMap
from deckbuild.model.origin import Origin


def objects(findings: Sequence[Finding], places: SourceMap) -> list[dict[str, object]]:
    """Return an object for each finding.

    Each has `code`, `severity`, `message`, `file`, `line` and `column` (null where unknown), `path`, `hints`,
    `related`, `decks` and `count`.
    """
    return [_object(each, places) for each in findings]


def json_text(findings: Sequence[Finding], places: SourceMap) -> str:
    """Return a JSON object with the version of deckbuild and the `diagnostics`."""
    whole = {"deckbuild": __version__, "diagnostics": objects(findings, places)}
    return json.dumps(whole, ensure_ascii=False, indent=2)


def _object(finding: Finding, places: SourceMap) -> dict[str, object]:
    it = finding.diagnostic
    return {
        "code": it.code,
        "severity": it.severity,
        "message": it.message,
        **_position(it.origin, places, it.word),
        "path": list(it.origin.path),
        "hints": list(it.hints),
        "related": [{"message": what, **_position(origin, places)} for origin, what in it.related],
        "decks": list(finding.decks),
        "count": finding.count,
    }


def _position(origin: Origin, places: SourceMap, word: str = "") -> dict[str, object]:
    place = places.place(origin, word)
    return {
        "file": origin.document or None,
        "line": place.line if place else None,
        "column": place.column if place else None,
    }
