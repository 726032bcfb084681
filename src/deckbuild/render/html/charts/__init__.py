"""Charts as inline SVG 2: numbers in, drawings out that fit a telephone and a sheet of paper alike.

Widths are per cent of the room there is and heights are ems, so that letters keep their size where the room
gets narrower: there is no `viewBox`. What would not fit into a narrow room (values over columns, every
second name under a line) is left out there by a media query, since the numbers stand in a table too.
Series differ by texture, dash and marker as well as by colour (WCAG 2.2, 1.4.1).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from deckbuild.model.source import Chart, ChartKind
from deckbuild.render.html.charts.bars import bars
from deckbuild.render.html.charts.columns import columns, stacked
from deckbuild.render.html.charts.lines import lines
from deckbuild.render.html.charts.parts import legend
from deckbuild.render.html.charts.pie import pie
from deckbuild.render.html.markup import Markup, block

DRAW: Mapping[ChartKind, Callable[[Chart], Markup]] = {
    "bar": bars,
    "column": columns,
    "stacked": stacked,
    "line": lines,
    "pie": pie,
}


def draw(chart: Chart) -> Markup:
    """Return the drawing of a chart, with its legend where it has several series or slices."""
    return block("div", legend(chart), DRAW[chart.kind](chart), class_=f"plot plot-{chart.kind}")
