"""table: a native table with a header row."""

from __future__ import annotations

from deckbuild.layouts import grid
from deckbuild.layouts.base import (
    SOURCE,
    TITLE,
    Field,
    Placement,
    SlideLayout,
    Slot,
    Variant,
    title_node,
    value,
    with_source,
    written,
)
from deckbuild.layouts.roles import style
from deckbuild.model.brand import Brand
from deckbuild.model.deck import DeckSlide
from deckbuild.model.scene import Insets, Stroke, Styles, TableNode, TextNode, level_style
from deckbuild.model.source import Table
from deckbuild.model.template import Template
from deckbuild.model.text import Paragraph
from deckbuild.model.units import Box, pt

LEAD = pt(34)
TABLE = grid.cell(0, 12, top=grid.BODY_TOP + LEAD + pt(8), bottom=grid.ABOVE_SOURCE.bottom)
CELL = Insets(pt(10), pt(6), pt(10), pt(6))


def variants(brand: Brand) -> tuple[Variant, ...]:
    """Return the one layout."""
    del brand
    lead = Slot(
        "lead", "body", 2, "What the table says", Box(grid.LEFT, grid.BODY_TOP, grid.WIDTH, LEAD), "lead"
    )
    return (
        Variant("table", "Table", (TITLE, lead, Slot("table", "tbl", 1, "Table", TABLE, "table"), SOURCE)),
    )


def place(slide: DeckSlide, template: Template) -> Placement:
    """Return title, message, table and source; widths and heights are set when the words are measured."""
    layout = template.layouts["table"]
    lead = written(slide, layout, "lead")
    slot = layout.placeholders["table"]
    top = slot.box.y if lead else grid.BODY_TOP
    box = Box(slot.box.x, top, slot.box.w, slot.box.bottom - top)
    table = value(slide, "table", Table)
    body = level_style(slot.styles, 0)
    cells = tuple(
        row_of(n, row, box, (style(body.size, "ground", bold=True),) if n == 0 else slot.styles)
        for n, row in enumerate((table.columns, *table.rows))
    )
    node = TableNode(
        slot.name,
        box,
        (),
        (),
        cells,
        Stroke("rule", pt(1)),
        table.alt,
        slot.placeholder,
        inherited=box == slot.box,
    )
    return Placement(layout.id, (title_node(slide, layout), *lead, node, *with_source(slide, layout)))


def row_of(number: int, row: tuple[Paragraph, ...], box: Box, styles: Styles) -> tuple[TextNode, ...]:
    """Return the cells of a row: the header on the brand's colour, every second row on a tint."""
    fill = "brand" if number == 0 else "tint" if number % 2 == 0 else "ground"
    return tuple(
        TextNode(
            f"Cell {number + 1}.{n}",
            box,
            (cell,),
            styles,
            insets=CELL,
            anchor="ctr",
            fill=fill,
            origin=cell.origin,
        )
        for n, cell in enumerate(row, 1)
    )


LAYOUT = SlideLayout(
    "table",
    "Rows and columns of data.",
    (
        Field("lead", "line", "The table's message, in one line.", required=False),
        Field("table", "table", "Header, rows and alternative text."),
    ),
    variants,
    place,
)
