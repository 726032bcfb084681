"""Charts and figures that are not available, on pages."""

from __future__ import annotations

import pytest

from deckbuild.model.document import ChartBlock, NotAvailableBlock, PageOptions
from deckbuild.model.paged import Paged
from deckbuild.model.scene import ChartNode, ConnectorNode, TextNode
from deckbuild.model.source import Chart, ChartKind, FigureNotAvailable, Series
from deckbuild.model.text import plain
from deckbuild.model.units import to_pt
from tests.unit.typeset.pages.given import (
    MM,
    elements,
    marks,
    of_role,
    page_of,
    paged,
    pages,
    said,
    shown,
    text,
)

YEARS = ("2013", "2014", "2015", "2016")


def chart(kind: ChartKind, names: tuple[str, ...] = YEARS, series: int = 1) -> Chart:
    values = tuple(
        Series(f"Series {s}", tuple(float(10 * n + s) for n in range(len(names)))) for s in range(series)
    )
    return Chart(kind, names, values, "A chart", unit="%")


def drawn(made: Paged) -> ChartNode:
    (figure,) = of_role(made, "Figure")
    (mark,) = marks(made, figure)
    assert isinstance(mark.node, ChartNode)
    return mark.node


@pytest.mark.parametrize("kind", ["bar", "column", "line", "stacked", "pie"])
@pytest.mark.parametrize("options", [PageOptions(), PageOptions(paper="A5"), PageOptions(large_print=True)])
def test_everything_of_a_chart_stands_between_the_margins(kind: ChartKind, options: PageOptions):
    made = pages(ChartBlock(chart(kind), plain("Caption"), plain("Source: x")), options=options)
    node = drawn(made)
    size = made.pages[0].size
    for each in node.drawing:
        if not isinstance(each, ConnectorNode):
            assert each.box.x >= 15 * MM * 12700
            assert each.box.right <= size.w - 15 * MM * 12700
        for line in each.lines if isinstance(each, TextNode) else ():
            assert node.box.y - 8 * 12700 <= line.baseline - line.segments[0].size * 12700
            assert line.baseline <= node.box.bottom


def test_a_chart_says_its_alternative_text_and_its_numbers_stand_in_a_table():
    made = pages(ChartBlock(chart("column", series=2), plain("Caption"), plain("Source: x")))
    assert of_role(made, "Figure")[0].alt == "A chart"
    (group,) = of_role(made, "Div")
    assert [kid.role for kid in group.kids] == ["Caption", "Figure", "Table", "P"]
    assert [said(made, each) for each in of_role(made, "TH")] == [*YEARS, "Series 0", "Series 1"]
    assert [said(made, each) for each in of_role(made, "TD")][1:5] == ["0%", "10%", "20%", "30%"]


def test_numbers_of_many_categories_stand_under_one_another():
    names = tuple(f"A rather long category {n}" for n in range(8))
    made = pages(ChartBlock(chart("bar", names)))
    assert [said(made, each) for each in of_role(made, "TH")] == ["Series 0", *names]


def test_a_gap_is_a_dash_in_the_table():
    series = (Series("Plans", (1.0, None)),)
    made = pages(ChartBlock(Chart("line", ("2013", "2014"), series, "A chart")))
    assert [said(made, each) for each in of_role(made, "TD")][1:] == ["1", "–"]


def test_columns_whose_names_have_no_room_are_laid_on_their_side():
    names = tuple(f"Safeguarding responsibilities {n}" for n in range(12))
    made = pages(ChartBlock(chart("column", names)))
    assert drawn(made).chart.kind == "bar"


def test_labels_that_have_no_room_in_any_way_are_told_but_stop_nothing():
    names = tuple(f"Safeguarding responsibilities {n}" for n in range(12))
    _, found = paged(ChartBlock(chart("line", names)))
    assert [(each.code, each.severity) for each in found] == [("DB305", "warning")]


def test_values_without_room_are_left_out_where_a_table_has_them():
    names = tuple(str(2000 + n) for n in range(14))
    series = tuple(Series(f"Series {s}", tuple(25_820.0 + n for n in range(14))) for s in range(2))
    stacked = Chart("stacked", names, series, "A chart")

    made, found = paged(ChartBlock(stacked))
    _, without_table = paged(ChartBlock(stacked, with_table=False))

    values = [each for each in drawn(made).drawing if each.name.startswith("Value")]
    assert (found, values) == ([], [])
    assert [each.code for each in without_table] == ["DB305"]


def test_a_chart_stays_on_a_page_with_its_caption_and_numbers():
    for before in range(5, 25, 3):
        made = pages(
            *(text(f"Line {n}") for n in range(before)), ChartBlock(chart("column"), plain("Caption"))
        )
        index = page_of(made, "Caption")
        assert page_of(made, "Series 0") == index
        assert any(isinstance(mark.node, ChartNode) for mark in made.pages[index].marks)


def test_labels_are_as_large_as_the_page_says():
    sizes = {
        options: {
            segment.size
            for each in drawn(pages(ChartBlock(chart("bar")), options=options)).drawing
            if isinstance(each, TextNode)
            for line in each.lines
            for segment in line.segments
        }
        for options in (PageOptions(), PageOptions(large_print=True))
    }
    assert list(sizes.values()) == [{9.0}, {16.0}]


def test_bars_are_as_high_on_paper_as_their_names_need():
    few, many = (
        to_pt(drawn(pages(ChartBlock(chart("bar", tuple(map(str, range(count))))))).box.h) for count in (3, 9)
    )
    assert many == pytest.approx(3 * few)


def test_a_figure_that_is_not_available_says_so_and_where_it_is_printed():
    figure = FigureNotAvailable("Figure 9: Ages", "sidebotham", plain("How old."), plain("It is lost."))
    made = pages(NotAvailableBlock(figure, "Pathways to harm", plain("Source: x")))
    (panel,) = of_role(made, "Div")
    assert [said(made, kid) for kid in panel.kids] == [
        "Figure 9: Ages",
        "How old.",
        "Figure not available. It is lost.",
        "Printed in: Pathways to harm",
        "Source: x",
    ]


def test_a_sign_of_a_chart_that_the_font_does_not_have_is_an_error():
    _, found = paged(ChartBlock(chart("bar", ("2013 🐸", "2014"))))
    assert {(each.code, each.severity) for each in found} == {("DB302", "error")}


@pytest.mark.parametrize("count", range(30))
@pytest.mark.parametrize("options", [PageOptions(), PageOptions(large_print=True)])
def test_a_source_stands_on_the_page_of_the_last_numbers_of_its_chart(count: int, options: PageOptions):
    names = tuple(f"A rather long category {n}" for n in range(9))
    block = ChartBlock(chart("bar", names), plain("Caption"), plain("Source: x"))
    made = pages(*(text("Before") for _ in range(count)), block, options=options)
    table = of_role(made, "Table")[0]
    last = said(made, [each for each in elements(table) if each.role == "TH"][-1])
    ends = [n for n, page in enumerate(made.pages) if last in shown(page)]
    assert ends[-1] == page_of(made, "Source: x")
