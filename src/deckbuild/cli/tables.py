"""Rows as a table: with rich on a terminal, as aligned text with two spaces between columns in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Collection, Sequence

from deckbuild.cli.output import show

Row = Sequence[str]


def show_table(columns: Row, rows: Sequence[Row], *, right: Collection[int] = (), indent: str = "") -> None:
    """Print a table with a header row. *right* are the indices of the columns that end at one edge."""
    if sys.stdout.isatty():
        _on_terminal(columns, rows, right)
    else:
        show("\n".join(f"{indent}{line}" for line in aligned([columns, *rows], right)))


def aligned(rows: Sequence[Row], right: Collection[int] = ()) -> list[str]:
    """Return each row as a line whose cells begin (or end) where those above do."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]  # none where there are no rows
    return [
        "  ".join(
            cell.rjust(width) if n in right else cell.ljust(width)
            for n, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]


def _on_terminal(columns: Row, rows: Sequence[Row], right: Collection[int]) -> None:
    # Only here: rich takes as long to load as a small project to read.
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for n, column in enumerate(columns):
        table.add_column(Text(column), justify="right" if n in right else "left", overflow="fold")
    for row in rows:
        # Text, because rich would take “[local referral desk]” for markup.
        table.add_row(*map(Text, row))
    Console().print(table)
