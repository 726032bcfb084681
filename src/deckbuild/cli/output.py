"""What every command prints, and the exit code that it ends with: data on standard output, talk on the other.

Text is for people; `--json` is one object with sorted keys, documented in `docs/commands.md`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from io import TextIOWrapper
from typing import TYPE_CHECKING, TypeVar

from deckbuild import __version__
from deckbuild.diagnostics.emit import json_objects, summary, text_form

if TYPE_CHECKING:
    from deckbuild.diagnostics import Diagnostic, SourceMap
    from deckbuild.pipeline import Answer

FOUND, COULD_NOT_RUN = 1, 2
FORMS = ("text", "json", "sarif", "github")
"""How findings can be printed."""

T = TypeVar("T")


def show(text: str) -> None:
    """Print data."""
    _as_utf8()
    print(text)


def show_json(value: Mapping[str, object]) -> None:
    """Print an object with sorted keys, and the version that made it."""
    import json

    show(json.dumps({"deckbuild": __version__, **value}, ensure_ascii=False, indent=2, sort_keys=True))


def tell(text: str) -> None:
    """Print talk."""
    print(text, file=sys.stderr)


def findings(found: Iterable[Diagnostic], places: SourceMap, form: str) -> str:
    """Return findings in one of `FORMS`; empty for none in a form for people."""
    if form == "text":
        return text_form(found, places)
    from deckbuild.diagnostics.emit import render

    return render(found, places, form)


def exit_code(found: Iterable[Diagnostic], *, could_run: bool = True, strict: bool = False) -> int:
    """Return what the process ends with; with *strict*, warnings count as findings."""
    if not could_run:
        return COULD_NOT_RUN
    counting = ("error", "warning") if strict else ("error",)
    return FOUND if any(each.severity in counting for each in found) else 0


def finish(
    answer: Answer[T],
    *,
    json: Callable[[T], Mapping[str, object]] | None,
    text: Callable[[T], None],
    form: str = "text",
) -> int:
    """Print an answer and its findings, and return the exit code. *json* is None where text is wanted."""
    if json is not None:
        value = {} if answer.value is None else json(answer.value)
        show_json({**value, "diagnostics": json_objects(answer.diagnostics, answer.places)})
    elif answer.value is not None:
        text(answer.value)
    if answer.diagnostics and (json is None or form != "text"):
        tell(findings(answer.diagnostics, answer.places, form))
        if form == "text":
            tell(f"\ndeckbuild: {summary(answer.diagnostics)}")
    return exit_code(answer.diagnostics, could_run=answer.could_run)


def _as_utf8() -> None:
    # A pipe on Windows would take the letters of the system's code page.
    if isinstance(sys.stdout, TextIOWrapper) and not sys.stdout.isatty():
        sys.stdout.reconfigure(encoding="utf-8")
