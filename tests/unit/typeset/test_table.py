"""Tables: widths by their words, heights by their lines."""

from __future__ import annotations

from deckbuild.layouts.roles import style
from deckbuild.model.scene import Insets, Stroke, TableNode, TextNode
from deckbuild.model.text import plain
from deckbuild.model.units import Box, pt
from deckbuild.typeset.table import lay_table
from tests.support.brands import fonts

BOX = Box(pt(54), pt(130), pt(852), pt(300))


def table(rows: list[list[str]]) -> TableNode:
    cells = tuple(
        tuple(
            TextNode(
                f"{r}.{c}", BOX, (plain(text),), (style(18),), insets=Insets(127000, 76200, 127000, 76200)
            )
            for c, text in enumerate(row)
        )
        for r, row in enumerate(rows)
    )
    return TableNode("Table", BOX, (), (), cells, Stroke("rule", 12700), "alt")


def test_widths_sum_to_the_box_and_heights_to_the_table() -> None:
    laid = lay_table(table([["Crop", "Remark"], ["Beans", "pinch out the tips"]]), fonts(), "a/one", [])
    assert sum(laid.widths) == BOX.w
    assert sum(laid.heights) == laid.box.h
    assert laid.widths[1] > laid.widths[0]


def test_a_long_cell_makes_its_row_higher_and_all_its_cells() -> None:
    laid = lay_table(table([["a", "b"], ["c", "many words " * 30]]), fonts(), "a/one", [])
    assert laid.heights[1] > laid.heights[0]
    assert {cell.box.h for cell in laid.cells[1]} == {laid.heights[1]}
    assert all(line.baseline <= laid.box.bottom for row in laid.cells for cell in row for line in cell.lines)


def test_no_word_is_broken_while_there_is_room_for_it() -> None:
    laid = lay_table(table([["Safeguarding", "x"], ["a", "words " * 80]]), fonts(), "a/one", [])
    assert [line.text for line in laid.cells[0][0].lines] == ["Safeguarding"]


def test_a_table_higher_than_its_box_is_an_error() -> None:
    found: list = []
    lay_table(table([["a", "b"]] * 20), fonts(), "a/one", found)
    assert [each.code for each in found] == ["DB301"]
    assert "too many" in found[0].message
