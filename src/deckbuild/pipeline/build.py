"""A request becomes files: the project is read, and each variant is made and delivered.

A variant is a session for a profile, or a local session. With an error in it nothing of it is written; the
others are.
"""

from __future__ import annotations

from deckbuild.diagnostics import has_errors
from deckbuild.pipeline.chunk import make_chunk
from deckbuild.pipeline.handouts import unknown_formats, unknown_handouts
from deckbuild.pipeline.plan import prepare, unknown_profiles
from deckbuild.pipeline.request import BuildRequest, BuildResult, Report, Step

NAMES = ("DB108", "DB160", "DB161")
"""Findings of `read` on names; where they stand in no file, the request's names are meant."""


def build(request: BuildRequest, report: Report = lambda _: None) -> BuildResult:
    """Build what is asked for, and return what was written and found. *report* takes each step as it begins.

    Raises:
        ProjectNotFoundError: there is no project in the folder or above it.
        FileError: the system refuses to read a font.
    """
    report(Step(0, 0, "reading the project"))
    prepared = prepare(request)
    project, found = prepared.project, [*prepared.found, *unknown_handouts(prepared.project)]
    wrong = [each for each in found if each.code in NAMES and not each.origin.document]
    wrong += unknown_formats(request)
    if not has_errors(found):
        wrong += unknown_profiles(request, project)
    if wrong:
        return BuildResult(project.root, (), tuple(wrong), project.places, could_run=False)
    if has_errors(found):
        return BuildResult(project.root, (), tuple(found), project.places)
    made = make_chunk(request, prepared, report)
    return BuildResult(project.root, made.files, (*found, *made.findings), project.places)
