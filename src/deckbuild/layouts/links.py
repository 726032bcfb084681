"""links: where to read on, one link a line, with who it is for."""

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
    text_field,
    title_node,
    unmarked,
)
from deckbuild.model.brand import Brand
from deckbuild.model.deck import DeckSlide
from deckbuild.model.source import LinkItem
from deckbuild.model.template import Template
from deckbuild.model.text import Paragraph, Run

MOST = 8


def variants(brand: Brand) -> tuple[Variant, ...]:
    """Return the one layout."""
    del brand
    return (Variant("links", "Links", (TITLE, Slot("body", "body", 1, "Links", grid.BODY, "links"))),)


def entry(item: LinkItem) -> Paragraph:
    """Return a link's line: its words, then who it is for and what is to be known of its address."""
    remarks = (item.audience.text if item.audience else "", item.not_available or "")
    said = " · ".join(remark for remark in remarks if remark)
    # The space stands alone: LibreOffice gives a link the colour of the run after it.
    muted = (Run(" "), Run(f"· {said}", colour="muted")) if said else ()
    return Paragraph((*item.text.runs, *muted), 0, origin=item.text.origin)


def place(slide: DeckSlide, template: Template) -> Placement:
    """Return title and one body: lead-in, links, closing text."""
    layout = template.layouts["links"]
    lines = (entry(item) for item in entries(slide, "links", LinkItem))
    text = (*unmarked(text_field(slide, "lead")), *lines, *unmarked(text_field(slide, "close")))
    return Placement(layout.id, (title_node(slide, layout), fill_slot(layout, "body", text)))


LAYOUT = SlideLayout(
    "links",
    "Where to read on.",
    (
        Field("lead", "blocks", "What the links are.", required=False),
        Field(
            "links",
            "links",
            "One to eight links, each with words that say where it leads.",
            least=1,
            most=MOST,
            complete=True,
        ),
        Field("close", "blocks", "What else to know.", required=False),
    ),
    variants,
    place,
)
