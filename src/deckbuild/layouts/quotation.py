"""quotation: somebody's words behind a large opening mark, and whose they are."""

from __future__ import annotations

from deckbuild.layouts import grid
from deckbuild.layouts.base import (
    TITLE,
    Field,
    Placement,
    SlideLayout,
    Slot,
    Variant,
    fill_slot,
    text_field,
    title_node,
    with_source,
    written,
)
from deckbuild.model.brand import Brand
from deckbuild.model.deck import DeckSlide
from deckbuild.model.drawing import Command
from deckbuild.model.scene import ShapeNode
from deckbuild.model.template import Template
from deckbuild.model.units import Box, pt

ATTRIBUTION = pt(26)
LEAD = pt(34)
TEXT_X, TEXT_WIDTH = grid.across(1, 10)


def comma(x: float) -> tuple[Command, ...]:
    """Return one of the two raised commas, turned, of an opening mark; *x* is its left edge, of 100."""
    return (
        ("M", (x + 42, 8)),
        ("C", (x + 16, 16, x, 38, x, 66)),
        ("C", (x, 84, x + 9, 95, x + 22, 95)),
        ("C", (x + 34, 95, x + 43, 86, x + 43, 74)),
        ("C", (x + 43, 62, x + 35, 54, x + 25, 54)),
        ("C", (x + 22, 54, x + 20, 54, x + 18, 55)),
        ("C", (x + 20, 40, x + 30, 28, x + 46, 21)),
        ("Z", ()),
    )


def variants(brand: Brand) -> tuple[Variant, ...]:
    """Return the one layout."""
    del brand
    mark = ShapeNode(
        "Opening mark",
        Box(grid.LEFT, grid.BODY_TOP, pt(50), pt(44)),
        "path",
        "brand",
        path=(*comma(0), *comma(53)),
    )
    quotation = Box(TEXT_X, grid.BODY_TOP, TEXT_WIDTH, grid.BODY_HEIGHT - ATTRIBUTION - pt(10))
    attribution = Box(TEXT_X, grid.BODY_BOTTOM - ATTRIBUTION, TEXT_WIDTH, ATTRIBUTION)
    slots = (
        TITLE,
        Slot(
            "lead", "body", 3, "Who says it, and when", Box(TEXT_X, grid.BODY_TOP, TEXT_WIDTH, LEAD), "lead"
        ),
        Slot("quotation", "body", 1, "Quotation", quotation, "quotation"),
        Slot("attribution", "body", 2, "Whose words, page", attribution, "attribution", "b"),
    )
    return (Variant("quotation", "Quotation", slots, "cust", (mark,)),)


def place(slide: DeckSlide, template: Template) -> Placement:
    """Return title, lead-in, quotation and attribution; the quotation takes the room that is left."""
    layout = template.layouts["quotation"]
    lead = written(slide, layout, "lead")
    attribution = written(slide, layout, "attribution") or with_source(slide, layout, "attribution")
    box = layout.placeholders["quotation"].box
    top = box.y + (LEAD + pt(8) if lead else 0)
    bottom = box.bottom if attribution else grid.BODY_BOTTOM
    free = Box(box.x, top, box.w, bottom - top)
    quotation = fill_slot(layout, "quotation", text_field(slide, "quotation"), box=free)
    return Placement(layout.id, (title_node(slide, layout), *lead, quotation, *attribution))


LAYOUT = SlideLayout(
    "quotation",
    "Somebody's words, and whose they are.",
    (
        Field("lead", "line", "What to know before reading it.", required=False),
        Field("quotation", "blocks", "The words."),
        Field("attribution", "line", "Whose words, and the page.", required=False),
    ),
    variants,
    place,
)
