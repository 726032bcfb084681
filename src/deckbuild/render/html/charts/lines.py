"""Lines over time: each with its own dash and marker, gaps drawn as gaps, the last value at its end."""

from __future__ import annotations

from itertools import pairwise

from deckbuild.model.figures import number
from deckbuild.model.source import Chart
from deckbuild.render.html.charts.columns import HEIGHT, axis_room, gridline
from deckbuild.render.html.charts.parts import (
    LINE,
    TEXTURES,
    em,
    frame,
    label,
    longest,
    marker,
    percent,
    scale_of,
    thinned,
    width_of,
)
from deckbuild.render.html.markup import NOTHING, Markup, run_in, tag


def lines(chart: Chart) -> Markup:
    """Return a line chart with faint gridlines; a single series has its name over the axis."""
    scale, count = scale_of(chart), len(chart.categories)
    top = LINE / 2 if len(chart.series) > 1 else LINE * 1.8
    left = axis_room(scale, chart)
    out = [gridline(scale, tick, chart, top) for tick in scale.ticks]
    if len(chart.series) == 1:
        out.append(label(chart.series[0].name, 0, 1, dx=-left, class_="tick"))
    for s, series in enumerate(chart.series):
        points = [
            None if value is None else ((c + 0.5) / count, top + HEIGHT * (1 - scale.at(value)))
            for c, value in enumerate(series.values)
        ]
        out.append(_line(points, s))
    need = left + count * (max(width_of(name) for name in chart.categories) + 0.5)
    names = [
        label(name, (c + 0.5) / count, top + HEIGHT + LINE, anchor="middle")
        for c, name in enumerate(chart.categories)
    ]
    last = _last(chart, top)
    return frame(
        chart,
        top + HEIGHT + LINE + 0.5,
        *out,
        last,
        thinned(names, need),
        left=left,
        right=longest(chart) + 0.5 if last else 0.0,
    )


def _line(points: list[tuple[float, float] | None], series: int) -> Markup:
    """Return a series: a stroke between each two neighbours that have a value, a marker at each value."""
    strokes = [
        tag(
            "line",
            x1=percent(a[0]),
            y1=em(a[1]),
            x2=percent(b[0]),
            y2=em(b[1]),
            class_=f"line-{series % TEXTURES + 1}",
        )
        for a, b in pairwise(points)
        if a and b
    ]
    return run_in((*strokes, *(marker(series, percent(point[0]), em(point[1])) for point in points if point)))


def _last(chart: Chart, top: float) -> Markup:
    """Return the last value of a single series, at the right of its point; of several they might meet."""
    values = chart.series[0].values
    if len(chart.series) > 1 or values[-1] is None:
        return NOTHING
    y = top + HEIGHT * (1 - scale_of(chart).at(values[-1]))
    return label(number(values[-1], chart), 1 - 0.5 / len(values), y + 0.35, dx=0.7, class_="value")
