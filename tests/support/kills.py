"""Builds that are killed at random moments, and what is left of them."""

from __future__ import annotations

import hashlib
import random
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.support.cli import deckbuild, environment

ARGUMENTS = ("build", "--format", "pptx", "--format", "handout-3up", "--format", "html")


class DamageError(Exception):
    """A killed build left something that is not whole."""


def digests(folder: Path) -> dict[str, str]:
    """Return the digest of each output, by its path."""
    return {
        each.relative_to(folder).as_posix(): hashlib.sha256(each.read_bytes()).hexdigest()
        for each in sorted(folder.rglob("*"))
        if each.is_file() and not each.name.endswith(".part")
    }


def kill_builds(
    project: Path, cache: Path, edits: Mapping[str, tuple[Path, str]], times: int, seed: int
) -> int:
    """Build again and again, with a SIGKILL at a random moment of each; return how many came in time.

    *edits* are states of the project, each a file and what it then holds. After each kill every output is
    one that a whole build of some state makes, and a build that nobody kills makes what one without a cache
    makes.

    Raises:
        DamageError: something is not whole.
    """
    chance = random.Random(seed)
    good = {name: _cold(project, cache.parent / f"cold-{name}", edit) for name, edit in edits.items()}
    killed = 0
    for name, longest in _rounds(project, cache, edits, times, chance):
        killed += _killed(project, cache, chance.uniform(0, longest))
        for path, digest in digests(project / "output").items():
            if digest not in {known.get(path) for known in good.values()}:
                raise DamageError(f"{path} is half-written after {killed} kills")
        if chance.random() < 0.25:
            _whole(project, cache, good[name])
    _whole(project, cache, good[name])
    return killed


def _rounds(
    project: Path, cache: Path, edits: Mapping[str, tuple[Path, str]], times: int, chance: random.Random
) -> Iterator[tuple[str, float]]:
    """Bring the project into a state, and yield its name and how long a build takes about, in seconds."""
    start = time.monotonic()
    _run(project, cache)
    longest = 0.6 * (time.monotonic() - start)  # what is changed is made in less
    for _ in range(times):
        name = chance.choice(sorted(edits))
        path, text = edits[name]
        path.write_text(text, encoding="utf-8")
        yield name, longest


def _cold(project: Path, output: Path, edit: tuple[Path, str]) -> dict[str, str]:
    path, text = edit
    path.write_text(text, encoding="utf-8")
    done = deckbuild(*ARGUMENTS, "--no-cache", "--output", output, folder=project)
    assert done.returncode == 0, done.stderr
    return digests(output)


def _run(project: Path, cache: Path) -> str:
    done = deckbuild(*ARGUMENTS, folder=project, env={"DECKBUILD_CACHE_DIR": str(cache)})
    if done.returncode:
        raise DamageError(done.stderr)
    return done.stderr


def _whole(project: Path, cache: Path, good: Mapping[str, str]) -> None:
    said = _run(project, cache)
    if "DB506" in said:
        raise DamageError(f"the store is damaged: {said}")
    if digests(project / "output") != good:
        raise DamageError("a build after kills makes something else")


def _killed(project: Path, cache: Path, after: float) -> bool:
    """Start a build and kill it after so many seconds; return whether it was still running."""
    process = subprocess.Popen(
        [sys.executable, "-m", "deckbuild", *ARGUMENTS],
        cwd=project,
        env=environment(DECKBUILD_CACHE_DIR=str(cache)),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        process.kill()
    return process.wait() < 0
