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
            callback=complete.must_be(NEW),
            autocompletion=complete.among(NEW),
        ),
    ],
    id_: Annotated[
        str,
        typer.Argument(
            metavar="ID", help="Its name: small letters, digits and hyphens, such as types-of-abuse."
        ),
    ],
    session: Annotated[
        str,
        typer.Option(
            metavar="SESSION",
            help="For a local session: what it extends. Without it: the first session.",
            show_default=False,
            autocompletion=complete.sessions,
        ),
    ] = "",
    profile: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            help="For a local session: whose deck. Without it: the session's first.",
            show_default=False,
            autocompletion=complete.profiles,
        ),
    ] = "",
    project: ProjectDir = Path(),
    json: Json = False,
) -> None:
    """Write a commented, valid file of a new session, module, profile, brand or local session.

    Nothing that exists is overwritten. A local session is written to local/ID.yaml of the project.
    """
    from deckbuild.pipeline.start import start_file

    if kind != "local" and (session or profile):
        raise typer.BadParameter("--session and --profile are for a local session.")

    def text(started: Started) -> None:
        for path in started.files:
            show(shown(started.folder / path))
        show(f"\n{started.next}")

    answer = start_file(kind, id_, project, session, profile)
    raise typer.Exit(finish(answer, json=(lambda each: each.as_object()) if json else None, text=text))
