"""Bars: each category's name over its bars, the values at their ends."""

from __future__ import annotations

from deckbuild.model.figures import number
from deckbuild.model.source import Chart
from deckbuild.render.html.charts.parts import (
    LINE,
    Scale,
    em,
    fill_of,
    fold,
    frame,
    label,
    longest,
    percent,
    scale_of,
)
from deckbuild.render.html.markup import NOTHING, Markup, run_in, tag

NAME = 32
"""Letters in a line of a name: as many as a telephone has room for."""
GAP = 0.85
"""Between categories, em."""


def bars(chart: Chart) -> Markup:
    """Return a chart of horizontal bars, the first category on top."""
    scale = scale_of(chart)
    thick = 1.4 if len(chart.series) == 1 else 1.3
    y, out = 0.0, list[Markup]()
    for c, name in enumerate(chart.categories):
        rows = fold(name, NAME)
        strong = "strong" if name == chart.highlight else None
        out.append(label(rows, 0, y + 1, class_=strong))
        y += len(rows) * LINE + 0.15
        for s in range(len(chart.series)):
            out.append(_bar(chart, scale, s, c, y, thick))
            y += thick
        y += GAP
    return frame(chart, y - GAP, *out, right=longest(chart) + 0.6)


def _bar(chart: Chart, scale: Scale, series: int, category: int, y: float, thick: float) -> Markup:
    """Return a bar with its value; nothing where there is none."""
    value = chart.series[series].values[category]
    if value is None:
        return NOTHING
    zero, end = sorted((scale.at(0), scale.at(value)))
    drawn = tag(
        "rect",
        x=percent(zero),
        y=em(y),
        width=percent(end - zero),
        height=em(thick - 0.1),
        class_=fill_of(chart, series, category),
    )
    baseline = y + thick / 2 + 0.3
    return run_in((drawn, label(number(value, chart), end, baseline, dx=0.4, class_="value")))
