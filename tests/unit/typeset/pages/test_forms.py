"""Fields on pages."""

from __future__ import annotations

import pytest

from deckbuild.fonts.library import Fonts
from deckbuild.model.document import Field, FieldBlock, PageOptions, TableBlock
from deckbuild.model.paged import FieldNode, Paged
from deckbuild.model.text import plain
from deckbuild.model.units import to_pt
from tests.support.brands import ATKINSON, fonts
from tests.unit.typeset.pages.given import elements, node_of, of_role, paged, pages, said


def fields(made: Paged) -> dict[str, FieldNode]:
    return {
        mark.node.field.name: mark.node
        for page in made.pages
        for mark in page.marks
        if isinstance(mark.node, FieldNode)
    }


def field(name: str, kind: str = "text", **more: object) -> Field:
    return Field(name, kind, more.pop("label", f"Label of {name}"), **more)


def test_a_label_stands_over_its_field_and_is_read_before_it():
    made = pages(FieldBlock((field("name", required=True),)))
    label = node_of(made, "Label of name")
    assert label.lines[0].text == "Label of name (required)"
    assert label.box.bottom <= fields(made)["name"].boxes[0].y
    roles = [each.role for each in elements(made.structure)]
    assert roles[-2:] == ["P", "Form"]


def test_fields_side_by_side_begin_at_one_height_though_one_label_is_longer():
    made = pages(FieldBlock((field("a", help="With a sentence of help."), field("b")), (0.7, 0.3)))
    a, b = (fields(made)[name].boxes[0] for name in "ab")
    assert a.y == b.y
    assert a.right < b.x
    assert a.w == pytest.approx(b.w * 7 / 3, rel=0.01)


def test_a_field_of_several_lines_is_higher_and_has_room_for_handwriting():
    made = pages(FieldBlock((field("one"),)), FieldBlock((field("four", "multiline", lines=4),)))
    one, four = (to_pt(fields(made)[name].boxes[0].h) for name in ("one", "four"))
    assert one >= 24
    assert four >= 4 * 18


def test_a_check_box_stands_before_its_label():
    made = pages(FieldBlock((field("agree", "checkbox"),)))
    box, label = fields(made)["agree"].boxes[0], node_of(made, "Label of agree")
    assert box.w == box.h
    assert box.right < label.lines[0].segments[0].x
    assert box.y < label.lines[0].baseline < box.bottom + box.h


def test_the_options_of_a_radio_button_are_on_one_line_where_they_fit_and_else_in_a_column():
    short = pages(FieldBlock((field("how", "radio", options=("Good", "Fair", "Poor")),)))
    assert len({box.y for box in fields(short)["how"].boxes}) == 1
    long = pages(FieldBlock((field("how", "radio", options=("word " * 20, "other " * 20, "third " * 20)),)))
    boxes = fields(long)["how"].boxes
    assert len({box.x for box in boxes}) == 1
    assert len({box.y for box in boxes}) == 3
    assert [said(long, each).strip()[:5] for each in of_role(long, "P")][-3:] == ["word ", "other", "third"]


def test_a_field_that_is_shown_large_is_centred_on_its_page():
    made = pages(FieldBlock((field("name", display=True),)), landscape=True, frame=True, furniture="none")
    box = fields(made)["name"].boxes[0]
    assert box.x + box.w / 2 == pytest.approx(made.pages[0].size.w / 2, rel=0.001)
    assert fields(made)["name"].style.align == "ctr"
    assert fields(made)["name"].style.size > 20


def test_what_is_written_in_large_print_forms_is_large_too():
    made = pages(FieldBlock((field("name"),)), options=PageOptions(large_print=True))
    assert fields(made)["name"].style.size == 16


def test_a_check_box_in_a_cell_is_a_square():
    block = TableBlock((plain("Done"), plain("What")), ((field("done", "checkbox"), (plain("Ask"),)),))
    box = fields(pages(block))["done"].boxes[0]
    assert box.w == box.h
    assert 8 < to_pt(box.w) < 20


def test_a_radio_button_in_a_cell_has_its_options_beside_one_another():
    scale = field("how", "radio", options=("1", "2", "3", "4", "5"))
    block = TableBlock((plain("What"), plain("How")), (((plain("It"),), scale),), widths=(0.7, 0.3))
    made = pages(block)
    boxes = fields(made)["how"].boxes
    assert len({box.y for box in boxes}) == 1
    assert [box.x for box in boxes] == sorted(box.x for box in boxes)
    assert [said(made, each) for each in of_role(made, "TD")][-1] == "12345"


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("kind", ["text", "multiline"])
def test_a_field_is_as_high_as_what_it_is_prefilled_with(kind: str, large: bool):
    short, long = "Schools", "Education, early years and further education providers of the whole county " * 3
    row = FieldBlock((field("short", value=short), field("long", kind, value=long.strip())))
    made = pages(row, options=PageOptions(large_print=large))
    one, several = fields(made)["short"], fields(made)["long"]
    assert (one.field.kind, several.field.kind) == ("text", "multiline")
    needed = width_of(fonts(), long, several.style.size) / (to_pt(several.boxes[0].w) - 8)
    assert several.field.lines >= needed
    assert to_pt(several.boxes[0].h) >= several.field.lines * several.style.pitch + 4


def width_of(made: Fonts, words: str, size: float) -> float:
    return sum(made.face(False, False).advances(words)) * size


def test_a_sign_of_a_prefilled_field_that_the_font_does_not_have_is_an_error():
    block = FieldBlock((Field("agency", "text", "Agency", "Heddlu Ŵyl"),))
    _, found = paged(block, family=ATKINSON)
    assert [(each.code, each.word) for each in found] == [("DB302", "Ŵ")]
    assert "“Ŵ” (U+0174) of the field “Agency”" in found[0].message
    assert paged(block)[1] == []


def test_rows_of_one_line_grow_less_than_the_letters_so_that_large_print_fills_no_more_sheets_than_need_be():
    def height(*, large: bool) -> float:
        row = ((plain("1"),), field("name"), ())
        block = TableBlock((plain("No."), plain("Name"), plain("Signature")), (row,), row_height=25.5)
        node = fields(pages(block, options=PageOptions(large_print=large)))["name"]
        return to_pt(node.boxes[0].h)

    assert height(large=False) < height(large=True) < 1.3 * height(large=False)
