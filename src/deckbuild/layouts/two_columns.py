"""two-columns: two texts or lists side by side."""

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
from deckbuild.model.deck import DeckSlide
from deckbuild.model.source import Column
from deckbuild.model.template import Template

SIDES = ("left", "right")


def variants(brand: Brand) -> tuple[Variant, ...]:
    """Return the one layout."""
    del brand
    slots = tuple(
        Slot(side, "body", n + 1, f"{side.capitalize()} column", grid.cell(6 * n, 6), "list")
        for n, side in enumerate(SIDES)
    )
    return (Variant("two-columns", "Two columns", (TITLE, *slots), "twoObj"),)


def place(slide: DeckSlide, template: Template) -> Placement:
    """Return the title and both columns, in one size."""
    layout = template.layouts["two-columns"]
    columns = (
        fill_slot(layout, side, column_text(value(slide, side, Column)), together="columns") for side in SIDES
    )
    return Placement(layout.id, (title_node(slide, layout), *columns))


LAYOUT = SlideLayout(
    "two-columns",
    "Two texts or lists side by side.",
    (
        Field("left", "column", "The left column: `text` or `items`, under a `heading` where wanted."),
        Field("right", "column", "The right column."),
    ),
    variants,
    place,
)
