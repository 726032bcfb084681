"""How far a build is, how fast, and how long it will take: one line on a terminal, gone when it is done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from deckbuild.pipeline import Step

if TYPE_CHECKING:
    from rich.console import Console

WINDOW = 30.0
"""Seconds over which the rate is measured."""


@contextmanager
def progress(*, shown: bool) -> Iterator[Callable[[Step], None]]:
    """Give a function that takes each step; it shows them on standard error, or nothing."""
    if not shown:
        yield lambda _: None
        return
    # Only here: nobody waits for rich where nobody sees it.
    from rich.console import Console

    with shown_on(Console(stderr=True)) as report:
        yield report


@contextmanager
def shown_on(console: Console) -> Iterator[Callable[[Step], None]]:
    """Give a function that shows each step on a console."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeElapsedColumn(),
    )
    # No thread that refreshes: each step does, and processes can be forked where there is no other thread.
    with Progress(
        *columns, console=console, transient=True, auto_refresh=False, speed_estimate_period=WINDOW
    ) as bar:
        task = bar.add_task("reading the project", total=None, rate="")

        def report(step: Step) -> None:
            now = bar.tasks[0]
            rate = rate_of(now.speed, now.time_remaining) if step.total else ""
            bar.update(
                task,
                description=step.text,
                completed=step.done,
                total=step.total or None,
                rate=rate,
                refresh=True,
            )

        yield report


def rate_of(speed: float | None, left: float | None) -> str:
    """Return steps a second and seconds left in words; empty while nobody knows."""
    if not speed or left is None:
        return ""
    shown = f"{speed:.0f}/s" if speed >= 10 else f"{speed:.1f}/s" if speed >= 0.1 else f"{speed * 60:.1f}/min"
    minutes, seconds = divmod(round(left), 60)
    return f"{shown} · {minutes}:{seconds:02d} left"
