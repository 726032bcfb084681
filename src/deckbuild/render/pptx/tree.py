"""The shape tree: nodes in reading order, each written by its kind (ECMA-376 part 1, 19.3.1.45)."""

from __future__ import annotations

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
from deckbuild.model.units import Box
from deckbuild.render.pptx.picture import picture
from deckbuild.render.pptx.shapes import connector, connector_box, drawn_shape, group, text_shape
from deckbuild.render.pptx.table import table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deckbuild.model.scene import Node
    from deckbuild.render.pptx.context import PartContext

NOTHING = Box(0, 0, 0, 0)


def shape(node: Node, context: PartContext) -> str:
    """Return a node as a shape.

    Raises:
        ValueError: a placeholder stands in a group, where PowerPoint has none.
    """
    match node:
        case TextNode():
            return text_shape(node, context)
        case ShapeNode():
            return drawn_shape(node, context)
        case ConnectorNode():
            return connector(node, context)
        case PictureNode():
            return picture(node, context)
        case TableNode():
            return table(node, context)
        case GroupNode():
            return _group(node, context)
        case ChartNode():
            # Charts need XlsxWriter, which a deck without charts does not load.
            from deckbuild.render.pptx.chart import chart

            return chart(node, context)


def _group(node: GroupNode, context: PartContext) -> str:
    for child in node.children:
        if not isinstance(child, GroupNode | ShapeNode | ConnectorNode) and child.placeholder is not None:
            raise ValueError(f"{child.name!r} is a placeholder and cannot stand in the group {node.name!r}")
    children = "".join(shape(child, context) for child in node.children)
    return group(node, children, box_around(node.children), context)


def box_of(node: Node) -> Box:
    """Return the box that a node fills."""
    if isinstance(node, GroupNode):
        return box_around(node.children)
    return connector_box(node) if isinstance(node, ConnectorNode) else node.box


def box_around(nodes: tuple[Node, ...]) -> Box:
    """Return the smallest box around nodes; an empty one for none."""
    boxes = [box_of(node) for node in nodes]
    if not boxes:
        return NOTHING
    x, y = min(box.x for box in boxes), min(box.y for box in boxes)
    return Box(x, y, max(box.right for box in boxes) - x, max(box.bottom for box in boxes) - y)


def shape_tree(shapes: Iterable[str]) -> str:
    """Return p:spTree."""
    return (
        '<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
        '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/>'
        '<a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
        f"{''.join(shapes)}</p:spTree>"
    )
