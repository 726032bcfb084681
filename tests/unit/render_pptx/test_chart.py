"""Native charts and the workbooks behind them."""

from dataclasses import replace

import pytest
from lxml import etree

from deckbuild.model.parts import ChartParts
from deckbuild.model.source import Series
from deckbuild.model.units import Box
from tests.unit.render_pptx import looking, samples
from tests.unit.render_pptx.looking import find

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
YEARS = ("2012", "2013", "2014")


def chart(
    kind: str,
    series: tuple[Series, ...] = samples.ONE_SERIES,
    categories: tuple[str, ...] = samples.PROBLEMS,
    **more: object,
) -> ChartParts:
    """Return the parts of a chart."""
    (parts,) = looking.compiled("chart", samples.chart_node(kind, series, categories, **more)).charts
    return parts


def drawn(
    kind: str,
    series: tuple[Series, ...] = samples.ONE_SERIES,
    categories: tuple[str, ...] = samples.PROBLEMS,
    **more: object,
) -> etree._Element:
    """Return the XML of a chart."""
    return looking.root(chart(kind, series, categories, **more).chart)


def cells(parts: ChartParts) -> dict[str, str | float]:
    """Return the cells of a chart's workbook by address."""
    book = dict(parts.workbook)
    texts = ["".join(each.itertext()) for each in etree.fromstring(book["xl/sharedStrings.xml"].content)]
    return {
        each.get("r"): texts[int(each[0].text)] if each.get("t") == "s" else float(each[0].text)
        for each in etree.fromstring(book["xl/worksheets/sheet1.xml"].content).iter(f"{MAIN}c")
        if len(each)
    }


def test_a_chart_fills_its_placeholder_and_is_described():
    frame = looking.shape(
        looking.slide("chart", samples.chart_node("bar", samples.ONE_SERIES, YEARS)), "Chart"
    )
    assert find(frame, ".//p:ph/@type") == ["chart"]
    assert find(frame, "*/p:cNvPr/@descr") == ["A bar chart."]
    assert len(find(frame, "p:xfrm")) == 1


@pytest.mark.parametrize(
    ("kind", "element", "direction", "grouping", "overlap"),
    [
        ("bar", "barChart", ["bar"], ["clustered"], ["0"]),
        ("column", "barChart", ["col"], ["clustered"], ["0"]),
        ("stacked", "barChart", ["col"], ["stacked"], ["100"]),
        ("line", "lineChart", [], ["standard"], []),
        ("pie", "pieChart", [], [], []),
    ],
)
def test_each_kind_is_a_chart_of_powerpoints(
    kind: str, element: str, direction: list[str], grouping: list[str], overlap: list[str]
):
    root = drawn(kind)
    (plot,) = find(root, f"//c:{element}")
    assert find(plot, "c:barDir/@val") == direction
    assert find(plot, "c:grouping/@val") == grouping
    assert find(plot, "c:overlap/@val") == overlap
    assert find(root, "//c:dispBlanksAs/@val") == ["gap"]


def test_the_plot_area_and_the_axis_are_the_scenes():
    box = samples.TEMPLATE.layouts["chart"].placeholders["chart"].box
    plot = Box(box.x + box.w // 4, box.y + box.h // 2, box.w // 2, box.h // 4)
    root = drawn("bar", plot=plot, axis_max=60, axis_step=20)
    (layout,) = find(root, "//c:plotArea/c:layout/c:manualLayout")
    assert [float(each) for each in find(layout, "*[position() > 3]/@val")] == [0.25, 0.5, 0.5, 0.25]
    assert find(layout, "c:layoutTarget/@val") == ["inner"]
    assert find(root, "//c:valAx/c:scaling/c:max/@val") == ["60"]
    assert find(root, "//c:valAx/c:majorUnit/@val") == ["20"]
    assert find(root, "//c:barChart/c:gapWidth/@val") == ["60"]


def test_bars_run_downwards_from_the_first():
    assert find(drawn("bar"), "//c:catAx/c:scaling/c:orientation/@val") == ["maxMin"]
    assert find(drawn("column"), "//c:catAx/c:scaling/c:orientation/@val") == ["minMax"]


def test_axis_ids_are_positive_and_agree():
    root = drawn("column")
    ids = find(root, "//c:barChart/c:axId/@val")
    assert sorted(ids) == sorted(find(root, "//c:catAx/c:axId/@val | //c:valAx/c:axId/@val"))
    assert all(int(each) > 0 for each in ids)


def test_numbers_stand_on_the_bars_with_their_unit():
    root = drawn("bar")
    assert find(root, "//c:dLbls/c:numFmt/@formatCode") == ['#,##0"%"']
    assert find(root, "//c:dLbls/c:showVal/@val") == ["1"]
    assert find(root, "//c:dLbls//a:defRPr/@sz") == ["1600"]


def test_one_decimal_for_all_where_any_number_has_one():
    assert set(find(drawn("column", samples.TWO_SERIES), "//c:numFmt[@sourceLinked='0']/@formatCode")) == {
        "General",
        '#,##0.0"%"',
    }


def test_the_category_to_notice_takes_the_accent():
    root = drawn("bar", highlight=1)
    assert find(root, "//c:dPt/c:idx/@val") == ["1"]
    assert find(root, "//c:dPt//a:schemeClr/@val") == ["accent2"]
    assert find(drawn("bar"), "//c:dPt") == []


def test_the_numbers_of_columns_too_low_for_them_are_left_out():
    series = (Series("a", (1.0, 50.0)), Series("b", (50.0, 1.0)))
    root = drawn("stacked", series, ("one", "two"))
    assert find(root, "//c:dLbl[c:delete/@val='1']/c:idx/@val") == ["0", "1"]


def test_lines_carry_their_names_at_their_last_value():
    series = (Series("up", (1.0, 2.0, 3.0)), Series("stopped", (1.0, 2.0, None)))
    root = drawn("line", series, YEARS)
    assert find(root, "//c:dLbl/c:idx/@val") == ["2", "1"]
    assert find(root, "//c:dLbl/c:showSerName/@val") == ["1", "1"]
    assert find(root, "//c:dLbls/c:showVal/@val") == ["0", "0"]
    assert find(root, "//c:legend") == []


def test_slices_have_a_colour_each_and_names_beside_them():
    root = drawn("pie", highlight=0)
    assert find(root, "//c:dPt/c:spPr/a:solidFill/a:schemeClr/@val") == ["accent2", "accent5", "accent2"]
    assert find(root, "//c:dLbls/c:showCatName/@val") == ["1"]
    assert find(root, "//c:catAx | //c:valAx") == []


def test_a_gap_is_no_number():
    root = drawn("column")
    assert find(root, "//c:val//c:ptCount/@val") == ["3"]
    assert find(root, "//c:val//c:pt/@idx") == ["0", "1"]


def test_a_legend_stands_where_the_scene_puts_it_and_only_there():
    box = samples.TEMPLATE.layouts["chart"].placeholders["chart"].box
    legend = Box(box.x, box.y, box.w // 2, box.h // 10)
    root = drawn("column", samples.TWO_SERIES, legend=legend)
    places = find(root, "//c:legend/c:layout/c:manualLayout/*[position() > 2]/@val")
    assert [float(each) for each in places] == [0.0, 0.0, 0.5, 0.1]
    assert find(drawn("column", samples.TWO_SERIES), "//c:legend") == []


def test_the_workbook_holds_the_charted_cells_and_nothing_else():
    assert cells(chart("column", samples.TWO_SERIES)) == {
        "A2": "Domestic violence & abuse",
        "A3": "Mental ill-health",
        "A4": "Substance misuse",
        "B1": "2011",
        "B2": 20.0,
        "B3": 25.5,
        "B4": 3.0,
        "C1": "2014",
        "C2": 30.0,
        "C3": 22.0,
        "C4": 35.0,
    }


def test_the_chart_refers_to_the_cells_of_its_workbook():
    root = drawn("column", samples.TWO_SERIES)
    assert find(root, "//c:ser/c:tx//c:f/text()") == ["Sheet1!$B$1", "Sheet1!$C$1"]
    assert find(root, "//c:ser/c:cat//c:f/text()") == ["Sheet1!$A$2:$A$4"] * 2
    assert find(root, "//c:ser/c:val//c:f/text()") == ["Sheet1!$B$2:$B$4", "Sheet1!$C$2:$C$4"]


def test_the_workbook_is_of_the_decks_date_and_names_nobody():
    core = etree.fromstring(dict(chart("bar").workbook)["docProps/core.xml"].content)
    said = {each.tag.rpartition("}")[2]: each.text for each in core}
    assert said == {
        "creator": None,
        "lastModifiedBy": None,
        "created": "2026-11-23T00:00:00Z",
        "modified": "2026-11-23T00:00:00Z",
    }


def test_words_that_look_like_formulas_or_addresses_stay_words():
    names = ("=1+1", "https://example.org", "{1}")
    assert [cells(chart("bar", categories=names))[f"A{row}"] for row in (2, 3, 4)] == list(names)


def test_many_series_have_columns_beyond_z():
    series = tuple(Series(f"s{n}", (1.0,)) for n in range(27))
    root = drawn("column", series, ("one",), colours=("brand",) * 27)
    assert find(root, "//c:ser[last()]/c:val//c:f/text()") == ["Sheet1!$AB$2:$AB$2"]


def test_a_series_without_a_name_has_none():
    assert find(drawn("bar", (replace(samples.ONE_SERIES[0], name=""),)), "//c:ser/c:tx") == []


def test_sizes_in_the_chart_are_the_scenes_labels():
    assert set(find(drawn("line", samples.TWO_SERIES, YEARS), "//a:defRPr/@sz")) == {"1600"}


def test_a_line_that_nobody_named_has_no_name_at_its_end():
    unnamed = (Series("Series 1", (1.0, 2.0, 3.0)),)
    assert find(drawn("line", unnamed, YEARS), "//c:dLbl/c:idx/@val") == []
    assert find(drawn("line", (replace(unnamed[0], name="Plans"),), YEARS), "//c:dLbl/c:idx/@val") == ["2"]
