"""Cells of one size that fill the page, then the next: slides two, four, six or nine to a page.

All slides of a page are of one size, and so are those of all pages but the first, where a title block leaves
less room; so the cells are measured before they are set.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from itertools import zip_longest

from deckbuild.diagnostics.diagnostic import Diagnostic
from deckbuild.model.dataclasses import dataclass, replace
from deckbuild.model.document import Block, Grid, Heading
from deckbuild.model.recent import Recent
from deckbuild.typeset.pages.heading import set_heading
from deckbuild.typeset.pages.memory import Key, SetPage, SharedPage
from deckbuild.typeset.pages.paper import RULING
from deckbuild.typeset.pages.piece import Break, Piece, Stack, stack
from deckbuild.typeset.pages.row import Columns, is_open
from deckbuild.typeset.pages.ruled import beside
from deckbuild.typeset.pages.setting import Setting
from deckbuild.typeset.pages.sheet import Sheet
from deckbuild.typeset.pages.slide import Thumbnail
from deckbuild.typeset.pages.structure import Branch, Grove, number_from

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
    room: float
    """Height of the page's body."""


def lay_grid(block: Grid, setting: Setting) -> Iterator[Piece]:
    """Yield the pages of the grid, each with a page break before it."""
    gap = (ACROSS * setting.kit.unit, DOWN * setting.kit.unit)
    across = (setting.width - gap[0] * (block.columns - 1)) / block.columns
    per_page = block.rows * block.columns
    setting.kit.memory.room_for(len(block.cells), len(block.cells) // per_page + 1)
    first, others = block.cells[:per_page], block.cells[per_page:]
    bounds = tuple(
        bound_of(cells, setting.narrow(across), high(room, block.rows, gap[1]))
        for cells, room in ((first, setting.first), (others, setting.page))
    )
    for start in range(0, len(block.cells), per_page):
        plan = Plan(across, gap, bounds[1 if start else 0], setting.page if start else setting.first)
        yield Break()
        yield shared(replace(block, cells=block.cells[start : start + per_page]), setting, plan)


def high(room: float, rows: int, gap: float) -> float:
    """Return the height of a cell where so many rows stand in *room*."""
    return (room - gap * (rows - 1)) / rows


def look_of(setting: Setting) -> Hashable:
    """Return all that decides how cells are set, besides themselves and the memory's template and fonts."""
    document = setting.kit.document
    place = (setting.width, setting.page, setting.first, setting.slide_height, setting.margin)
    return document.options, document.compact, document.kind, place


def name_of(cell: Sequence[Block]) -> tuple[str, ...]:
    """Return what cells are mostly told apart by: where links to them lead."""
    return tuple([block.anchor for block in cell if isinstance(block, Heading)])


def size_of(cell: tuple[Block, ...], setting: Setting) -> tuple[float, float]:
    """Return the height of a cell, and that of the slide in it."""

    def measure() -> tuple[float, float]:
        made = set_cell(cell, replace(setting, parent=Branch("Div"), outline=[], found=[]))
        return made.height, max((height_of_slide(piece) for piece in made.pieces), default=0.0)

    return setting.kit.memory.sizes.get(Key(name_of(cell), (look_of(setting), cell)), measure)


def bound_of(cells: Sequence[tuple[Block, ...]], setting: Setting, wanted: float) -> float:
    """Return how high slides may be so that every cell is as high as *wanted* at most; 0 for any height."""
    largest = setting.width * setting.kit.template.size.h / setting.kit.template.size.w
    bound = largest
    for cell in cells:
        height, shown = size_of(cell, setting)
        if height > wanted:
            bound = min(bound, shown - (height - wanted))
    return max(bound, SMALLEST) if bound < largest else 0.0


def height_of_slide(piece: Piece) -> float:
    """Return the height of a slide, or of a row with one; 0 for anything else."""
    return piece.height if isinstance(piece, Thumbnail | Columns) else 0.0


def shared(block: Grid, setting: Setting, plan: Plan) -> Piece:
    """Return the cells of one page, which is remembered: in most documents of a batch it is the same."""
    # A heading without an anchor gets one by its place in the outline.
    whole = (look_of(setting), plan, len(setting.outline), block)
    key = Key(tuple(name_of(cell) for cell in block.cells), whole)
    page = setting.kit.memory.pages.get(key, lambda: set_page(block, setting, plan))
    setting.outline.extend(page.outline)
    setting.found.extend(page.found)
    grove = Grove(page.size)
    setting.parent.kids.append(grove)
    return SharedPage(page=page, grove=grove, height=plan.room)


def set_page(block: Grid, setting: Setting, plan: Plan) -> SetPage:
    """Return the cells of one page set, each a section of the tree."""
    root = Branch("Div")
    outline, found = [*setting.outline], list[Diagnostic]()
    cells = page_of(block, replace(setting, parent=root, outline=outline, found=found), plan)
    branches = tuple(each for each in root.kids if isinstance(each, Branch))
    own = tuple(outline[len(setting.outline) :])
    return SetPage(cells, branches, number_from(root, 0) - 1, own, tuple(found), Recent(2))


def page_of(block: Grid, setting: Setting, plan: Plan) -> Piece:
    """Return the cells of one page, each a section of the tree."""
    gap = plan.gap[1]
    height = high(plan.room, block.rows, gap)
    made = []
    for cell in block.cells:
        place = replace(setting.narrow(plan.across), slide_height=plan.slide_height)
        whole, shown = size_of(cell, place)
        within = replace(place, parent=setting.parent.add("Sect"), room=height - (whole - shown))
        made.append(set_cell(cell, within))
    rows = tuple(tuple(made[n : n + block.columns]) for n in range(0, len(made), block.columns))
    return Cells(rows=rows, pitch=(plan.across + plan.gap[0], height + gap), height=plan.room)


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
