"""What charts of every kind share: words set in type, numbers as they are printed, axis steps and colours."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from deckbuild.diagnostics.diagnostic import Diagnostic
from deckbuild.fonts.library import Fonts
from deckbuild.model.scene import Align, Anchor, ChartNode, ConnectorNode, LevelStyle, ShapeNode, TextNode
from deckbuild.model.source import Chart
from deckbuild.model.text import plain
from deckbuild.model.units import Box, to_pt
from deckbuild.typeset.fit import MARGIN, best_step, glyphs, misfit, settle

Drawing = ShapeNode | TextNode | ConnectorNode
SERIES_COLOURS = ("brand", "series-3", "series-4", "muted", "rule", "deep")
TICKS = 6
"""Largest number of steps on a value axis."""


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
