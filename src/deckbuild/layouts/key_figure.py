"""key-figure: a number, very large, beside the whole sentence that it belongs to."""

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
    fill_slot,
    text_field,
    title_node,
    value,
    with_source,
)
from deckbuild.model.brand import Brand
from deckbuild.model.deck import DeckSlide
from deckbuild.model.scene import ShapeNode
from deckbuild.model.template import Template
from deckbuild.model.text import plain
from deckbuild.model.units import Box, pt

TEXT_X, TEXT_WIDTH = grid.across(5, 7)
BOTTOM = grid.ABOVE_SOURCE.bottom


def variants(brand: Brand) -> tuple[Variant, ...]:
    """Return the one layout: the figure at the left, an upright rule, the sentence at the right."""
    del brand
    rule = ShapeNode(
        "Upright rule",
        Box(TEXT_X - grid.GUTTER - pt(2), grid.BODY_TOP + pt(20), pt(4), BOTTOM - grid.BODY_TOP - pt(40)),
        fill="accent",
    )
    slots = (
        TITLE,
        Slot(
            "figure",
            "body",
            1,
            "Figure",
            grid.cell(0, 5, bottom=BOTTOM).inset(0, 0, grid.GUTTER, 0),
            "figure",
            "ctr",
        ),
        Slot(
            "body",
            "body",
            2,
            "The sentence it belongs to",
            Box(TEXT_X + pt(8), grid.BODY_TOP, TEXT_WIDTH - pt(8), BOTTOM - grid.BODY_TOP),
            "figure-text",
            "ctr",
        ),
        SOURCE,
    )
    return (Variant("key-figure", "Key figure", slots, "cust", (rule,)),)


def place(slide: DeckSlide, template: Template) -> Placement:
    """Return title, figure, sentence and source."""
    layout = template.layouts["key-figure"]
    figure = plain(value(slide, "figure", str), origin=slide.origin.at("figure"))
    return Placement(
        layout.id,
        (
            title_node(slide, layout),
            fill_slot(layout, "figure", (figure,)),
            fill_slot(layout, "body", text_field(slide, "text")),
            *with_source(slide, layout),
        ),
    )


LAYOUT = SlideLayout(
    "key-figure",
    "A number to remember, and the sentence that it belongs to.",
    (
        Field("figure", "plain", "The number, as short as it can be: `53%`, `¾`."),
        Field("text", "blocks", "The whole sentence."),
    ),
    variants,
    place,
)
