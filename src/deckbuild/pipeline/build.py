"""A request becomes files: the project is read, and each variant is made and delivered.

A variant is a session for a profile, or a local session. With an error in it nothing of it is written; the
others are.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from deckbuild.diagnostics import has_errors
from deckbuild.diagnostics.errors import FileError
from deckbuild.pipeline.deliver import deliver
from deckbuild.pipeline.handouts import unknown_formats, unknown_handouts
from deckbuild.pipeline.look import Look
from deckbuild.pipeline.make import make
from deckbuild.pipeline.plan import prepare, unknown_profiles
from deckbuild.pipeline.request import BuildRequest, BuildResult, BuiltFile, Report, Step

if TYPE_CHECKING:
    from deckbuild.diagnostics import Diagnostic
    from deckbuild.pipeline.plan import Prepared

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
    files, more = _variants(request, prepared, report)
    return BuildResult(project.root, tuple(files), (*found, *more), project.places)


def _variants(
    request: BuildRequest, prepared: Prepared, report: Report
) -> tuple[list[BuiltFile], list[Diagnostic]]:
    """Make and deliver every variant; those of one look follow one another through the same workshop."""
    from deckbuild.assemble.shared import Shared

    project = prepared.project
    output = (request.output or project.output).resolve()
    looks: dict[tuple[str, str], Look] = {}
    shared = Shared()
    files: list[BuiltFile] = []
    found: list[Diagnostic] = []
    total = sum(len(variant.formats) + 1 for variant in prepared.variants)
    done = 0
    for variant in prepared.variants:
        kind = (variant.brand, variant.session.language)
        look = looks.get(kind)
        if look is None:
            look = Look(project.brands[variant.brand], variant.session.language, _reader(project.root))
            looks[kind] = look
        made = make(variant, project, look, _teller(report, variant.name, done, total), shared)
        done += len(variant.formats) + 1
        written, refused = deliver(made, output, verify=request.verify)
        files += written
        found += [*made.findings, *refused]
    return files, [*(finding for look in looks.values() for finding in look.findings), *found]


def _teller(report: Report, name: str, done: int, total: int) -> Callable[[str], None]:
    """Return what tells the steps of a variant, of which *done* of all variants lie behind."""
    steps = iter(range(done, total))
    return lambda step: report(Step(next(steps), total, f"{name}: {step}"))


def _reader(root: Path) -> Callable[[str], bytes]:
    def read(path: str) -> bytes:
        try:
            return (root / path).read_bytes()
        except OSError as fault:
            raise FileError(path, fault.strerror or type(fault).__name__) from fault

    return read
