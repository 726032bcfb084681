"""How far a build is, as one line on a terminal that goes away when it is done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from deckbuild.pipeline import Step


@contextmanager
def progress(*, shown: bool) -> Iterator[Callable[[Step], None]]:
    """Give a function that takes each step; it shows them on standard error, or nothing."""
    if not shown:
        yield lambda _: None
        return
    # Only here: nobody waits for rich where nobody sees it.
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn()
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading the project", total=None)

        def report(step: Step) -> None:
            # Most steps are shorter than the time between two refreshes of the bar.
            bar.update(
                task, description=step.text, completed=step.done, total=step.total or None, refresh=True
            )

        yield report
