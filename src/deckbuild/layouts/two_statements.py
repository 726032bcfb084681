"""two-statements: two statements of equal weight, side by side."""

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
    text_list,
    title_node,
)
from deckbuild.model.brand import Brand
from deckbuild.model.deck import DeckSlide
from deckbuild.model.scene import Insets, ShapeNode
from deckbuild.model.template import Template
from deckbuild.model.units import Box, pt

BAR = pt(6)
INSETS = Insets(pt(28), pt(28), pt(28), pt(24))


def variants(brand: Brand) -> tuple[Variant, ...]:
    """Return the one layout: two panels, each under a bar."""
    del brand
    halves = [grid.cell(first, 6, top=grid.BODY_TOP + BAR) for first in (0, 6)]
    slots = tuple(
        Slot(f"statement-{n}", "body", n, f"Statement {n}", box, "half-statement", "t", INSETS, "tint")
        for n, box in enumerate(halves, 1)
    )
    bars = tuple(
        ShapeNode(f"Panel bar {n}", Box(box.x, grid.BODY_TOP, box.w, BAR), fill="brand")
        for n, box in enumerate(halves, 1)
    )
    return (Variant("two-statements", "Two statements", (TITLE, *slots), "cust", bars),)


def place(slide: DeckSlide, template: Template) -> Placement:
    """Return the title and both statements, in one size."""
    layout = template.layouts["two-statements"]
    statements = (
        fill_slot(layout, f"statement-{n}", text, together="statements")
        for n, text in enumerate(text_list(slide, "statements"), 1)
    )
    return Placement(layout.id, (title_node(slide, layout), *statements))


LAYOUT = SlideLayout(
    "two-statements",
    "Two statements of equal weight.",
    (Field("statements", "lines", "The two statements.", least=2, most=2),),
    variants,
    place,
)
