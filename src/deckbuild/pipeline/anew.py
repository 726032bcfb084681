"""A request becomes files: the project is read, and each variant that is not as it was is made."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from deckbuild.diagnostics import has_errors
from deckbuild.pipeline.chunk import make_chunk
from deckbuild.pipeline.handouts import unknown_formats, unknown_handouts
from deckbuild.pipeline.plan import local_files, prepare, unknown_profiles
from deckbuild.pipeline.reads import Reads
from deckbuild.pipeline.remembered import opened, told
from deckbuild.pipeline.request import BuildRequest, BuildResult, Report, Step
from deckbuild.pipeline.unchanged import keep
from deckbuild.pipeline.untouched import documents_of, merged, record_of, touched

if TYPE_CHECKING:
    from deckbuild.cache.cache import Cache
    from deckbuild.pipeline.plan import Prepared
    from deckbuild.pipeline.unchanged import Last

NAMES = ("DB108", "DB160", "DB161")
"""Findings of `read` on names; where they stand in no file, the request's names are meant."""


def build_anew(request: BuildRequest, report: Report, last: Last | None) -> BuildResult:
    """Build what is asked for. *last* is what is known of the last time; None for nothing.

    Raises:
        ProjectNotFoundError: there is no project in the folder or above it.
        FileError: the system refuses to read a font.
    """
    report(Step(0, 0, "reading the project"))
    root = last.root if last else _root(request)
    with opened(request, root, last.code if last else None) as memory:
        result = _built(request, report, root, last, memory)
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
    request: BuildRequest, report: Report, root: Path, last: Last | None, memory: Cache | None
) -> BuildResult:
    only = touched(last)
    reads = Reads(root, memory.files) if memory else None
    prepared = prepare(request, only=only, watch=reads)
    refused = _refused(request, prepared)
    if refused is not None:
        return refused
    made = make_chunk(request, prepared, report, memory)
    project = prepared.project
    result = BuildResult(root, made.files, (*prepared.found, *made.findings), project.places)
    if last is None or reads is None:
        return result
    documents = {path for each in prepared.variants for path in documents_of(each, project)}
    seen = reads.seen(documents)
    if only is not None:
        result = merged(result, last, only, seen)
    if not has_errors(result.diagnostics):
        keep(last, record_of(last, prepared, seen, result, only))
    return result


def _refused(request: BuildRequest, prepared: Prepared) -> BuildResult | None:
    """Return the result of a build in which nothing is made, and why; None where something can be."""
    project = prepared.project
    found = [*prepared.found, *unknown_handouts(project)]
    wrong = [each for each in found if each.code in NAMES and not each.origin.document]
    wrong += unknown_formats(request)
    if not has_errors(found):
        wrong += unknown_profiles(request, project)
    if wrong:
        return BuildResult(project.root, (), tuple(wrong), project.places, could_run=False)
    if has_errors(found):
        return BuildResult(project.root, (), tuple(found), project.places)
    return None
