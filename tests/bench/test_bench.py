"""The projects that benchmarks measure, and what they measure with; no timings."""

import json
import sys
from pathlib import Path

import pytest

from deckbuild.diagnostics import Diagnostic
from deckbuild.pipeline import BuildRequest, BuildResult, build
from tests.bench.invented import cover, slides
from tests.bench.measure import Command, Figures, Measure, Run, ratio, watched
from tests.bench.nation import PICTURE, Nation, Variant
from tests.bench.ours import edit_module
from tests.bench.project import SESSION, write_project

linux = pytest.mark.skipif(sys.platform != "linux", reason="the benchmarks read /proc")


def wrong(result: BuildResult) -> list[Diagnostic]:
    return [each for each in result.diagnostics if each.severity != "info"]


def workload(folder: Path, number: int) -> Path:
    """Write a deck in the form of the peers' JSON."""
    board = f"Board {number}"
    content = [cover("A deck of everything"), *slides("Slide", 39)]
    words = {"title": "A deck", "board": board, "footer": f"{board} · Session", "author": "Nobody"}
    path = folder / f"v{number:03d}.json"
    path.write_text(json.dumps({**words, "slides": content}), encoding="utf-8")
    return path


def test_a_workload_as_our_project_builds_without_findings_and_with_all_its_slides(tmp_path: Path):
    decks = [workload(tmp_path, number) for number in range(3)]
    write_project(tmp_path / "project", decks[0], PICTURE, decks)

    result = build(BuildRequest(tmp_path / "project", formats=("pptx", "handout-3up"), verify=True))

    assert wrong(result) == []
    assert {(each.session, each.profile, each.slides) for each in result.files} == {
        (SESSION, f"v{number:03d}", 40) for number in range(3)
    }
    assert len(result.files) == 6


def digests(project: Path) -> dict[Variant, str]:
    result = build(BuildRequest(project, formats=("pptx",)))
    assert (result.could_run, wrong(result)) == (True, [])
    assert {each.slides for each in result.files} == {40}
    return {(each.session, each.profile): each.sha256 for each in result.files}


@pytest.mark.parametrize("edited", ["respond-2", "for-police", "help"])
def test_an_edit_of_one_module_of_the_roll_out_changes_exactly_the_decks_that_hold_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, edited: str
):
    monkeypatch.setenv("DECKBUILD_CACHE_DIR", str(tmp_path / "cache"))
    nation = Nation(1)
    nation.write(tmp_path / "project")
    before = digests(tmp_path / "project")
    edit_module(tmp_path / f"project/decks/modules/{edited}.yaml", "another word", 1)

    after = digests(tmp_path / "project")

    assert set(before) == nation.variants
    assert {each for each in after if after[each] != before[each]} == nation.affected(edited)


def test_the_roll_out_is_138_areas_by_9_agencies_by_4_sessions():
    assert len(Nation(138).variants) == 138 * 9 * 4


def test_a_ratio_is_the_median_of_the_rounds_and_not_the_ratio_of_the_medians():
    def figures(*walls: float) -> Figures:
        return Figures("", tuple(Run(wall, 0, 0) for wall in walls))

    taken = {"a": figures(10, 20, 90), "b": figures(10, 10, 30), "c": figures(10, 30, 15)}

    assert ratio(taken, ["a"], ["b"]) == 2
    assert ratio(taken, ["a"], ["b", "c"]) == 0.5
    assert ratio(taken, ["a"], ["not installed"]) is None


@linux
def test_the_memory_of_a_process_is_its_own_and_not_that_of_the_process_that_measures():
    ballast = bytearray(200 * 2**20)
    with Measure() as measure:
        small = measure.once(Command("small", (sys.executable, "-I", "-S", "-c", "pass")))
        large = measure.once(
            Command("large", (sys.executable, "-I", "-S", "-c", "bytearray(b'x') * (64 << 20)"))
        )

    assert small.peak < 40 < 64 < large.peak < 200 < len(ballast)


@linux
def test_a_command_that_fails_or_writes_nothing_stops_the_benchmark(tmp_path: Path):
    with Measure() as measure:
        with pytest.raises(SystemExit, match="exit code 3"):
            measure.once(Command("fails", (sys.executable, "-c", "raise SystemExit(3)")))
        with pytest.raises(SystemExit, match="not written"):
            measure.once(Command("lazy", (sys.executable, "-c", "pass"), makes=(tmp_path / "deck.pptx",)))


@linux
def test_what_the_children_of_a_process_hold_counts_with_it():
    child = "import time; held = b'x' * (64 << 20); time.sleep(0.3)"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}], check=True)"

    assert watched(Command("parent", (sys.executable, "-c", parent))).together > 64
