"""Variants of one request, made and delivered one after the other by one process.

Those of one look follow one another through the same workshop, and slides that read the same are one value.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from deckbuild.model.dataclasses import dataclass
from deckbuild.pipeline.deliver import deliver
from deckbuild.pipeline.make import make
from deckbuild.pipeline.request import Step
from deckbuild.pipeline.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path

    from deckbuild.diagnostics import Diagnostic
    from deckbuild.pipeline.make import Made
    from deckbuild.pipeline.plan import Prepared, Variant
    from deckbuild.pipeline.request import BuildRequest, BuiltFile, Report

FEW = 4
"""Variants that need no thread to deliver them."""
MOST_WAITING = 4
"""Variants that wait to be delivered, at most: they are held in memory."""


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
    with _porter(len(variants)) as bring:
        for variant in _by_look(variants):
            look = workshop.look(variant, project)
            of_looks += [each for each in look.findings if each not in of_looks]
            tell = _teller(report, variant.name, done, total)
            made = make(variant, project, look, tell, shared, workshop.helpers)
            done += len(variant.formats) + 1
            bring(partial(_delivered, request, made, output, made_of, variant.name))
    workshop.tidy()
    in_order = [made_of[variant.name] for variant in variants]
    files = tuple(file for each in in_order for file in each.files)
    return ChunkResult(files, (*of_looks, *(found for each in in_order for found in each.findings)))


def _delivered(
    request: BuildRequest, made: Made, output: Path, made_of: dict[str, ChunkResult], name: str
) -> None:
    written, refused = deliver(made, output, verify=request.verify) if request.write else ([], [])
    made_of[name] = ChunkResult(tuple(written), (*made.findings, *refused))


@contextmanager
def _porter(variants: int) -> Iterator[Callable[[Callable[[], None]], None]]:
    """Give what delivers variants: of several, in a thread, while the next is made.

    To replace a file the system begins to write the new one to the disk, and that takes longer than to make
    a deck. What was begun is brought to its end, whatever comes between.
    """
    if variants < FEW:
        yield lambda deed: deed()
        return
    from concurrent.futures import Future, ThreadPoolExecutor

    waiting: list[Future[None]] = []
    with ThreadPoolExecutor(1) as thread:

        def bring(deed: Callable[[], None]) -> None:
            waiting.append(thread.submit(deed))
            if len(waiting) > MOST_WAITING:
                waiting.pop(0).result()

        yield bring
        for each in waiting:
            each.result()


def _by_look(variants: list[Variant]) -> list[Variant]:
    """Return variants so that those of a look stand together, the looks in the order of their first ones."""
    looks = [(each.brand, each.session.language) for each in variants]
    first = {look: at for at, look in reversed([*enumerate(looks)])}
    return [each for _, each in sorted(zip(looks, variants, strict=True), key=lambda pair: first[pair[0]])]


def _teller(report: Report, name: str, done: int, total: int) -> Callable[[str], None]:
    """Return what tells the steps of a variant, of which *done* of all variants lie behind."""
    steps = iter(range(done, total))
    return lambda step: report(Step(next(steps), total, f"{name}: {step}"))
