"""Drawn nodes as figures: what they say to those who do not see them, and where they are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from deckbuild.model.scene import ChartNode, ConnectorNode, GroupNode, PictureNode, ShapeNode
from deckbuild.model.units import Box

if TYPE_CHECKING:
    from deckbuild.model.scene import Node


def alternative(node: Node) -> str:
    """Return the alternative text of a node; empty where it decorates."""
    match node:
        case ChartNode():
            return node.chart.alt
        case PictureNode():
            return node.picture.alt or ""
        case ShapeNode() | GroupNode():
            return node.alt or ""
        case _:
            return ""


def extent(node: Node) -> Box:
    """Return the box that holds a node."""
    match node:
        case GroupNode():
            return around(extent(child) for child in node.children)
        case ConnectorNode():
            return around(Box(x, y, 0, 0) for x, y in (node.start, node.end))
        case _:
            return node.box


def around(boxes: Iterable[Box]) -> Box:
    """Return the box that holds some boxes, one at least."""
    every = list(boxes)
    left, top = min(each.x for each in every), min(each.y for each in every)
    right, bottom = max(each.right for each in every), max(each.bottom for each in every)
    return Box(left, top, right - left, bottom - top)
