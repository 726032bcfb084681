"""A scene on a pen: the layout's ground and decor, the slide's nodes, its footer; nothing is measured here.

Everything is drawn at the boxes and baselines that the scene gives, in points from the slide's top left.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from deckbuild.model.scene import (
    ChartNode,
    ConnectorNode,
    GroupNode,
    PictureNode,
    ShapeNode,
    TableNode,
    TextNode,
    level_style,
)
from deckbuild.model.units import to_pt
from deckbuild.render.pdf.pen import Line, ellipse, rectangle, round_rectangle
from deckbuild.render.pdf.text import draw_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckbuild.model.scene import Node, Scene, Stroke
    from deckbuild.model.template import Furniture, Template
    from deckbuild.model.units import Box
    from deckbuild.render.pdf.fonts import Fonts
    from deckbuild.render.pdf.pen import Area, Outline, Pen
    from deckbuild.render.pdf.text import LinkArea

ROUNDED = 0.16667
"""Corner radius of a text's round rectangle, as a part of its shorter side (presetShapeDefinitions)."""

DESCENT = 0.2
"""Of a line with exact spacing, in em under its baseline, as LibreOffice sets it in every font."""


@dataclass(frozen=True, slots=True)
class SlideText:
    """What the footer of one slide says."""

    date: str
    footer: str
    number: int


def draw_slide(pen: Pen, fonts: Fonts, scene: Scene, template: Template, text: SlideText) -> list[LinkArea]:
    """Draw a slide and return where its links are."""
    layout = template.layouts[scene.layout]
    pen.rect(area(template.size), layout.ground)
    behind = (*(template.decor if layout.master_decor else ()), *layout.decor)
    links = draw_nodes(pen, fonts, (*behind, *scene.nodes))
    if layout.furniture:
        _draw_furniture(pen, fonts, layout.furniture, text)
    return links


def draw_nodes(pen: Pen, fonts: Fonts, nodes: Sequence[Node]) -> list[LinkArea]:
    """Draw nodes, the first behind, and return where their links are."""
    return [link for node in nodes for link in _draw(pen, fonts, node)]


def area(box: Box) -> Area:
    """Return a box in points."""
    return to_pt(box.x), to_pt(box.y), to_pt(box.w), to_pt(box.h)


def _draw(pen: Pen, fonts: Fonts, node: Node) -> list[LinkArea]:
    match node:
        case TextNode():
            radius = ROUNDED * to_pt(min(node.box.w, node.box.h))
            pen.shape(_geometry(node.geometry, area(node.box), radius), node.fill, _line(node.stroke))
            return draw_lines(pen, fonts, node)
        case ShapeNode():
            pen.shape(_outline(node), node.fill, _line(node.stroke))
        case ConnectorNode():
            pen.line(_point(node.start), _point(node.end), _stroke(node.stroke))
        case PictureNode():
            _draw_picture(pen, node)
        case TableNode():
            return _draw_table(pen, fonts, node)
        case ChartNode():
            return draw_nodes(pen, fonts, node.drawing)
        case GroupNode():
            return draw_nodes(pen, fonts, node.children)
    return []


def _draw_furniture(pen: Pen, fonts: Fonts, furniture: Furniture, text: SlideText) -> None:
    """Set the footer at the left of its box, date and number at the right of theirs, half-way up."""
    style = level_style(furniture.style, 0)
    face = fonts.face(bold=style.bold, italic=style.italic)
    for box, words, shift in (
        (furniture.date, text.date, 1),
        (furniture.footer, text.footer, 0),
        (furniture.number, str(text.number), 1),
    ):
        x, y, width, height = area(box)
        baseline = y + (height + style.pitch) / 2 - DESCENT * style.size
        start = x + shift * (width - face.width(words, style.size))
        pen.text(face, style.size, (start, baseline), f"{words} ", style.colour)


def _draw_picture(pen: Pen, node: PictureNode) -> None:
    """Draw the whole picture so large that what the crop leaves fills the box, and show the box of it."""
    x, y, width, height = area(node.box)
    left, top, right, bottom = node.crop
    full_width, full_height = width / (1 - left - right), height / (1 - top - bottom)
    whole = (x - left * full_width, y - top * full_height, full_width, full_height)
    with pen.clipped((x, y, width, height)), pen.stretched(whole):
        pen.document.show_picture(node.picture)


def _draw_table(pen: Pen, fonts: Fonts, node: TableNode) -> list[LinkArea]:
    cells = [cell for row in node.cells for cell in row]
    for cell in cells:
        pen.rect(area(cell.box), cell.fill)
    y = node.box.y
    for height in node.heights:
        y += height
        pen.line(_point((node.box.x, y)), _point((node.box.x + sum(node.widths), y)), _stroke(node.rule))
    return [link for cell in cells for link in draw_lines(pen, fonts, cell)]


def _outline(node: ShapeNode) -> Outline:
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


def _point(at: tuple[int, int]) -> tuple[float, float]:
    return to_pt(at[0]), to_pt(at[1])


def _stroke(stroke: Stroke) -> Line:
    return Line(stroke.colour, to_pt(stroke.width))


def _line(stroke: Stroke | None) -> Line | None:
    return _stroke(stroke) if stroke else None
