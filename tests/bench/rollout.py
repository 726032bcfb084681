#!/usr/bin/env python3
"""A national roll-out by simulation: 138 areas × 9 agencies × 4 sessions, then one module edited.

    python tests/bench/rollout.py [--areas N…] [--jobs N] [--sample N] [--work FOLDER]

Prints what planning and building take. After each edit the digests of all outputs are compared with those
before: exactly the affected ones must differ, and nothing else may have been written again; otherwise the
exit code is 1. With several numbers of areas, growth is printed too. Decks are built of all variants,
handouts of the profiles of a sample of areas.
"""

from __future__ import annotations

import argparse
import compileall
import hashlib
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from tests.bench.measure import MIB, Command, Watched, watched  # noqa: E402 - the folders are not installed
from tests.bench.nation import AGENCIES, SESSIONS, Nation, Variant  # noqa: E402
from tests.bench.ours import ENVIRONMENT, PROGRAM, edit_module  # noqa: E402
from tests.bench.tables import rows  # noqa: E402

TICK = 0.2
"""Seconds between two looks at the memory."""
PLAN = "import sys; from pathlib import Path; from deckbuild.pipeline.plan import prepare; "
PLAN += "from deckbuild.pipeline import BuildRequest; "
PLAN += "assert len(prepare(BuildRequest(Path(sys.argv[1]), formats=('pptx',))).variants) == int(sys.argv[2])"


class Stand(NamedTuple):
    """A file as it stands."""

    digest: bytes
    place: int
    """Its inode: another where the file was written again."""
    time: int


@dataclass
class Rollout:
    """A roll-out to so many areas, step by step."""

    nation: Nation
    work: Path
    jobs: tuple[str, ...]
    sample: tuple[str, ...]
    """Profiles that get handouts."""
    lines: list[list[str]] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    walls: dict[str, float] = field(default_factory=dict)
    """Step → seconds."""

    def run(self) -> None:
        """Plan, build, build again, edit two modules; decks first, then the sample's handouts."""
        project = self.work / "project"
        self.nation.write(project)
        everything = self.nation.variants
        count = len(everything)
        planned = (sys.executable, "-c", PLAN, str(project), str(count))
        self._tell("planned", count, watched(Command("plan", planned, ENVIRONMENT), TICK))
        self._steps("decks", "pptx", (), everything)
        chosen = {(session, profile) for session in SESSIONS for profile in self.sample}
        options = [part for profile in self.sample for part in ("--profile", profile)]
        self._steps("handouts", "handout-3up", options, chosen)

    def _steps(self, name: str, kind: str, options: Sequence[str], variants: set[Variant]) -> None:
        """Build a kind of file: anew, again, after an edit of a session's module, of an agency's."""
        command = self._build(kind, options)
        self._tell(f"{name}, cold", len(variants), watched(command, TICK))
        stood = self._stand(kind)
        if set(stood) != variants:
            self.wrong.append(f"{name}: {len(stood)} files were written, wanted {len(variants)}")
        for number, edited in enumerate((None, f"{SESSIONS[1]}-2", f"for-{AGENCIES[2]}")):
            if edited:
                edit_module(self.work / f"project/decks/modules/{edited}.yaml", f"{kind} {number}", 1)
            took = watched(command, TICK)
            stands = self._stand(kind)
            changed = {each for each in variants if stands[each].digest != stood[each].digest}
            wanted = self.nation.affected(edited) & variants if edited else set()
            rewritten = {each for each in variants if stands[each] != stood[each]}
            right = changed == wanted == rewritten
            step = f"{name}, {f'module {edited} edited' if edited else 'nothing changed'}"
            if not right:
                counts = f"{len(changed)} changed, {len(rewritten)} written, {len(wanted)} wanted"
                self.wrong.append(f"{step}: {counts}")
            said = f"{len(changed)}, {'exactly the affected' if right else 'WRONG'}"
            self._tell(step, len(changed), took, said)
            stood = stands

    def _build(self, kind: str, options: Sequence[str]) -> Command:
        argv: tuple[str, ...] = (
            *PROGRAM,
            "build",
            "--project",
            str(self.work / "project"),
            "--output",
            str(self.work / "output"),
        )
        argv += ("--quiet", "--format", kind, *self.jobs, *options)
        return Command(kind, argv, {**ENVIRONMENT, "DECKBUILD_CACHE_DIR": str(self.work / "cache")})

    def _stand(self, kind: str) -> dict[Variant, Stand]:
        """Return the outputs of a kind as they stand."""
        ending = ".pptx" if kind == "pptx" else f"-{kind}.pdf"
        found = (self.work / "output").glob(f"*/*/*{ending}")
        return {(path.parent.parent.name, path.parent.name): _stand(path) for path in found}

    def _tell(self, step: str, files: int, took: Watched, said: str = "") -> None:
        each = f"{took.wall * 1000 / files:.2f}" if files else ""
        cells = [f"{took.wall:.2f}", f"{took.cpu:.2f}", f"{took.together:.0f}", each, said]
        self.lines.append([str(self.nation.areas), step, str(files), *cells])
        self.walls[step] = took.wall
        print(f"{self.nation.areas} areas, {step}: {took.wall:.2f} s", file=sys.stderr, flush=True)


def _stand(path: Path) -> Stand:
    status = path.stat()
    return Stand(hashlib.sha256(path.read_bytes()).digest(), status.st_ino, status.st_mtime_ns)


def main() -> int:
    """Roll out to each number of areas, and print what it took."""
    asked = _arguments()
    compileall.compile_dir(ROOT / "src", quiet=2)
    jobs = ("--jobs", str(asked.jobs)) if asked.jobs else ()
    done: list[Rollout] = []
    for areas in asked.areas:
        nation = Nation(areas)
        chosen = {areas * each // asked.sample + 1 for each in range(asked.sample)}
        sample = tuple(profile for profile, area, _ in nation.profiles if area in chosen)
        with tempfile.TemporaryDirectory(dir=asked.work, prefix="deckbuild-rollout-") as folder:
            done.append(Rollout(nation, Path(folder), jobs, sample))
            done[-1].run()
            print(_sizes(Path(folder)), file=sys.stderr)
    head = ["areas", "step", "files", "s", "cpu s", "MiB", "ms a file", "files that changed"]
    print(rows([head, *(line for each in done for line in each.lines)]))
    if len(done) > 1:
        print(f"\n{_growth(done)}")
    wrong = [line for each in done for line in each.wrong]
    for line in wrong:
        print(f"wrong: {line}", file=sys.stderr)
    return 1 if wrong else 0


def _growth(done: Sequence[Rollout]) -> str:
    """Return what a further area takes, from each number of areas to the next."""
    lines = [
        [
            "ms a further area",
            *(f"{a.nation.areas}→{b.nation.areas}" for a, b in pairwise(done)),
        ]
    ]
    for step in done[0].walls:
        pairs = pairwise(done)
        grown = [(b.walls[step] - a.walls[step]) / (b.nation.areas - a.nation.areas) * 1000 for a, b in pairs]
        lines.append([step, *(f"{each:.1f}" for each in grown)])
    return rows(lines)


def _sizes(work: Path) -> str:
    """Return how large project, cache and output are."""
    return ", ".join(
        f"{name} {_size(work / name) / MIB / 1024:.0f} MiB" for name in ("project", "cache", "output")
    )


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Roll a project out to areas × agencies × sessions.")
    parser.add_argument("--areas", type=int, nargs="+", default=[138], help="138; several for growth.")
    parser.add_argument("--jobs", type=int, help="Processes; without it, what `deckbuild build` takes.")
    parser.add_argument("--sample", type=int, default=6, help="Areas that get handouts too (6).")
    parser.add_argument(
        "--work",
        type=Path,
        help="Where to write: 3 GB for 138 areas; without it, the system's temporary folder.",
    )
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
