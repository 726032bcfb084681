"""Every kind of node is drawn where the scene has it, in the template's colours."""

from dataclasses import replace

import pytest

from deckbuild.model.scene import ChartNode, ConnectorNode, GroupNode, ShapeNode, Stroke, TableNode, TextNode
from deckbuild.model.units import Box, pt
from tests.unit.render_pdf.drawing import TEMPLATE, box, lines_node, segment, slide_pdf
from tests.unit.render_pdf.looking import find, letters, pixel
from tests.unit.render_pdf.sample import chart
from tests.unit.render_pdf.tagged import tree

WHITE = (255, 255, 255)


def colour(name: str) -> tuple[int, int, int]:
    """Return a colour of the brand."""
    red, green, blue = bytes.fromhex(TEMPLATE.palette[name])
    return red, green, blue


def cell(text: str, where: Box, fill: str) -> TextNode:
    node = lines_node(text, [segment(text, where.x / 12700, size=18.0)])
    line = replace(node.lines[0], baseline=where.y + pt(20))
    return replace(node, name=f"Cell {text}", box=where, fill=fill, lines=(line,))


def test_a_rectangle_fills_its_box() -> None:
    data = slide_pdf(ShapeNode("Shape", box(200, 200, 100, 50), fill="accent"))
    assert [pixel(data, 0, at) for at in ((202, 202), (298, 248), (198, 225), (302, 225))] == [
        colour("accent"),
        colour("accent"),
        WHITE,
        WHITE,
    ]


@pytest.mark.parametrize("geometry", ["ellipse", "roundRect"])
def test_an_ellipse_and_a_round_rectangle_leave_the_corners_free(geometry: str) -> None:
    data = slide_pdf(ShapeNode("Shape", box(200, 200, 100, 60), geometry, "brand", radius=pt(20)))  # type: ignore[arg-type]
    assert pixel(data, 0, (202, 202)) == WHITE
    assert pixel(data, 0, (250, 230)) == colour("brand")
    assert pixel(data, 0, (202, 230)) == colour("brand")


def test_a_path_is_stretched_over_its_box() -> None:
    triangle = (("M", (0.0, 100.0)), ("L", (100.0, 100.0)), ("L", (100.0, 0.0)), ("Z", ()))
    data = slide_pdf(ShapeNode("Shape", box(200, 200, 200, 50), "path", "deep", path=triangle))
    assert pixel(data, 0, (390, 240)) == colour("deep")
    assert pixel(data, 0, (210, 210)) == WHITE


def test_a_stroke_is_as_wide_as_it_says() -> None:
    data = slide_pdf(ShapeNode("Shape", box(200, 200, 100, 100), stroke=Stroke("brand", pt(6))))
    assert pixel(data, 0, (201, 250)) == colour("brand")
    assert pixel(data, 0, (210, 250)) == WHITE


def test_a_connector_joins_its_points() -> None:
    line = ConnectorNode("Line", (pt(200), pt(200)), (pt(300), pt(300)), Stroke("accent", pt(4)))
    data = slide_pdf(line)
    assert pixel(data, 0, (250, 250)) == colour("accent")
    assert pixel(data, 0, (250, 220)) == WHITE


def test_later_nodes_and_the_children_of_groups_stand_in_front() -> None:
    behind = ShapeNode("Behind", box(200, 200, 100, 100), fill="brand")
    before = GroupNode("Group", (ShapeNode("Before", box(250, 200, 100, 100), fill="accent"),))
    data = slide_pdf(behind, before)
    assert [pixel(data, 0, (x, 250)) for x in (220, 270, 320)] == [
        colour(each) for each in ("brand", "accent", "accent")
    ]


def test_a_text_stands_on_its_fill_at_its_place() -> None:
    text = replace(cell("Word", box(200, 200, 100, 40), "tint"), geometry="ellipse")
    data = slide_pdf(text)
    assert pixel(data, 0, (250, 235)) == colour("tint")
    assert pixel(data, 0, (201, 201)) == WHITE
    first = find(letters(data, 0), "Word")[0]
    assert (round(first.x, 1), round(first.y, 1)) == (200.0, 220.0)


def test_a_table_has_its_cells_and_a_rule_under_each_row() -> None:
    rows = tuple(
        tuple(
            cell(f"{row}{column}", box(100 + 200 * column, 100 + 40 * row, 200, 40), fill)
            for column in range(2)
        )
        for row, fill in enumerate(("brand", "ground"))
    )
    sides = (pt(200), pt(200)), (pt(40), pt(40))
    data = slide_pdf(
        TableNode("Table", box(100, 100, 400, 80), *sides, rows, Stroke("rule", pt(2)), "A table")
    )
    assert pixel(data, 0, (480, 110)) == colour("brand")
    assert [pixel(data, 0, (300, y)) for y in (140, 180)] == [colour("rule")] * 2
    assert "".join(each.letter for each in letters(data, 0)).startswith("00 01 10 11 ")
    assert tree(data).outline()[1][1] == [  # type: ignore[index]
        "Table",
        ["TR", ["TH", "00 "], ["TH", "01 "]],
        ["TR", ["TD", "10 "], ["TD", "11 "]],
    ]


def test_a_chart_is_its_drawing() -> None:
    shape = ShapeNode("Bar", box(300, 300, 50, 50), fill="series-3")
    node = ChartNode(
        "Chart", box(200, 200, 300, 300), chart("bar"), box(200, 200, 300, 300), 40, 10, 60,
        TEMPLATE.body_styles[0], ("brand",), None, drawing=(shape,),
    )  # fmt: skip
    assert pixel(slide_pdf(node), 0, (325, 325)) == colour("series-3")


def test_ground_and_decor_are_the_layouts() -> None:
    mark = ShapeNode("Mark", box(800, 500, 20, 20), fill="accent")
    plain_layout = replace(
        TEMPLATE.layouts["bullets"], ground="deep", decor=(mark,), master_decor=False, furniture=None
    )
    template = replace(TEMPLATE, layouts={"bullets": plain_layout})
    data = slide_pdf(template=template)
    assert pixel(data, 0, (5, 5)) == colour("deep")
    assert pixel(data, 0, (810, 510)) == colour("accent")
    assert pixel(data, 0, (60, 31)) == colour("deep")  # where the master has its bar
    assert letters(data, 0) == []


def test_the_footer_has_board_date_and_number_in_their_boxes() -> None:
    found = letters(slide_pdf(), 0)
    furniture = TEMPLATE.layouts["bullets"].furniture
    assert furniture is not None
    footer, date, number = (find(found, words) for words in ("The board · The session", "1 May 2026", "7"))
    assert footer[0].x == pytest.approx(furniture.footer.x / 12700, abs=0.1)
    assert date[-1].x == pytest.approx(furniture.date.right / 12700, abs=0.1)
    assert number[-1].x == pytest.approx(furniture.number.right / 12700, abs=0.1)


def test_a_hole_in_a_path_is_a_hole_whichever_way_round_it_is_slide_pdf() -> None:
    def square(low: float, high: float) -> tuple[tuple[str, tuple[float, ...]], ...]:
        corners = ((low, low), (high, low), (high, high), (low, high))
        return (("M", corners[0]), *(("L", each) for each in corners[1:]), ("Z", ()))

    data = slide_pdf(
        ShapeNode("Ring", box(200, 200, 100, 100), "path", "deep", path=(*square(0, 100), *square(30, 70)))
    )
    assert pixel(data, 0, (210, 210)) == colour("deep")
    assert pixel(data, 0, (250, 250)) == WHITE
