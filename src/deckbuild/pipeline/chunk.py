"""Variants of one request, made and delivered one after the other by one process.

Those of one look follow one another through the same workshop, and slides that read the same are one value.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from deckbuild.diagnostics.errors import FileError
from deckbuild.pipeline.deliver import deliver
from deckbuild.pipeline.look import Look
from deckbuild.pipeline.make import make
from deckbuild.pipeline.request import Step

if TYPE_CHECKING:
    from deckbuild.cache.cache import Cache
    from deckbuild.diagnostics import Diagnostic
    from deckbuild.pipeline.plan import Prepared
    from deckbuild.pipeline.request import BuildRequest, BuiltFile, Report


@dataclass(frozen=True, slots=True)
class ChunkResult:
    """What became of the variants."""

    files: tuple[BuiltFile, ...]
    findings: tuple[Diagnostic, ...]


def make_chunk(
    request: BuildRequest, prepared: Prepared, report: Report, memory: Cache | None = None
) -> ChunkResult:
    """Make and deliver the variants that were prepared; of one with an error nothing is written.

    *memory* has what was made before; None for nothing.

    Raises:
        FileError: the system refuses to read a font.
    """
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
            brand = project.brands[variant.brand]
            look = Look(brand, variant.session.language, _reader(project.root), memory)
            looks[kind] = look
        made = make(variant, project, look, _teller(report, variant.name, done, total), shared)
        done += len(variant.formats) + 1
        written, refused = deliver(made, output, verify=request.verify)
        files += written
        found += [*made.findings, *refused]
    of_looks = (finding for look in looks.values() for finding in look.findings)
    return ChunkResult(tuple(files), (*of_looks, *found))


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
