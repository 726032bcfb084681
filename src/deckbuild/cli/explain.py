"""`deckbuild explain CODE`: what a finding means, from the catalogue."""

from __future__ import annotations

import textwrap
from typing import Annotated

import typer

from deckbuild.cli import complete
from deckbuild.cli.options import Json
from deckbuild.cli.output import COULD_NOT_RUN, show, show_json, tell
from deckbuild.diagnostics import did_you_mean
from deckbuild.diagnostics.codes import CODES


def command(
    code: Annotated[str, typer.Argument(metavar="CODE", autocompletion=complete.codes)], json: Json = False
) -> None:
    """Explain the CODE of a finding, such as DB301."""
    entry = CODES.get(code.upper())
    if entry is None:
        hints = "".join(f"\n  hint: {hint}" for hint in did_you_mean(code.upper(), CODES))
        tell(f"deckbuild: there is no code “{code}”{hints}")
        raise typer.Exit(COULD_NOT_RUN)
    if json:
        show_json({"code": entry.code, "title": entry.title, "explanation": entry.explanation})
    else:
        show(f"{entry.code}: {entry.title}\n\n{textwrap.fill(entry.explanation, 79)}")
