"""A request becomes files: it is planned, and each variant that is not as it was is made."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from deckbuild.diagnostics import SourceMap, has_errors
from deckbuild.pipeline.hands import Hands, carry_out
from deckbuild.pipeline.joined import joined
from deckbuild.pipeline.plan import local_files
from deckbuild.pipeline.remembered import opened, told
from deckbuild.pipeline.request import BuildRequest, BuildResult, Report, Step
from deckbuild.pipeline.unchanged import keep
from deckbuild.pipeline.units import units
from deckbuild.pipeline.untouched import merged, record_of, touched
from deckbuild.pipeline.workshop import Workshop

if TYPE_CHECKING:
    from deckbuild.pipeline.unchanged import Last


def build_anew(
    request: BuildRequest,
    report: Report,
    last: Last | None,
    hands: Hands | None = None,
    workshop: Workshop | None = None,
) -> BuildResult:
    """Build what is asked for.

    Args:
        request: What is asked for.
        report: Takes each step as it begins.
        last: What is known of the last time; None for nothing.
        hands: Who does it; None for whoever does it fastest.
        workshop: What this process keeps from build to build; None for nothing.

    Raises:
        ProjectNotFoundError: there is no project in the folder or above it.
        FileError: the system refuses to read a font.
        CannotRunError: a cluster cannot be reached, or processes die again and again.
    """
    report(Step(0, 0, "reading the project"))
    root = last.root if last else _root(request)
    with opened(request, root, last.code if last else None) as memory:
        result = _built(request, report, root, last, (workshop or Workshop()).go_on(memory), hands or Hands())
    troubles = told(memory)
    if not troubles:
        return result
    return BuildResult(
        result.root, result.files, (*result.diagnostics, *troubles), result.places, result.could_run
    )


def _root(request: BuildRequest) -> Path:
    from deckbuild.read.root import find_root

    return find_root(local_files(request.project, request.sessions)[0])


def _built(
    request: BuildRequest,
    report: Report,
    root: Path,
    last: Last | None,
    workshop: Workshop,
    hands: Hands,
) -> BuildResult:
    only = touched(last)
    plan = units(request, root, only)
    made = joined(carry_out(plan, hands, root, workshop, report))
    assert isinstance(made.places, SourceMap)
    result = BuildResult(root, made.files, made.findings, made.places, made.could_run)
    if not made.could_run or last is None or made.seen is None:
        return result
    if only is not None:
        result = merged(result, last, only, made.seen)
    if not has_errors(result.diagnostics):
        keep(last, record_of(last, made.readers, made.seen, result, only))
    return result
