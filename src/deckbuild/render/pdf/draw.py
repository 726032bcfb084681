"""Drawn things on a pen: shapes, pictures, charts and tables at the boxes that a scene gives.

Nothing here is measured, and nothing is tagged: who draws has said what it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from deckbuild.model.scene import (
    ChartNode,
    ConnectorNode,
    GroupNode,
    PictureNode,
    ShapeNode,
    TableNode,
    TextNode,
)
from deckbuild.render.pdf.geometry import area, edge, ground, line, outline, point
from deckbuild.render.pdf.outlines import rectangle
from deckbuild.render.pdf.patterns import clear, dashed, hatch, hatched
from deckbuild.render.pdf.text import words_of

if TYPE_CHECKING:
    from deckbuild.model.scene import Node
    from deckbuild.render.pdf.fonts import Fonts
    from deckbuild.render.pdf.pen import Pen


def draw_nodes(pen: Pen, fonts: Fonts, nodes: Iterable[Node]) -> None:
    """Draw nodes, the first behind."""
    for node in nodes:
        draw_node(pen, fonts, node)


def draw_node(pen: Pen, fonts: Fonts, node: Node) -> None:
    """Draw a node with everything in it."""
    match node:
        case TextNode():
            draw_ground(pen, node)
            if node.lines:
                pen.text(words_of(fonts, node))
        case ShapeNode():
            pen.shape(outline(node), node.fill, edge(node.stroke))
        case ConnectorNode():
            pen.line(point(node.start), point(node.end), line(node.stroke))
        case PictureNode():
            _draw_picture(pen, node)
        case TableNode():
            draw_table_ground(pen, node)
            draw_nodes(pen, fonts, (cell for row in node.cells for cell in row))
        case ChartNode():
            _draw_chart(pen, fonts, node)
        case GroupNode():
            draw_nodes(pen, fonts, node.children)


def draw_ground(pen: Pen, node: TextNode) -> None:
    """Draw the shape behind a text."""
    pen.shape(ground(node), node.fill, edge(node.stroke))


def draw_table_ground(pen: Pen, node: TableNode) -> None:
    """Draw the grounds of a table's cells and the rules under its rows."""
    for cell in (cell for row in node.cells for cell in row):
        pen.rect(area(cell.box), cell.fill)
    y = node.box.y
    for height in node.heights:
        y += height
        pen.line(point((node.box.x, y)), point((node.box.x + sum(node.widths), y)), line(node.rule))


def _draw_picture(pen: Pen, node: PictureNode) -> None:
    """Draw the whole picture so large that what the crop leaves fills the box, and show the box of it."""
    x, y, width, height = area(node.box)
    left, top, right, bottom = node.crop
    full_width, full_height = width / (1 - left - right), height / (1 - top - bottom)
    whole = (x - left * full_width, y - top * full_height, full_width, full_height)
    with pen.clipped(rectangle((x, y, width, height))), pen.stretched(whole):
        pen.picture(node.picture)


def _draw_chart(pen: Pen, fonts: Fonts, node: ChartNode) -> None:
    """Draw a chart; where it has several series, they are told apart without colour too."""
    if len(node.colours) < 2:
        draw_nodes(pen, fonts, node.drawing)
        return
    marked: list[ShapeNode] = []
    for part in node.drawing:
        if isinstance(part, ConnectorNode):
            dashed(pen, part)
            continue
        if isinstance(part, TextNode):
            clear(pen, part, marked)
        draw_node(pen, fonts, part)
        if isinstance(part, ShapeNode) and hatched(part):
            hatch(pen, part)
            marked.append(part)
