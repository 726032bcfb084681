"""The peers' commands on the same work.

Their scripts and the workload are not ours: `--shared` names the folder with `setup.sh`, `workload.py` and
`peers/`, `--peers` the one that `setup.sh` installed into and `workload.py` wrote `data/` below.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.measure import Command

R, R_YAML = "python-pptx (R)", "python-pptx, YAML in"
G, PANDOC = "PptxGenJS (G)", "pandoc"
T, T_UA = "typst, 3-up (T)", "typst, 3-up, PDF/UA-1"

Pair = tuple[Path, Path]
"""What is read, and what is written."""


@dataclass(frozen=True)
class Peers:
    """Where the peers are."""

    installed: Path
    """What `setup.sh` made: `venv`, `node`, `data`."""
    shared: Path
    """The folder with their scripts."""

    @property
    def data(self) -> Path:
        """The workload."""
        return self.installed / "data"

    def deck(self, slides: int) -> Path:
        """Return the workload's deck of so many slides."""
        return self.data / f"deck-{slides}.json"

    def variants(self, count: int) -> list[Path]:
        """Return the workload's variants of the 40-slide deck, the first *count*."""
        return [self.data / f"variants/v{number:03d}.json" for number in range(count)]

    def python_pptx(self, pairs: Sequence[Pair], name: str = R) -> Command:
        """Return the command of the script that a careful user of python-pptx writes."""
        return self._python(name, "pptx_naive.py", (), pairs)

    def pptxgenjs(self, pairs: Sequence[Pair]) -> Command:
        """Return the command of PptxGenJS."""
        node = shutil.which("node")
        here = (self.installed / "node/node_modules/pptxgenjs").is_dir()
        argv = (node, str(self.shared / "peers/pptxgen.mjs"), *_flat(pairs)) if node and here else ()
        return Command(G, argv, {"BENCH_NODE": str(self.installed / "node")}, makes=_made(pairs))

    def pandoc(self, slides: int, made: Path, runs: int | None = None) -> Command:
        """Return the command of pandoc for a deck; its charts are tables, and it has no footers."""
        found = sorted(self.installed.glob("venv/lib/python*/site-packages/pypandoc/files/pandoc"))
        program = str(found[0]) if found else shutil.which("pandoc")
        options = (f"deck-{slides}.pandoc.md", "-t", "pptx", "--slide-level=2", "-o", str(made))
        argv = (program, *options) if program else ()
        return Command(PANDOC, argv, folder=self.data, runs=runs, makes=(made,))

    def typst(self, pairs: Sequence[Pair], name: str = T) -> Command:
        """Return the command of typst for three-up handouts; as `T_UA` to the letter of PDF/UA-1."""
        environment = {"BENCH_UA": "1"} if name == T_UA else {}
        return self._python(name, "typst_handout.py", ("3up",), pairs, environment)

    def bare(self) -> Command:
        """Return the command of an interpreter that does nothing."""
        return Command("python -c pass", (*self._interpreter(), "-c", "pass"), self._plain())

    def _python(
        self,
        name: str,
        script: str,
        options: Sequence[str],
        pairs: Sequence[Pair],
        environment: Mapping[str, str] | None = None,
    ) -> Command:
        program = self._interpreter()
        argv = (*program, str(self.shared / "peers" / script), *options, *_flat(pairs)) if program else ()
        return Command(name, argv, {**self._plain(), **(environment or {})}, makes=_made(pairs))

    def _interpreter(self) -> tuple[str, ...]:
        path = self.installed / "venv/bin/python"
        return (str(path),) if os.access(path, os.X_OK) else ()

    def _plain(self) -> dict[str, str]:
        return {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": ""}


def _flat(pairs: Sequence[Pair]) -> list[str]:
    return [str(path) for pair in pairs for path in pair]


def _made(pairs: Sequence[Pair]) -> tuple[Path, ...]:
    return tuple(made for _, made in pairs)
