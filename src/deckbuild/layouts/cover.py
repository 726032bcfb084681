"""cover: the session's title, its agency and a picture that fills the right half, edge to edge."""

from __future__ import annotations

from deckbuild.layouts import grid
from deckbuild.layouts.base import Field, Placement, SlideLayout, Slot, Variant, option, title_node, written
from deckbuild.layouts.decor import cover_decor, large_symbol
from deckbuild.layouts.pictures import filled
from deckbuild.model.brand import Brand
from deckbuild.model.dataclasses import replace
from deckbuild.model.deck import DeckSlide
from deckbuild.model.source import Picture
from deckbuild.model.template import Template
from deckbuild.model.units import SLIDE, Box, pt

PICTURE = Box(pt(480), 0, SLIDE.w - pt(480), SLIDE.h)


def slots(width: int) -> tuple[Slot, ...]:
    """Return the cover's text slots, *width* EMU wide."""
    return (
        Slot(
            "title", "ctrTitle", None, "Session title", Box(grid.LEFT, pt(142), width, pt(150)), "cover", "b"
        ),
        Slot("subtitle", "subTitle", 1, "Subtitle", Box(grid.LEFT, pt(324), width, pt(92)), "subtitle"),
        Slot("details", "body", 2, "Agency, trainer", Box(grid.LEFT, pt(432), width, pt(66)), "details", "b"),
    )


def variants(brand: Brand) -> tuple[Variant, ...]:
    """Return the cover with a picture, and one without."""
    narrow, wide = PICTURE.x - grid.LEFT - pt(28), grid.across(0, 9)[1]
    picture = Slot("picture", "pic", 3, "Picture", PICTURE, "small")
    quiet = large_symbol(brand, brand.cover_ground)
    with_picture = Variant(
        "cover",
        "Cover",
        (*slots(narrow), picture),
        "title",
        cover_decor(brand),
        brand.cover_ground,
        master_decor=False,
        footer="none",
    )
    plain = replace(
        with_picture,
        id="cover-plain",
        name="Cover without picture",
        slots=slots(wide),
        decor=(*quiet, *cover_decor(brand)),
    )
    return with_picture, plain


def place(slide: DeckSlide, template: Template) -> Placement:
    """Return title, subtitle, details and picture."""
    picture = option(slide, "picture", Picture)
    layout = template.layouts["cover" if picture else "cover-plain"]
    words = (title_node(slide, layout), *written(slide, layout, "subtitle", "details"))
    return Placement(layout.id, (*words, filled(layout, "picture", picture)) if picture else words)


LAYOUT = SlideLayout(
    "cover",
    "The first slide: title, subtitle, agency and a picture.",
    (
        Field("subtitle", "line", "What the title does not say, in one sentence.", required=False),
        Field("details", "line", "Agency, trainer or place.", required=False),
        Field("picture", "picture", "A picture for the right half, in portrait.", required=False),
    ),
    variants,
    place,
)
