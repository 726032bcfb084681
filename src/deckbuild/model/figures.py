"""What every drawing of a chart says alike: numbers as they are printed, axis steps, the order of colours."""

from __future__ import annotations

import math

from deckbuild.model.source import Chart

SERIES_COLOURS = ("brand", "series-3", "series-4", "muted", "rule", "deep")
"""Colour names of series, or of a pie's slices, in order; a seventh begins again."""
TICKS = 6
"""Largest number of steps on a value axis."""


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


def axis_top(chart: Chart) -> float:
    """Return where the value axis ends: the first step above every value with a little air."""
    step = step_for(highest(chart))
    return math.ceil(highest(chart) * 1.02 / step - 1e-9) * step or step


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
