"""picture-full: a picture over the whole slide, its title on a dark panel."""

from __future__ import annotations

from deckbuild.layouts import grid
from deckbuild.layouts.base import Field, Placement, SlideLayout, Slot, Variant, title_node, value, written
from deckbuild.layouts.pictures import filled
from deckbuild.model.brand import Brand
from deckbuild.model.deck import DeckSlide
from deckbuild.model.scene import Insets
from deckbuild.model.source import Picture
from deckbuild.model.template import Template
from deckbuild.model.units import SLIDE, Box, pt

TITLE = Box(0, pt(366), pt(700), pt(116))
CAPTION = Box(0, TITLE.bottom, TITLE.w, pt(34))


def variants(brand: Brand) -> tuple[Variant, ...]:
    """Return the one layout; the picture stands first, so that it is drawn behind the words."""
    del brand
    slots = (
        Slot("picture", "pic", 1, "Picture", SLIDE, "small"),
        Slot(
            "title",
            "title",
            None,
            "Title",
            TITLE,
            "title-light",
            "ctr",
            Insets(grid.LEFT, pt(14), pt(28), pt(14)),
            "deep",
        ),
        Slot(
            "caption",
            "body",
            2,
            "Caption",
            CAPTION,
            "small-light",
            "t",
            Insets(grid.LEFT, 0, pt(28), 0),
            "deep",
        ),
    )
    return (Variant("picture-full", "Full picture", slots, ground="deep", master_decor=False, footer="none"),)


def place(slide: DeckSlide, template: Template) -> Placement:
    """Return picture, title and caption."""
    layout = template.layouts["picture-full"]
    picture = filled(layout, "picture", value(slide, "picture", Picture))
    return Placement(layout.id, (picture, title_node(slide, layout), *written(slide, layout, "caption")))


LAYOUT = SlideLayout(
    "picture-full",
    "A picture that speaks for itself.",
    (
        Field("picture", "picture", "The picture, in landscape, 16:9 or near."),
        Field("caption", "line", "What it shows, or whose it is.", required=False),
    ),
    variants,
    place,
)
