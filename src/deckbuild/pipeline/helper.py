"""Work done by a process that is forked from this one: what this one knows is known there at once.

What comes back is plain bytes. A helper that is killed, or finds a fault, brings nothing back:
whoever sent it does the work and meets the fault.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType


def cores() -> int:
    """Return how many processes can run at the same time."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def can_fork() -> bool:
    """Return whether this process can be forked: on Linux, where no other thread could hold a lock."""
    return sys.platform == "linux" and threading.active_count() == 1


class Helper:
    """A process that does one piece of work; it never outlives the `with` block."""

    def __init__(self, work: Callable[[], bytes]) -> None:
        """Send it to do *work*.

        Raises:
            OSError: the system refuses another process.
        """
        # A file in memory: unlike a pipe it never lets the helper wait until somebody reads.
        self._file = os.memfd_create("deckbuild")
        try:
            self._pid = os.fork()
        except OSError:
            os.close(self._file)
            raise
        if self._pid == 0:
            _do(work, self._file)
        self._status: int | None = None

    def __enter__(self) -> Helper:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.close(self._file)
        if self._status is None:
            with suppress(ProcessLookupError):
                os.kill(self._pid, signal.SIGKILL)
            os.waitpid(self._pid, 0)

    def result(self) -> bytes | None:
        """Return what came of the work, waiting for it; None where it came to no good end."""
        if self._status is None:
            self._status = os.waitpid(self._pid, 0)[1]
        if self._status != 0:
            return None
        return os.pread(self._file, os.fstat(self._file).st_size, 0)


def _do(work: Callable[[], bytes], file: int) -> None:
    """Do the work, write what comes of it and end, whatever happens."""
    status = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever sent it is asked to stop, and stops it
        gc.disable()  # it ends before it could have much to collect
        data = work()
        status = int(os.pwrite(file, data, 0) != len(data))
    finally:
        os._exit(status)
