"""Charts: what they say, where they stand, and that series differ by more than colour."""

from __future__ import annotations

import math
import re
from dataclasses import replace

import pytest

from deckbuild.model.source import Chart, ChartKind, Series
from deckbuild.render.html.charts import draw
from tests.unit.render_html.specimen import Element, chart, pie, tree

KINDS: tuple[ChartKind, ...] = ("bar", "column", "stacked", "line")


def drawn(made: Chart) -> Element:
    """Return the drawing of a chart."""
    return tree(draw(made)).one("svg", role="img")


def length(element: Element, name: str) -> float:
    """Return an attribute in per cent or em as a number."""
    match = re.fullmatch(r"(-?[\d.]+)(%|em)", element.attributes[name])
    assert match, element.attributes[name]
    return float(match[1])


def marks(made: Chart) -> list[Element]:
    """Return the bars or columns of a chart."""
    return [each for each in drawn(made).all("rect") if each.attributes["class"].startswith("fill-")]


@pytest.mark.parametrize("kind", KINDS)
def test_a_chart_is_a_picture_with_its_alternative_text(kind: ChartKind):
    assert drawn(chart(kind)).attributes["aria-label"] == f"A chart of the kind {kind}."


def test_bars_are_as_long_as_their_values_from_one_zero():
    bars = marks(chart("bar", names=("Sown",)))
    assert {length(each, "x") for each in bars} == {0.0}
    widths = [length(each, "width") for each in bars]
    assert [each / widths[0] for each in widths] == pytest.approx([1, 2, 1900 / 1200], abs=0.01)


def test_columns_stand_on_one_line_and_are_as_high_as_their_values():
    columns = marks(chart("column"))
    feet = [length(each, "y") + length(each, "height") for each in columns]
    assert feet == pytest.approx([feet[0]] * 5, abs=0.02)
    heights = [length(each, "height") for each in columns]
    assert [each / heights[0] for each in heights] == pytest.approx(
        [1, 2, 1900 / 1200, 1100 / 1200, 1850 / 1200], abs=0.01
    )


def test_stacked_columns_stand_on_one_another():
    made = marks(chart("stacked", names=("Roots", "Leaves", "Fruit")))
    march = [each for each in made if length(each, "x") == length(made[0], "x")]
    tops = [length(each, "y") for each in march]
    feet = [length(each, "y") + length(each, "height") for each in march]
    assert feet[1:] == pytest.approx(tops[:-1], abs=0.02)


def test_a_gap_is_drawn_as_a_gap():
    made = replace(chart("line"), categories=("1", "2", "3", "4"), series=(Series("A", (1, None, 3, 4)),))
    strokes = [each for each in drawn(made).all("line") if each.attributes["class"] == "line-1"]
    markers = [each for each in drawn(made).all("path") if each.attributes["class"] == "mark-1"]
    assert (len(strokes), len(markers)) == (1, 3)
    assert [length(strokes[0], "x1"), length(strokes[0], "x2")] == [62.5, 87.5]


def test_a_value_below_zero_hangs_from_the_zero_line():
    made = replace(chart("column"), series=(Series("Change", (10.0, -5.0, 2.0)),))
    up, down, _ = marks(made)
    assert length(down, "y") == pytest.approx(length(up, "y") + length(up, "height"), abs=0.02)
    zero = next(each for each in drawn(made).all("line") if each.attributes["class"] == "axis")
    assert length(zero, "y1") == pytest.approx(length(down, "y"), abs=0.02)


def test_slices_go_round_once_in_the_order_of_their_categories():
    paths = [each.attributes["d"] for each in drawn(pie()).all("path")]
    points = [tuple(float(n) for n in path.split("Z")[0].split()[-2:]) for path in paths]
    turns = [(math.atan2(x, -y) / (2 * math.pi)) % 1 or 1 for x, y in points]
    assert turns == pytest.approx([0.5, 0.8, 1.0], abs=0.001)


def test_one_slice_that_is_everything_is_a_whole_circle():
    made = replace(pie(), categories=("All",), series=(Series("Time", (3.0,)),), highlight=None)
    (path,) = drawn(made).all("path")
    assert path.attributes["d"] == "M0 0L0.00 -96.00 A96 96 0 0 1 0.00 96.00 A96 96 0 0 1 -0.00 -96.00Z"


@pytest.mark.parametrize("kind", KINDS)
def test_series_differ_by_texture_or_by_dash_and_marker(kind: ChartKind):
    made = drawn(replace(chart(kind), series=tuple(Series(name, (1.0, 2.0, 3.0)) for name in "ABCDEF")))
    classes = {
        each.attributes["class"] for each in made.all("rect", "line", "path") if "class" in each.attributes
    }
    wanted = {f"line-{n}" for n in range(1, 7)} | {f"mark-{n}" for n in range(1, 7)}
    assert (wanted if kind == "line" else {f"fill-{n}" for n in range(1, 7)}) <= classes
    if kind == "line":
        assert len({each.attributes["d"] for each in made.all("path")}) == 6


@pytest.mark.parametrize("kind", KINDS)
def test_several_series_have_a_legend_and_one_has_none(kind: ChartKind):
    several, single = tree(draw(chart(kind))), tree(draw(chart(kind, names=("Sown",))))
    assert [each.text for each in several.all("li")] == ["Sown", "Grown"]
    assert several.one("ul").attributes["aria-hidden"] == "true"
    assert single.all("ul") == []


def test_a_pie_has_its_names_and_values_beside_it():
    assert [each.text for each in tree(draw(pie())).all("li")] == [
        "Weeds 50%",
        "Water 30%",
        "Sitting in the sun 20%",
    ]


def test_the_category_to_notice_is_in_the_accent_and_bold():
    made = chart("column", names=("Sown",), highlight="April")
    assert [each.attributes["class"] for each in marks(made)] == ["fill-1", "fill-accent", "fill-1"]
    bold = [each.text for each in drawn(made).all("text") if each.attributes.get("class") == "strong"]
    assert bold == ["April"]


@pytest.mark.parametrize("kind", ["bar", "column"])
def test_every_value_is_written_as_it_is_printed(kind: ChartKind):
    values = [each.text for each in drawn(chart(kind)).all("text") if each.attributes.get("class") == "value"]
    assert sorted(values) == ["1,100", "1,200", "1,850", "1,900", "2,400"]


def test_where_names_are_many_fewer_are_shown_in_a_narrow_room():
    made = replace(
        chart("line"), categories=tuple(map(str, range(2001, 2014))), series=(Series("A", (1.0,) * 13),)
    )
    groups = {
        each.attributes["class"]: [one.text for one in each.all("text")] for each in drawn(made).all("g")
    }
    assert groups == {
        "need-24": ["2003", "2007", "2011"],
        "need-44": ["2002", "2004", "2006", "2008", "2010", "2012"],
    }
