"""Runs `deckbuild` many times in one process, each run in a fork of it that is measured and bounded.

As a program: takes a JSON list of cases on standard input, returns one of results on standard output. A fork
has every module loaded already, so that a thousand runs take no minute.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import os
import pkgutil
import resource
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import deckbuild

MOST_SECONDS = 60
"""By the clock; after these a run is ended, whatever it does or waits for."""


@dataclass(frozen=True)
class Case:
    """One run of the command."""

    name: str
    folder: str
    """The current folder of the run."""
    arguments: Sequence[str] = ("build", "--format", "pptx", "--format", "slides", "--verify")
    place: str = ""
    """Project path of a file that is written before the run, and put back after it; empty for none."""
    content: str = ""
    """Path of the file whose bytes it gets."""


@dataclass(frozen=True)
class Run:
    """What a run did and took."""

    name: str
    code: int
    """The exit code; negative for the signal that ended it."""
    text: str
    """What it printed, on both streams; the beginning and the end of a long one."""
    printed: int
    """How many bytes that were."""
    seconds: float
    """Of a processor: by the clock a run takes longer where others share it."""
    megabytes: float
    """The most memory that it held, with all modules that were loaded before."""


def run_all(cases: Sequence[Case], environment: dict[str, str], workers: int = 2) -> list[Run]:
    """Return the runs of all cases, made by *workers* processes side by side."""
    folders = sorted({case.folder for case in cases})
    shares = [[each for each in cases if folders.index(each.folder) % workers == n] for n in range(workers)]
    started = [_started(share, environment) for share in shares if share]
    return [Run(**each) for process in started for each in json.loads(_answer(process))]


def _started(cases: Sequence[Case], environment: dict[str, str]) -> subprocess.Popen[bytes]:
    process = subprocess.Popen(
        [sys.executable, __file__], env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdin is not None
    process.stdin.write(json.dumps([asdict(each) for each in cases]).encode())
    process.stdin.close()
    return process


def _answer(process: subprocess.Popen[bytes]) -> bytes:
    assert process.stdout is not None
    with process.stdout as out:
        answer = out.read()
    assert process.wait() == 0
    return answer


def load() -> None:
    """Import what runs need, so that no run pays for it: all of deckbuild, and what it brings along."""
    for each in pkgutil.walk_packages(deckbuild.__path__, "deckbuild."):
        if each.name.rpartition(".")[2] not in ("__main__", "remote", "watch"):
            importlib.import_module(each.name)
    for name in ("PIL.JpegImagePlugin", "PIL.PngImagePlugin", "markdown_it"):
        importlib.import_module(name)
    gc.collect()
    gc.freeze()  # else the first collection of each run copies every page of memory


def _run(case: Case) -> Run:
    place = Path(case.folder, case.place)
    before = place.read_bytes() if case.place and place.is_file() else None
    if case.place:
        place.write_bytes(Path(case.content).read_bytes())
    try:
        return _forked(case)
    finally:
        if before is not None:
            place.write_bytes(before)
        elif case.place:
            place.unlink()


def _forked(case: Case) -> Run:
    with tempfile.TemporaryFile() as out:
        child = os.fork()
        if child == 0:
            _child(case, out.fileno())
        _, status, used = os.wait4(child, 0)
        printed = out.seek(0, os.SEEK_END)
        out.seek(0)
        text = out.read(100_000)
        if printed > len(text):
            out.seek(max(len(text), printed - 10_000))
            text += b"\n[...]\n" + out.read()
    code = os.waitstatus_to_exitcode(status)
    seconds = used.ru_utime + used.ru_stime
    return Run(case.name, code, text.decode(errors="replace"), printed, seconds, used.ru_maxrss / 1024)


def _child(case: Case, out: int) -> None:
    """Become the command, and end."""
    code = 70
    try:
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(out, 1)
        os.dup2(out, 2)
        os.chdir(case.folder)
        signal.alarm(MOST_SECONDS)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        sys.argv = ["deckbuild", *case.arguments]
        try:
            importlib.import_module("deckbuild.cli").main()
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 0
        with contextlib.suppress(OSError):
            sys.stdout.flush()
            sys.stderr.flush()
    finally:
        os._exit(code)


if __name__ == "__main__":
    load()
    cases = [Case(**each) for each in json.load(sys.stdin)]
    json.dump([asdict(_run(each)) for each in cases], sys.stdout)
