"""A pie: slices clockwise from the top, each with its name and value beside it."""

from __future__ import annotations

import math

from deckbuild.model.dataclasses import replace
from deckbuild.model.drawing import Command
from deckbuild.model.figures import number
from deckbuild.model.scene import Align, ChartNode, ShapeNode, Stroke
from deckbuild.model.units import Box, pt
from deckbuild.typeset.chart_parts import Drawing, Pen

LABELS = 230.0
"""Room for the words at each side, points on a slide."""
LABELS_MOST = 0.3
"""Of the chart's width."""


def pie(node: ChartNode, pen: Pen) -> ChartNode:
    """Return a pie in the middle of its box."""
    area = node.plot
    side = min(area.h - pen.emu(24), area.w - 2 * label_room(area, pen))
    plot = Box(area.x + (area.w - side) // 2, area.y + (area.h - side) // 2, side, side)
    values = [value or 0.0 for value in node.chart.series[0].values]
    total = sum(values) or 1.0
    out: list[Drawing] = []
    turned = 0.0
    for c, (name, value) in enumerate(zip(node.chart.categories, values, strict=True)):
        colour = "accent" if c == node.highlight else node.colours[c]
        path = slice_path(turned / total, (turned + value) / total)
        out.append(ShapeNode(f"Slice {name}", plot, "path", colour, Stroke("ground", pen.emu(1.5)), path))
        out.append(
            beside(pen, area, plot, (turned + value / 2) / total, f"{name} {number(value, node.chart)}")
        )
        turned += value
    return replace(node, plot=plot, axis_max=0, drawing=tuple(out))


def at(part: float, radius: float) -> tuple[float, float]:
    """Return the point of a turn (0 to 1, clockwise from the top) on a circle about 50, 50."""
    angle = 2 * math.pi * part
    return 50 + radius * math.sin(angle), 50 - radius * math.cos(angle)


def slice_path(start: float, end: float) -> tuple[Command, ...]:
    """Return a slice as cubic curves of at most a quarter turn (error under 0.03 % of the radius)."""
    count = max(1, math.ceil((end - start) * 4 - 1e-9))
    out: list[Command] = [("M", (50.0, 50.0)), ("L", at(start, 50))]
    for n in range(count):
        a, b = start + (end - start) * n / count, start + (end - start) * (n + 1) / count
        reach = 50 * 4 / 3 * math.tan(math.pi * (b - a) / 2)
        (x1, y1), (x2, y2) = at(a, 50), at(b, 50)
        (tx1, ty1), (tx2, ty2) = tangent(a), tangent(b)
        out.append(("C", (x1 + reach * tx1, y1 + reach * ty1, x2 - reach * tx2, y2 - reach * ty2, x2, y2)))
    return (*out, ("Z", ()))


def tangent(part: float) -> tuple[float, float]:
    """Return the direction of a clockwise turn at a point of the circle."""
    angle = 2 * math.pi * part
    return math.cos(angle), math.sin(angle)


def label_room(area: Box, pen: Pen) -> int:
    """Return the room for words at each side, EMU: in a narrow chart less, so that the pie stays a pie."""
    return min(pen.emu(LABELS), round(area.w * LABELS_MOST))


def beside(pen: Pen, area: Box, plot: Box, part: float, words: str) -> Drawing:
    """Return a slice's words, outside the pie at the slice's middle."""
    x, y = at(part, 55)
    left = x < 50
    align: Align = "r" if left else "l"
    px, py = plot.x + round(plot.w * x / 100), plot.y + round(plot.h * y / 100)
    height = pt(pen.style.pitch * 2)
    room = label_room(area, pen)
    box = Box(px - room if left else px, py - height // 2, room, height)
    return pen.text(words, words, box, align=align)
