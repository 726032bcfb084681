"""`deckbuild build`: runs the pipeline, shows how far it is, and prints what was written and found."""

from __future__ import annotations

import sys
import time
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from deckbuild.cli import complete
from deckbuild.cli.options import Diagnostics, ProjectDir, Sessions
from deckbuild.cli.output import exit_code, show, tell
from deckbuild.cli.progress import progress
from deckbuild.cli.report import as_json, as_text
from deckbuild.diagnostics.emit import render
from deckbuild.pipeline import DEFAULT_FORMATS, BuildRequest, build, formats

if TYPE_CHECKING:
    from deckbuild.pipeline import BuildResult


class FailOn(StrEnum):
    """From which severity on findings make the exit code 1."""

    error = "error"
    warning = "warning"


FORMAT_HELP = (
    "What to write; may be given several times. Without it: the deck and the kinds of the session's "
    f"`handouts`, or {' and '.join(DEFAULT_FORMATS)}.\n\n\b\n"  # click keeps the lines after a backspace
) + "\n".join(f"{name}: {doc}" for name, doc in formats().items())


def command(
    sessions: Sessions = None,
    profile: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME",
            help="Agency to build for; may be given several times.",
            autocompletion=complete.profiles,
        ),
    ] = None,
    format_: Annotated[
        list[str] | None,
        typer.Option("--format", metavar="NAME", help=FORMAT_HELP, autocompletion=complete.formats),
    ] = None,
    pack: Annotated[
        bool, typer.Option("--pack", help="Write the deck and the session's whole pack of documents.")
    ] = False,
    output: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Write here instead of the project's output folder.")
    ] = None,
    project: ProjectDir = Path(),
    brand: Annotated[
        str | None,
        typer.Option(
            metavar="ID",
            help="Build in this brand instead of each session's own.",
            autocompletion=complete.brands,
        ),
    ] = None,
    verify: Annotated[
        bool,
        typer.Option("--verify", help="Re-open every file as a reader would, and compare."),
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="Print nothing but findings.")] = False,
    json: Annotated[
        bool, typer.Option("--json", help="Print what was written and found as JSON on standard output.")
    ] = False,
    diagnostics: Diagnostics = "text",
    fail_on: Annotated[
        FailOn, typer.Option(help="From which severity on findings make the exit code 1.")
    ] = FailOn.error,
) -> None:
    """Build decks and handouts of each SESSION, or of all.

    A SESSION is an id, or the path of a trainer's local session. Files are written to
    OUTPUT/<session>/<profile>/, as <session>-<profile>.pptx and …-handout-3up.pdf. Of a deck with an error
    nothing is written, and what was there before stays as it was. A pack is what `handouts: pack:` of the
    session or profile lists, and without it every kind that the session has the matter for.
    """
    if pack and format_:
        raise typer.BadParameter("--pack names its formats itself; leave one of --pack and --format out.")
    if json and diagnostics != "text":
        raise typer.BadParameter("--json has the findings already; leave one of the two out.")
    request = BuildRequest(
        project=project,
        sessions=tuple(sessions or ()),
        profiles=tuple(profile or ()),
        formats=tuple(format_ or ()),
        pack=pack,
        output=output,
        brand=brand,
        verify=verify,
    )
    start = time.perf_counter()
    with progress(shown=not quiet and sys.stderr.isatty()) as report:
        result = build(request, report)
    if json:
        show(as_json(result))
    else:
        _tell(result, diagnostics, None if quiet else time.perf_counter() - start)
    strict = fail_on is FailOn.warning
    raise typer.Exit(exit_code(result.diagnostics, could_run=result.could_run, strict=strict))


def _tell(result: BuildResult, form: str, seconds: float | None) -> None:
    """Print findings, files and time. In a form for machines the findings are data: standard output."""
    if form != "text":
        show(render(result.diagnostics, result.places, form))
    text = as_text(result, seconds=seconds, with_findings=form == "text")
    if text:
        tell(text)
