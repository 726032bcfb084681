"""A long deck made by several processes: the same as by one, whatever becomes of the helpers."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support.cli import environment
from tests.support.long import SLIDES, write_long
from tests.support.many import digests
from tests.unit.cache.test_processes import all_whole
from tests.unit.pipeline import maker

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are not forked here")

ROOT = Path(maker.__file__).parents[3]
DECK = SLIDES + 10
"""Slides of the deck: those of the small project for the school besides."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that tests may build but not change."""
    return write_long(tmp_path_factory.mktemp("project"))


def made(project: Path, folder: Path, helpers: int, fault: str = "") -> dict[str, Any]:
    """Make the deck in a process of its own, with a cache of its own in the folder."""
    run = subprocess.run(
        [sys.executable, maker.__file__, str(project), str(folder / "output"), str(helpers), fault],
        env=environment(PYTHONPATH=str(ROOT), DECKBUILD_CACHE_DIR=str(folder / "cache")),
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert run.stderr == ""
    said: dict[str, Any] = json.loads(run.stdout)
    return said


@pytest.fixture(scope="module")
def alone(project: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    """What one process makes."""
    folder = tmp_path_factory.mktemp("alone")
    return folder, made(project, folder, 0)


@pytest.mark.parametrize("helpers", [1, 2, 7])
def test_helpers_make_the_same_deck_and_say_the_same(
    project: Path, tmp_path: Path, alone: tuple[Path, dict[str, Any]], helpers: int
):
    folder, by_one = alone
    by_several = made(project, tmp_path, helpers)

    assert digests(tmp_path / "output") == digests(folder / "output") != {}
    assert by_several["findings"] == by_one["findings"] == []
    assert (by_several["made"]["typeset"], by_several["made"]["compile"]) == (DECK, DECK)
    assert (by_several["made"], by_several["found"]) == (by_one["made"], by_one["found"])
    assert len(list((tmp_path / "cache/packs").glob("*.pack"))) == 1 + min(helpers, 3)
    assert all_whole(tmp_path / "cache") >= all_whole(folder / "cache")


def test_what_helpers_find_is_said_as_if_one_had_found_it(tmp_path: Path):
    project = write_long(tmp_path / "project", 4, 90, SLIDES - 2)
    by_one, by_several = (made(project, tmp_path / str(helpers), helpers) for helpers in (0, 1))

    assert len(by_one["findings"]) == 3
    assert by_several["findings"] == by_one["findings"]
    assert by_several["files"] == []


def test_what_helpers_made_is_found_in_the_next_build(project: Path, tmp_path: Path):
    made(project, tmp_path, 1)
    again = made(project, tmp_path, 1)

    assert again["made"] == {}
    assert (again["found"]["typeset"], again["found"]["compile"]) == (DECK, DECK)


@pytest.mark.parametrize("fault", ["killed", "refused", "no room"])
def test_what_a_helper_does_not_bring_back_is_made(
    project: Path, tmp_path: Path, alone: tuple[Path, dict[str, Any]], fault: str
):
    folder, by_one = alone
    said = made(project, tmp_path, 2, fault)

    assert digests(tmp_path / "output") == digests(folder / "output")
    assert said["findings"] == by_one["findings"]
    assert (said["made"]["typeset"], said["made"]["compile"]) == (DECK, DECK)
    assert said["troubles"] == []
    assert made(project, tmp_path, 0)["made"] == {}


def test_a_short_deck_and_one_that_is_known_need_no_helper(project: Path, tmp_path: Path):
    made(project, tmp_path, 0)

    assert made(project, tmp_path, 1, "killed")["made"] == {}
