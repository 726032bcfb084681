"""Tables on pages: columns and rows in; one table out that goes on over pages, its header on each.

The header is tagged where it first stands; on later pages it is a pagination artifact (ISO 14289-1, 7.5 asks
for headers, not for more of them). Fields in cells stand where their text would.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from deckbuild.model.dataclasses import dataclass, replace
from deckbuild.model.document import Field, TableBlock
from deckbuild.model.scene import Align, Insets, TextNode
from deckbuild.model.text import Paragraph, Text
from deckbuild.model.units import Box, pt
from deckbuild.typeset.pages.fields import lay_cell_field
from deckbuild.typeset.pages.piece import ROUNDING, Parted, Piece, Stack, stack
from deckbuild.typeset.pages.setting import Setting
from deckbuild.typeset.pages.sheet import Sheet, stroke
from deckbuild.typeset.pages.structure import Branch
from deckbuild.typeset.pages.styles import TypeStyle
from deckbuild.typeset.pages.text import set_text
from deckbuild.typeset.pages.words import words
from deckbuild.typeset.table import column_widths, natural

ACROSS, DOWN = 6.0, 4.5
"""Room within a cell at its sides, and over and under its words, points on A4."""
HEADER_RULE, ROW_RULE = 1.25, 0.5
LEAST_ROWS = 2
"""Of a parted table, on either page."""
HIGH = 0.12
"""Of a page, from which height on a row may stand alone on it."""
UNDER = 8.0
"""Points on A4 under a table."""
MOST_BESIDE_MARGIN = 3
"""Columns of a table that stands beside a margin; one with more begins at the page's left edge."""
ROOM_OF_A_FIELD = 60.0
"""Least width of a column of fields where the contents decide, points on A4."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow(Piece):
    """Cells side by side."""

    cells: tuple[Stack, ...]
    widths: tuple[float, ...]
    inset: tuple[float, float]
    """Across and down."""
    least: float = 0.0
    """Least height."""
    header: bool = False
    edged: bool = False
    """True where lines stand between the cells: for what is filled in."""

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw ground and rule, then the cells."""
        width = sum(self.widths)
        if self.header:
            sheet.rectangle((x, y, width, self.height), fill="tint", kind="Background")
        line = stroke("brand", HEADER_RULE) if self.header else stroke("rule", ROW_RULE)
        sheet.rule((x, y + self.height), (x + width, y + self.height), line)
        left = x
        if self.edged:
            self.draw_edges(sheet, x, y)
        for cell, across in zip(self.cells, self.widths, strict=True):
            free = self.height - 2 * self.inset[1] - cell.height
            cell.draw(sheet, left + self.inset[0], y + self.inset[1] + (free if self.header else 0))
            left += across

    def draw_edges(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw a line before each cell and after the last."""
        for edge in accumulate(self.widths, initial=x):
            sheet.rule((edge, y), (edge, y + self.height), stroke("rule", ROW_RULE))

    def part(self, room: float, page: float) -> Parted:
        """Part the cells, side by side, where the row is higher than a page; else it stays whole."""
        if self.header or self.height <= page + ROUNDING:
            return None, self
        inner = room - 2 * self.inset[1]
        parts = [
            (cell, None) if cell.height <= inner + ROUNDING else cell.part(inner, inner)
            for cell in self.cells
        ]
        if any(head is None for head, _ in parts):
            return None, self
        return self.of([head for head, _ in parts]), self.of([rest for _, rest in parts])

    def of(self, cells: list[Piece | None]) -> TableRow:
        """Return a row of the same widths."""
        stacks = tuple(each if isinstance(each, Stack) else stack(()) for each in cells)
        return replace(self, cells=stacks, height=row_height(stacks, self.inset[1], 0.0), least=0.0)


def row_height(cells: tuple[Stack, ...], inset: float, least: float) -> float:
    """Return the height of a row by its highest cell."""
    return max(least, max((cell.height for cell in cells), default=0.0) + 2 * inset)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Piece):
    """A header and rows."""

    header: TableRow
    rows: tuple[TableRow, ...]
    again: bool = False
    """True where the table goes on from a page before."""

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw header and rows."""
        self.header.draw(sheet.again() if self.again else sheet, x, y)
        y += self.header.height
        for row in self.rows:
            row.draw(sheet, x, y)
            y += row.height

    def part(self, room: float, page: float) -> Parted:
        """Return the rows that fit and the others, two each at least where there are so many."""
        count, used = 0, self.header.height
        while count < len(self.rows) and used + self.rows[count].height <= room + ROUNDING:
            used += self.rows[count].height
            count += 1
        if count == 0 and self.rows:
            return self.part_row(room - used, page - self.header.height)
        if len(self.rows) >= 2 * LEAST_ROWS:
            count = min(count, len(self.rows) - LEAST_ROWS)
        if count < self.least(page):
            return None, self
        return self.of(self.rows[:count], again=self.again), self.of(self.rows[count:], again=True)

    def least(self, page: float) -> int:
        """Return how many rows must stay before a page break: one where it is high or no more fit."""
        least = 1 if self.rows[0].height > page * HIGH else min(LEAST_ROWS, len(self.rows) - 1)
        wanted = self.header.height + sum(row.height for row in self.rows[:least])
        return max(1, least if wanted <= page + ROUNDING else 1)

    def part_row(self, room: float, page: float) -> Parted:
        """Part the first row, where it is higher than a page."""
        head, rest = self.rows[0].part(room, page)
        if not isinstance(head, TableRow) or not isinstance(rest, TableRow):
            return None, self
        return self.of((head,), again=self.again), self.of((rest, *self.rows[1:]), again=True)

    def of(self, rows: tuple[TableRow, ...], *, again: bool) -> Table:
        """Return a table with this header and other rows."""
        height = self.header.height + sum(row.height for row in rows)
        return replace(self, rows=rows, again=again, height=height)


@dataclass(frozen=True, slots=True)
class Looks:
    """Styles of one table."""

    cell: TypeStyle
    row_header: TypeStyle
    column_header: TypeStyle


def lay_table(block: TableBlock, setting: Setting) -> Iterator[Piece]:
    """Yield the caption and the table."""
    looks = Looks(setting.style("cell"), setting.style("row-header"), setting.style("column-header"))
    branch = setting.parent.add("Table", summary=block.summary)
    if block.caption:
        style = setting.style("caption")
        owner = branch.add("Caption")
        yield words(setting, block.caption, style.first, owner, after=style.after, keep=True)
    yield set_table(block, setting, branch, looks)


def set_table(block: TableBlock, setting: Setting, branch: Branch, looks: Looks) -> Table:
    """Return the table without its caption; its rows become kids of *branch*."""
    unit = setting.kit.unit
    widths = tuple(widths_of(block, setting, looks))
    inset = (ACROSS * unit, DOWN * unit)
    header = header_row(block, setting.within(branch.add("THead").add("TR")), widths, inset, looks)
    body = branch.add("TBody")
    rows = tuple(
        body_row(block, row, setting.within(body.add("TR")), widths, inset, looks) for row in block.rows
    )
    height = header.height + sum(row.height for row in rows)
    before = 0.0 if block.caption else 8 * unit
    return Table(header=header, rows=rows, height=height, before=before, after=UNDER * unit)


def alignment(block: TableBlock, column: int) -> Align:
    """Return how a column is set."""
    return "r" if column in block.numbers else "l"


def header_row(
    block: TableBlock, setting: Setting, widths: tuple[float, ...], inset: tuple[float, float], looks: Looks
) -> TableRow:
    """Return the row of column headers; they stand at the bottom of it."""
    cells = []
    for column, (heading, width) in enumerate(zip(block.columns, widths, strict=True)):
        style = replace(looks.column_header.first, align=alignment(block, column), before=0.0)
        cell = setting.narrow(width - 2 * inset[0])
        # A corner over row headers has no words: a header that says nothing is none.
        owner = setting.parent.add("TH", scope="Column") if heading.text else setting.parent.add("TD")
        cells.append(stack([words(cell, heading, style, owner)] if heading.text else []))
    height = row_height(tuple(cells), inset[1], 0.0)
    return TableRow(cells=tuple(cells), widths=widths, inset=inset, height=height, header=True)


def body_row(
    block: TableBlock,
    row: tuple[Text | Field, ...],
    setting: Setting,
    widths: tuple[float, ...],
    inset: tuple[float, float],
    looks: Looks,
) -> TableRow:
    """Return a row; its first cell may be its header."""
    cells = []
    least = block.row_height
    for column, (content, width) in enumerate(zip(row, widths, strict=True)):
        names = block.row_headers and column == 0
        owner = setting.parent.add("TH", scope="Row") if names else setting.parent.add("TD")
        cell = setting.narrow(width - 2 * inset[0]).within(owner)
        if isinstance(content, Field):
            room = max(0.0, least - 2 * inset[1])
            cells.append(stack([lay_cell_field(content, cell, room)]))
        else:
            style = looks.row_header if names else looks.cell
            cells.append(lay_cell(content, cell, style, alignment(block, column)))
    height = row_height(tuple(cells), inset[1], least)
    return TableRow(
        cells=tuple(cells), widths=widths, inset=inset, height=height, least=least, edged=is_form(block)
    )


def lay_cell(text: Text, cell: Setting, style: TypeStyle, align: Align) -> Stack:
    """Return a cell's text: one paragraph is the cell's own, several are kids of it."""
    if len(text) == 1 and not text[0].level and text[0].marker not in ("bullet", "number"):
        look = replace(style.first, align=align, before=0.0)
        bare = replace(text[0], marker="none")
        return stack([words(cell, bare, look, cell.parent)] if bare.text else [])
    return stack(set_text(cell, text, style, align=align))


def widths_of(block: TableBlock, setting: Setting, looks: Looks) -> list[float]:
    """Return the columns' widths, points: as the shares say, or as their words need."""
    if block.widths:
        return [setting.width * share / sum(block.widths) for share in block.widths]
    return column_widths(measured(block, setting, looks), setting.width, setting.kit.fonts)


def natural_width(block: TableBlock, setting: Setting, looks: Looks) -> float:
    """Return how wide a table is in which no cell takes a second line, points."""
    columns = zip(*measured(block, setting, looks), strict=True)
    return sum(max(natural(cell, setting.kit.fonts)[1] for cell in column) for column in columns)


def measured(block: TableBlock, setting: Setting, looks: Looks) -> tuple[tuple[TextNode, ...], ...]:
    """Return the cells as nodes for measuring, their insets as a space before and after each paragraph."""
    header = tuple(measured_cell((each,), setting, looks.column_header) for each in block.columns)
    rows = (
        tuple(
            measured_cell(
                () if isinstance(each, Field) else each,
                setting,
                looks.row_header if block.row_headers and column == 0 else looks.cell,
            )
            for column, each in enumerate(row)
        )
        for row in block.rows
    )
    return (header, *rows)


def measured_cell(text: Text, setting: Setting, style: TypeStyle) -> TextNode:
    """Return a cell to measure; one without text has the room that a field needs."""
    across = ACROSS if text else ROOM_OF_A_FIELD / 2
    side = pt(across * setting.kit.unit)
    bare: tuple[Paragraph, ...] = tuple(text)
    return TextNode("Cell", Box(0, 0, 0, 0), bare, style.levels, insets=Insets(side, 0, side, 0))


def is_wide(block: TableBlock) -> bool:
    """Return whether a table wants more than the column of reading matter."""
    return len(block.columns) > MOST_BESIDE_MARGIN or is_form(block)


def is_form(block: TableBlock) -> bool:
    """Return whether a table is filled in, on the screen or by hand."""
    return block.row_height > 0 or any(isinstance(cell, Field) for row in block.rows for cell in row)
