"""Blocks side by side: columns in, one piece out, read column by column."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.model.dataclasses import dataclass, replace
from deckbuild.model.document import Block, Row, RuledLines
from deckbuild.typeset.pages.panel import Framed
from deckbuild.typeset.pages.piece import ROUNDING, Parted, Piece, Stack, stack
from deckbuild.typeset.pages.ruled import beside
from deckbuild.typeset.pages.setting import Setting
from deckbuild.typeset.pages.sheet import Sheet

GAP = 20.0
"""Between columns, points on A4."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns(Piece):
    """Stacks side by side."""

    columns: tuple[tuple[Stack, float], ...]
    """Each with its x."""

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw the columns, the first first."""
        for column, dx in self.columns:
            column.draw(sheet, x + dx, y)

    @property
    def baseline(self) -> float:
        """That of the first column."""
        return self.columns[0][0].baseline

    def part(self, room: float, page: float) -> Parted:
        """Part every column, but only where they are higher than a page."""
        if self.height <= page + ROUNDING:
            return None, self
        parts = [
            ((column, None) if column.height <= room + ROUNDING else column.part(room, page), dx)
            for column, dx in self.columns
        ]
        if any(head is None for (head, _), _ in parts):
            return None, self
        return self.of([(head, dx) for (head, _), dx in parts]), self.of(
            [(rest, dx) for (_, rest), dx in parts]
        )

    def of(self, columns: list[tuple[Piece | None, float]]) -> Columns:
        """Return other columns in these places."""
        return side_by_side(
            self, [(each if isinstance(each, Stack) else stack(()), dx) for each, dx in columns]
        )


def side_by_side(row: Columns, columns: list[tuple[Stack, float]]) -> Columns:
    """Return a row of other columns."""
    return replace(row, columns=tuple(columns), height=max(column.height for column, _ in columns))


def lay_row(block: Row, setting: Setting) -> Iterator[Piece]:
    """Yield the columns; lines to write on are as many as go beside the others."""
    gap = GAP * setting.kit.unit
    free = setting.width - gap * (len(block.columns) - 1)
    columns: list[tuple[Stack | None, float, float]] = []
    x = 0.0
    for blocks, share in zip(block.columns, block.widths, strict=True):
        width = free * share / sum(block.widths)
        columns.append((None if is_open(blocks) else setting.narrow(width).stack(blocks), x, width))
        x += width + gap
    height = max((column.height for column, _, _ in columns if column), default=0.0)
    columns = [(level(column, height) if column else None, x, width) for column, x, width in columns]
    done = [
        (column or stack([beside(width, max(height, setting.room))]), dx) for column, dx, width in columns
    ]
    before = max(column.before for column, _ in done)
    after = max(column.after for column, _ in done)
    yield Columns(
        columns=tuple(done), height=max(column.height for column, _ in done), before=before, after=after
    )


def level(column: Stack, height: float) -> Stack:
    """Return a column that is one panel as high as the columns beside it."""
    if len(column.pieces) == 1 and isinstance(column.pieces[0], Framed):
        return stack([replace(column.pieces[0], height=height)])
    return column


def is_open(blocks: tuple[Block, ...]) -> bool:
    """Return whether a column is lines to write on, as many as there is room."""
    return len(blocks) == 1 and isinstance(blocks[0], RuledLines) and not blocks[0].count
