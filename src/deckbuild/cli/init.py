"""`deckbuild init DIR`: a small project that builds at once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from deckbuild.cli.options import Json
from deckbuild.cli.output import finish, show
from deckbuild.cli.report import shown

if TYPE_CHECKING:
    from deckbuild.pipeline.start import Started


def command(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A new folder, or an empty one.")],
    json: Json = False,
) -> None:
    """Write a small project that builds at once: one session, two profiles, two modules, a brand."""
    from deckbuild.pipeline.start import start_project

    def text(started: Started) -> None:
        place = shown(folder)
        here = place == "."
        steps = "  deckbuild build" if here else f"  cd {place}\n  deckbuild build"
        show(f"{len(started.files)} files written to {'this folder' if here else place}. Next:\n\n{steps}")

    answer = start_project(folder)
    raise typer.Exit(finish(answer, json=(lambda each: each.as_object()) if json else None, text=text))
