"""Variants of one request, made and delivered one after the other by one process.

Those of one look follow one another through the same workshop, and slides that read the same are one value.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from deckbuild.model.dataclasses import dataclass
from deckbuild.pipeline.deliver import deliver
from deckbuild.pipeline.make import make
from deckbuild.pipeline.request import Step
from deckbuild.pipeline.workshop import Workshop

if TYPE_CHECKING:
    from deckbuild.diagnostics import Diagnostic
    from deckbuild.pipeline.plan import Prepared, Variant
    from deckbuild.pipeline.request import BuildRequest, BuiltFile, Report


@dataclass(frozen=True, slots=True)
class ChunkResult:
    """What became of the variants, in their order."""

    files: tuple[BuiltFile, ...]
    findings: tuple[Diagnostic, ...]


def make_chunk(
    request: BuildRequest,
    prepared: Prepared,
    report: Report,
    workshop: Workshop | None = None,
    *,
    without: Collection[str] = (),
) -> ChunkResult:
    """Make and deliver the variants that were prepared; of one with an error nothing is written.

    Args:
        request: What was asked for.
        prepared: The project and the variants.
        report: Takes each step as it begins.
        workshop: What is kept from chunk to chunk; None for nothing.
        without: Names of variants that are not made.

    Raises:
        FileError: the system refuses to read a font.
    """
    from deckbuild.assemble.shared import Shared

    workshop = workshop or Workshop()
    project = prepared.project
    output = (request.output or project.output).resolve()
    variants = [each for each in prepared.variants if each.name not in without]
    total = sum(len(variant.formats) + 1 for variant in variants)
    shared, done = Shared(), 0
    made_of: dict[str, ChunkResult] = {}
    of_looks: list[Diagnostic] = []
    for variant in _by_look(variants):
        look = workshop.look(variant, project)
        of_looks += [each for each in look.findings if each not in of_looks]
        made = make(variant, project, look, _teller(report, variant.name, done, total), shared)
        done += len(variant.formats) + 1
        written, refused = deliver(made, output, verify=request.verify) if request.write else ([], [])
        made_of[variant.name] = ChunkResult(tuple(written), (*made.findings, *refused))
    workshop.tidy()
    in_order = [made_of[variant.name] for variant in variants]
    files = tuple(file for each in in_order for file in each.files)
    return ChunkResult(files, (*of_looks, *(found for each in in_order for found in each.findings)))


def _by_look(variants: list[Variant]) -> list[Variant]:
    """Return variants so that those of a look stand together, the looks in the order of their first ones."""
    looks = [(each.brand, each.session.language) for each in variants]
    first = {look: at for at, look in reversed([*enumerate(looks)])}
    return [each for _, each in sorted(zip(looks, variants, strict=True), key=lambda pair: first[pair[0]])]


def _teller(report: Report, name: str, done: int, total: int) -> Callable[[str], None]:
    """Return what tells the steps of a variant, of which *done* of all variants lie behind."""
    steps = iter(range(done, total))
    return lambda step: report(Step(next(steps), total, f"{name}: {step}"))
