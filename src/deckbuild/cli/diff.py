"""`deckbuild diff A B`: what differs between two releases, decks or states of the project, word by word."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from deckbuild.cli import complete
from deckbuild.cli.options import Diagnostics, Json, ProjectDir
from deckbuild.cli.output import FOUND, finish, show
from deckbuild.pipeline.diff import FORMS

if TYPE_CHECKING:
    from deckbuild.pipeline.diff import Compared

SIDE = "A bundle (.zip), a deck (.pptx), a folder of decks, a project’s folder, or git:REVISION"


def command(
    old: Annotated[str, typer.Argument(metavar="A", help=f"The older side. {SIDE}.")],
    new: Annotated[str, typer.Argument(metavar="B", help="The newer side, of any of these kinds.")],
    form: Annotated[
        str,
        typer.Option(
            metavar="FORM",
            help=f"How it is told: {', '.join(FORMS)}.",
            callback=complete.must_be(FORMS),
            autocompletion=complete.among(FORMS),
        ),
    ] = "text",
    session: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ID",
            help="Session; may be given several times. Without it: all.",
            autocompletion=complete.sessions,
        ),
    ] = None,
    fail: Annotated[
        bool, typer.Option("--exit-code", help="End with 1 where anything differs, as git diff does.")
    ] = False,
    project: ProjectDir = Path(),
    json: Json = False,
    diagnostics: Diagnostics = "text",
) -> None:
    """Tell which slides were added, removed, moved or changed, and their words that differ.

    Slides of deckbuild are known by their ids; those of other decks by their titles and words. A change that
    several decks share is told once, but in JSON.
    """
    from deckbuild.pipeline.diff import diff

    def text(compared: Compared) -> None:
        show(compared.written(form).rstrip("\n"))

    answer = diff(old, new, project, tuple(session or ()))
    as_json = (lambda each: each.as_object()) if json or form == "json" else None
    code = finish(answer, json=as_json, text=text, form=diagnostics)
    differs = answer.value is not None and answer.value.differs
    raise typer.Exit(code or (FOUND if fail and differs else 0))
