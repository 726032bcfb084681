"""Paragraphs and lists on pages, and how they stand in the tree."""

from __future__ import annotations

from itertools import pairwise

import pytest

from deckbuild.model.document import TextBlock
from deckbuild.model.paged import Element, Paged
from deckbuild.model.scene import TextNode
from deckbuild.model.text import Marker, Paragraph, Run, plain
from deckbuild.model.units import to_pt
from tests.support.brands import ATKINSON
from tests.unit.typeset.pages.given import marks, node_of, of_role, pages, said, text


def entry(words: str, level: int = 1, marker: Marker = "bullet") -> Paragraph:
    return plain(words, level=level, marker=marker)


def outline(made: Paged, element: Element) -> object:
    """Return an element as its role, and its text or its kids."""
    kids = [outline(made, kid) for kid in element.kids]
    return (element.role, kids or said(made, element))


def item(sign: str, *body: object) -> object:
    return ("LI", [("Lbl", sign), ("LBody", list(body))])


def body_of(*paragraphs: Paragraph, **more: object) -> list:
    """Return the tree of a text."""
    made = pages(TextBlock(paragraphs, **more), furniture="none")
    return [outline(made, kid) for kid in made.structure.kids]


def test_a_nested_list_stands_in_the_body_of_its_entry_and_text_after_it_outside():
    tree = body_of(plain("Lead"), entry("a"), entry("a1", 2), entry("b"), plain("End"))
    nested = ("L", [item("–", ("P", "a1"))])
    assert tree == [
        ("P", "Lead"),
        ("L", [item("•", ("P", "a"), nested), item("•", ("P", "b"))]),
        ("P", "End"),
    ]


def test_numbers_count_and_a_further_paragraph_of_an_entry_is_within_it():
    tree = body_of(entry("one", 1, "number"), entry("more of it", 1, "none"), entry("two", 1, "number"))
    assert tree == [("L", [item("1.", ("P", "one"), ("P", "more of it")), item("2.", ("P", "two"))])]


def test_a_listed_text_is_a_list_but_for_what_begins_without_a_marker():
    tree = body_of(entry("Lead", 0, "none"), plain("a"), plain("a1", level=1), listed=True)
    assert tree == [("P", "Lead"), ("L", [item("•", ("P", "a"), ("L", [item("–", ("P", "a1"))]))])]


def test_the_lines_of_an_entry_are_level_with_one_another_and_right_of_its_bullet():
    made = pages(TextBlock((entry("word " * 60),)))
    node = node_of(made, "word")
    bullet = node_of(made, "•")
    assert len({line.segments[0].x for line in node.lines}) == 1
    assert bullet.lines[0].baseline == node.lines[0].baseline
    assert bullet.lines[0].segments[0].x < node.lines[0].segments[0].x
    assert all(line.marker is None for line in node.lines)


def test_a_further_paragraph_stands_where_its_entry_does():
    made = pages(TextBlock((entry("one", 1, "number"), entry("more", 1, "none"))))
    assert node_of(made, "one").lines[0].segments[0].x == node_of(made, "more").lines[0].segments[0].x


def test_a_label_runs_into_its_text_in_bold():
    node = node_of(pages(text("What would you do?", label="Ask")), "Ask")
    assert node.lines[0].text == "Ask: What would you do?"
    assert [segment.bold for segment in node.lines[0].segments] == [True, False]


def test_a_label_before_a_list_has_a_line_of_its_own():
    assert body_of(plain("a"), listed=True, label="Materials") == [
        ("P", "Materials:"),
        ("L", [item("•", ("P", "a"))]),
    ]


def test_a_quotation_is_one_and_its_rule_is_none_of_its_content():
    made = pages(text("To be seen.", style="quotation"))
    (quotation,) = of_role(made, "BlockQuote")
    assert outline(made, quotation) == ("BlockQuote", [("P", "To be seen.")])
    assert any(mark.owner == "Layout" and mark.node.name == "Rule" for mark in made.pages[0].marks)


def test_alignment_moves_the_line_within_the_measure():
    left, middle, right = (node_of(pages(text("Words", align=align)), "Words") for align in ("l", "ctr", "r"))
    x = [node.lines[0].segments[0].x for node in (left, middle, right)]
    end = right.lines[0].segments[-1]
    assert x[0] < x[1] < x[2]
    assert end.x + end.width == pytest.approx(right.box.right)


def test_kerning_is_that_of_the_brands_own_font():
    widths = {
        family.deck: node_of(pages(text("AVAVAV Wave"), family=family), "AVA").lines[0].segments[0].width
        for family in (ATKINSON,)
    }
    plain_width = node_of(pages(text("AVAVAV Wave")), "AVA").lines[0].segments[0].width
    assert widths["Atkinson Hyperlegible"] != plain_width


def test_a_superscript_is_raised_and_its_line_is_as_high_as_the_others():
    runs = Paragraph((Run("The 1"), Run("st", baseline="super"), Run(" of April " * 30)))
    node = node_of(pages(TextBlock((runs,))), "The")
    steps = {round(to_pt(b.baseline - a.baseline), 3) for a, b in pairwise(node.lines)}
    assert steps == {15.0}
    assert node.lines[0].segments[1].rise > 0


def test_every_text_of_content_is_a_paragraph_of_its_own():
    made = pages(TextBlock((plain("a"), plain("b"), entry("c"))))
    for element in of_role(made, "P"):
        for mark in marks(made, element):
            assert isinstance(mark.node, TextNode)
            assert len(mark.node.paragraphs) == 1
