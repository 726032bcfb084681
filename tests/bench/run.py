#!/usr/bin/env python3
"""Times deckbuild and its peers on equal work: medians, ratios of one interleaved run, growth, as Markdown.

    python tests/bench/run.py [--peers FOLDER --shared FOLDER] [--runs N] [--work FOLDER] [SECTION…]

Run it with a Python that has deckbuild's dependencies. `--shared` is the folder with the peers' scripts and
the workload's, `--peers` what its `setup.sh` installed and `workload.py` wrote (`data/`); a peer that is not
there is said to be not installed. Without the two, the section `own` alone can be run. What the sections are
and what they take: `docs/performance.md`.
"""

from __future__ import annotations

import argparse
import compileall
import os
import platform
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from tests.bench.measure import Measure  # noqa: E402 - the two folders are not installed
from tests.bench.ours import Ours  # noqa: E402
from tests.bench.peers import Peers  # noqa: E402
from tests.bench.sections import SECTIONS, Bench  # noqa: E402
from tests.bench.tables import Goal, goals  # noqa: E402


def main() -> int:
    """Run the sections that are asked for, or all."""
    asked = _arguments()
    compileall.compile_dir(ROOT / "src", quiet=2)
    machine = f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}"
    print(f"{machine}, load {os.getloadavg()[0]:.1f}, medians of {asked.runs}")
    reached: list[Goal] = []
    with (
        tempfile.TemporaryDirectory(dir=asked.work, prefix="deckbuild-bench-") as folder,
        Measure() as measure,
    ):
        work = Path(folder)
        peers = Peers(asked.peers.resolve(), asked.shared.resolve())
        for name in asked.sections:
            place = work / name
            place.mkdir()
            ours = Ours(place, peers.data / "cover.png")
            reached += SECTIONS[name](Bench(measure, peers, ours, place, asked.runs))
    if reached:
        print(goals(reached))
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Time deckbuild and its peers on equal work.")
    parser.add_argument(
        "sections", nargs="*", metavar="SECTION", help=f"Of: {', '.join(SECTIONS)}; without it, all."
    )
    parser.add_argument("--peers", type=Path, help="What the peers' setup installed, with its data.")
    parser.add_argument("--shared", type=Path, help="The folder with the peers' scripts.")
    parser.add_argument("--runs", type=int, default=7, help="Of each command (7).")
    parser.add_argument(
        "--work", type=Path, help="Where to write; without it, the system's temporary folder."
    )
    asked = parser.parse_args()
    unknown = sorted(set(asked.sections) - set(SECTIONS))
    if unknown:
        parser.error(f"no such section: {', '.join(unknown)}; there are {', '.join(SECTIONS)}")
    asked.sections = asked.sections or list(SECTIONS)
    if not (asked.peers and asked.shared):
        if asked.sections != ["own"]:
            parser.error("all sections but own need --peers and --shared")
        asked.peers = asked.shared = Path()
    return asked


if __name__ == "__main__":
    raise SystemExit(main())
