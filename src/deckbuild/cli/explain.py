"""`deckbuild explain CODE`: what a finding means, how it looks in a file, and what to write instead."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Annotated

import typer

from deckbuild.cli import complete
from deckbuild.cli.options import Json
from deckbuild.cli.output import COULD_NOT_RUN, show, show_json, tell
from deckbuild.diagnostics import did_you_mean
from deckbuild.diagnostics.codes import CODES, Code
from deckbuild.diagnostics.examples import EXAMPLES, Example

WIDTH = 79


def command(
    code: Annotated[str, typer.Argument(metavar="CODE", autocompletion=complete.codes)], json: Json = False
) -> None:
    """Explain the CODE of a finding, such as DB301."""
    entry = CODES.get(code.upper())
    if entry is None:
        hints = "".join(f"\n  hint: {hint}" for hint in did_you_mean(code.upper(), CODES))
        tell(f"deckbuild: there is no code “{code}”{hints}")
        raise typer.Exit(COULD_NOT_RUN)
    example = EXAMPLES.get(entry.code)
    if json:
        show_json(_object(entry, example))
    else:
        show("\n".join(_lines(entry, example)))


def _lines(entry: Code, example: Example | None) -> Iterator[str]:
    yield f"{entry.code}: {entry.title}\n"
    yield textwrap.fill(entry.explanation, WIDTH)
    if example is not None:
        yield f"\nFor example{f', in {example.file}' if example.file else ''}:\n"
        yield _indented(example.wrong, example)
        yield "\nInstead:\n"
        yield _indented(example.right, example)


def _indented(text: str, example: Example) -> str:
    words = text.rstrip() if example.language else textwrap.fill(text, WIDTH - 4)
    return textwrap.indent(words, "    ")


def _object(entry: Code, example: Example | None) -> dict[str, object]:
    shown = example and {"file": example.file or None, "wrong": example.wrong, "right": example.right}
    return {"code": entry.code, "title": entry.title, "explanation": entry.explanation, "example": shown}
