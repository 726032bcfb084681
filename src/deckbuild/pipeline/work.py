"""A unit of a plan in, its files and what was found in it out: read, made and delivered by one process.

What comes out is plain enough to be sent to another process.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from deckbuild.diagnostics import Diagnostic, SourceMap, has_errors
from deckbuild.model.dataclasses import dataclass
from deckbuild.pipeline.chunk import make_chunk
from deckbuild.pipeline.handouts import unknown_formats, unknown_handouts
from deckbuild.pipeline.plan import prepare, unknown_profiles
from deckbuild.pipeline.reads import Reads, Seen
from deckbuild.pipeline.spoilt import spoilt
from deckbuild.pipeline.untouched import documents_of, readers_of

if TYPE_CHECKING:
    from deckbuild.cache.record import Reader
    from deckbuild.diagnostics.spans import Excerpt
    from deckbuild.pipeline.plan import Prepared
    from deckbuild.pipeline.request import BuildRequest, BuiltFile, Report
    from deckbuild.pipeline.units import Unit
    from deckbuild.pipeline.workshop import Workshop

NAMES = ("DB108", "DB160", "DB161")
"""Findings of `read` on names; where they stand in no file, the request's names are meant."""


@dataclass(frozen=True, slots=True)
class UnitResult:
    """What became of a unit."""

    files: tuple[BuiltFile, ...]
    findings: tuple[Diagnostic, ...]
    places: SourceMap | Excerpt
    """Where everything stands, or where the findings do."""
    could_run: bool = True
    """False where the request names what the project does not have, and nothing was tried."""
    seen: Seen | None = None
    """What was read; None where there is no cache that wants to know."""
    readers: tuple[Reader, ...] = ()
    """The variants, and what is read for each."""


def make_unit(unit: Unit, root: Path, workshop: Workshop, report: Report) -> UnitResult:
    """Read, make and deliver a unit; of a variant with an error nothing is written.

    Args:
        unit: The variants.
        root: The project's folder.
        workshop: What this process keeps from unit to unit.
        report: Takes each step as it begins.

    Raises:
        FileError: the system refuses to read a font.
    """
    reads = Reads(root, workshop.memory) if workshop.memory else None
    prepared = prepare(unit.request, only=unit.names, watch=reads, parsed=reads)
    project = prepared.project
    found = (*prepared.found, *unknown_handouts(project))
    wrong = _unusable(unit.request, prepared, found)
    if wrong:
        return UnitResult((), tuple(wrong), project.places, could_run=False)
    without = spoilt(prepared, found)
    made = make_chunk(unit.request, prepared, report, workshop, without=without)
    documents = {path for each in prepared.variants for path in documents_of(each, project)}
    return UnitResult(
        made.files,
        (*found, *made.findings),
        project.places,
        seen=reads.seen(documents) if reads else None,
        readers=readers_of(prepared),
    )


def _unusable(request: BuildRequest, prepared: Prepared, found: tuple[Diagnostic, ...]) -> list[Diagnostic]:
    """Return an error for each name of a request that there is not."""
    wrong = [each for each in found if each.code in NAMES and not each.origin.document]
    wrong += unknown_formats(request)
    if not has_errors(found):
        wrong += unknown_profiles(request, prepared.project)
    return wrong


def sendable(result: UnitResult) -> UnitResult:
    """Return a result as it travels between processes: with the places of its findings and no others."""
    from deckbuild.model.dataclasses import replace

    if not isinstance(result.places, SourceMap):
        return result
    asked = [(each.origin, each.word) for each in result.findings]
    asked += [(origin, "") for each in result.findings for origin, _ in each.related]
    return replace(result, places=result.places.excerpt(dict.fromkeys(asked)))
