"""Columns side by side with their values over them, or stacked against an axis: names under the zero line."""

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
    thinned,
    where_room,
    width_of,
)
from deckbuild.render.html.markup import Markup, run_in, tag

HEIGHT = 15.0
"""Of the plot, em."""
SHARE = 0.72
"""Part of its room that the columns of a category take."""


def columns(chart: Chart) -> Markup:
    """Return columns, those of one category side by side; values are left out where they would touch."""
    scale, top, count = scale_of(chart), LINE + 0.2, len(chart.series)
    drawn, values = list[Markup](), list[Markup]()
    for s, series in enumerate(chart.series):
        for c, value in enumerate(series.values):
            if value is None:
                continue
            wide = SHARE / count / len(chart.categories)
            x = (c + (1 - SHARE) / 2) / len(chart.categories) + s * wide
            low, high = sorted((scale.at(0), scale.at(value)))
            y = top + HEIGHT * (1 - high)
            drawn.append(_column(x, wide, y, HEIGHT * (high - low), fill_of(chart, s, c)))
            words = number(value, chart)
            values.append(label(words, x + wide / 2, y - 0.35, anchor="middle", class_="value"))
    need = len(chart.categories) * count * (longest(chart) + 0.4) / (SHARE if count > 1 else 1)
    return frame(
        chart,
        top + HEIGHT + _names_height(chart),
        *drawn,
        where_room(values, need),
        _zero(top + HEIGHT * (1 - scale.at(0))),
        _names(chart, top + HEIGHT),
    )


def stacked(chart: Chart) -> Markup:
    """Return stacked columns against an axis, the first series at the foot."""
    scale, top, count = scale_of(chart), LINE / 2, len(chart.categories)
    out = [gridline(scale, tick, chart, top) for tick in scale.ticks]
    for c in range(count):
        at = 0.0
        for s, series in enumerate(chart.series):
            share = scale.at(series.values[c] or 0)
            y = top + HEIGHT * (1 - at - share)
            x = (c + (1 - SHARE) / 2) / count
            out.append(_column(x, SHARE / count, y, HEIGHT * share, fill_of(chart, s, c)))
            at += share
    foot = top + HEIGHT
    inner = (*out, _zero(foot), _names(chart, foot))
    return frame(chart, foot + _names_height(chart), *inner, left=axis_room(scale, chart))


def gridline(scale: Scale, tick: float, chart: Chart, top: float) -> Markup:
    """Return a faint line across the plot, with its value at the left of it."""
    y = top + HEIGHT * (1 - scale.at(tick))
    line = tag("line", x1="0", y1=em(y), x2="100%", y2=em(y), class_="grid")
    return run_in((line, label(number(tick, chart), 0, y + 0.35, anchor="end", dx=-0.5, class_="tick")))


def axis_room(scale: Scale, chart: Chart) -> float:
    """Return the width of the axis' values, em."""
    return max(width_of(number(tick, chart)) for tick in scale.ticks) + 0.5


def _column(x: float, wide: float, y: float, high: float, fill: str) -> Markup:
    return tag("rect", x=percent(x), y=em(y), width=percent(wide), height=em(high), class_=fill)


def _zero(y: float) -> Markup:
    return tag("line", x1="0", y1=em(y), x2="100%", y2=em(y), class_="axis")


def _folded(chart: Chart) -> list[list[str]]:
    """Return the names in lines as wide as their longest word."""
    most = max(len(word) for name in chart.categories for word in (name.split() or [""]))
    return [fold(name, max(most, 7)) for name in chart.categories]


def _names_height(chart: Chart) -> float:
    return LINE * max(map(len, _folded(chart))) + 0.5


def _names(chart: Chart, bottom: float) -> Markup:
    """Return the names under the columns; where they are many and short, fewer of them in a narrow room."""
    folded, count = _folded(chart), len(chart.categories)
    need = count * (max(width_of(line) for name in folded for line in name) + 0.5)
    made = [
        label(
            name,
            (c + 0.5) / count,
            bottom + LINE,
            anchor="middle",
            class_="strong" if chart.categories[c] == chart.highlight else None,
        )
        for c, name in enumerate(folded)
    ]
    return thinned(made, need)
