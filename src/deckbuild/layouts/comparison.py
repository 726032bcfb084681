"""comparison: two sides under headings, aligned line by line."""

from __future__ import annotations

from deckbuild.layouts import grid
from deckbuild.layouts.base import (
    TITLE,
    Field,
    Placement,
    SlideLayout,
    Slot,
    Variant,
    column_text,
    fill_slot,
    title_node,
    value,
)
from deckbuild.model.brand import Brand
from deckbuild.model.dataclasses import replace
from deckbuild.model.deck import DeckSlide
from deckbuild.model.scene import Node, ShapeNode
from deckbuild.model.source import Column
from deckbuild.model.template import Template
from deckbuild.model.units import Box, pt

SIDES = ("left", "right")
HEADING = pt(36)
RULE = pt(3)


def variants(brand: Brand) -> tuple[Variant, ...]:
    """Return the one layout: headings over a rule, lists under it."""
    del brand
    slots: list[Slot] = []
    rules: list[Node] = []
    for n, side in enumerate(SIDES):
        whole, name = grid.cell(6 * n, 6), side.capitalize()
        heading = Box(whole.x, whole.y, whole.w, HEADING)
        text = grid.cell(6 * n, 6, top=whole.y + HEADING + RULE + pt(14))
        slots += [
            Slot(f"{side}-heading", "body", 2 * n + 1, f"{name} heading", heading, "heading", "b"),
            Slot(side, "body", 2 * n + 2, f"{name} text", text, "list"),
        ]
        rules.append(
            ShapeNode(f"{name} rule", Box(whole.x, heading.bottom + pt(4), whole.w, RULE), fill="brand")
        )
    return (Variant("comparison", "Comparison", (TITLE, *slots), "twoTxTwoObj", tuple(rules)),)


def place(slide: DeckSlide, template: Template) -> Placement:
    """Return the title, then each side: heading, text."""
    layout = template.layouts["comparison"]
    nodes: list[Node] = [title_node(slide, layout)]
    for side in SIDES:
        column = value(slide, side, Column)
        if column.heading:
            nodes.append(fill_slot(layout, f"{side}-heading", (column.heading,)))
        text = column_text(replace(column, heading=None))
        nodes.append(fill_slot(layout, side, text, together="columns"))
    return Placement(layout.id, tuple(nodes))


LAYOUT = SlideLayout(
    "comparison",
    "Two sides under headings.",
    (
        Field("left", "column", "The left side: `heading`, and `text` or `items`.", complete=True),
        Field("right", "column", "The right side.", complete=True),
    ),
    variants,
    place,
)
