"""picture-text: a picture at the left, text at the right."""

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
    value,
)
from deckbuild.layouts.pictures import filled
from deckbuild.model.brand import Brand
from deckbuild.model.deck import DeckSlide
from deckbuild.model.source import Picture
from deckbuild.model.template import Template


def variants(brand: Brand) -> tuple[Variant, ...]:
    """Return the one layout."""
    del brand
    slots = (
        TITLE,
        Slot("picture", "pic", 1, "Picture", grid.cell(0, 6), "small"),
        Slot("body", "body", 2, "Text", grid.cell(6, 6), "prose"),
    )
    return (Variant("picture-text", "Picture and text", slots, "picTx"),)


def place(slide: DeckSlide, template: Template) -> Placement:
    """Return title, picture and text."""
    layout = template.layouts["picture-text"]
    picture = filled(layout, "picture", value(slide, "picture", Picture))
    body = fill_slot(layout, "body", text_field(slide, "text"))
    return Placement(layout.id, (title_node(slide, layout), picture, body))


LAYOUT = SlideLayout(
    "picture-text",
    "A picture beside the words that it belongs to.",
    (Field("picture", "picture", "The picture."), Field("text", "blocks", "Paragraphs and lists.")),
    variants,
    place,
)
