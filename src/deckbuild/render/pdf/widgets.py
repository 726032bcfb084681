"""Fields where they stand on a page: a field's boxes in, widgets with their appearances out.

Every state of a field is drawn here (ISO 32000-1, 12.5.5), so that no reader has to make up its look, and
what a field is prefilled with can be read in print.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from deckbuild.model.units import to_pt
from deckbuild.render.pdf.geometry import area
from deckbuild.render.pdf.outlines import ellipse, rectangle
from deckbuild.render.pdf.pen import Line, Words
from deckbuild.render.pdf.tags import Branch, Widget

if TYPE_CHECKING:
    from deckbuild.model.paged import FieldNode
    from deckbuild.model.scene import LevelStyle
    from deckbuild.render.pdf.fonts import Face, Fonts
    from deckbuild.render.pdf.pen import Pen
    from deckbuild.render.pdf.tags import Sheet

PADDING = 4.0
"""Between a field's edge and its text, points."""

CAPITALS = 0.7
"""Height of capitals in em: text stands in the middle of a field of one line by it."""

DESCENT = 0.2
"""Of a line with exact spacing, in em under its baseline."""

TICK = ((0.22, 0.52), (0.42, 0.74), (0.8, 0.26))
"""Corners of a tick, in parts of its box, from the top left."""

ARROW = ((-8.0, -2.0), (-4.0, 2.5), (0.0, -2.0))
"""Corners of the arrow that says that a field opens a list, points from its right end."""

ON, OFF = "Yes", "Off"
"""States of a check box (12.7.4.2.3)."""


def widgets(sheet: Sheet, fonts: Fonts, node: FieldNode) -> list[Branch | Widget]:
    """Return what the element of a field holds: its widget; of a radio button a Form for each option.

    A Form holds one widget (ISO 32000-1, table 340).
    """
    looks = _looks(fonts, node)
    states = [
        tuple((state, sheet.appearance((to_pt(box.w), to_pt(box.h)), paint)) for state, paint in each)
        for each, box in zip(looks, node.boxes, strict=True)
    ]
    options = node.field.options if node.field.kind == "radio" else ("",)
    made = [
        Widget(node.field, sheet.rectangle(area(box)), state, node.style, option)
        for box, state, option in zip(node.boxes, states, options, strict=True)
    ]
    if node.field.kind == "radio":
        return [Branch("Form", [each]) for each in made]
    return [*made]


def state_of(option: str) -> str:
    """Return the state of a radio button that means an option: a name may have 127 bytes (annex C)."""
    return option.encode("utf-8")[:120].decode("utf-8", "ignore")


def _looks(fonts: Fonts, node: FieldNode) -> list[tuple[tuple[str, Callable[[Pen], None]], ...]]:
    """Return for each box the states of its widget, and what draws each. Frames are the page's own."""
    if node.field.kind == "checkbox":
        width = to_pt(node.boxes[0].w)
        return [((ON, lambda pen: _draw_tick(pen, width)), (OFF, _draw_nothing))]
    if node.field.kind == "radio":
        width = to_pt(node.boxes[0].w)
        states = map(state_of, node.field.options)
        return [((state, lambda pen: _draw_dot(pen, width)), (OFF, _draw_nothing)) for state in states]
    face = fonts.face(bold=node.style.bold, italic=node.style.italic)
    return [(("", lambda pen: _draw_value(pen, face, node)),)]


def _draw_nothing(pen: Pen) -> None:
    del pen


def _draw_tick(pen: Pen, width: float) -> None:
    points = [(letter, (width * x, width * y)) for letter, (x, y) in zip("MLL", TICK, strict=True)]
    pen.shape(points, None, Line("ink", width * 0.13))


def _draw_dot(pen: Pen, width: float) -> None:
    pen.shape(ellipse((width * 0.27, width * 0.27, width * 0.46, width * 0.46)), "ink")


def _draw_value(pen: Pen, face: Face, node: FieldNode) -> None:
    """Draw what a field is prefilled with."""
    width, height = to_pt(node.boxes[0].w), to_pt(node.boxes[0].h)
    if node.field.kind == "choice":
        right, middle = width - PADDING, height / 2
        points = [(letter, (right + x, middle + y)) for letter, (x, y) in zip("MLL", ARROW, strict=True)]
        pen.shape(points, None, Line("ink", 1.2))
    inside = rectangle((1, 1, width - 2, height - 2))
    pen.variable_text(inside, list(_lines(face, node, width, height)))


def _lines(face: Face, node: FieldNode, width: float, height: float) -> Iterator[Words]:
    """Yield the lines of a field's value in their places."""
    style, value = node.style, node.field.value
    room = width - 2 * PADDING
    many = node.field.kind == "multiline"
    lines = _broken(face, style, value, room) if many else [value] if value else []
    first = PADDING + style.pitch - DESCENT * style.size if many else (height + CAPITALS * style.size) / 2
    for number, line in enumerate(lines, 1):
        free = room - face.width(line, style.size)
        shift = {"l": 0.0, "ctr": free / 2, "r": free}[style.align]
        baseline = first + (number - 1) * style.pitch
        text = f"{line} " if number < len(lines) else line
        yield Words(face, style.size, PADDING + shift, baseline, text, style.colour)


def _broken(face: Face, style: LevelStyle, text: str, room: float) -> list[str]:
    """Return a prefilled text broken at its spaces, as a reader breaks it once somebody types."""
    lines: list[str] = []
    for paragraph in text.splitlines():
        lines.append("")
        for word in paragraph.split():
            longer = f"{lines[-1]} {word}".lstrip()
            if lines[-1] and face.width(longer, style.size) > room:
                lines.append(word)
            else:
                lines[-1] = longer
    return lines
