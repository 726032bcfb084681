"""A unit in, its result out, in a process or thread that somebody else has started for this.

What is kept from unit to unit is kept for each thread, since looks are not made for several.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import MutableSequence
from contextlib import suppress
from multiprocessing.connection import wait
from pathlib import Path
from typing import TYPE_CHECKING

from deckbuild.pipeline.remembered import cache_of, findings_of
from deckbuild.pipeline.unchanged import uses_cache
from deckbuild.pipeline.work import UnitResult, make_unit, sendable
from deckbuild.pipeline.workshop import Workshop

if TYPE_CHECKING:
    from deckbuild.pipeline.request import Report, Step
    from deckbuild.pipeline.units import Unit

PATIENCE = 30
"""Seconds after which a process that nobody waits for any more ends in the middle of a step."""


class _Kept(threading.local):
    """What a thread keeps from unit to unit."""

    root: Path | None = None
    workshop: Workshop | None = None


_kept = _Kept()
_busy = threading.Lock()
_stop = threading.Event()
_board: MutableSequence[int] = []


def work_alone(
    unit: Unit,
    root: Path,
    report: Report = lambda _: None,
    *,
    cache: Path | None = None,
    keep: bool = False,
) -> UnitResult:
    """Make a unit, and return its result as it travels.

    Args:
        unit: The variants.
        root: The project's folder.
        report: Takes each step as it begins.
        cache: The folder of the cache; None for the usual one.
        keep: Whether the next unit of this folder is of the same build, so that no file has changed since.

    Raises:
        FileError: the system refuses to read a font.
    """
    from deckbuild.model.dataclasses import replace

    workshop = (
        _kept_workshop(unit, root, cache) if keep else Workshop(cache_of(unit.request, root, folder=cache))
    )
    try:
        result = make_unit(unit, root, workshop, report)
    finally:
        # For whoever makes the next unit: what was made before a fault or Ctrl-C is as good as any.
        if workshop.memory:
            workshop.memory.close()
    troubles = findings_of(workshop.memory.troubles) if workshop.memory else ()
    return sendable(replace(result, findings=(*result.findings, *troubles)))


def _kept_workshop(unit: Unit, root: Path, cache: Path | None) -> Workshop:
    kept = _kept.workshop
    if kept is None or _kept.root != root or (kept.memory is not None) != uses_cache(unit.request):
        kept = _kept.workshop = Workshop(cache_of(unit.request, root, folder=cache))
        _kept.root = root
    else:
        gc.collect()  # what little the last unit left in cycles would grow with the plan
    return kept


def begin(board: MutableSequence[int]) -> None:
    """Make this process one that makes units, until the end of *board* says to stop or its parent is gone."""
    global _board  # noqa: PLW0603  a process of its own
    _board = board
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_watch_parent, daemon=True).start()


def work(at: int, unit: Unit, root: Path) -> UnitResult:
    """Make the unit that has the number *at* on the board.

    Raises:
        FileError: the system refuses to read a font.
        KeyboardInterrupt: it is to stop.
    """
    board = _board

    def tell(step: Step) -> None:
        if board[-1] or _stop.is_set():
            raise KeyboardInterrupt
        board[at] = unit.size * step.done // max(step.total, 1)

    with _busy:
        return work_alone(unit, root, tell, keep=True)


def _watch_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is None:
        return
    with suppress(OSError):
        wait([parent.sentinel])
    _stop.set()
    _busy.acquire(timeout=PATIENCE)
    os._exit(1)
