"""What stands behind the words on every slide of a layout: rules, bands and the wordmark."""

from __future__ import annotations

from deckbuild.layouts import grid
from deckbuild.layouts.roles import ink_on, style
from deckbuild.model.brand import Brand
from deckbuild.model.scene import Node, ShapeNode, TextNode
from deckbuild.model.text import plain
from deckbuild.model.units import SLIDE, Box, pt

BAND = pt(16)
"""Width of the band down the left edge."""


def symbol(
    brand: Brand, box: Box, *, name: str = "Symbol", one_colour: str | None = None
) -> tuple[Node, ...]:
    """Return the wordmark's symbol, in its colours or in one."""
    return tuple(
        ShapeNode(f"{name} {number}", box, "path", fill=one_colour or each.colour, path=each.commands)
        for number, each in enumerate(brand.wordmark.paths, 1)
    )


def wordmark(brand: Brand, at: Box, ground: str) -> tuple[Node, ...]:
    """Return symbol and name on a ground; *at* is as high as the symbol, and as wide as both."""
    light = ink_on(ground) == "ground"
    words = Box(at.x + at.h + pt(10), at.y, at.w - at.h - pt(10), at.h)
    colour = "ground" if light else "deep"
    name, *more = brand.wordmark.lines
    text = (plain(name), *(plain(line, level=1) for line in more))
    styles = (style(15, colour, bold=True), style(13, colour))
    return (
        *symbol(brand, Box(at.x, at.y, at.h, at.h), one_colour="ground" if light else None),
        TextNode("Wordmark", words, text, styles, anchor="ctr"),
    )


def footer_symbol(brand: Brand, ground: str) -> tuple[Node, ...]:
    """Return the small symbol that begins the footer band."""
    box = Box(grid.LEFT, grid.FOOTER_TOP, grid.FOOTER_HEIGHT, grid.FOOTER_HEIGHT)
    return symbol(brand, box, one_colour="ground" if ink_on(ground) == "ground" else None)


def master_decor(brand: Brand) -> tuple[Node, ...]:
    """Return the brand's slim mark on every slide: a bar above the title or a band at the left edge."""
    if brand.motif == "band":
        mark = ShapeNode("Brand band", Box(0, 0, BAND, SLIDE.h), fill="brand")
    else:
        mark = ShapeNode("Brand bar", Box(grid.LEFT, pt(25), pt(48), pt(5)), fill="brand")
    return (mark, *footer_symbol(brand, "ground"))


def large_symbol(brand: Brand, ground: str) -> tuple[Node, ...]:
    """Return the symbol, large and quiet, at the right edge and cut by it."""
    dark = ink_on(ground) == "ground"
    box = Box(pt(700), pt(120), pt(300), pt(300))
    return symbol(brand, box, name="Large symbol", one_colour="brand" if dark else "rule")


def cover_decor(brand: Brand) -> tuple[Node, ...]:
    """Return the cover's wordmark and rule."""
    rule = "accent" if ink_on(brand.cover_ground) == "deep" else "ground"
    return (
        *wordmark(brand, Box(grid.LEFT, pt(52), pt(360), pt(44)), brand.cover_ground),
        ShapeNode("Rule", Box(grid.LEFT, pt(304), pt(64), pt(4)), fill=rule),
    )
