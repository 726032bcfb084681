"""Findings as a SARIF 2.1.0 log, which GitHub, Azure DevOps and editors read (OASIS, 27 March 2020).

Files are relative to the project's folder (`%SRCROOT%`), lines and columns count from 1 in characters.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Sequence
from urllib.parse import quote

from deckbuild import __version__
from deckbuild.diagnostics.codes import CODES
from deckbuild.diagnostics.grouping import Finding
from deckbuild.diagnostics.pages import code_page
from deckbuild.diagnostics.spans import SourceMap
from deckbuild.model.origin import Origin

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {"error": "error", "warning": "warning", "info": "note"}
ROOT = "%SRCROOT%"
FINGERPRINT = "deckbuild/v1"

_EMBEDDED = re.compile(r"\[(?=[^\]]*\]\()")
"""What would begin a link in a plain text message (SARIF 2.1.0, 3.11.6)."""


def sarif(findings: Sequence[Finding], places: SourceMap) -> str:
    """Return the log of one run as JSON."""
    codes = sorted({each.diagnostic.code for each in findings})
    rules = [_rule(code) for code in codes]
    seen: Counter[str] = Counter()
    results = [_result(each, places, codes, seen) for each in findings]
    run = {
        "tool": {"driver": {"name": "deckbuild", "version": __version__, "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {ROOT: {"description": {"text": "The folder of the project."}}},
        "results": results,
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def fingerprint(finding: Finding) -> str:
    """Return a digest of a finding that stays when lines move, or entries are put before it.

    It is made of the code, the document, the names of the path and the message. Numbers are left out: they
    count lines and entries.
    """
    it = finding.diagnostic
    path = [_uncounted(each) for each in it.origin.path if isinstance(each, str)]
    parts = [it.code, it.origin.document, *path, _uncounted(it.message)]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]


def _uncounted(text: str) -> str:
    return re.sub(r"\d+", "#", text)


def _rule(code: str) -> dict[str, object]:
    entry = CODES.get(code)
    if entry is None:
        return {"id": code}
    return {
        "id": code,
        "shortDescription": {"text": entry.title},
        "fullDescription": {"text": entry.explanation},
        "help": {"text": entry.explanation, "markdown": code_page(code)},
    }


def _result(
    finding: Finding, places: SourceMap, codes: Sequence[str], seen: Counter[str]
) -> dict[str, object]:
    it = finding.diagnostic
    digest = fingerprint(finding)
    seen[digest] += 1
    result: dict[str, object] = {
        "ruleId": it.code,
        "ruleIndex": codes.index(it.code),
        "level": LEVELS[it.severity],
        "message": {"text": _message(f"{it.message}. {' '.join(it.hints)}".strip())},
        "partialFingerprints": {FINGERPRINT: f"{digest}:{seen[digest]}"},
    }
    if it.origin.document:
        result["locations"] = [_location(it.origin, places, it.word)]
    related = [(origin, what) for origin, what in it.related if origin.document]
    if related:
        result["relatedLocations"] = [
            {"id": n, **_location(origin, places), "message": {"text": _message(what)}}
            for n, (origin, what) in enumerate(related, start=1)
        ]
    if finding.decks:
        result["properties"] = {"decks": list(finding.decks)}
    return result


def _message(text: str) -> str:
    return _EMBEDDED.sub(r"\\[", text)


def _location(origin: Origin, places: SourceMap, word: str = "") -> dict[str, object]:
    physical: dict[str, object] = {"artifactLocation": _artifact(origin.document)}
    place = places.place(origin, word)
    if place:
        physical["region"] = {
            "startLine": place.line,
            "startColumn": place.column,
            "endColumn": place.column + places.width(origin, word),
        }
        line = places.line(origin.document, place.line)
        physical["contextRegion"] = {"startLine": place.line, "snippet": {"text": line}}
    location: dict[str, object] = {"physicalLocation": physical}
    if origin.path and not (place and places.is_mark(origin)):
        location["logicalLocations"] = [{"fullyQualifiedName": "/".join(map(str, origin.path))}]
    return location


def _artifact(document: str) -> dict[str, str]:
    """Return a reference to a file: relative to the project, but for a file that lies outside it."""
    absolute = re.match(r"/|[A-Za-z]:[/\\]", document)
    if absolute:
        path = document.replace("\\", "/")
        return {"uri": f"file://{'' if path.startswith('/') else '/'}{quote(path, safe='/:')}"}
    return {"uri": quote(document), "uriBaseId": ROOT}
