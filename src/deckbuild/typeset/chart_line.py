"""Lines over time: each with its name at its last point, gaps drawn as gaps."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from deckbuild.model.dataclasses import replace
from deckbuild.model.figures import number
from deckbuild.model.scene import ChartNode, ConnectorNode, ShapeNode, Stroke
from deckbuild.model.source import Chart
from deckbuild.model.units import Box, pt
from deckbuild.typeset.chart_parts import Drawing, Pen, share

MARKER = 8.0
"""Diameter of a point, points on a slide."""
MOST_STEP = 3
"""Of the names of categories: with fewer than every third nobody could tell which point is which."""
UNNAMED = "Series 1"
"""What `read` calls a series that has no name; a line alone goes without it."""
APART = 0.6
"""Of the size: between two names, where that is to be had. Less reads as one long number."""


def lines(node: ChartNode, pen: Pen) -> ChartNode:
    """Return a line chart with faint gridlines, its axis at the left and the series' names at the right."""
    chart, area = node.chart, node.plot
    pitch = pt(pen.style.pitch)
    ticks = [node.axis_step * n for n in range(round(node.axis_max / node.axis_step) + 1)]
    left = pt(max(pen.width(number(tick, chart)) for tick in ticks) + 10 * pen.scale)
    right = pt(max(pen.width(name, bold=True) for name in end_names(chart)) + 14 * pen.scale)
    plot = Box(area.x + left, area.y + pitch // 2, area.w - left - right, area.h - pitch * 2 - pen.emu(10))
    out: list[Drawing] = []
    for tick in ticks:
        y = round(plot.bottom - plot.h * share(node, tick))
        words = Box(area.x, y - pitch // 2, left - pen.emu(8), pitch)
        out.append(
            ConnectorNode(f"Gridline {tick:g}", (plot.x, y), (plot.right, y), Stroke("rule", pen.emu(0.75)))
        )
        out.append(pen.text(f"Tick {tick:g}", number(tick, chart), words, align="r", colour="muted"))
    band = plot.w / len(chart.categories)
    every = step_of(chart.categories, band, pen)
    for c, name in [*enumerate(chart.categories)][::every]:
        middle, wide = plot.x + band * (c + 0.5), band * every
        box = Box(round(middle - wide / 2), plot.bottom + pen.emu(8), round(wide), pitch)
        out.append(pen.text(name, name, box, align="ctr", anchor="t"))
    for s in range(len(chart.series)):
        out += line(node, pen, plot, s, right)
    return replace(node, plot=plot, drawing=tuple(out))


def end_names(chart: Chart) -> tuple[str, ...]:
    """Return what stands at the last point of each line; nothing where nobody named the only one."""
    names = tuple(series.name for series in chart.series)
    return ("",) if names == (UNNAMED,) else names


def step_of(names: Sequence[str], band: float, pen: Pen) -> int:
    """Return 1 where each category has its name, or 2 or 3 where fewer have room: PowerPoint does so too."""
    widest = max(pen.width(name) for name in names)
    steps = range(1, MOST_STEP + 1)
    wanted = (pt(widest + APART * pen.style.size), pt(widest))
    return next((n for room in wanted for n in steps if room <= band * n), 1)


def line(node: ChartNode, pen: Pen, plot: Box, index: int, right: int) -> list[Drawing]:
    """Return one series: its stretches between gaps, a marker at each value, its name at the last."""
    series, colour = node.chart.series[index], node.colours[index]
    band = plot.w / len(series.values)
    points = [
        None
        if value is None
        else (round(plot.x + band * (c + 0.5)), round(plot.bottom - plot.h * share(node, value)))
        for c, value in enumerate(series.values)
    ]
    out: list[Drawing] = [
        ConnectorNode(f"{series.name} {n}", a, b, Stroke(colour, pen.emu(2.5)))
        for n, (a, b) in enumerate(pairwise(points), 1)
        if a and b
    ]
    side = pen.emu(MARKER)
    half = side // 2
    out += [
        ShapeNode(f"{series.name} point {n}", Box(p[0] - half, p[1] - half, side, side), "ellipse", colour)
        for n, p in enumerate(points, 1)
        if p
    ]
    last = [p for p in points if p][-1:] if end_names(node.chart)[index] else []
    pitch = pt(pen.style.pitch)
    out += [
        pen.text(
            series.name,
            series.name,
            Box(p[0] + pen.emu(8), p[1] - pitch // 2, right, pitch),
            bold=True,
        )
        for p in last
    ]
    return out
