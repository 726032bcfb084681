"""The commands and their options.

Typer takes 50 ms to start without completion, rich markup and pretty exceptions, and 120 with them.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from deckbuild import __version__
from deckbuild.cli.build import run_build
from deckbuild.cli.explain import run_explain
from deckbuild.pipeline import DEFAULT_FORMATS, BuildRequest, formats

app = typer.Typer(
    help="Compile training sessions written in YAML into branded PowerPoint decks and PDF handouts.",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


class FailOn(StrEnum):
    """From which severity on findings make the exit code 1."""

    error = "error"
    warning = "warning"


FORMAT_HELP = "\n".join(
    [
        f"What to write; may be given several times. Without it: {' and '.join(DEFAULT_FORMATS)}.",
        *(f"{name}: {doc}." for name, doc in formats().items()),
    ]
)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"deckbuild {__version__}")
        raise typer.Exit


@app.callback()
def options(
    _: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    """Take the options that stand before a command."""


@app.command()
def build(
    sessions: Annotated[list[str] | None, typer.Argument(metavar="[SESSION]…")] = None,
    profile: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Agency to build for; may be given several times."),
    ] = None,
    format_: Annotated[list[str] | None, typer.Option("--format", metavar="NAME", help=FORMAT_HELP)] = None,
    output: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Write here instead of the project's output folder.")
    ] = None,
    project: Annotated[
        Path,
        typer.Option(
            metavar="DIR", help="The project, or a folder in it. Without it: this folder.", show_default=False
        ),
    ] = Path(),
    brand: Annotated[
        str | None, typer.Option(metavar="ID", help="Build in this brand instead of each session's own.")
    ] = None,
    verify: Annotated[
        bool,
        typer.Option("--verify", help="Re-open every file as a reader would, and compare."),
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="Print nothing but findings.")] = False,
    json: Annotated[
        bool, typer.Option("--json", help="Print what was written and found as JSON on standard output.")
    ] = False,
    fail_on: Annotated[
        FailOn, typer.Option(help="From which severity on findings make the exit code 1.")
    ] = FailOn.error,
) -> None:
    """Build decks and handouts of each SESSION, or of all.

    They are written to OUTPUT/<session>/<profile>/, as <session>-<profile>.pptx and …-handout-3up.pdf. Of a
    deck with an error nothing is written, and what was there before stays as it was.
    """
    request = BuildRequest(
        project=project,
        sessions=tuple(sessions or ()),
        profiles=tuple(profile or ()),
        formats=tuple(format_ or ()),
        output=output,
        brand=brand,
        verify=verify,
    )
    raise typer.Exit(run_build(request, quiet=quiet, json=json, strict=fail_on is FailOn.warning))


@app.command()
def explain(code: Annotated[str, typer.Argument(metavar="CODE")]) -> None:
    """Explain the CODE of a finding, such as DB301."""
    raise typer.Exit(run_explain(code))
