"""A request becomes files; where nothing has changed since the last time, they stand already.

A variant is a session for a profile, or a local session. With an error in it nothing of it is written; the
others are.
"""

from __future__ import annotations

from deckbuild.pipeline.request import BuildRequest, BuildResult, Report
from deckbuild.pipeline.unchanged import last_build, result_of


def build(request: BuildRequest, report: Report = lambda _: None) -> BuildResult:
    """Build what is asked for, and return what was written and found. *report* takes each step as it begins.

    Raises:
        ProjectNotFoundError: there is no project in the folder or above it.
        FileError: the system refuses to read a font.
    """
    last = last_build(request)
    if last is not None and last.stands:
        return result_of(last)
    # Only here: a build in which nothing changed loads nothing more than it needs.
    from deckbuild.pipeline.anew import build_anew

    return build_anew(request, report, last)
