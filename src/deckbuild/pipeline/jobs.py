"""Units in, their results out, made by processes of this machine: a dead one's unit is made again.

Processes are forked where nothing else runs in this one, so that they need not load what it has loaded. They
leave Ctrl-C to this one, which asks them to stop at the end of a step, when nothing is half-written; and they
stop in the same way once this one is gone.
"""

from __future__ import annotations

import gc
import multiprocessing
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from deckbuild.diagnostics.errors import CannotRunError
from deckbuild.pipeline.helper import can_fork
from deckbuild.pipeline.request import Report, Step
from deckbuild.pipeline.worker import begin, work

if TYPE_CHECKING:
    from multiprocessing.context import BaseContext

    from deckbuild.pipeline.units import Unit
    from deckbuild.pipeline.work import UnitResult

TICK = 0.25
"""Seconds between two looks at how far the processes are."""
MOST_DEATHS = 3
"""Times in a row that processes may die without any unit having been made."""


def in_processes(units: Sequence[Unit], root: Path, jobs: int, report: Report) -> list[UnitResult]:
    """Return the results of units, in their order.

    Args:
        units: A plan.
        root: The project's folder.
        jobs: How many processes to run at a time, at most.
        report: Takes each step.

    Raises:
        CannotRunError: processes die again and again.
        FileError: the system refuses to read a font.
    """
    return _Processes(units, root, min(jobs, len(units)), report).run()


class _Processes:
    """A plan that is carried out."""

    def __init__(self, units: Sequence[Unit], root: Path, jobs: int, report: Report) -> None:
        self._units = units
        self._root = root
        self._jobs = jobs
        self._report = report
        self._total = sum(each.size for each in units)
        self._context = _context()
        # For each unit how far it is, written by whoever makes it: no lock that a dead process could keep.
        # The last says whether to stop.
        self._board = self._context.RawArray("l", len(units) + 1)
        self._done: dict[int, UnitResult] = {}

    def run(self) -> list[UnitResult]:
        deaths = 0
        while len(self._done) < len(self._units):
            before = len(self._done)
            self._run_once()
            deaths = 0 if len(self._done) > before else deaths + 1
            if deaths == MOST_DEATHS:
                raise CannotRunError(
                    "the processes that make decks are ended again and again, perhaps for want of memory; "
                    f"{self._jobs} of them ran at a time: write a smaller number after --jobs"
                )
        return [self._done[at] for at in range(len(self._units))]

    def _run_once(self) -> None:
        """Make what is left; some of it stays where a process dies."""
        pool = ProcessPoolExecutor(self._jobs, self._context, initializer=begin, initargs=(self._board,))
        try:
            left = [at for at in range(len(self._units)) if at not in self._done]
            self._gather({pool.submit(work, at, self._units[at], self._root): at for at in left})
        except BrokenProcessPool:
            pass  # nobody knows whose process it was: all that has no result is made again
        except BaseException:
            self._board[-1] = 1
            raise
        finally:
            pool.shutdown(wait=True, cancel_futures=True)

    def _gather(self, futures: Mapping[Future[UnitResult], int]) -> None:
        pending = set(futures)
        while pending:
            finished, pending = wait(pending, timeout=TICK, return_when=FIRST_COMPLETED)
            # What came through is kept, also where another did not.
            for each in sorted(finished, key=lambda future: future.exception() is not None):
                self._done[futures[each]] = each.result()
            self._tell()

    def _tell(self) -> None:
        count = sum(each.size if at in self._done else self._board[at] for at, each in enumerate(self._units))
        text = f"making decks in {self._jobs} process{'' if self._jobs == 1 else 'es'}"
        self._report(Step(count, self._total, text))


SHARED = (
    "deckbuild.assemble",
    "deckbuild.link.deck",
    "deckbuild.read.project",
    "deckbuild.render.pptx",
    "deckbuild.typeset.engine",
)
"""What every process would load for itself."""


def _context() -> BaseContext:
    """Return how processes are made: forked only where no other thread could hold a lock in that moment."""
    if can_fork():
        for name in SHARED:
            import_module(name)
        gc.freeze()  # or the first search for cycles in a process copies all that it shares with this one
        return multiprocessing.get_context("fork")
    return multiprocessing.get_context("spawn" if sys.platform in ("win32", "darwin") else "forkserver")
