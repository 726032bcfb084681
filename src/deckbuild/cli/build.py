"""`deckbuild build`: runs the pipeline, shows how far it is, and prints what was written and found."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Annotated

from deckbuild.cli.declare import Option, UsageError
from deckbuild.cli.options import (
    Brand,
    Diagnostics,
    FailFrom,
    FailOn,
    Formats,
    Jobs,
    NoCache,
    Output,
    Pack,
    Profiles,
    ProjectDir,
    Scheduler,
    Sessions,
    check_hands,
)
from deckbuild.cli.progress import progress
from deckbuild.cli.report import report as tell_of
from deckbuild.pipeline import BuildRequest, build
from deckbuild.pipeline.unchanged import Shown, remember_words


def command(
    sessions: Sessions = None,
    profile: Profiles = None,
    format_: Formats = None,
    pack: Pack = False,
    output: Output = None,
    project: ProjectDir = Path(),
    brand: Brand = None,
    verify: Annotated[
        bool,
        Option("--verify", help="Re-open every file as a reader would, and compare."),
    ] = False,
    quiet: Annotated[bool, Option("--quiet", help="Print nothing but findings.")] = False,
    json: Annotated[
        bool, Option("--json", help="Print what was written and found as JSON on standard output.")
    ] = False,
    diagnostics: Diagnostics = "text",
    fail_on: FailFrom = FailOn.error,
    no_cache: NoCache = False,
    jobs: Jobs = None,
    scheduler: Scheduler = None,
) -> None:
    """Build decks and handouts of each SESSION, or of all.

    A SESSION is an id, or the path of a trainer's local session. Files are written to
    OUTPUT/<session>/<profile>/, as <session>-<profile>.pptx and …-handout-3up.pdf. Of a deck with an error
    nothing is written, and what was there before stays as it was. A pack is what `handouts: pack:` of the
    session or profile lists, and without it every kind that the session has the matter for.
    """
    if pack and format_:
        raise UsageError("--pack names its formats itself; leave one of --pack and --format out.")
    if json and diagnostics != "text":
        raise UsageError("--json has the findings already; leave one of the two out.")
    check_hands(jobs, scheduler)
    request = BuildRequest(
        project=project,
        sessions=tuple(sessions or ()),
        profiles=tuple(profile or ()),
        formats=tuple(format_ or ()),
        pack=pack,
        output=output,
        brand=brand,
        verify=verify,
        cache=not no_cache,
    )
    start = time.perf_counter()
    with progress(shown=not quiet and sys.stderr.isatty()) as report:
        result = build(request, report, jobs=jobs, scheduler=scheduler)
    seconds = time.perf_counter() - start
    shown = Shown(json, quiet, diagnostics, fail_on is FailOn.warning)
    if result.could_run:
        remember_words(request, sys.argv[1:], shown)
    raise SystemExit(tell_of(result, shown, seconds))
