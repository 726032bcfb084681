"""Time and memory of a cold build as whole processes: prints medians, asserts nothing.

    python scripts/benchmark.py [--runs N] [SESSION] [PROFILE]

Each run is a new process that builds one deck and its handout into an empty folder, without any cache;
Compiled modules and the file cache are warm. Needs a Unix system (resource usage of children).
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def measured(command: Sequence[str]) -> tuple[float, float, float]:
    """Return wall seconds, processor seconds and peak memory in MiB of one process.

    Raises:
        SystemExit: the command failed.
    """
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"exit code {process.returncode}: {' '.join(command)}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def report(name: str, command: Sequence[str], runs: int) -> None:
    """Run a command once to warm up and *runs* times to measure, and print its figures."""
    measured(command)
    rows = [measured(command) for _ in range(runs)]
    wall, cpu, memory = (statistics.median(column) for column in zip(*rows, strict=True))
    low, high = min(row[0] for row in rows), max(row[0] for row in rows)
    print(f"{name:<28} wall {wall:.3f} s ({low:.3f}-{high:.3f})  cpu {cpu:.3f} s  peak {memory:.0f} MiB")


def main() -> None:
    """Print the figures of a bare interpreter, of the command alone and of its builds."""
    parser = argparse.ArgumentParser(description="Measure a cold build.")
    parser.add_argument("session", nargs="?", default="pathways-to-harm")
    parser.add_argument("profile", nargs="?", default="multi-agency")
    parser.add_argument("--runs", type=int, default=9)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        build = [sys.executable, "-m", "deckbuild", "build", asked.session, "--profile", asked.profile]
        build += ["--project", str(ROOT), "--output", folder, "--quiet"]
        print(f"Python {sys.version.split()[0]}, medians of {asked.runs} runs")
        report("python -c pass", [sys.executable, "-c", "pass"], asked.runs)
        report("deckbuild --version", [sys.executable, "-m", "deckbuild", "--version"], asked.runs)
        report("deck", [*build, "--format", "pptx"], asked.runs)
        report("deck and handout", build, asked.runs)
        report("deck and handout, verified", [*build, "--verify"], asked.runs)


if __name__ == "__main__":
    main()
