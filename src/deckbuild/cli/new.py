"""`deckbuild new KIND ID`: a commented file in its right place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from deckbuild.cli import complete
from deckbuild.cli.options import Json, ProjectDir
from deckbuild.cli.output import finish, show
from deckbuild.cli.report import shown
from deckbuild.pipeline.start import NEW

if TYPE_CHECKING:
    from deckbuild.pipeline.start import Started


def command(
    kind: Annotated[
        str,
        typer.Argument(
            metavar="KIND",
            help=f"One of {', '.join(NEW)}.",
            callback=lambda word: complete.one_of(word, NEW),
            autocompletion=lambda incomplete: [each for each in NEW if each.startswith(incomplete)],
        ),
    ],
    id_: Annotated[
        str, typer.Argument(metavar="ID", help="Its name: small letters, digits and hyphens, such as types-of-abuse.")
    ],
    project: ProjectDir = Path(),
    json: Json = False,
) -> None:
    """Write a commented, valid file of a new session, module, profile, brand or local session.

    Nothing that exists is overwritten. A local session is written to local/ID.yaml of the project.
    """
    from deckbuild.pipeline.start import start_file

    def text(started: Started) -> None:
        for path in started.files:
            show(shown(started.folder / path))
        show(f"\n{started.next}")

    answer = start_file(kind, id_, project)
    raise typer.Exit(finish(answer, json=(lambda each: each.as_object()) if json else None, text=text))
