"""Charts: axes, bars in proportion, and what stands beside them."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence

import pytest

from deckbuild.layouts.roles import style
from deckbuild.model.figures import number, step_for
from deckbuild.model.scene import ChartNode, ConnectorNode, ShapeNode, TextNode
from deckbuild.model.source import Chart, ChartKind, Series
from deckbuild.model.units import Box, pt
from deckbuild.typeset.chart import lay_chart
from tests.support.brands import fonts

BOX = Box(pt(54), pt(130), pt(852), pt(300))


def laid(kind: ChartKind, rows: Sequence[tuple[str, Sequence[float | None]]], **more: str) -> ChartNode:
    categories = tuple(name for name, _ in rows)
    count = len(rows[0][1])
    series = tuple(Series(f"Series {n}", tuple(values[n] for _, values in rows)) for n in range(count))
    chart = Chart(kind, categories, series, "alt", **more)
    node = ChartNode("Chart", BOX, chart, BOX, 0, 0, 0, style(16), (), None)
    found: list = []
    out = lay_chart(node, fonts(), "a/one", found)
    assert found == []
    return out


def shapes(node: ChartNode, start: str) -> list[ShapeNode]:
    return [each for each in node.drawing if isinstance(each, ShapeNode) and each.name.startswith(start)]


def texts(node: ChartNode) -> list[str]:
    return [line.text for each in node.drawing if isinstance(each, TextNode) for line in each.lines]


@pytest.mark.parametrize(
    ("top", "step"), [(54, 10), (6, 1), (7, 2), (0.5, 0.1), (53790, 10000), (0, 1), (101, 20)]
)
def test_the_axis_has_at_most_six_steps_of_one_two_or_five(top: float, step: float) -> None:
    assert step_for(top) == pytest.approx(step)


def test_bars_are_in_proportion_and_begin_at_the_zero_line() -> None:
    node = laid("bar", [("a", (54,)), ("b", (27,))])
    long, short = shapes(node, "Series 0")
    assert long.box.x == short.box.x == node.plot.x
    assert long.box.w == pytest.approx(2 * short.box.w, abs=2)
    assert long.box.right <= node.plot.right
    assert long.box.y < short.box.y


def test_the_highlighted_bar_alone_takes_the_accent() -> None:
    node = laid("bar", [("a", (54,)), ("b", (27,))], highlight="b")
    assert [each.fill for each in shapes(node, "Series 0")] == ["brand", "accent"]
    assert node.highlight == 1


def test_values_carry_their_unit_and_thousands_are_apart() -> None:
    assert "54%" in texts(laid("bar", [("a", (54,)), ("b", (27,))], unit="%"))
    assert "43,190" in texts(laid("column", [("2013", (43190,)), ("2014", (48300,))]))
    chart = Chart("bar", ("a",), (Series("s", (1.5,)),), "alt")
    assert number(2, chart) == "2.0"


def test_a_gap_is_neither_drawn_nor_labelled() -> None:
    node = laid("column", [("a", (5,)), ("b", (None,)), ("c", (4,))])
    assert len(shapes(node, "Series 0")) == 2
    assert "0" not in texts(node)


def test_stacked_columns_stand_on_each_other() -> None:
    node = laid("stacked", [("a", (5, 3))])
    low, high = shapes(node, "Series 0")[0].box, shapes(node, "Series 1")[0].box
    assert (high.bottom, low.bottom) == (low.y, node.plot.bottom)
    assert node.axis_max >= 8


def test_a_line_stops_before_a_gap_and_goes_on_after_it() -> None:
    node = laid("line", [(str(n), (v,)) for n, v in enumerate((1, 2, None, 3, 4))])
    strokes = [
        each for each in node.drawing if isinstance(each, ConnectorNode) and each.name.startswith("Series")
    ]
    assert len(strokes) == 2
    assert len(shapes(node, "Series 0 point")) == 4


@pytest.mark.parametrize(("count", "step"), [(10, 1), (30, 2), (50, 3)])
def test_where_years_have_no_room_every_second_or_third_is_named(count: int, step: int) -> None:
    years = [str(2000 + n) for n in range(count)]
    node = laid("line", [(year, (10 + n,)) for n, year in enumerate(years)])

    assert [each for each in texts(node) if each in years] == years[::step]
    assert len(shapes(node, "Series 0 point")) == count


def test_a_pie_turns_once_clockwise_from_the_top() -> None:
    node = laid("pie", [("a", (50,)), ("b", (30,)), ("c", (20,))])
    slices = shapes(node, "Slice")
    starts = [each.path[1][1] for each in slices]
    assert starts[0] == pytest.approx((50, 0))
    assert slices[-1].path[-2][1][-2:] == pytest.approx((50, 0))
    assert starts[1] == pytest.approx((50 + 50 * math.sin(math.pi), 100))


def test_several_series_have_a_legend_and_one_has_none() -> None:
    assert laid("column", [("a", (5,))]).legend is None
    two = laid("column", [("a", (5, 3))])
    assert two.legend is not None
    assert two.plot.y >= two.legend.bottom
    assert {"Series 0", "Series 1"} <= set(texts(two))


@pytest.mark.parametrize("kind", ["bar", "column", "line", "pie", "stacked"])
def test_everything_stands_within_the_box(kind: ChartKind) -> None:
    node = laid(kind, [("A rather long category name", (50,)), ("b", (30,)), ("c", (20,))])
    for each in node.drawing:
        if not isinstance(each, ConnectorNode):
            assert each.box.x >= BOX.x - 1
            assert each.box.right <= BOX.right + pt(2)
            assert each.box.y >= BOX.y - pt(2)
            assert each.box.bottom <= BOX.bottom + pt(8)


@pytest.mark.parametrize("count", range(8, 48))
def test_years_under_a_line_stand_clear_of_one_another(count: int) -> None:
    years = [str(1970 + n) for n in range(count)]
    node = laid("line", [(year, (10 + n,)) for n, year in enumerate(years)])

    named = [each for each in node.drawing if isinstance(each, TextNode) and each.name in years]
    lines = [line for each in named for line in each.lines]
    edges = [(line.segments[0].x, line.segments[-1].x + line.segments[-1].width) for line in lines]
    gaps = [after[0] - before[1] for before, after in itertools.pairwise(edges)]
    assert min(gaps) >= pt(16 * 0.5)


def test_a_line_that_nobody_named_has_no_name_at_its_end() -> None:
    chart = Chart("line", ("2013", "2014"), (Series("Series 1", (1.0, 2.0)),), "alt")
    node = lay_chart(ChartNode("Chart", BOX, chart, BOX, 0, 0, 0, style(16), (), None), fonts(), "a/one", [])

    assert "Series 1" not in texts(node)
    assert "Series 0" in texts(laid("line", [("2013", (1,)), ("2014", (2,))]))
