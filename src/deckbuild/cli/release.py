"""`deckbuild release VERSION`: builds sessions into one bundle that proves itself."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from deckbuild.cli import complete
from deckbuild.cli.options import Diagnostics, Json, ProjectDir
from deckbuild.cli.output import exit_code, show, show_json, tell
from deckbuild.cli.progress import progress
from deckbuild.cli.report import shown
from deckbuild.diagnostics.emit import json_objects, render, summary

if TYPE_CHECKING:
    from deckbuild.pipeline.release import Released, ReleaseResult


def command(
    version: Annotated[str, typer.Argument(metavar="VERSION", help="Of the release, such as 1.2.0.")],
    session: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ID",
            help="Session; may be given several times. Without it: all.",
            autocompletion=complete.sessions,
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Folder of the bundle. Without it: releases in the output folder."),
    ] = None,
    since: Annotated[
        Path | None,
        typer.Option(
            metavar="BUNDLE",
            help="What CHANGES.md compares with. Without it: the newest earlier bundle in the folder.",
        ),
    ] = None,
    allow: Annotated[
        list[str] | None,
        typer.Option(
            metavar="WHAT",
            help="slot:KEY or review:ID: release although the slot is open, or the review has expired; may "
            "be given several times.",
        ),
    ] = None,
    on: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            help="Day that reviews are held against. Without it: that of SOURCE_DATE_EPOCH, else the newest "
            "date of the sessions.",
        ),
    ] = None,
    spdx: Annotated[
        bool, typer.Option("--spdx", help="Add a list of fonts and pictures in SPDX 2.3.")
    ] = False,
    project: ProjectDir = Path(),
    quiet: Annotated[bool, typer.Option("--quiet", help="Print nothing but findings.")] = False,
    json: Json = False,
    diagnostics: Diagnostics = "text",
) -> None:
    """Build decks and packs into one bundle, with the records by which anybody can check it.

    A release is refused while anything has an error, a slot is open or a review has expired; the last two can
    be let pass by name. The same project gives the same bundle, on any machine.
    """
    from deckbuild.pipeline.release import ReleaseRequest, release

    request = ReleaseRequest(
        project=project,
        version=version,
        sessions=tuple(session or ()),
        output=output,
        since=since,
        allow=tuple(allow or ()),
        on=on,
        epoch=os.environ.get("SOURCE_DATE_EPOCH"),
        spdx=spdx,
    )
    with progress(shown=not quiet and sys.stderr.isatty()) as report:
        result = release(request, report)
    if json:
        objects = json_objects(result.diagnostics, result.places)
        show_json({"bundle": _object(result), "diagnostics": objects})
    elif result.bundle and not quiet:
        show(_line(result.bundle))
    if result.diagnostics and (not json or diagnostics != "text"):
        tell(render(result.diagnostics, result.places, diagnostics))
        if diagnostics == "text":
            tell(f"\ndeckbuild: {summary(result.diagnostics)}")
    raise typer.Exit(exit_code(result.diagnostics, could_run=result.could_run))


def _line(bundle: Released) -> str:
    compared = f"compared with {bundle.since}" if bundle.since else "a first release"
    there = "" if bundle.written else "; it stood there already"
    return (
        f"{shown(bundle.path)}  {bundle.outputs} files  {bundle.bytes / 1000:,.0f} kB  {compared}{there}\n"
        f"sha256 {bundle.sha256}"
    )


def _object(result: ReleaseResult) -> dict[str, object] | None:
    bundle = result.bundle
    if bundle is None:
        return None
    inside = bundle.path.is_relative_to(result.root)
    return {
        "path": (bundle.path.relative_to(result.root) if inside else bundle.path).as_posix(),
        "version": bundle.version,
        "bytes": bundle.bytes,
        "sha256": bundle.sha256,
        "outputs": bundle.outputs,
        "members": bundle.members,
        "since": bundle.since,
        "written": bundle.written,
    }
