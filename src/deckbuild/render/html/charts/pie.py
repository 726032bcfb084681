"""A pie: slices clockwise from the top; their names and values stand in the legend beside it."""

from __future__ import annotations

import math

from deckbuild.model.source import Chart
from deckbuild.render.html.charts.parts import fill_of_slice, frame
from deckbuild.render.html.markup import Markup, tag

RADIUS = 96
"""Pixels: a texture must not grow with its pie."""


def pie(chart: Chart) -> Markup:
    """Return the slices about the middle of the drawing."""
    values = [value or 0.0 for value in chart.series[0].values]
    total = sum(values) or 1.0
    turned, slices = 0.0, list[Markup]()
    for c, value in enumerate(values):
        outline = _slice(turned / total, (turned + value) / total)
        slices.append(tag("path", d=outline, class_=fill_of_slice(chart, c)))
        turned += value
    return frame(chart, 13.5, tag("svg", *slices, x="50%", y="50%", overflow="visible"))


def _slice(start: float, end: float) -> str:
    """Return the outline of a slice between two parts of a turn, in arcs of at most half a turn."""
    middle = (start + end) / 2
    arcs = " ".join(f"A{RADIUS} {RADIUS} 0 0 1 {_point(each)}" for each in (middle, end))
    return f"M0 0L{_point(start)} {arcs}Z"


def _point(part: float) -> str:
    angle = 2 * math.pi * part
    return f"{RADIUS * math.sin(angle):.2f} {-RADIUS * math.cos(angle):.2f}"
