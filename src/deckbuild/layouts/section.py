"""section: the first slide of a part, on a ground of its own."""

from __future__ import annotations

from deckbuild.layouts import grid
from deckbuild.layouts.base import Field, Placement, SlideLayout, Slot, Variant, title_node, written
from deckbuild.layouts.decor import BAND, footer_symbol, large_symbol
from deckbuild.layouts.roles import ink_on
from deckbuild.model.brand import Brand
from deckbuild.model.deck import DeckSlide
from deckbuild.model.scene import Node, ShapeNode
from deckbuild.model.template import Template
from deckbuild.model.units import SLIDE, Box, pt

TITLE = Box(grid.LEFT, pt(160), pt(640), pt(112))
"""Two lines; they stand on the rule."""


def decor(brand: Brand) -> tuple[Node, ...]:
    """Return a large symbol at the right, the footer's small one, and the rule under the title."""
    dark = ink_on(brand.section_ground) == "ground"
    band = () if dark else (ShapeNode("Brand band", Box(0, 0, BAND, SLIDE.h), fill="brand"),)
    return (
        *band,
        *large_symbol(brand, brand.section_ground),
        *footer_symbol(brand, brand.section_ground),
        ShapeNode("Rule", Box(grid.LEFT, pt(286), pt(64), pt(4)), fill="ground" if dark else "accent"),
    )


def variants(brand: Brand) -> tuple[Variant, ...]:
    """Return the one layout."""
    return (
        Variant(
            "section",
            "Section",
            (
                Slot("title", "title", None, "Part", TITLE, "section", "b"),
                Slot(
                    "text",
                    "body",
                    1,
                    "What this part is about",
                    Box(grid.LEFT, pt(306), pt(600), pt(150)),
                    "section-text",
                ),
            ),
            "secHead",
            decor(brand),
            brand.section_ground,
            master_decor=False,
            footer="light" if ink_on(brand.section_ground) == "ground" else "dark",
        ),
    )


def place(slide: DeckSlide, template: Template) -> Placement:
    """Return the part's title and what it is about."""
    layout = template.layouts["section"]
    return Placement(layout.id, (title_node(slide, layout), *written(slide, layout, "text")))


LAYOUT = SlideLayout(
    "section",
    "The first slide of a part.",
    (Field("text", "blocks", "What the part is about.", required=False),),
    variants,
    place,
)
