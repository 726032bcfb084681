"""Cells of one size that fill the page, then the next: slides two, four, six or nine to a page.

All slides of a page are of one size, and so are those of all pages but the first, where a title block leaves
less room; so the cells are measured before they are set.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from deckbuild.model.document import Block, Grid, Heading
from deckbuild.typeset.pages.heading import set_heading
from deckbuild.typeset.pages.paper import RULING
from deckbuild.typeset.pages.piece import Break, Piece, Stack, stack
from deckbuild.typeset.pages.row import Columns, is_open
from deckbuild.typeset.pages.ruled import beside
from deckbuild.typeset.pages.setting import Setting
from deckbuild.typeset.pages.sheet import Sheet
from deckbuild.typeset.pages.slide import Thumbnail
from deckbuild.typeset.pages.structure import Branch

ACROSS = 20.0
"""Between columns, points on A4."""
DOWN = 22.0
"""Between rows, at least."""
SMALLEST = 24.0
"""Height under which no slide goes, points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cells(Piece):
    """The cells of one page, row by row."""

    rows: tuple[tuple[Stack, ...], ...]
    pitch: tuple[float, float]
    """From column to column, and from row to row."""

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw the cells; pictures beside one another begin at one height."""
        for number, row in enumerate(self.rows):
            lowest = max(over(cell) for cell in row)
            for column, cell in enumerate(row):
                top = y + number * self.pitch[1] + lowest - over(cell)
                cell.draw(sheet, x + column * self.pitch[0], top)


def over(cell: Stack) -> float:
    """Return the height of what stands over a cell's slide."""
    return next((top for piece, top in cell.placed() if isinstance(piece, Thumbnail | Columns)), 0.0)


@dataclass(frozen=True, slots=True)
class Plan:
    """Sizes of a grid."""

    across: float
    """Width of a cell."""
    gap: tuple[float, float]
    slide_height: float
    """Bound of every slide's height; 0 for none."""


def lay_grid(block: Grid, setting: Setting) -> Iterator[Piece]:
    """Yield the pages of the grid, each with a page break before it."""
    gap = (ACROSS * setting.kit.unit, DOWN * setting.kit.unit)
    across = (setting.width - gap[0] * (block.columns - 1)) / block.columns
    per_page = block.rows * block.columns
    first, others = block.cells[:per_page], block.cells[per_page:]
    bounds = tuple(
        bound_of(cells, setting.narrow(across), high(room, block.rows, gap[1]))
        for cells, room in ((first, setting.first), (others, setting.page))
    )
    for start in range(0, len(block.cells), per_page):
        plan = Plan(across, gap, bounds[1 if start else 0])
        room = setting.page if start else setting.first
        yield Break()
        yield page_of(block, block.cells[start : start + per_page], setting, plan, room)


def high(room: float, rows: int, gap: float) -> float:
    """Return the height of a cell where so many rows stand in *room*."""
    return (room - gap * (rows - 1)) / rows


def bound_of(cells: Sequence[tuple[Block, ...]], setting: Setting, wanted: float) -> float:
    """Return how high slides may be so that every cell is as high as *wanted* at most; 0 for any height."""
    trial = replace(setting, parent=Branch("Div"), outline=[], found=[])
    largest = setting.width * setting.kit.template.size.h / setting.kit.template.size.w
    bound = largest
    for cell in cells:
        made = set_cell(cell, trial)
        if made.height > wanted:
            shown = max((height_of_slide(piece) for piece in made.pieces), default=0.0)
            bound = min(bound, shown - (made.height - wanted))
    return max(bound, SMALLEST) if bound < largest else 0.0


def height_of_slide(piece: Piece) -> float:
    """Return the height of a slide, or of a row with one; 0 for anything else."""
    return piece.height if isinstance(piece, Thumbnail | Columns) else 0.0


def page_of(
    block: Grid, cells: Sequence[tuple[Block, ...]], setting: Setting, plan: Plan, room: float
) -> Piece:
    """Return the cells of one page, each a section of the tree."""
    gap = plan.gap[1]
    height = high(room, block.rows, gap)
    made = []
    for cell in cells:
        place = replace(setting.narrow(plan.across), slide_height=plan.slide_height)
        trial = set_cell(cell, replace(place, parent=Branch("Div"), outline=[], found=[]))
        rest = trial.height - max((height_of_slide(piece) for piece in trial.pieces), default=0.0)
        within = replace(place, parent=setting.parent.add("Sect"), room=height - rest)
        made.append(set_cell(cell, within))
    rows = tuple(tuple(made[n : n + block.columns]) for n in range(0, len(made), block.columns))
    return Cells(rows=rows, pitch=(plan.across + plan.gap[0], height + gap), height=room)


def set_cell(blocks: tuple[Block, ...], setting: Setting) -> Stack:
    """Return a cell: headings in small type, the last of them the slide's."""
    pieces: list[Piece] = []
    for block, following in zip_longest(blocks, blocks[1:]):
        if isinstance(block, Heading):
            name = "cell-part" if isinstance(following, Heading) else "cell-title"
            pieces.append(set_heading(block, setting, setting.style(name)))
        elif is_open((block,)):
            pieces.extend(filling(pieces, setting))
        else:
            pieces.extend(replace(each, before=0.0, after=0.0) for each in setting.make([block], setting))
    return stack(pieces)


def filling(above: Sequence[Piece], setting: Setting) -> Iterator[Piece]:
    """Yield as many lines to write on as there is room for under the slide of a cell."""
    free = setting.room - max((height_of_slide(piece) for piece in above), default=0.0)
    if free >= RULING:
        yield beside(setting.width, free)
