"""`deckbuild build`: runs the pipeline, shows how far it is, and prints what was written and found."""

from __future__ import annotations

import sys
import time

from deckbuild.cli.progress import progress
from deckbuild.cli.report import as_json, as_text
from deckbuild.pipeline import BuildRequest, BuildResult, build

FOUND, COULD_NOT_RUN = 1, 2


def run_build(request: BuildRequest, *, quiet: bool, json: bool, strict: bool) -> int:
    """Build, print, and return the exit code; with *strict*, warnings count as findings."""
    start = time.perf_counter()
    with progress(shown=not quiet and sys.stderr.isatty()) as report:
        result = build(request, report)
    if json:
        # A pipe on Windows would take the letters of the system's code page.
        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
        print(as_json(result))
    else:
        text = as_text(result, seconds=None if quiet else time.perf_counter() - start)
        if text:
            print(text, file=sys.stderr)
    return _exit_code(result, strict=strict)


def _exit_code(result: BuildResult, *, strict: bool) -> int:
    if not result.could_run:
        return COULD_NOT_RUN
    counting = ("error", "warning") if strict else ("error",)
    return FOUND if any(each.severity in counting for each in result.diagnostics) else 0
