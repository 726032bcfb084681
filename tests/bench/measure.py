"""Whole processes, timed in turn: commands in, the figures of each run out.

Every figure is of a process from its start to its exit. The commands of a table run one after another in
rounds (A B C A B C …), so that a drift of the machine's speed meets all of them; a ratio is the median of the
ratios taken round by round. Needs Linux.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from tests.bench import starter

MIB = 1024
"""KiB in one."""
TICK = 0.02
"""Seconds between two looks at a tree of processes."""


def nothing() -> None:
    """Prepare a command that needs no preparing."""


@dataclass(frozen=True)
class Command:
    """A process to run again and again."""

    name: str
    argv: tuple[str, ...]
    """Empty where the program is not installed."""
    environment: Mapping[str, str] = field(default_factory=dict)
    """On top of this process's."""
    folder: Path | None = None
    before: Callable[[], None] = nothing
    """Called before each run, and not timed."""
    runs: int | None = None
    """At most so many; None for as many as the table has."""
    makes: tuple[Path, ...] = ()
    """Files that must stand afterwards."""


class Run(NamedTuple):
    """One process."""

    wall: float
    """Milliseconds from start to exit."""
    cpu: float
    """Milliseconds of processor time, of the process and all that it waited for."""
    peak: float
    """MiB of memory that its largest process held."""


@dataclass(frozen=True)
class Figures:
    """All runs of a command; of a ratio's two sides, those of one round stand at the same index."""

    name: str
    runs: tuple[Run, ...]

    @property
    def wall(self) -> float:
        """Median, milliseconds."""
        return statistics.median(run.wall for run in self.runs)

    @property
    def cpu(self) -> float:
        """Median, milliseconds."""
        return statistics.median(run.cpu for run in self.runs)

    @property
    def peak(self) -> float:
        """The most of all runs, MiB."""
        return max(run.peak for run in self.runs)


Taken = Mapping[str, Figures]
"""Name → figures; a command that is not installed is left out."""


def wall(run: Run) -> float:
    """Return the time that a user waits."""
    return run.wall


def cpu(run: Run) -> float:
    """Return the time that a processor works, which neighbours on the machine change less."""
    return run.cpu


def ratio(
    taken: Taken, over: Sequence[str], under: Sequence[str], of: Callable[[Run], float] = wall
) -> float | None:
    """Return the median of sum(over) / sum(under), round by round; None where one of them is missing."""
    if any(name not in taken for name in (*over, *under)):
        return None
    rounds = zip(*(taken[name].runs for name in (*over, *under)), strict=False)
    walls: list[list[float]] = [[of(run) for run in row] for row in rounds]
    return statistics.median(sum(row[: len(over)]) / sum(row[len(over) :]) for row in walls)


class Measure:
    """Runs commands. A context: its starter ends with it."""

    def __init__(self) -> None:
        program = [sys.executable, "-I", "-S", str(Path(starter.__file__))]
        self._starter = subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def __enter__(self) -> Measure:
        return self

    def __exit__(self, *_: object) -> None:
        self._starter.communicate()

    def once(self, command: Command) -> Run:
        """Return the figures of one run.

        Raises:
            SystemExit: the command failed, or did not write what it should.
        """
        command.before()
        request = (
            list(command.argv),
            str(command.folder) if command.folder else None,
            {**os.environ, **command.environment},
        )
        assert self._starter.stdin
        assert self._starter.stdout
        wall, cpu, peak, code, said = starter.ask(self._starter.stdin, self._starter.stdout, request)
        missing = [str(path) for path in command.makes if not path.is_file()]
        if code or missing:
            wrong = f"exit code {code}" if code else f"not written: {', '.join(missing[:3])}"
            raise SystemExit(
                f"{command.name}: {wrong}\n{' '.join(command.argv)}\n{said.decode(errors='replace')}"
            )
        return Run(wall * 1000, cpu * 1000, peak / MIB)

    def interleaved(self, commands: Iterable[Command], runs: int, *, warm: bool = True) -> dict[str, Figures]:
        """Return the figures of each installed command, in turn; *warm* runs each once more before."""
        installed = [each for each in commands if each.argv]
        for command in installed if warm else ():
            self.once(command)
        taken: dict[str, list[Run]] = {each.name: [] for each in installed}
        for number in range(runs):
            for command in installed:
                if command.runs is None or number < command.runs:
                    taken[command.name].append(self.once(command))
        return {name: Figures(name, tuple(some)) for name, some in taken.items()}


class Watched(NamedTuple):
    """One run with all its processes."""

    wall: float
    """Seconds."""
    cpu: float
    """Seconds of processor time of all processes."""
    together: float
    """MiB that all processes held together at most; what several share is counted once."""


def watched(command: Command, tick: float = TICK) -> Watched:
    """Return what a command and all processes below it take; memory is looked at every *tick* seconds.

    Looking costs a little, so this is no measure of what takes less than a second.

    Raises:
        SystemExit: the command failed.
    """
    command.before()
    passed = stopwatch()
    environment = {**os.environ, **command.environment}
    process = subprocess.Popen(
        command.argv, cwd=command.folder, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
    )
    held: list[int] = [0]
    ended = threading.Event()

    def look() -> None:
        while not ended.wait(tick):
            held.append(sum(_held(pid) for pid in _tree(process.pid)))

    watch = threading.Thread(target=look)
    watch.start()
    _, status, used = os.wait4(process.pid, 0)
    wall = passed() / 1000
    ended.set()
    watch.join()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command.name}: exit code {process.returncode}\n{' '.join(command.argv)}")
    return Watched(wall, used.ru_utime + used.ru_stime, max(held) / MIB)


def _tree(root: int) -> set[int]:
    """Return a process and all below it."""
    children: dict[int, list[int]] = {}
    for path in Path("/proc").iterdir():
        if path.name.isdigit():
            try:
                parent = int((path / "stat").read_text().rpartition(")")[2].split()[1])
            except OSError:
                continue  # it ended between the two looks
            children.setdefault(parent, []).append(int(path.name))
    found: set[int] = set()
    todo = [root]
    while todo:
        each = todo.pop()
        found.add(each)
        todo += children.get(each, [])
    return found


def _held(pid: int) -> int:
    """Return the KiB that a process holds; 0 where it has ended."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def stopwatch() -> Callable[[], float]:
    """Return a function that says how many milliseconds have passed since."""
    begun = time.perf_counter()
    return lambda: (time.perf_counter() - begun) * 1000
