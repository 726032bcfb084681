"""Findings as text for people and for programs: diagnostics and a source map in, one of the forms out."""

from __future__ import annotations

from collections.abc import Iterable

from deckbuild.diagnostics.diagnostic import Diagnostic
from deckbuild.diagnostics.grouping import Finding, group, order, summary
from deckbuild.diagnostics.spans import SourceMap

__all__ = ["FORMS", "json_objects", "render", "summary", "text_form"]

FORMS = ("text", "json", "sarif", "github")
"""What `render` can make: for people, for programs, for code scanning, for GitHub Actions."""


def render(findings: Iterable[Diagnostic], places: SourceMap, form: str) -> str:
    """Return the findings in one of `FORMS`, sorted by place, each distinct one once.

    Without findings the forms `text` and `github` are empty; `json` and `sarif` are documents that hold none.

    Raises:
        ValueError: there is no such form.
    """
    grouped = _grouped(findings, places)
    # Each form on its own path: a build without findings loads none of them.
    match form:
        case "text":
            from deckbuild.diagnostics.forms.text import text

            return text(grouped, places)
        case "json":
            from deckbuild.diagnostics.forms.objects import json_text

            return json_text(grouped, places)
        case "sarif":
            from deckbuild.diagnostics.forms.sarif import sarif

            return sarif(grouped, places)
        case "github":
            from deckbuild.diagnostics.forms.github import github

            return github(grouped, places)
        case _:
            raise ValueError(f"there is no form {form!r}")


def text_form(diagnostics: Iterable[Diagnostic], places: SourceMap) -> str:
    """Return the findings for people; empty for none."""
    return render(diagnostics, places, "text")


def json_objects(diagnostics: Iterable[Diagnostic], places: SourceMap) -> list[dict[str, object]]:
    """Return the findings as the objects that the JSON form holds, for a larger document."""
    from deckbuild.diagnostics.forms.objects import objects

    return objects(_grouped(diagnostics, places), places)


def _grouped(diagnostics: Iterable[Diagnostic], places: SourceMap) -> tuple[Finding, ...]:
    return group(order(diagnostics, places))
