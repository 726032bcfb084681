"""A chart's plot area, axis and labels, and the chart as shapes for renderers that have no charts.

The numbers here are what the native chart is told too (c:manualLayout, c:max, c:majorUnit, c:gapWidth),
so that PowerPoint draws the same bars as the handout.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from deckbuild.diagnostics.diagnostic import Diagnostic
from deckbuild.fonts.library import Fonts
from deckbuild.model.scene import Align, Anchor, ChartNode, ConnectorNode, LevelStyle, ShapeNode, TextNode
from deckbuild.model.source import Chart, ChartKind
from deckbuild.model.text import plain
from deckbuild.model.units import Box, pt, to_pt
from deckbuild.typeset.fit import MARGIN, best_step, glyphs, misfit, settle

Drawing = ShapeNode | TextNode | ConnectorNode
SERIES_COLOURS = ("brand", "series-3", "series-4", "muted", "rule", "deep")
TICKS = 6
"""Largest number of steps on a value axis."""
LEGEND = pt(34)
"""Height of the names of several series, over the plot."""


@dataclass(frozen=True, slots=True)
class Pen:
    """What the chart's words are set with, and where findings go."""

    fonts: Fonts
    style: LevelStyle
    slide: str
    found: list[Diagnostic]

    def width(self, text: str, *, bold: bool = False) -> float:
        """Return the width of a line in points, with room for another program's setting."""
        return sum(self.fonts.face(bold, False).advances(text)) * self.style.size / MARGIN

    def text(
        self,
        name: str,
        words: str,
        box: Box,
        *,
        align: Align = "l",
        anchor: Anchor = "ctr",
        colour: str = "ink",
        bold: bool = False,
    ) -> TextNode:
        """Return words set in a box of the drawing."""
        style = replace(self.style, align=align, colour=colour, bold=bold)
        node = TextNode(name, box, (plain(words),), (style,), anchor=anchor)
        self.found.extend(glyphs(node, self.fonts, self.slide))
        trial = best_step(node, self.fonts)
        if not trial.fits:
            self.found.append(misfit(node, trial, self.slide))
        return settle(node, trial)


def number(value: float, chart: Chart) -> str:
    """Return a value as the chart prints it: thousands apart, a decimal where any value has one, the unit."""
    whole = all(each is None or float(each).is_integer() for series in chart.series for each in series.values)
    return f"{value:,.0f}{chart.unit}" if whole else f"{value:,.1f}{chart.unit}"


def step_for(top: float) -> float:
    """Return the step of an axis up to *top*: 1, 2 or 5 times a power of ten, TICKS of them at most."""
    if top <= 0:
        return 1.0
    raw = top / TICKS
    power = 10.0 ** math.floor(math.log10(raw))
    return next(power * each for each in (1, 2, 5, 10) if power * each >= raw * (1 - 1e-9))


def highest(chart: Chart) -> float:
    """Return the largest value that is drawn: of one category together where they are stacked."""
    rows = [[value or 0 for value in series.values] for series in chart.series]
    if chart.kind == "stacked":
        return max((sum(column) for column in zip(*rows, strict=True)), default=0)
    return max((value for row in rows for value in row), default=0)


def colours_of(chart: Chart) -> tuple[str, ...]:
    """Return a colour name for each series, or for each slice of a pie."""
    count = len(chart.categories) if chart.kind == "pie" else len(chart.series)
    return tuple(SERIES_COLOURS[n % len(SERIES_COLOURS)] for n in range(count))


def lay_chart(node: ChartNode, fonts: Fonts, slide: str, found: list[Diagnostic]) -> ChartNode:
    """Return the chart with plot area, axis, colours and drawing; findings are appended to *found*."""
    from deckbuild.typeset.chart_bars import bars, columns
    from deckbuild.typeset.chart_line import lines
    from deckbuild.typeset.chart_pie import pie

    chart = node.chart
    step = step_for(highest(chart))
    axis_max = math.ceil(highest(chart) * 1.02 / step - 1e-9) * step
    legend = None
    plot = node.box
    if len(chart.series) > 1 and chart.kind in ("bar", "column", "stacked"):
        legend = Box(node.box.x, node.box.y, node.box.w, LEGEND)
        plot = Box(plot.x, plot.y + LEGEND, plot.w, plot.h - LEGEND)
    ready = replace(
        node,
        plot=plot,
        axis_max=axis_max or step,
        axis_step=step,
        colours=colours_of(chart),
        highlight=chart.categories.index(chart.highlight) if chart.highlight in chart.categories else None,
        legend=legend,
    )
    pen = Pen(fonts, node.label, slide, found)
    draw: Mapping[ChartKind, Callable[[ChartNode, Pen], ChartNode]] = {
        "bar": bars,
        "column": columns,
        "stacked": columns,
        "line": lines,
        "pie": pie,
    }
    drawn = draw[chart.kind](ready, pen)
    return replace(drawn, drawing=(*legend_of(drawn, pen), *drawn.drawing))


def legend_of(node: ChartNode, pen: Pen) -> tuple[Drawing, ...]:
    """Return a swatch and the name of each series, from the left; none where there is no legend."""
    if node.legend is None:
        return ()
    out: list[Drawing] = []
    x = node.legend.x
    for series, colour in zip(node.chart.series, node.colours, strict=True):
        width = pt(pen.width(series.name) + 2)
        swatch = Box(x, node.legend.y + pt(5), pt(12), pt(12))
        words = Box(x + pt(18), node.legend.y, width, pt(22))
        out += [
            ShapeNode(f"Swatch {series.name}", swatch, fill=colour),
            pen.text(series.name, series.name, words),
        ]
        x = words.right + pt(24)
    return tuple(out)


def value_colour(node: ChartNode, series: int, category: int) -> str:
    """Return the colour of a bar: its series', or the accent where its category is the one to notice."""
    return "accent" if category == node.highlight and len(node.chart.series) == 1 else node.colours[series]


def share(node: ChartNode, value: float) -> float:
    """Return a value as a part of the axis."""
    return value / node.axis_max


def band_gap(band: float, count: int) -> int:
    """Return the gap between clusters, per cent of a bar (c:gapWidth): no bar is thicker than 60 points."""
    thickest = 60.0
    return max(50, round((to_pt(band) / thickest - count) * 100))
