"""`deckbuild watch` as a process: what it says, how soon a changed slide stands, and how it ends."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

import pytest

from tests.support.cli import deckbuild, environment
from tests.support.small import write_project
from tests.support.starter import change

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for one process")

WORDS = "decks/modules/words.yaml"
DECK = "output/small/school/small-school.pptx"
ROUNDS = 7


class Watching:
    """A project that is being watched."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self.folder = folder
        command = [sys.executable, "-m", "deckbuild", "watch", *arguments]
        self.process = subprocess.Popen(
            command,
            cwd=folder,
            env=environment(PYTHONUNBUFFERED="1"),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )

    def until(self, words: str) -> list[str]:
        """Return what is told up to a line with these words."""
        assert self.process.stderr is not None
        lines = []
        for line in self.process.stderr:
            lines.append(line)
            if words in line:
                break
        return lines

    def end(self) -> tuple[int, str, str]:
        """Press Ctrl-C; return the exit code and what else was printed."""
        self.process.send_signal(signal.SIGINT)
        out, told = self.process.communicate(timeout=30)
        return self.process.returncode, out, told


@pytest.fixture
def watching(tmp_path: Path) -> Iterator[Callable[..., Watching]]:
    started: list[Watching] = []

    def start(*arguments: str) -> Watching:
        write_project(tmp_path)
        started.append(Watching(tmp_path, "--profile", "school", *arguments))
        return started[-1]

    yield start
    for each in started:
        each.process.kill()
        each.process.communicate()


def test_a_line_says_what_changed_and_what_was_replaced(watching: Callable[..., Watching]):
    going = watching("--format", "pptx")
    begun = going.until("Ctrl-C ends it")
    change(going.folder, WORDS, "Two hands", "Both hands")
    line = going.until("changed")[-1]

    assert begun[-2].startswith("deckbuild: replaced small-school.pptx (1 of 1 file) in ")
    assert line.startswith(f"deckbuild: {WORDS} changed: replaced small-school.pptx (1 of 1 file) in ")


def test_a_fault_is_shown_at_its_place_and_the_next_change_is_built(watching: Callable[..., Watching]):
    going = watching("--format", "pptx")
    going.until("Ctrl-C ends it")
    change(going.folder, WORDS, "layout: agenda", "layout: agender")
    broken = "".join(going.until("error\n"))
    change(going.folder, WORDS, "layout: agender", "layout: agenda")
    change(going.folder, WORDS, "Two hands", "Both hands")
    mended = going.until("replaced small-school.pptx")[-1]

    assert f"{WORDS}:17:13: error[DB117]" in broken
    assert "error" not in mended


def test_ctrl_c_ends_it_with_0_and_every_output_is_whole(watching: Callable[..., Watching]):
    going = watching()
    going.until("Ctrl-C ends it")

    code, _, told = going.end()

    assert (code, told) == (0, "deckbuild: watching has ended\n")
    assert [*going.folder.rglob("*.part")] == []


def test_ctrl_c_in_the_middle_of_a_build_leaves_nothing_half_written(watching: Callable[..., Watching]):
    going = watching("--pack")
    while going.process.poll() is None and not [*going.folder.glob("output/*/*/*.part")]:
        time.sleep(0.0005)

    code, _, told = going.end()

    assert (code, "Traceback" in told) == (0, False)
    assert [*going.folder.rglob("*.part")] == []


def test_a_session_that_there_is_not_ends_it_at_once(tmp_path: Path):
    done = deckbuild("watch", "no-such", folder=write_project(tmp_path))

    assert (done.returncode, "DB160" in done.stderr, "Ctrl-C" in done.stderr) == (2, True, False)


def test_outside_a_project_it_ends_at_once(tmp_path: Path):
    assert deckbuild("watch", folder=tmp_path).returncode == 2


def test_as_json_each_round_is_an_object_of_one_line(watching: Callable[..., Watching]):
    going = watching("--format", "pptx", "--json")
    going.until("Ctrl-C ends it")
    change(going.folder, WORDS, "Two hands", "Both hands")
    assert going.process.stdout is not None
    first, second = (json.loads(going.process.stdout.readline()) for _ in range(2))

    assert [each["path"] for each in first["files"]] == [DECK]
    assert (first["changed"], second["changed"], second["fault"]) == ([], [WORDS], None)
    assert [(each["path"], each["replaced"]) for each in second["files"]] == [(DECK, True)]
    assert second["diagnostics"] == []


@pytest.mark.slow
def test_a_changed_slide_stands_before_anybody_has_looked_up(
    watching: Callable[..., Watching], record_property: Callable[[str, object], None]
):
    going = watching()
    going.until("Ctrl-C ends it")
    time.sleep(2)
    taken = []
    for number in range(ROUNDS):
        was = "Two hands" if number == 0 else f"Hands {number - 1}"
        before = (going.folder / DECK).stat().st_ino
        start = time.perf_counter()
        change(going.folder, WORDS, was, f"Hands {number}")
        while (going.folder / DECK).stat().st_ino == before:
            assert time.perf_counter() - start < 30, "the deck was not replaced"
            time.sleep(0.001)
        taken.append(time.perf_counter() - start)
        going.until("changed")

    record_property(
        "figure", f"median {1000 * median(taken):.0f} ms from a file's write to the deck's rename"
    )
    assert median(taken) < 3  # a loaded machine; the figure is what counts
