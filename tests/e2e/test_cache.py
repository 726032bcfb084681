"""The cache as whoever builds sees it: builds that are quick, and always right."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.cli import deckbuild, environment
from tests.support.kills import digests, kill_builds
from tests.support.small import SMALL, write_project

SESSION = "decks/sessions/small.yaml"
WORDS = "decks/modules/words.yaml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project")


def edited(project: Path) -> None:
    path = project / WORDS
    path.write_text(SMALL[WORDS].replace("**three** plants", "**four** plants"), encoding="utf-8")


def test_where_nothing_changed_a_build_says_so_and_exits_as_before(project: Path):
    first = deckbuild("build", folder=project)
    again = deckbuild("build", folder=project)
    forced = deckbuild("build", "--no-cache", folder=project)

    assert (first.returncode, again.returncode, forced.returncode) == (0, 0, 0)
    assert "4 files written" in first.stderr
    assert "4 files unchanged" in again.stderr
    assert first.stderr.splitlines()[:4] == again.stderr.splitlines()[:4]
    assert "4 files unchanged" in forced.stderr


def test_json_is_the_same_cold_and_warm(project: Path):
    cold, warm = (deckbuild("build", "--json", folder=project) for _ in range(2))

    assert (warm.stdout, warm.stderr, warm.returncode) == (cold.stdout, cold.stderr, cold.returncode)


@pytest.mark.parametrize("options", [(), ("--quiet",), ("--fail-on", "warning"), ("--diagnostics", "sarif")])
def test_findings_are_told_again_word_for_word(project: Path, options: tuple[str, ...]):
    short = SMALL[SESSION].replace("minutes: 60", "minutes: 1")
    (project / SESSION).write_text(short, encoding="utf-8")

    cold, warm = (deckbuild("build", "--format", "pptx", *options, folder=project) for _ in range(2))

    def findings(text: str) -> str:
        return text.partition("output/")[0]

    assert "DB210" in cold.stdout + cold.stderr
    assert (warm.stdout, findings(warm.stderr), warm.returncode) == (
        cold.stdout,
        findings(cold.stderr),
        cold.returncode,
    )


def test_the_same_words_in_another_folder_mean_what_they_mean_there(project: Path, tmp_path: Path):
    other = write_project(tmp_path / "other")
    for folder in (project, other):
        deckbuild("build", "--format", "pptx", "--output", "there", folder=folder)

    deckbuild("build", "--format", "pptx", "--output", "there", folder=project / "decks")

    assert len(digests(project / "there")) == len(digests(other / "there")) == 2
    assert len(digests(project / "decks" / "there")) == 2


def test_after_one_change_only_what_it_touches_is_written(project: Path):
    deckbuild("build", folder=project)
    before = digests(project / "output")
    (project / "decks/profiles/club.yaml").write_text("agency: The garden club\n", encoding="utf-8")

    done = deckbuild("build", folder=project)

    after = digests(project / "output")
    assert "2 files written, 2 files unchanged" in done.stderr
    assert {path for path in before if before[path] != after[path]} == {
        "small/club/small-club.pptx",
        "small/club/small-club-handout-3up.pdf",
    }


def test_a_slide_says_why_it_was_made(project: Path):
    deckbuild("build", "--format", "pptx", folder=project)
    new = deckbuild("explain", "--why", "words/aims", folder=project)
    edited(project)
    deckbuild("build", "--format", "pptx", folder=project)

    changed = deckbuild("explain", "--why", "words/aims", "--profile", "club", folder=project)
    shared = deckbuild("explain", "--why", "facts/hub", "--profile", "club", "--json", folder=project)
    nothing = deckbuild("explain", "--why", "words/none", folder=project)

    assert new.stdout.splitlines()[2:] == [
        "small/school",
        "small/club",
        "  laid out for the first time",
        "  compiled for the first time",
    ]
    assert changed.stdout.splitlines()[2:] == [
        "small/club",
        "  laid out anew because of `items`",
        "  compiled anew because of the slide as it is laid out",
    ]
    assert [each["like"] for each in json.loads(shared.stdout)["variants"]] == ["small/school"]
    assert (nothing.returncode, "DB202" in nothing.stderr) == (2, True)


def test_a_colour_is_no_reason(project: Path):
    deckbuild("build", "--format", "pptx", folder=project)
    brand = project / "assets/brands/worcestershire/brand.yaml"
    brand.write_text(brand.read_text(encoding="utf-8").replace("B3431E", "A3431E"), encoding="utf-8")
    deckbuild("build", "--format", "pptx", folder=project)

    done = deckbuild("explain", "--why", "facts/chart", folder=project)

    assert "anew" not in done.stdout


def test_the_cache_tells_what_it_holds_and_can_be_emptied(project: Path):
    deckbuild("build", "--format", "pptx", folder=project)
    full = json.loads(deckbuild("cache", "info", "--json", folder=project).stdout)
    pruned = json.loads(deckbuild("cache", "prune", "--megabytes", "0", "--json", folder=project).stdout)
    cleared = json.loads(deckbuild("cache", "clear", "--json", folder=project).stdout)
    folder = Path(full["folder"])

    assert full["entries"] > 26
    assert full["asked"] == 28
    assert (pruned["entries"], pruned["freed"] > 0) == (0, True)
    assert (cleared["entries"], folder.exists()) == (0, False)
    assert deckbuild("cache", "info", folder=project).stdout.startswith(f"{folder}\n0 entries, 0.0 MB")


def test_two_builds_at_once_make_what_one_makes(project: Path):
    command = [sys.executable, "-m", "deckbuild", "build"]
    started = [
        subprocess.Popen(command, cwd=project, env=environment(), stderr=subprocess.PIPE) for _ in range(3)
    ]
    said = [each.communicate()[1] for each in started]
    cold = deckbuild("build", "--no-cache", "--output", "cold", folder=project)

    assert [each.returncode for each in started] == [0, 0, 0], said
    assert cold.returncode == 0
    assert digests(project / "output") == digests(project / "cold")
    assert "DB50" not in deckbuild("build", folder=project).stderr


def test_a_kill_at_any_moment_leaves_whole_outputs_and_a_whole_store(project: Path, tmp_path: Path):
    states = {
        name: (project / WORDS, SMALL[WORDS].replace("three", name)) for name in ("three", "four", "five")
    }

    assert kill_builds(project, tmp_path / "cache", states, times=6, seed=5) > 2
