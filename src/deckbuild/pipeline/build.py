"""A request becomes files; where nothing has changed since the last time, they stand already.

A variant is a session for a profile, or a local session. With an error in it nothing of it is written; the
others are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuild.pipeline.request import BuildRequest, BuildResult, Report
from deckbuild.pipeline.unchanged import last_build, result_of

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from deckbuild.pipeline.workshop import Workshop


def build(
    request: BuildRequest,
    report: Report = lambda _: None,
    *,
    jobs: int | None = None,
    executor: Executor | None = None,
    scheduler: str | None = None,
    workshop: Workshop | None = None,
) -> BuildResult:
    """Build what is asked for, and return what was written and found; the same files whoever makes them.

    Args:
        request: What is asked for.
        report: Takes each step as it begins.
        jobs: How many processes to run at a time, at most; None for as many as can run, where there is enough
            to do for several.
        executor: Takes the work in place of processes of our own. What it is given can be pickled.
        scheduler: Address of the scheduler of a Dask cluster that takes the work.
        workshop: What this process keeps from build to build; None for nothing.

    Raises:
        ProjectNotFoundError: there is no project in the folder or above it.
        FileError: the system refuses to read a font.
        CannotRunError: the cluster cannot be reached, or processes die again and again.
    """
    last = last_build(request)
    if last is not None and last.stands:
        return result_of(last)
    # Only here: a build in which nothing changed loads nothing more than it needs.
    from deckbuild.pipeline.anew import build_anew
    from deckbuild.pipeline.hands import Hands

    return build_anew(request, report, last, Hands(jobs, executor, scheduler), workshop)
