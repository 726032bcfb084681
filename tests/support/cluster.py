"""A Dask cluster of real processes on the loopback, for tests."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from tests.support.cli import environment

PATIENCE = 60
"""Seconds that the machine may take to start a process."""
LOOPBACK = ("--host", "127.0.0.1", "--no-dashboard")


@dataclass
class Cluster:
    """A scheduler and its workers."""

    address: str
    workers: list[subprocess.Popen[bytes]]


@contextmanager
def cluster(folder: Path, workers: int = 2) -> Iterator[Cluster]:
    """Give a cluster whose processes end with the block; its files lie in a folder."""
    file = folder / "scheduler.json"
    started: list[subprocess.Popen[bytes]] = []
    try:
        started.append(_start(["scheduler", *LOOPBACK, "--port", "0", "--scheduler-file", str(file)], folder))
        address = _address(file)
        for number in range(workers):
            own = folder / f"worker-{number}"
            own.mkdir()
            place = ["--local-directory", str(own), "--nthreads", "1", "--no-nanny"]
            started.append(_start(["worker", address, *LOOPBACK, *place], folder))
        yield Cluster(address, started[1:])
    finally:
        for each in reversed(started):
            each.kill()
            each.wait()


def _start(words: Sequence[str], folder: Path) -> subprocess.Popen[bytes]:
    with (folder / "cluster.log").open("ab") as log:
        return subprocess.Popen(
            [sys.executable, "-m", "dask", *words],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            cwd=folder,
            env=environment(),
        )


def _address(file: Path) -> str:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with suppress(OSError, ValueError):
            return str(json.loads(file.read_text(encoding="utf-8"))["address"])
        time.sleep(0.05)
    raise TimeoutError("the scheduler does not start")
