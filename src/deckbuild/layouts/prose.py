"""prose: running text in a measure that reads well from the back row."""

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
from deckbuild.model.template import Template


def variants(brand: Brand) -> tuple[Variant, ...]:
    """Return the one layout: ten columns, 60 to 75 characters at 20 to 24 points."""
    del brand
    return (Variant("prose", "Prose", (TITLE, Slot("body", "body", 1, "Text", grid.cell(0, 10), "prose"))),)


def place(slide: DeckSlide, template: Template) -> Placement:
    """Return title and text."""
    layout = template.layouts["prose"]
    return Placement(
        layout.id, (title_node(slide, layout), fill_slot(layout, "body", text_field(slide, "text")))
    )


LAYOUT = SlideLayout(
    "prose",
    "Running text, where a list would break the thought.",
    (Field("text", "blocks", "Paragraphs and lists."),),
    variants,
    place,
)
