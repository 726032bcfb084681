"""What every command prints, and the exit code that it ends with: data on standard output, talk on the other.

Text is for people; `--json` is one object with sorted keys, documented in `docs/commands.md`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Mapping
from io import TextIOWrapper
from typing import TYPE_CHECKING, TypeVar

from deckbuild import __version__
from deckbuild.diagnostics.errors import CannotRunError

if TYPE_CHECKING:
    from deckbuild.diagnostics import Diagnostic
    from deckbuild.pipeline.survey import Answer

FOUND, COULD_NOT_RUN = 1, 2

T = TypeVar("T")


def show(text: str) -> None:
    """Print data.

    Raises:
        CannotRunError: the system does not take it.
    """
    if sys.stdout is None:
        raise CannotRunError("standard output is closed")
    _as_utf8()
    try:
        print(text, flush=True)
    except BrokenPipeError:
        raise  # whoever read it has had enough
    except OSError as fault:
        # What is left in the buffer would be tried again when the process ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise CannotRunError(f"standard output cannot be written to: {fault.strerror}") from fault


def show_json(value: Mapping[str, object]) -> None:
    """Print an object with sorted keys, and the version that made it."""
    import json

    show(json.dumps({"deckbuild": __version__, **value}, ensure_ascii=False, indent=2, sort_keys=True))


def tell(text: str) -> None:
    """Print talk."""
    print(text, file=sys.stderr)


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
    from deckbuild.diagnostics.emit import json_objects, render, summary

    if json is not None:
        value = {} if answer.value is None else json(answer.value)
        show_json({**value, "diagnostics": json_objects(answer.diagnostics, answer.places)})
    elif answer.value is not None:
        text(answer.value)
    if answer.diagnostics and (json is None or form != "text"):
        tell(render(answer.diagnostics, answer.places, form))
        if form == "text":
            tell(f"\ndeckbuild: {summary(answer.diagnostics)}")
    return exit_code(answer.diagnostics, could_run=answer.could_run)


def _as_utf8() -> None:
    # A pipe on Windows would take the letters of the system's code page.
    if isinstance(sys.stdout, TextIOWrapper) and not sys.stdout.isatty():
        # A name of the system may hold bytes that are no letters.
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
