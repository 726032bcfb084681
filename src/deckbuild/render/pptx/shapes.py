"""Shapes of a tree: placeholders, text boxes, drawings, connectors, groups (ECMA-376 part 1, 19.3.1)."""

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
from deckbuild.model.xmltext import element, quoted
from deckbuild.render.pptx import paint
from deckbuild.render.pptx.text import list_style, paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckbuild.model.drawing import Command
    from deckbuild.model.scene import Node, Placeholder
    from deckbuild.model.template import TemplatePlaceholder
    from deckbuild.render.pptx.context import PartContext

DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)
PATH_UNITS = 1000
"""Path coordinates are whole numbers: a hundredth of a square is this many."""


def own_properties(
    name: str, context: PartContext, *, alt: str | None = None, decorative: bool = False
) -> str:
    """Return p:cNvPr: id, name, and alternative text or the mark of a decoration."""
    attributes = f' id="{context.ids[name]}" name={quoted(name)}'
    if alt:
        attributes += f" descr={quoted(alt)}"
    return element("p:cNvPr", attributes, DECORATIVE if decorative and not alt else "")


def placeholder_mark(placeholder: Placeholder | None, context: PartContext, attributes: str = "") -> str:
    """Return p:nvPr: the tie to the layout's placeholder; nothing in it for a shape of its own."""
    if placeholder is None:
        return '<p:nvPr userDrawn="1"/>' if context.decor else "<p:nvPr/>"
    index = "" if placeholder.idx is None else f' idx="{placeholder.idx}"'
    return f'<p:nvPr><p:ph type="{placeholder.type}"{index}{attributes}/></p:nvPr>'


def text_shape(node: TextNode, context: PartContext) -> str:
    """Return a placeholder with its text, or a box of its own."""
    if node.placeholder is None:
        return _text_box(node, context)
    base = context.layout[node.placeholder]
    styles = list_style(node.styles, base=base.styles) if node.restyled else ""
    body = f"{_body_difference(node, base)}{element('a:lstStyle', '', styles)}"
    return (
        f"<p:sp><p:nvSpPr>{own_properties(node.name, context)}"
        '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"{placeholder_mark(node.placeholder, context)}</p:nvSpPr>{_shape_difference(node, base)}"
        f"<p:txBody>{body}{paragraphs(node.paragraphs, node.styles, context)}</p:txBody></p:sp>"
    )


def _body_difference(node: TextNode, base: TemplatePlaceholder) -> str:
    if (node.insets, node.anchor) == (base.insets, base.anchor):
        return "<a:bodyPr/>"
    return paint.body_properties(node.insets, node.anchor)


def _shape_difference(node: TextNode, base: TemplatePlaceholder) -> str:
    """Return p:spPr with what differs from the layout's placeholder; it is empty where nothing does."""
    inner = "" if node.inherited else paint.place(node.box)
    if node.geometry != "rect":
        inner += paint.preset(node.geometry)
    if node.fill != base.fill:
        inner += paint.fill(node.fill)
    if node.stroke != base.stroke:
        inner += paint.line(node.stroke)
    return element("p:spPr", "", inner)


def _text_box(node: TextNode, context: PartContext) -> str:
    plain = node.geometry == "rect" and node.fill is None and node.stroke is None
    attributes = ' txBox="1"' if plain else ""
    deepest = max((each.level for each in node.paragraphs), default=0)
    styles = list_style(node.styles, levels=max(len(node.styles), deepest + 1))
    silent = context.decor or not any(each.text for each in node.paragraphs)
    return (
        f"<p:sp><p:nvSpPr>{own_properties(node.name, context, decorative=silent)}"
        f"{element('p:cNvSpPr', attributes)}{placeholder_mark(None, context)}</p:nvSpPr>"
        f"<p:spPr>{paint.place(node.box)}{paint.preset(node.geometry)}"
        f"{paint.fill(node.fill)}{paint.line(node.stroke)}</p:spPr>"
        f"<p:txBody>{paint.body_properties(node.insets, node.anchor)}<a:lstStyle>{styles}</a:lstStyle>"
        f"{paragraphs(node.paragraphs, node.styles, context)}</p:txBody></p:sp>"
    )


def drawn_shape(node: ShapeNode, context: PartContext) -> str:
    """Return a shape without text."""
    return (
        f"<p:sp><p:nvSpPr>{own_properties(node.name, context, alt=node.alt, decorative=True)}<p:cNvSpPr/>"
        f"{placeholder_mark(None, context)}</p:nvSpPr><p:spPr>{paint.place(node.box)}{_geometry(node)}"
        f"{paint.fill(node.fill)}{paint.line(node.stroke)}</p:spPr></p:sp>"
    )


def _geometry(node: ShapeNode) -> str:
    if node.geometry == "path":
        return _custom_geometry(node.path)
    if node.geometry == "roundRect" and node.radius:
        part = round(node.radius / max(1, min(node.box.w, node.box.h)) * 100_000)
        return paint.preset("roundRect", f'<a:gd name="adj" fmla="val {min(part, 50_000)}"/>')
    return paint.preset(node.geometry)


def _custom_geometry(commands: tuple[Command, ...]) -> str:
    side = 100 * PATH_UNITS
    drawn = "".join(_path_command(letter, numbers) for letter, numbers in commands)
    return (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        f'<a:pathLst><a:path w="{side}" h="{side}">{drawn}</a:path></a:pathLst></a:custGeom>'
    )


def _path_command(letter: str, numbers: tuple[float, ...]) -> str:
    tag = {"M": "a:moveTo", "L": "a:lnTo", "C": "a:cubicBezTo", "Z": "a:close"}[letter]
    return element(tag, "", "".join(_points(numbers)))


def _points(numbers: tuple[float, ...]) -> Iterator[str]:
    for x, y in zip(numbers[::2], numbers[1::2], strict=True):
        yield f'<a:pt x="{round(x * PATH_UNITS)}" y="{round(y * PATH_UNITS)}"/>'


def connector(node: ConnectorNode, context: PartContext) -> str:
    """Return a straight line, glued to the shapes that it joins."""
    glue = _glue("a:stCxn", node.from_shape, node.from_site, context)
    glue += _glue("a:endCxn", node.to_shape, node.to_site, context)
    (x1, y1), (x2, y2) = node.start, node.end
    flips = (' flipH="1"' if x2 < x1 else "") + (' flipV="1"' if y2 < y1 else "")
    return (
        f"<p:cxnSp><p:nvCxnSpPr>{own_properties(node.name, context, decorative=True)}"
        f"{element('p:cNvCxnSpPr', '', glue)}{placeholder_mark(None, context)}</p:nvCxnSpPr>"
        f"<p:spPr>{paint.place(connector_box(node), flips=flips)}{paint.preset('line')}"
        f"{paint.line(node.stroke)}</p:spPr></p:cxnSp>"
    )


def _glue(tag: str, name: str | None, site: int, context: PartContext) -> str:
    if name is None:
        return ""
    target = context.nodes[name]
    # Sites are given as a rectangle has them; an ellipse has one more between each two.
    round_ = isinstance(target, TextNode | ShapeNode) and target.geometry == "ellipse"
    return f'<{tag} id="{context.ids[name]}" idx="{site * 2 if round_ else site}"/>'


def connector_box(node: ConnectorNode) -> Box:
    """Return the box around a line."""
    (x1, y1), (x2, y2) = node.start, node.end
    return Box(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1))


def group(node: GroupNode, children: str, box: Box, context: PartContext) -> str:
    """Return a group; its children keep the slide's coordinates."""
    silent = context.decor or not says_something(node)
    inside = f'<a:chOff x="{box.x}" y="{box.y}"/><a:chExt cx="{box.w}" cy="{box.h}"/>'
    return (
        f"<p:grpSp><p:nvGrpSpPr>{own_properties(node.name, context, alt=node.alt, decorative=silent)}"
        f"<p:cNvGrpSpPr/>{placeholder_mark(None, context)}</p:nvGrpSpPr>"
        f"<p:grpSpPr>{paint.place(box, more=inside)}</p:grpSpPr>{children}</p:grpSp>"
    )


def says_something(node: Node) -> bool:
    """Return whether a screen reader would lose words or a description if a node were marked decorative."""
    match node:
        case TextNode():
            return any(each.text for each in node.paragraphs)
        case GroupNode():
            return node.alt is not None or any(says_something(each) for each in node.children)
        case ShapeNode():
            return node.alt is not None
        case PictureNode():
            return node.picture.alt is not None
        case ConnectorNode():
            return False
        case ChartNode() | TableNode():
            return True
