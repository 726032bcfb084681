"""What tells the series of a chart apart without colour: hatches on areas, dashes in lines.

Two colours may look the same in a print in black, whatever they are on a screen.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import hypot
from typing import TYPE_CHECKING

from deckbuild.model.scene import ConnectorNode, ShapeNode, TextNode
from deckbuild.model.units import to_pt
from deckbuild.render.pdf.geometry import area, outline, point
from deckbuild.render.pdf.pen import Line

if TYPE_CHECKING:
    from deckbuild.render.pdf.pen import Dash, Pen

DASHES: Mapping[str, Dash] = {"series-3": (7.0, 3.0), "series-4": (2.5, 2.5), "muted": (9.0, 3.0, 2.0, 3.0)}
"""Colour of a line → its dashes."""

HATCHES: Mapping[str, int] = {"series-4": -1, "muted": 1, "deep": 0}
"""Colour of an area → slope of the fine light lines on it: up, down, level."""

HATCH = Line("ground", 0.8)
PITCH = 5.0
"""Between the lines of a hatch, points."""

LEAST = 4.0
"""Side of the smallest area that is hatched: an axis is none."""


def hatched(node: ShapeNode) -> bool:
    """Return whether an area of a chart has a hatch."""
    return node.fill in HATCHES and min(area(node.box)[2:]) > LEAST


def hatch(pen: Pen, node: ShapeNode) -> None:
    """Draw fine parallel lines over a shape; they follow the surface, so that neighbours have one pattern."""
    slope = HATCHES[node.fill or ""]
    x, y, width, height = area(node.box)
    right, bottom = x + width, y + height
    pitch = PITCH * hypot(1, slope)
    # On a line, y - slope · x has one value.
    values = [b - slope * a for a in (x, right) for b in (y, bottom)]
    with pen.clipped(outline(node)):
        for n in range(int(min(values) // pitch), int(max(values) // pitch) + 1):
            pen.line((x, n * pitch + slope * x), (right, n * pitch + slope * right), HATCH)


def dashed(pen: Pen, node: ConnectorNode) -> None:
    """Draw a line of a chart with the dashes of its colour."""
    stroke = Line(node.stroke.colour, to_pt(node.stroke.width), DASHES.get(node.stroke.colour, ()))
    pen.line(point(node.start), point(node.end), stroke)


def clear(pen: Pen, text: TextNode, shapes: list[ShapeNode]) -> None:
    """Take the hatch away behind a text that stands on it."""
    for line in text.lines:
        first, last = line.segments[0], line.segments[-1]
        at = (first.x + last.x + last.width) / 2, line.baseline - first.size
        for shape in shapes:
            if shape.box.x <= at[0] <= shape.box.right and shape.box.y <= at[1] <= shape.box.bottom:
                left, size = to_pt(first.x), first.size
                width = to_pt(last.x + last.width) - left
                pen.rect((left - 3, to_pt(line.baseline) - 0.85 * size, width + 6, 1.1 * size), shape.fill)
