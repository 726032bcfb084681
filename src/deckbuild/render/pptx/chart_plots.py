"""What a chart draws: bars, columns, lines, slices, with labels and numbers (ECMA-376 part 1, 21.2.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuild.model.brand import DARK
from deckbuild.model.scene import Stroke
from deckbuild.model.units import pt
from deckbuild.model.xmltext import escape
from deckbuild.render.pptx import paint
from deckbuild.render.pptx.chart_text import end_label, number_format, slice_labels, value_labels
from deckbuild.render.pptx.workbook import categories_range, name_cell, values_range

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckbuild.model.scene import ChartNode
    from deckbuild.model.source import Chart

CATEGORY_AXIS, VALUE_AXIS = 111111111, 222222222
"""Ids within the part; c:axId is an unsigned number."""

AXES = f'<c:axId val="{CATEGORY_AXIS}"/><c:axId val="{VALUE_AXIS}"/>'
UPRIGHT = '<c:invertIfNegative val="0"/>'
SLICE_EDGE = Stroke("ground", pt(1.5))
LINE_WIDTH = pt(2.5)
MARKER = 8
"""Size of the points of a line, points."""


def bars(node: ChartNode, language: str) -> str:
    """Return bars, columns, or columns upon one another."""
    stacked = node.chart.kind == "stacked"
    series = "".join(_bar_series(node, index, language) for index in range(len(node.chart.series)))
    return (
        f'<c:barChart><c:barDir val="{"bar" if node.chart.kind == "bar" else "col"}"/>'
        f'<c:grouping val="{"stacked" if stacked else "clustered"}"/><c:varyColors val="0"/>{series}'
        f'<c:gapWidth val="{node.gap_width}"/><c:overlap val="{100 if stacked else 0}"/>{AXES}</c:barChart>'
    )


def _bar_series(node: ChartNode, index: int, language: str) -> str:
    colour, stacked = node.colours[index], node.chart.kind == "stacked"
    inside = "ground" if colour in DARK else "ink"
    labels = value_labels(
        node,
        language,
        "ctr" if stacked else "outEnd",
        inside if stacked else "ink",
        hidden=_too_low(node, index) if stacked else (),
    )
    point = ""
    if node.highlight is not None and len(node.chart.series) == 1:
        look = UPRIGHT + '<c:bubble3D val="0"/>' + _filled("accent")
        point = f'<c:dPt><c:idx val="{node.highlight}"/>{look}</c:dPt>'
    return _series(node.chart, index, f"{_filled(colour)}{UPRIGHT}{point}{labels}")


def _too_low(node: ChartNode, index: int) -> tuple[int, ...]:
    """Return the points of a stacked series too low for a line of text; they go without their number."""
    values = node.chart.series[index].values
    least = pt(node.label.pitch) / node.plot.h * node.axis_max
    return tuple(n for n, value in enumerate(values) if value is not None and value < least)


def lines(node: ChartNode, language: str) -> str:
    """Return lines over time, each with its name at its last point."""
    series = "".join(
        _series(
            node.chart,
            index,
            f"{_round_line(colour)}{_marker(colour)}{end_label(node, index, language)}",
            after='<c:smooth val="0"/>',
        )
        for index, colour in enumerate(node.colours)
    )
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}<c:marker val="1"/>'
        f"{AXES}</c:lineChart>"
    )


def pie(node: ChartNode, language: str) -> str:
    """Return a pie of the first series, clockwise from the top."""
    slices = "".join(
        f'<c:dPt><c:idx val="{n}"/><c:bubble3D val="0"/>'
        f"{_filled('accent' if n == node.highlight else colour, SLICE_EDGE)}</c:dPt>"
        for n, colour in enumerate(node.colours)
    )
    return (
        f'<c:pieChart><c:varyColors val="1"/>{_series(node.chart, 0, slices + slice_labels(node, language))}'
        '<c:firstSliceAng val="0"/></c:pieChart>'
    )


def _filled(colour: str, edge: Stroke | None = None) -> str:
    return f"<c:spPr>{paint.solid(colour)}{paint.line(edge)}</c:spPr>"


def _round_line(colour: str) -> str:
    return f'<c:spPr><a:ln w="{LINE_WIDTH}" cap="rnd">{paint.solid(colour)}<a:round/></a:ln></c:spPr>'


def _marker(colour: str) -> str:
    return f'<c:marker><c:symbol val="circle"/><c:size val="{MARKER}"/>{_filled(colour)}</c:marker>'


def _series(chart: Chart, index: int, look: str, after: str = "") -> str:
    """Return c:ser with its name, its look and the numbers as the chart remembers them from its workbook."""
    series = chart.series[index]
    name = f"<c:tx>{_texts(name_cell(index), (series.name,))}</c:tx>" if series.name else ""
    return (
        f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/>{name}{look}'
        f"<c:cat>{_texts(categories_range(chart), chart.categories)}</c:cat>"
        f"<c:val>{_numbers(chart, index)}</c:val>{after}</c:ser>"
    )


def _texts(cells: str, texts: Sequence[str]) -> str:
    points = "".join(f'<c:pt idx="{n}"><c:v>{escape(text)}</c:v></c:pt>' for n, text in enumerate(texts))
    cache = f'<c:strCache><c:ptCount val="{len(texts)}"/>{points}</c:strCache>'
    return f"<c:strRef><c:f>{cells}</c:f>{cache}</c:strRef>"


def _numbers(chart: Chart, index: int) -> str:
    values = chart.series[index].values
    points = "".join(
        f'<c:pt idx="{n}"><c:v>{_number(value)}</c:v></c:pt>'
        for n, value in enumerate(values)
        if value is not None
    )
    return (
        f"<c:numRef><c:f>{values_range(chart, index)}</c:f><c:numCache>"
        f"<c:formatCode>{escape(number_format(chart))}</c:formatCode>"
        f'<c:ptCount val="{len(values)}"/>{points}</c:numCache></c:numRef>'
    )


def _number(value: float) -> str:
    """Return a number as XML Schema's double, without a point where it is whole."""
    return str(int(value)) if float(value).is_integer() else repr(float(value))
