"""bullets: a list, nested where needed, with a lead-in before it and a closing line after."""

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
    as_list,
    fill_slot,
    text_field,
    title_node,
    with_source,
)
from deckbuild.model.brand import Brand
from deckbuild.model.deck import DeckSlide
from deckbuild.model.template import Template


def variants(brand: Brand) -> tuple[Variant, ...]:
    """Return the one layout; its list leaves the source line free only where there is one."""
    del brand
    return (
        Variant(
            "bullets", "Bullets", (TITLE, Slot("body", "body", 1, "List", grid.BODY, "list"), SOURCE), "obj"
        ),
    )


def place(slide: DeckSlide, template: Template) -> Placement:
    """Return the title and one body: lead-in, list, closing line."""
    layout = template.layouts["bullets"]
    text = (
        *as_list(text_field(slide, "lead")),
        *text_field(slide, "items"),
        *as_list(text_field(slide, "close")),
    )
    source = with_source(slide, layout)
    body = fill_slot(layout, "body", text, box=grid.ABOVE_SOURCE if source else None)
    return Placement(layout.id, (title_node(slide, layout), body, *source))


LAYOUT = SlideLayout(
    "bullets",
    "A list, with a lead-in and a closing line where wanted.",
    (
        Field("lead", "blocks", "What the list is about, before it.", required=False),
        Field("items", "items", "The list; an entry with `items` of its own nests."),
        Field("close", "blocks", "What follows from the list, after it.", required=False),
    ),
    variants,
    place,
)
