"""Builds at once, killed builds, and builds on a full disk, each a process of its own."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from deckbuild.cache.cache import Cache
from deckbuild.cache.pack import Pack, pack_paths
from deckbuild.cache.prune import info
from deckbuild.cache.store import is_whole
from deckbuild.cache.trouble import Troubles
from tests.support.cli import environment
from tests.unit.cache import builder

ROOT = Path(builder.__file__).parents[3]
KILLS = int(os.environ.get("DECKBUILD_TEST_KILLS", "12"))
"""Builds that are killed; the more, the longer it takes."""


def start(folder: Path, *numbers: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, str(ROOT / "tests/unit/cache/builder.py"), str(folder), *map(str, numbers)],
        env=environment(PYTHONPATH=str(ROOT)),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def all_whole(folder: Path) -> int:
    """Return how many entries there are, each of which must be what was written."""
    count = 0
    for path in pack_paths(folder / "packs"):
        pack = Pack(path)
        for place in pack.places.values():
            assert is_whole(pack.row(place), pack.read(pack.row(place)))
            count += 1
        pack.close()
    return count


def found(folder: Path, numbers: range) -> tuple[int, Cache]:
    """Return how many actions need not be made again; each must give what it made."""
    with Cache(folder, folder, code=builder.CODE) as cache:
        kept = [(n, cache.actions.find(builder.action(n))) for n in numbers]
        assert all(each.value == builder.value(n) for n, each in kept if each)
    return sum(each is not None for _, each in kept), cache


def test_two_builds_at_once_both_end_well_and_both_are_kept(tmp_path: Path):
    builds = [start(tmp_path, first, 200) for first in (0, 100)]
    said = [build.communicate(timeout=120)[0] for build in builds]
    assert [build.returncode for build in builds] == [0, 0], said
    assert all(line.endswith(" []") for each in said for line in each.splitlines())
    count, cache = found(tmp_path, range(300))
    assert (count, cache.troubles) == (300, ())
    assert all_whole(tmp_path) >= 600


def test_two_builds_at_once_in_too_little_room_lose_nothing_but_time(tmp_path: Path):
    builds = [start(tmp_path, first, 200, 400_000) for first in (0, 0)]
    said = [build.communicate(timeout=120)[0] for build in builds]
    assert [build.returncode for build in builds] == [0, 0], said
    assert all(line.endswith(" []") for each in said for line in each.splitlines())
    all_whole(tmp_path)
    assert info(tmp_path, Troubles()).size < 900_000


def test_a_build_that_is_killed_at_any_moment_leaves_a_whole_store(
    tmp_path: Path, record_property: Callable[[str, object], None]
):
    moments = random.Random(20261123)
    ended = 0
    for n in range(KILLS):
        # Every other one has to throw something away, so that it is killed at that too.
        build = start(tmp_path, 100 * n, 10_000, 500_000 if n % 2 else 10**9)
        assert build.stdout is not None
        line = build.stdout.readline()  # the first build has ended, and the next is on its way
        time.sleep(moments.random() * 0.15)
        build.kill()
        rest = build.communicate(timeout=60)[0]
        lines = [line, *rest.splitlines()]
        assert all(each.strip().endswith(" []") for each in lines if each.startswith("built")), lines
        assert not any("Error" in each for each in lines), lines
        ended += sum(each.startswith("built") for each in lines)
        all_whole(tmp_path)
        assert found(tmp_path, range(100 * n, 100 * n + 20))[1].troubles == ()
    record_property("figure", f"{KILLS} kills, {ended} builds that ended")
    assert ended >= KILLS


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")
def test_on_a_full_disk_the_build_goes_on_and_says_so_once(tmp_path: Path):
    build = start(tmp_path, 0, 30, 10**9, 20_000)
    said = build.communicate(timeout=60)[0]
    assert build.returncode == 0, said
    assert said.splitlines() == [f"built {n} {{'draw': 10}} ['unwritable']" for n in (0, 10, 20)]
    assert all_whole(tmp_path) == 0
    assert [path.name for path in tmp_path.rglob("*.part")] == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")
def test_a_disk_that_is_full_keeps_what_there_was(tmp_path: Path):
    start(tmp_path, 0, 10).communicate(timeout=60)
    said = start(tmp_path, 0, 20, 10**9, 20_000).communicate(timeout=60)[0]
    assert said.splitlines() == ["built 0 {} []", "built 10 {'draw': 10} ['unwritable']"]
    assert found(tmp_path, range(20))[0] == 10
