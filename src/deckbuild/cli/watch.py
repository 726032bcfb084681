"""`deckbuild watch`: builds, and builds again what changed; a line a round says what was made and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from deckbuild import __version__
from deckbuild.cli.declare import UsageError
from deckbuild.cli.options import Brand, Formats, Json, Output, Pack, Profiles, ProjectDir, Sessions
from deckbuild.cli.output import COULD_NOT_RUN, show, tell
from deckbuild.cli.report import path_in
from deckbuild.diagnostics.emit import json_objects, summary, text_form
from deckbuild.pipeline.request import BuildRequest

if TYPE_CHECKING:
    from deckbuild.pipeline.request import BuildResult
    from deckbuild.pipeline.watch import Round

MOST_NAMED = 3
"""Names of a list that a line has room for."""


def command(
    sessions: Sessions = None,
    profile: Profiles = None,
    format_: Formats = None,
    pack: Pack = False,
    output: Output = None,
    project: ProjectDir = Path(),
    brand: Brand = None,
    json: Json = False,
) -> None:
    """Build each SESSION, or all, and again whenever a file changes that they are made of.

    The files of a deck that came out as before stay as they are. What is wrong is told as by `build`, and the
    watching goes on. Ctrl-C ends it.
    """
    from deckbuild.pipeline.watch import rounds

    if pack and format_:
        raise UsageError("--pack names its formats itself; leave one of --pack and --format out.")
    request = BuildRequest(
        project=project,
        sessions=tuple(sessions or ()),
        profiles=tuple(profile or ()),
        formats=tuple(format_ or ()),
        pack=pack,
        output=output,
        brand=brand,
    )
    try:
        for n, done in enumerate(rounds(request)):
            _show(done, as_json=json)
            if n == 0 and done.result is not None and not done.result.could_run:
                raise SystemExit(COULD_NOT_RUN)
            if n == 0:
                tell("deckbuild: watching; Ctrl-C ends it")
    except KeyboardInterrupt:
        # How it is meant to end. Each file that is there is whole.
        tell("deckbuild: watching has ended")


def _show(done: Round, *, as_json: bool) -> None:
    if as_json:
        show(_json_line(done))
        return
    if done.result is not None and done.result.diagnostics:
        tell(text_form(done.result.diagnostics, done.result.places))
    tell(_line(done))


def _line(done: Round) -> str:
    """Return what was made and why: `a.yaml changed: replaced b.pptx (1 of 24 files) in 0.12 s`."""
    why = f"{_some(done.changed)} changed: " if done.changed else ""
    if done.result is None:
        return f"deckbuild: {why}{done.fault}"
    found = summary(done.result.diagnostics)
    return f"deckbuild: {why}{_made(done.result)} in {done.seconds:.2f} s{f'; {found}' if found else ''}"


def _made(result: BuildResult) -> str:
    written = [each.path.name for each in result.files if each.written]
    count = len(result.files)
    files = f"{count} file{'' if count == 1 else 's'}"
    if not written:
        return f"nothing replaced, {files} as before" if count else "nothing written"
    return f"replaced {_some(written)} ({len(written)} of {files})"


def _some(names: Sequence[str]) -> str:
    """Return the first names of a list, and how many more there are."""
    more = len(names) - MOST_NAMED
    return ", ".join(names[:MOST_NAMED]) + (f" and {more} more" if more > 0 else "")


def _json_line(done: Round) -> str:
    import json

    result = done.result
    value = {
        "deckbuild": __version__,
        "changed": list(done.changed),
        "fault": done.fault or None,
        "files": [*_objects(result)] if result else [],
        "seconds": round(done.seconds, 3),
        "diagnostics": json_objects(result.diagnostics, result.places) if result else [],
    }
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _objects(result: BuildResult) -> Iterator[dict[str, str | bool]]:
    for each in result.files:
        yield {"path": path_in(result.root, each.path), "sha256": each.sha256, "replaced": each.written}
