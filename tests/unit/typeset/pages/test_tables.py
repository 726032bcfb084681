"""Tables on pages: one table, its header on each."""

from __future__ import annotations

import pytest

from deckbuild.model.document import Field, Heading, TableBlock
from deckbuild.model.paged import FieldNode
from deckbuild.model.text import plain
from deckbuild.model.units import to_pt
from tests.unit.typeset.pages.given import (
    SENTENCE,
    lines,
    marks,
    node_of,
    of_role,
    page_of,
    pages,
    said,
    shown,
    text,
)


def table(rows: int, columns: int = 3, **more: object) -> TableBlock:
    """Return a table whose cells say where they stand."""
    head = tuple(plain(f"Column {c}") for c in range(columns))
    body = tuple(tuple((plain(f"Cell {r}.{c}"),) for c in range(columns)) for r in range(rows))
    return TableBlock(head, body, **more)


def test_a_table_over_pages_is_one_table_with_its_header_again_as_a_pagination():
    made = pages(table(80, summary="Where cells stand"))
    (element,) = of_role(made, "Table")
    assert len(made.pages) == 3
    assert element.summary == "Where cells stand"
    assert [said(made, each) for each in of_role(made, "TH")] == ["Column 0", "Column 1", "Column 2"]
    for page in made.pages[1:]:
        assert shown(page, "Pagination") == ["Column 0", "Column 1", "Column 2"]
    assert len(of_role(made, "TR")) == 81


def test_a_row_stands_on_one_page():
    rows = tuple(((plain(f"Row {n}"),), (plain(SENTENCE * 4),)) for n in range(30))
    made = pages(TableBlock((plain("Row"), plain("What")), rows))
    for row in of_role(made, "TR"):
        assert len({mark.leaf for cell in row.kids for mark in marks(made, cell)}) == 1


def test_a_row_higher_than_a_page_goes_on_and_loses_nothing():
    made = pages(TableBlock((plain("What"), plain("Short")), (((plain(SENTENCE * 200),), (plain("x"),)),)))
    (cell, _) = of_role(made, "TD")
    assert said(made, cell) == SENTENCE * 200
    assert [mark.leaf for mark in marks(made, cell)] == list(range(1, len(made.pages) + 1))


@pytest.mark.parametrize("before", range(2, 18))
def test_a_page_break_leaves_two_rows_on_either_page_and_the_caption_with_them(before: int):
    made = pages(*(text(f"Line {n}") for n in range(before)), lines(2), table(8, caption=plain("Caption")))
    starts = [page_of(made, f"Cell {row}.0") for row in range(8)]
    assert page_of(made, "Caption") == starts[0] == starts[1]
    assert starts[-1] == starts[-2]


def test_a_heading_stays_with_the_table_under_it():
    for before in range(10, 30):
        made = pages(*(text(f"Line {n}") for n in range(before)), Heading(2, plain("Numbers")), table(6))
        assert page_of(made, "Numbers") == page_of(made, "Cell 0.0")


def test_row_headers_and_column_headers_say_their_scope():
    made = pages(table(2, row_headers=True))
    scopes = [(said(made, each), each.scope) for each in of_role(made, "TH")]
    assert scopes == [
        ("Column 0", "Column"),
        ("Column 1", "Column"),
        ("Column 2", "Column"),
        ("Cell 0.0", "Row"),
        ("Cell 1.0", "Row"),
    ]


def test_an_empty_corner_is_no_header_and_an_empty_cell_still_a_cell():
    block = TableBlock((plain(""), plain("Now")), (((plain("a"),), ()), ((plain("b"),), (plain("1"),))))
    made = pages(block)
    rows = [[cell.role for cell in row.kids] for row in of_role(made, "TR")]
    assert rows == [["TD", "TH"], ["TD", "TD"], ["TD", "TD"]]


def test_numbers_end_at_one_edge_with_their_header():
    made = pages(table(2, numbers=(1,)))
    ends = set()
    for words in ("Column 1", "Cell 0.1", "Cell 1.1"):
        last = node_of(made, words).lines[0].segments[-1]
        ends.add(round(to_pt(last.x + last.width), 2))
    assert len(ends) == 1


def test_columns_take_their_shares_of_the_measure():
    made = pages(table(1, widths=(3.0, 1.0, 1.0)))
    x = [to_pt(node_of(made, f"Cell 0.{c}").box.x) for c in range(3)]
    assert x[1] - x[0] == pytest.approx(3 * (x[2] - x[1]))


def test_a_field_in_a_cell_is_a_form_that_fills_its_cell():
    field = Field("who-1", "text", "Action 1: who")
    made = pages(TableBlock((plain("Action"), plain("Who")), (((plain("1"),), field),), row_height=30))
    (form,) = of_role(made, "Form")
    (mark,) = marks(made, form)
    assert isinstance(mark.node, FieldNode)
    assert mark.node.field == field
    assert to_pt(mark.node.boxes[0].h) == pytest.approx(26, abs=2)
    assert [kid.role for kid in of_role(made, "TD")[1].kids] == ["Form"]


def test_several_paragraphs_of_a_cell_are_kids_of_it_and_one_is_its_own():
    cells = ((plain("a"), plain("b")), (plain("c"),))
    made = pages(TableBlock((plain("One"), plain("Two")), (cells,)))
    first, second = of_role(made, "TD")
    assert [kid.role for kid in first.kids] == ["P", "P"]
    assert second.kids == ()
    assert said(made, second) == "c"
