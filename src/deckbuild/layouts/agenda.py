"""agenda: the parts of the session, numbered, each with a jump to its first slide."""

from __future__ import annotations

from deckbuild.layouts import grid
from deckbuild.layouts.base import (
    TITLE,
    Field,
    Placement,
    SlideLayout,
    Slot,
    Variant,
    entries,
    fill_slot,
    title_node,
)
from deckbuild.model.brand import Brand
from deckbuild.model.dataclasses import replace
from deckbuild.model.deck import DeckSlide
from deckbuild.model.source import LinkItem
from deckbuild.model.template import Template
from deckbuild.model.text import Paragraph, Run

MOST = 8


def variants(brand: Brand) -> tuple[Variant, ...]:
    """Return the one layout."""
    del brand
    return (
        Variant("agenda", "Agenda", (TITLE, Slot("body", "body", 1, "Parts", grid.cell(0, 10), "agenda"))),
    )


def entry(item: LinkItem) -> Paragraph:
    """Return a part's line: its title, which jumps, and how long it takes."""
    remark = (Run("   "), *(replace(r, colour="muted") for r in item.audience.runs)) if item.audience else ()
    return Paragraph((*item.text.runs, *remark), 0, "number", item.text.origin)


def place(slide: DeckSlide, template: Template) -> Placement:
    """Return title and parts."""
    layout = template.layouts["agenda"]
    lines = tuple(entry(item) for item in entries(slide, "entries", LinkItem))
    return Placement(layout.id, (title_node(slide, layout), fill_slot(layout, "body", lines)))


LAYOUT = SlideLayout(
    "agenda",
    "The parts of the session, each with a jump to it.",
    (
        Field(
            "entries",
            "links",
            "Lines of your own; without them, the parts of the session with their minutes.",
            required=False,
            most=MOST,
        ),
    ),
    variants,
    place,
)
