"""Runs `deckbuild` as a user does: a process of its own, with arguments, in a folder."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import make

SOURCE = Path(make.__file__).parent / "src"


def environment(**more: str) -> dict[str, str]:
    """Return the environment of this process with *more*, in which `deckbuild` can be imported."""
    path = os.pathsep.join(filter(None, [more.pop("PYTHONPATH", ""), str(SOURCE)]))
    return {**os.environ, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1", **more}


def deckbuild(
    *arguments: str | Path, folder: Path, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the command in a folder and return its exit code, standard output and standard error."""
    return subprocess.run(
        [sys.executable, "-m", "deckbuild", *map(str, arguments)],
        cwd=folder,
        env=environment(**(env or {})),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
