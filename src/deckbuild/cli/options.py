"""Arguments and options that several commands have, each declared once with its help and its completion."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from deckbuild.cli import complete
from deckbuild.diagnostics.emit import FORMS

ProjectDir = Annotated[
    Path,
    typer.Option(
        "--project",
        metavar="DIR",
        help="The project, or a folder in it. Without it: this folder.",
        show_default=False,
    ),
]
Sessions = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[SESSION]…",
        help="Id of a session, or path of a local session's file. Without it: all sessions.",
        autocompletion=complete.sessions,
    ),
]
OneSession = Annotated[
    str,
    typer.Argument(
        metavar="SESSION",
        help="Id of a session, or path of a local session's file.",
        autocompletion=complete.sessions,
    ),
]
Profiles = Annotated[
    list[str] | None,
    typer.Option(
        "--profile",
        metavar="NAME",
        help="Agency; may be given several times. Without it: all.",
        autocompletion=complete.profiles,
    ),
]
OneProfile = Annotated[
    str | None,
    typer.Option("--profile", metavar="NAME", help="Agency.", autocompletion=complete.profiles),
]
Json = Annotated[bool, typer.Option("--json", help="Print a JSON object on standard output instead.")]
Diagnostics = Annotated[
    str,
    typer.Option(
        "--diagnostics",
        metavar="FORM",
        help=f"How findings are printed: {', '.join(FORMS)}.",
        callback=complete.must_be(FORMS),
        autocompletion=complete.among(FORMS),
    ),
]
