"""A chart's plot area, axis and labels, and the chart as shapes for renderers that have no charts.

The numbers here are what the native chart is told too (c:manualLayout, c:max, c:majorUnit, c:gapWidth),
so that PowerPoint draws the same bars as the handout.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from deckbuild.diagnostics.diagnostic import Diagnostic
from deckbuild.fonts.library import Fonts
from deckbuild.model.dataclasses import replace
from deckbuild.model.figures import axis_top, colours_of, highest, step_for
from deckbuild.model.scene import ChartNode, ShapeNode
from deckbuild.model.source import ChartKind
from deckbuild.model.units import Box, pt
from deckbuild.typeset.chart_bars import bars, columns
from deckbuild.typeset.chart_line import lines
from deckbuild.typeset.chart_parts import Drawing, Pen
from deckbuild.typeset.chart_pie import pie

LEGEND = 34.0
"""Height of the names of several series, over the plot; points on a slide."""
DRAW: Mapping[ChartKind, Callable[[ChartNode, Pen], ChartNode]] = {
    "bar": bars,
    "column": columns,
    "stacked": columns,
    "line": lines,
    "pie": pie,
}
"""Kind → what sets its plot area and its drawing."""


def lay_chart(
    node: ChartNode,
    fonts: Fonts,
    slide: str,
    found: list[Diagnostic],
    *,
    scale: float = 1.0,
    sparse: bool = False,
) -> ChartNode:
    """Return the chart with plot area, axis, colours and drawing; findings are appended to *found*.

    For charts on paper *scale* is that of its distances against a slide's, and *sparse* leaves values out
    that have no room in their column.
    """
    chart = node.chart
    pen = Pen(fonts, node.label, slide, found, scale, sparse)
    step = step_for(highest(chart))
    legend = None
    plot = node.box
    if len(chart.series) > 1 and chart.kind in ("bar", "column", "stacked"):
        over = pen.emu(LEGEND)
        legend = Box(node.box.x, node.box.y, node.box.w, over)
        plot = Box(plot.x, plot.y + over, plot.w, plot.h - over)
    ready = replace(
        node,
        plot=plot,
        axis_max=axis_top(chart),
        axis_step=step,
        colours=colours_of(chart),
        highlight=chart.categories.index(chart.highlight) if chart.highlight in chart.categories else None,
        legend=legend,
    )
    drawn = DRAW[chart.kind](ready, pen)
    return replace(drawn, drawing=(*legend_of(drawn, pen), *drawn.drawing))


def legend_of(node: ChartNode, pen: Pen) -> tuple[Drawing, ...]:
    """Return a swatch and the name of each series, from the left; none where there is no legend."""
    if node.legend is None:
        return ()
    out: list[Drawing] = []
    x = node.legend.x
    for series, colour in zip(node.chart.series, node.colours, strict=True):
        width = pt(pen.width(series.name) + 2)
        swatch = Box(x, node.legend.y + pen.emu(5), pen.emu(12), pen.emu(12))
        words = Box(x + pen.emu(18), node.legend.y, width, pen.emu(22))
        out += [
            ShapeNode(f"Swatch {series.name}", swatch, fill=colour),
            pen.text(series.name, series.name, words),
        ]
        x = words.right + pen.emu(24)
    return tuple(out)
