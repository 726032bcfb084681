"""Sessions and files in, what is wrong with the sessions out: all is made as in a build, none is written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from deckbuild.model.dataclasses import dataclass, replace
from deckbuild.pipeline.build import build
from deckbuild.pipeline.request import BuildRequest, BuildResult, Report

if TYPE_CHECKING:
    from deckbuild.pipeline.users import Users


@dataclass(frozen=True, slots=True)
class Checked:
    """What was checked, and what was found."""

    result: BuildResult
    """Without files."""
    sessions: tuple[str, ...]
    """Ids, and paths of local sessions."""
    unused: tuple[str, ...]
    """Files that no session uses, as they were given. Documents among them were read by themselves."""


def check(request: BuildRequest, files: Sequence[Path] = (), report: Report = lambda _: None) -> Checked:
    """Check the sessions of a request, and those that use any of the files; without either, all.

    Raises:
        ProjectNotFoundError: there is no project.
        FileError: the system refuses to read a font.
    """
    request = replace(request, write=False)
    if not files:
        return Checked(build(request, report), request.sessions or _all(request), ())
    from deckbuild.pipeline.users import users

    found = users(request, files)
    sessions = tuple(dict.fromkeys((*request.sessions, *found.sessions)))
    if not sessions:
        return Checked(BuildResult(found.root, (), found.found, found.places), (), found.unused)
    result = build(replace(request, sessions=sessions), report)
    return Checked(_joined(result, found), sessions, found.unused)


def _all(request: BuildRequest) -> tuple[str, ...]:
    from deckbuild.pipeline.survey_files import open_files

    return open_files(request.project).names("sessions")


def _joined(result: BuildResult, more: Users) -> BuildResult:
    """Return a result with what was found in documents that no session uses."""
    from deckbuild.pipeline.unchanged import places_of

    if not more.found:
        return result
    for origin in (each.origin for each in more.found):
        place = more.places.place(origin)
        if more.places.is_mark(origin) and place:
            result.places.mark(origin.document, place)
    places = places_of(result.root, more.found, result.places)
    found = tuple(dict.fromkeys((*result.diagnostics, *more.found)))
    return BuildResult(result.root, (), found, places, result.could_run)
