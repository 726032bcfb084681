"""`deckbuild check`: says what a build would find wrong, and writes nothing; for hooks and CI."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from deckbuild.cli.declare import Argument, UsageError
from deckbuild.cli.options import (
    Brand,
    Diagnostics,
    FailFrom,
    FailOn,
    Formats,
    Json,
    NoCache,
    Pack,
    Profiles,
    ProjectDir,
)
from deckbuild.cli.output import exit_code, show, show_json, tell
from deckbuild.cli.progress import progress
from deckbuild.pipeline.request import BuildRequest

if TYPE_CHECKING:
    from deckbuild.pipeline.check import Checked


def command(
    what: Annotated[
        list[str] | None,
        Argument(
            metavar="[SESSION|FILE]…",
            help="Id of a session, or a file: then the sessions that use it; or a folder of files. Without "
            "any: all sessions.",
            completion="sessions",
        ),
    ] = None,
    profile: Profiles = None,
    format_: Formats = None,
    pack: Pack = False,
    project: ProjectDir = Path(),
    brand: Brand = None,
    json: Json = False,
    diagnostics: Diagnostics = "text",
    fail_on: FailFrom = FailOn.error,
    no_cache: NoCache = False,
) -> None:
    """Check each SESSION, or all: read, assemble, lay out, draw, and write nothing.

    Of a FILE (a module, a profile, a picture, even one that was deleted) the sessions that use it are
    checked; a trainer's local session is checked itself. The exit code is that of `build`.
    """
    from deckbuild.pipeline.check import check

    if pack and format_:
        raise UsageError("--pack names its formats itself; leave one of --pack and --format out.")
    if json and diagnostics != "text":
        raise UsageError("--json has the findings already; leave one of the two out.")
    files = [Path(word) for word in what or () if _is_file(word)]
    request = BuildRequest(
        project=project,
        sessions=tuple(word for word in what or () if not _is_file(word)),
        profiles=tuple(profile or ()),
        formats=tuple(format_ or ()),
        pack=pack,
        brand=brand,
        cache=not no_cache,
    )
    start = time.perf_counter()
    with progress(shown=sys.stderr.isatty()) as report:
        checked = check(request, files, report)
    seconds = time.perf_counter() - start
    if json:
        show_json(_object(checked))
    else:
        _tell(checked, diagnostics, seconds)
    result, strict = checked.result, fail_on is FailOn.warning
    raise SystemExit(exit_code(result.diagnostics, could_run=result.could_run, strict=strict))


def _is_file(word: str) -> bool:
    """Return whether a word is a path: ids of sessions have neither dots nor slashes."""
    return any(each in word for each in "./\\")


def _tell(checked: Checked, form: str, seconds: float) -> None:
    """Print what was found and checked. In a form for machines findings are data: standard output."""
    from deckbuild.diagnostics.emit import render, summary

    result = checked.result
    said = render(result.diagnostics, result.places, form)
    if form != "text":
        show(said)
    elif said:
        tell(f"{said}\n" if result.could_run else said)
    for file in checked.unused:
        tell(f"deckbuild: no session uses {file}")
    if result.could_run:
        count = len(checked.sessions)
        found = summary(result.diagnostics) or "nothing wrong"
        tell(f"deckbuild: {count} session{'' if count == 1 else 's'} checked in {seconds:.1f} s; {found}")


def _object(checked: Checked) -> dict[str, object]:
    from deckbuild.diagnostics.emit import json_objects

    return {
        "sessions": list(checked.sessions),
        "unused": list(checked.unused),
        "diagnostics": json_objects(checked.result.diagnostics, checked.result.places),
    }
