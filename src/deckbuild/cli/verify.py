"""`deckbuild verify BUNDLE`: whether a bundle is what was released, and what it is built of."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from deckbuild.cli.options import Diagnostics, Json, ProjectDir
from deckbuild.cli.output import finish, show
from deckbuild.cli.progress import progress

if TYPE_CHECKING:
    from deckbuild.pipeline.verify import Checked


def command(
    bundle: Annotated[Path, typer.Argument(metavar="BUNDLE", help="A file that `release` wrote.")],
    rebuild: Annotated[
        bool, typer.Option("--rebuild", help="Build it again from the project, and compare.")
    ] = False,
    project: ProjectDir = Path(),
    json: Json = False,
    diagnostics: Diagnostics = "text",
) -> None:
    """Check every digest of a bundle; name whatever was changed, to the byte where it is one.

    With --rebuild the project is built again in a folder of its own, and each file compared with the one in
    the bundle: byte for byte, or where another zlib compresses differently, by its content.
    """
    from deckbuild.pipeline.verify import verify

    with progress(shown=rebuild and sys.stderr.isatty()) as report:
        answer = verify(bundle, project if rebuild else None, report)
    as_json = (lambda each: each.as_object()) if json else None
    raise typer.Exit(finish(answer, json=as_json, text=_show, form=diagnostics))


def _show(checked: Checked) -> None:
    state = "whole" if checked.whole else "not whole"
    release = f"release {checked.version}, {checked.outputs} files, " if checked.version else ""
    lines = [f"{checked.name}: {release}{state}", f"sha256 {checked.sha256}"]
    rebuilt = checked.rebuilt
    if rebuilt:
        lines.append(
            f"rebuilt: {rebuilt.same} the same byte for byte, {rebuilt.same_content} the same in other "
            f"bytes, {rebuilt.different} different"
        )
    show("\n".join(lines))
