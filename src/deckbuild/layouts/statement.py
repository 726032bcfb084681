"""statement: one statement, large, in a panel of its own."""

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
)
from deckbuild.model.brand import Brand
from deckbuild.model.deck import DeckSlide
from deckbuild.model.scene import Insets, ShapeNode
from deckbuild.model.template import Template
from deckbuild.model.units import Box, pt

BAR = pt(8)
INSETS = Insets(pt(48), pt(24), pt(64), pt(24))


def variants(brand: Brand) -> tuple[Variant, ...]:
    """Return the one layout: a panel with a bar at its left edge."""
    del brand
    bar = ShapeNode("Panel bar", Box(grid.LEFT, grid.BODY_TOP, BAR, grid.BODY_HEIGHT), fill="brand")
    panel = Box(grid.LEFT + BAR, grid.BODY_TOP, grid.WIDTH - BAR, grid.BODY_HEIGHT)
    slot = Slot("body", "body", 1, "One statement", panel, "statement", "ctr", INSETS, "tint")
    return (Variant("statement", "Statement", (TITLE, slot), "cust", (bar,)),)


def place(slide: DeckSlide, template: Template) -> Placement:
    """Return title and statement."""
    layout = template.layouts["statement"]
    body = fill_slot(layout, "body", text_field(slide, "text"))
    return Placement(layout.id, (title_node(slide, layout), body))


LAYOUT = SlideLayout(
    "statement",
    "One statement that carries the slide.",
    (Field("text", "blocks", "The statement."),),
    variants,
    place,
)
