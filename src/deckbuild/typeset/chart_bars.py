"""Bars, columns and stacked columns: from a zero line, with their values at their ends."""

from __future__ import annotations

from deckbuild.model.brand import DARK
from deckbuild.model.dataclasses import replace
from deckbuild.model.figures import number
from deckbuild.model.scene import ChartNode, ShapeNode
from deckbuild.model.units import Box, pt, to_pt
from deckbuild.typeset.breaks import break_lines
from deckbuild.typeset.chart_parts import Drawing, Pen, band_gap, share, value_colour
from deckbuild.typeset.fit import MARGIN

AXIS = 1.5
"""Width of the zero line, points on a slide."""
LEAST_BAR = 0.75
"""Of a line's pitch: where bars are thinner, their values would touch one another."""
LABELS_MOST = 0.36
"""Largest part of a bar chart's width for the names of its categories."""


def bars(node: ChartNode, pen: Pen) -> ChartNode:
    """Return a chart of horizontal bars, the first category on top, values at the right of their bars."""
    chart, area = node.chart, node.plot
    names = min(max(pen.width(name) for name in chart.categories) + 4, to_pt(area.w) * LABELS_MOST)
    values = (
        max(pen.width(number(v, chart), bold=True) for s in chart.series for v in s.values if v is not None)
        + 14 * pen.scale
    )
    left = pt(names) + pen.emu(12)
    plot = Box(area.x + left, area.y, area.w - left - pt(values), area.h)
    band = plot.h / len(chart.categories)
    gap = band_gap(band, len(chart.series), pen.scale)
    thick = band / (len(chart.series) + gap / 100)
    out: list[Drawing] = []
    for c, name in enumerate(chart.categories):
        top = plot.y + band * c + thick * gap / 200
        out.append(
            pen.text(name, name, Box(area.x, round(plot.y + band * c), pt(names), round(band)), align="r")
        )
        for s, series in enumerate(chart.series):
            value = series.values[c]
            if value is None:
                continue
            bar = Box(plot.x, round(top + thick * s), round(plot.w * share(node, value)), round(thick))
            label = beside(bar, pen, pt(values))
            out.append(ShapeNode(f"{series.name} {name}", bar, fill=value_colour(node, s, c)))
            out.append(pen.text(f"Value {name}", number(value, chart), label, bold=True))
    axis = pen.emu(AXIS)
    out.append(ShapeNode("Zero line", Box(plot.x - axis, plot.y, axis, plot.h), fill="muted"))
    return replace(node, plot=plot, gap_width=gap, drawing=tuple(out))


def beside(bar: Box, pen: Pen, wide: int) -> Box:
    """Return the box of a value at the end of its bar: as high as a line, which may be more than the bar."""
    pitch = pt(pen.style.pitch)
    high = pitch if LEAST_BAR * pitch <= bar.h < pitch else bar.h
    return Box(bar.right + pen.emu(6), bar.y - (high - bar.h) // 2, wide, high)


def columns(node: ChartNode, pen: Pen) -> ChartNode:
    """Return a chart of columns, names under the zero line, values over them or, where stacked, in them."""
    chart, area = node.chart, node.plot
    stacked = chart.kind == "stacked"
    pitch = pt(pen.style.pitch)
    band = area.w / len(chart.categories)
    names = pitch * max(
        1, *(lines_of(pen, name, to_pt(band) - 8 * pen.scale) for name in chart.categories)
    ) + pen.emu(10)
    plot = Box(area.x, area.y + pitch + pen.emu(4), area.w, area.h - names - pitch - pen.emu(4))
    gap = band_gap(band, 1 if stacked else len(chart.series), pen.scale)
    wide = band / ((1 if stacked else len(chart.series)) + gap / 100)
    out: list[Drawing] = []
    for c, name in enumerate(chart.categories):
        out += column(node, pen, plot, c, round(plot.x + band * c + wide * gap / 200), round(wide))
        box = Box(
            round(plot.x + band * c) + pen.emu(4), plot.bottom + pen.emu(8), round(band) - pen.emu(8), names
        )
        out.append(pen.text(name, name, box, align="ctr", anchor="t"))
    out.append(ShapeNode("Zero line", Box(plot.x, plot.bottom, plot.w, pen.emu(AXIS)), fill="muted"))
    return replace(node, plot=plot, gap_width=gap, drawing=tuple(out))


def column(node: ChartNode, pen: Pen, plot: Box, category: int, x: int, wide: int) -> list[Drawing]:
    """Return the columns of one category with their values."""
    chart = node.chart
    stacked = chart.kind == "stacked"
    base, out = plot.bottom, list[Drawing]()
    pitch = pt(pen.style.pitch)
    for s, series in enumerate(chart.series):
        value = series.values[category]
        if value is None:
            continue
        high = round(plot.h * share(node, value))
        box = Box(x + (0 if stacked else wide * s), base - high, wide, high)
        colour = value_colour(node, s, category)
        inside = "ground" if colour in DARK else "ink"
        label = (
            box
            if stacked
            else Box(box.x - pen.emu(20), box.y - pitch - pen.emu(2), box.w + pen.emu(40), pitch)
        )
        out.append(ShapeNode(f"{series.name} {chart.categories[category]}", box, fill=colour))
        words = number(value, chart)
        if not stacked or has_room(words, wide, high, pen):
            out.append(
                pen.text(
                    f"Value {words}",
                    words,
                    label,
                    align="ctr",
                    bold=True,
                    colour=inside if stacked else "ink",
                )
            )
        base = box.y if stacked else base
    return out


def has_room(words: str, wide: int, high: int, pen: Pen) -> bool:
    """Return whether a value stands in its part of a column; whether it is too wide is told where it must."""
    return high >= pt(pen.style.pitch) and not (pen.sparse and pt(pen.width(words, bold=True)) > wide)


def lines_of(pen: Pen, text: str, width: float) -> int:
    """Return how many lines a category's name takes at a width in points."""
    advances = [each * pen.style.size for each in pen.fonts.face(False, False).advances(text)]
    return len(break_lines(text, advances, width * MARGIN))
