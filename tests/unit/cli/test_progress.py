"""How far a build is, on a terminal."""

import io
import threading

import pytest
from rich.console import Console

from deckbuild.cli.progress import progress, rate_of, shown_on
from deckbuild.pipeline import Step


@pytest.mark.parametrize(
    ("speed", "left", "words"),
    [
        (None, None, ""),
        (2.5, None, ""),
        (24.6, 75, "25/s · 1:15 left"),
        (2.54, 5, "2.5/s · 0:05 left"),
        (0.05, 600, "3.0/min · 10:00 left"),
    ],
)
def test_rate_and_time_left_in_words(speed: float | None, left: float | None, words: str):
    assert rate_of(speed, left) == words


def test_a_terminal_shows_what_is_done_how_much_of_it_how_fast_and_how_long():
    out = io.StringIO()
    with shown_on(Console(file=out, force_terminal=True, width=120)) as report:
        for done in range(5):
            report(Step(done, 10, f"small/p{done}: pptx"))

    shown = out.getvalue()
    assert "reading the project" in shown
    assert "small/p4: pptx" in shown
    assert "4/10" in shown
    assert "/s · 0:0" in shown


def test_nothing_is_shown_where_nobody_sees_it(capfd: pytest.CaptureFixture[str]):
    with progress(shown=False) as report:
        report(Step(1, 2, "something"))

    assert capfd.readouterr() == ("", "")


def test_no_thread_shows_it_so_that_processes_can_be_forked():
    before = threading.active_count()
    with shown_on(Console(file=io.StringIO(), force_terminal=True)) as report:
        report(Step(1, 2, "something"))
        assert threading.active_count() == before
