"""Boxes, fills and lines as DrawingML (ECMA-376 part 1, 20.1.7 and 20.1.8). Colours are theme slots."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuild.model.brand import SCHEME_COLOURS

if TYPE_CHECKING:
    from deckbuild.model.scene import Insets, Stroke
    from deckbuild.model.units import Box

NO_LINE = "<a:ln><a:noFill/></a:ln>"


def colour(name: str) -> str:
    """Return a palette colour by the slot of the theme that holds it."""
    return f'<a:schemeClr val="{SCHEME_COLOURS[name]}"/>'


def solid(name: str) -> str:
    """Return a fill of one colour."""
    return f"<a:solidFill>{colour(name)}</a:solidFill>"


def fill(name: str | None) -> str:
    """Return a fill, or the absence of one for None."""
    return "<a:noFill/>" if name is None else solid(name)


def line(stroke: Stroke | None, tag: str = "a:ln") -> str:
    """Return a line of a shape's edge, or the absence of one for None."""
    if stroke is None:
        return f"<{tag}><a:noFill/></{tag}>"
    return f'<{tag} w="{stroke.width}">{solid(stroke.colour)}</{tag}>'


def place(box: Box, tag: str = "a:xfrm", flips: str = "", more: str = "") -> str:
    """Return a transform: where a shape stands."""
    at = f'<a:off x="{box.x}" y="{box.y}"/><a:ext cx="{box.w}" cy="{box.h}"/>'
    return f"<{tag}{flips}>{at}{more}</{tag}>"


def preset(geometry: str, adjust: str = "") -> str:
    """Return one of the preset shapes, with the guides of `a:avLst` that differ from its own."""
    guides = f"<a:avLst>{adjust}</a:avLst>" if adjust else "<a:avLst/>"
    return f'<a:prstGeom prst="{geometry}">{guides}</a:prstGeom>'


def body_properties(insets: Insets, anchor: str) -> str:
    """Return the properties of a text body: distances from the edges, and no shrinking of its text."""
    edges = f'lIns="{insets.left}" tIns="{insets.top}" rIns="{insets.right}" bIns="{insets.bottom}"'
    return (
        f'<a:bodyPr vert="horz" wrap="square" {edges} rtlCol="0" anchor="{anchor}"><a:noAutofit/></a:bodyPr>'
    )
