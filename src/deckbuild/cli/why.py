"""`deckbuild why SLIDE`: every rule that let a slide into a deck or kept it out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from deckbuild.cli import complete
from deckbuild.cli.options import Diagnostics, Json, Profiles, ProjectDir
from deckbuild.cli.output import finish, show
from deckbuild.cli.tables import aligned

if TYPE_CHECKING:
    from deckbuild.pipeline.survey_why import Reasons


def command(
    slide: Annotated[
        str,
        typer.Argument(
            metavar="SLIDE", help="Id of a slide, such as neglect/signs.", autocompletion=complete.slides
        ),
    ],
    session: Annotated[
        list[str] | None,
        typer.Option(
            "--session",
            metavar="SESSION",
            help="Id of a session, or path of a local session's file; may be given several times. "
            "Without it: all that know the slide.",
            autocompletion=complete.sessions,
        ),
    ] = None,
    profile: Profiles = None,
    project: ProjectDir = Path(),
    json: Json = False,
    diagnostics: Diagnostics = "text",
) -> None:
    """Tell why a slide is in a deck or not: every rule, with its file and line and the author's reason."""
    from deckbuild.pipeline.survey import Question
    from deckbuild.pipeline.survey_why import why

    answer = why(slide, Question(project, tuple(session or ()), tuple(profile or ())))
    as_json = (lambda each: each.as_object()) if json else None
    raise typer.Exit(finish(answer, json=as_json, text=_show, form=diagnostics))


def _show(found: Reasons) -> None:
    show(f"{found.slide}: {found.title}\n{found.place}")
    for variant in found.variants:
        where = f"in, part “{variant.part}”" if variant.included else "out"
        show(f"\n{variant.name}: {where}")
        rows = [[each.layer, each.text, str(each.place)] for each in variant.rules]
        for line, rule in zip(aligned(rows), variant.rules, strict=True):
            show(f"  {line}")
            if rule.why:
                show(f"    why: {rule.why}")
        if not rows:
            show("  nothing in this deck calls for it")
    if not found.variants:
        show("\nNo session uses it, and no profile brings it in.")
