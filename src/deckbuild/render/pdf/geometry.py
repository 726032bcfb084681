"""A scene's boxes, points and edges as pens take them: EMU in, points out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuild.model.units import to_pt
from deckbuild.render.pdf.outlines import ellipse, rectangle, round_rectangle
from deckbuild.render.pdf.pen import Line

if TYPE_CHECKING:
    from deckbuild.model.scene import ShapeNode, Stroke, TextNode
    from deckbuild.model.units import Box
    from deckbuild.render.pdf.outlines import Area, Outline

ROUNDED = 0.16667
"""Corner radius of a text's round rectangle, as a part of its shorter side (presetShapeDefinitions)."""


def area(box: Box) -> Area:
    """Return a box in points."""
    return to_pt(box.x), to_pt(box.y), to_pt(box.w), to_pt(box.h)


def point(at: tuple[int, int]) -> tuple[float, float]:
    """Return a point in points."""
    return to_pt(at[0]), to_pt(at[1])


def line(stroke: Stroke) -> Line:
    """Return how a line is drawn."""
    return Line(stroke.colour, to_pt(stroke.width))


def edge(stroke: Stroke | None) -> Line | None:
    """Return how the edge of a shape is drawn; None for one without."""
    return line(stroke) if stroke else None


def ground(node: TextNode) -> Outline:
    """Return the outline of the shape behind a text."""
    return _geometry(node.geometry, area(node.box), ROUNDED * to_pt(min(node.box.w, node.box.h)))


def outline(node: ShapeNode) -> Outline:
    """Return the outline of a shape."""
    if node.geometry != "path":
        return _geometry(node.geometry, area(node.box), to_pt(node.radius))
    x, y, width, height = area(node.box)
    corner, scale = (x, y), (width / 100, height / 100)
    return tuple(
        (letter, tuple(corner[n % 2] + value * scale[n % 2] for n, value in enumerate(numbers)))
        for letter, numbers in node.path
    )


def _geometry(name: str, box: Area, radius: float) -> Outline:
    if name == "ellipse":
        return ellipse(box)
    if name == "roundRect":
        return round_rectangle(box, radius)
    return rectangle(box)
