"""A plan and those who carry it out in, what became of it out: the same files whoever they are."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from deckbuild.model.dataclasses import dataclass, replace
from deckbuild.pipeline.helper import cores
from deckbuild.pipeline.request import Report, Step

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

    from deckbuild.pipeline.units import Unit
    from deckbuild.pipeline.work import UnitResult
    from deckbuild.pipeline.workshop import Workshop


@dataclass(frozen=True, slots=True)
class Hands:
    """Who makes the units of a plan: this process, several of this machine, an executor, or a cluster."""

    jobs: int | None = None
    """How many processes at a time, at most; None for as many as can run, where there are several units."""
    executor: Executor | None = None
    """Takes the units in place of processes of our own."""
    scheduler: str | None = None
    """Address of the scheduler of a Dask cluster that takes the units."""


def carry_out(
    units: Sequence[Unit], hands: Hands, root: Path, workshop: Workshop, report: Report
) -> list[UnitResult]:
    """Return the results of units, in their order.

    Args:
        units: A plan.
        hands: Who makes them. A plan of one unit is made here, unless a cluster or executor is named.
        root: The project's folder.
        workshop: What this process keeps from unit to unit.
        report: Takes each step as it begins.

    Raises:
        CannotRunError: processes die again and again, or the cluster cannot be reached.
        FileError: the system refuses to read a font.
    """
    if hands.scheduler is not None:
        from deckbuild.pipeline.remote import on_cluster

        return on_cluster(units, root, hands.scheduler, workshop, report)
    if hands.executor is not None:
        return _on_executor(units, hands.executor, root, report)
    if len(units) > 1 and hands.jobs != 1:
        from deckbuild.pipeline.jobs import in_processes

        jobs = hands.jobs or cores()
        if jobs > 1:
            return in_processes([_absolute(each, root) for each in units], root, jobs, report)
    # Several units have one job: they are made by this process alone.
    workshop.helpers = (hands.jobs or cores()) - 1 if len(units) == 1 else 0
    return _here(units, root, workshop, report)


def _here(units: Sequence[Unit], root: Path, workshop: Workshop, report: Report) -> list[UnitResult]:
    """Make units one after the other; of a long plan nothing stays but the results and the looks."""
    from deckbuild.pipeline.work import make_unit, sendable

    if len(units) == 1:
        return [make_unit(units[0], root, workshop, report)]
    total, before, results = sum(each.size for each in units), 0, []
    for number, unit in enumerate(units):
        if number:
            gc.collect()  # what little the last unit left in cycles would grow with the plan
        tell = _counter(report, before, unit.size, total)
        results.append(sendable(make_unit(unit, root, workshop, tell)))
        before += unit.size
        if workshop.memory:
            # What waits to be written is not to grow with the plan.
            workshop.memory.store.flush()
    return results


def _counter(report: Report, before: int, size: int, total: int) -> Report:
    """Return what tells the steps of a unit as steps of the whole plan, counted in decks."""
    return lambda step: report(Step(before + size * step.done // max(step.total, 1), total, step.text))


def _on_executor(units: Sequence[Unit], executor: Executor, root: Path, report: Report) -> list[UnitResult]:
    from concurrent.futures import as_completed

    from deckbuild.pipeline.worker import work_alone

    futures: dict[Future[UnitResult], Unit] = {}
    total, done = sum(each.size for each in units), 0
    report(Step(0, total, "making decks"))
    try:
        for unit in units:
            futures[executor.submit(work_alone, _absolute(unit, root), root)] = unit
        for each in as_completed(futures):
            each.result()
            done += futures[each].size
            report(Step(done, total, "making decks"))
    finally:
        for each in futures:
            each.cancel()
    return [each.result() for each in futures]


def _absolute(unit: Unit, root: Path) -> Unit:
    """Return a unit whose request means the same in every folder."""
    if any(name.endswith((".yaml", ".yml")) for name in unit.request.sessions):
        return unit  # its files are found from here
    output = unit.request.output
    request = replace(unit.request, project=root, output=output.absolute() if output else None)
    return replace(unit, request=request)
