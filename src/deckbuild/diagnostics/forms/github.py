"""Findings as workflow commands of GitHub Actions, which shows them beside the lines of a pull request.

Paths are the project's: they name files of the repository where the project is the repository's root folder.
"""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.diagnostics.codes import CODES
from deckbuild.diagnostics.grouping import Finding
from deckbuild.diagnostics.spans import SourceMap

COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def github(findings: Sequence[Finding], places: SourceMap) -> str:
    """Return a line for each finding, such as `::error file=…,line=…,col=…,title=…::message`."""
    return "\n".join(_command(each, places) for each in findings)


def _command(finding: Finding, places: SourceMap) -> str:
    it = finding.diagnostic
    place = places.place(it.origin, it.word)
    code = CODES.get(it.code)
    properties = {
        "file": it.origin.document if place else "",
        "line": str(place.line) if place else "",
        "col": str(place.column) if place else "",
        "endColumn": str(place.column + places.width(it.origin, it.word)) if place else "",
        "title": f"{it.code} {code.title}" if code else it.code,
    }
    written = ",".join(f"{name}={_property(value)}" for name, value in properties.items() if value)
    return f"::{COMMANDS[it.severity]} {written}::{_data(_message(finding, places))}"


def _message(finding: Finding, places: SourceMap) -> str:
    it = finding.diagnostic
    lines = [it.message]
    for origin, what in it.related:
        place = places.place(origin)
        lines.append(f"note: {origin.document}{f':{place.line}:{place.column}' if place else ''}: {what}")
    lines += [f"hint: {hint}" for hint in it.hints]
    return "\n".join(lines)


def _data(text: str) -> str:
    """Return text as the part after the colons wants it (actions/toolkit, `escapeData`)."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Return text as the value of a property (actions/toolkit, `escapeProperty`)."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
