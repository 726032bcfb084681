"""Rounds of a watched project: what changes is built again, whatever happens meanwhile."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from shutil import copy
from threading import Event, Thread, Timer

import pytest

from deckbuild.pipeline import BuildRequest
from deckbuild.pipeline.watch import Round, rounds
from tests.support.small import write_project
from tests.support.starter import change

WORDS = "decks/modules/words.yaml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project")


@pytest.fixture
def stop() -> Iterator[Event]:
    """Ends the watching of a test that waits for what does not come."""
    event = Event()
    timer = Timer(60, event.set)
    timer.start()
    yield event
    timer.cancel()


def request(project: Path, *formats: str) -> BuildRequest:
    return BuildRequest(project, profiles=("school",), formats=formats or ("pptx",))


def replaced(done: Round) -> list[str]:
    assert done.result is not None
    return [each.path.name for each in done.result.files if each.written]


def codes(done: Round) -> list[str]:
    assert done.result is not None
    return [each.code for each in done.result.diagnostics if each.severity == "error"]


def test_a_changed_slide_is_built_again_and_the_round_says_which_file_changed(project: Path, stop: Event):
    going = rounds(request(project), stop)
    first = next(going)
    change(project, WORDS, "Two hands", "Both hands")

    second = next(going)

    assert (first.changed, replaced(first)) == ((), ["small-school.pptx"])
    assert (second.changed, replaced(second)) == ((WORDS,), ["small-school.pptx"])


def test_a_change_while_a_build_runs_is_not_missed(project: Path, stop: Event):
    deck = project / "output/small/school/small-school.pptx"

    def when_the_first_deck_stands() -> None:
        while not deck.exists():
            time.sleep(0.001)
        change(project, WORDS, "Two hands", "Both hands")

    Thread(target=when_the_first_deck_stands).start()
    going = rounds(request(project, "handout-3up", "pptx"), stop)

    assert [replaced(next(going))[-1] for _ in range(2)] == ["small-school.pptx"] * 2


def test_a_fault_is_told_and_the_watching_goes_on(project: Path, stop: Event):
    going = rounds(request(project), stop)
    next(going)
    change(project, WORDS, "layout: agenda", "layout: agender")
    broken = next(going)
    before = (project / "output/small/school/small-school.pptx").read_bytes()
    change(project, WORDS, "layout: agender", "layout: agenda")
    change(project, WORDS, "Two hands", "Both hands")
    mended = next(going)

    assert (codes(broken), replaced(broken)) == (["DB117"], [])
    assert (codes(mended), replaced(mended)) == ([], ["small-school.pptx"])
    assert before != (project / "output/small/school/small-school.pptx").read_bytes()


def test_without_its_workspace_file_a_project_is_waited_for(project: Path, stop: Event):
    workspace = project / "decks" / "deckbuild.yaml"
    going = rounds(request(project), stop)
    next(going)
    text = workspace.read_text(encoding="utf-8")
    workspace.unlink()
    gone = next(going)
    workspace.write_text(text, encoding="utf-8")
    change(project, WORDS, "Two hands", "Both hands")
    back = next(going)

    assert (gone.result, "decks/deckbuild.yaml" in gone.fault) == (None, True)
    assert (back.fault, replaced(back)) == ("", ["small-school.pptx"])


def test_a_project_that_is_moved_away_and_back_is_built_again(project: Path, stop: Event):
    going = rounds(request(project), stop)
    next(going)
    (project / "decks").rename(project / "away")
    gone = next(going)
    change(project, WORDS.replace("decks", "away"), "Two hands", "Both hands")
    (project / "away").rename(project / "decks")
    back = next(going)
    while back.result is None:
        back = next(going)

    assert (gone.result, replaced(back)) == (None, ["small-school.pptx"])


def test_a_folder_that_is_made_later_is_watched_too(project: Path, stop: Event):
    picture = "assets/images/hands-paper-family.png"
    new = project / "assets" / "images" / "new"
    going = rounds(request(project), stop)
    next(going)
    new.mkdir()
    assert next(going).changed == ("assets/images/new",)
    copy(project / picture, new / "hands.png")
    change(project, WORDS, "images/hands-paper-family.png", "images/new/hands.png")
    change(project, WORDS, "Two hands", "Both hands")
    seen = next(going)
    (new / "hands.png").unlink()
    without = next(going)

    assert (replaced(seen), codes(without)) == (["small-school.pptx"], ["DB108"])
    assert without.changed == ("assets/images/new/hands.png",)


def test_a_file_that_no_deck_is_made_of_replaces_nothing(project: Path, stop: Event):
    going = rounds(request(project), stop)
    next(going)
    (project / "decks/modules/other.yaml").write_text("title: Other\n", encoding="utf-8")
    done = next(going)

    assert (done.changed, replaced(done)) == (("decks/modules/other.yaml",), [])


def test_outputs_are_not_watched(project: Path, stop: Event):
    deck = project / "output/small/school/small-school.pptx"
    going = rounds(request(project), stop)
    next(going)
    deck.write_bytes(b"spoilt")
    time.sleep(0.5)
    change(project, WORDS, "Two hands", "Both hands")

    assert next(going).changed == (WORDS,)


def test_the_watching_ends_when_it_shall(project: Path, stop: Event):
    going = rounds(request(project), stop)
    next(going)
    stop.set()

    assert [*going] == []
