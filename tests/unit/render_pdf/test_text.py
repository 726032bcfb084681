"""Lines keep the words whole for whoever copies them, and links and languages have elements of their own."""

from dataclasses import replace

import pytest

from deckbuild.model.text import Link
from deckbuild.model.units import pt
from deckbuild.render.pdf.text import set_lines
from tests.unit.render_pdf.drawing import anchor, lines_node, page_pdf, segment
from tests.unit.render_pdf.looking import find, letters, links
from tests.unit.render_pdf.sample import sample
from tests.unit.render_pdf.tagged import artifacts, tree

LINK = Link("https://example.org")


@pytest.mark.parametrize(
    ("text", "lines", "lost"),
    [
        ("helps people", ("helps", "people"), [" ", " "]),
        ("semi-detached", ("semi-", "detached"), ["", " "]),
        ("Donaudampf", ("Donau", "dampf"), ["", " "]),
        ("helps people", ("helps ", "people"), ["", " "]),
        ("a b a b", ("a b", "a b"), [" ", " "]),
        ("its semi-", ("its semi-",), [""]),
        ("its semi ", ("its semi",), [" "]),
    ],
)
def test_a_line_end_gives_back_its_space_but_not_within_a_word(
    text: str, lines: tuple[str, ...], lost: list[str]
) -> None:
    assert [line.lost for line in set_lines(lines_node(text, *lines))] == lost


def test_a_paragraph_over_lines_is_one_piece_with_its_spaces() -> None:
    data = page_pdf(("P", lines_node("helps people", "helps", "people")))
    assert tree(data).outline() == ["Document", ["P", "helps people "]]


def test_letters_stand_where_their_kerned_advances_put_them() -> None:
    advances = (13.34 - 1.48, 13.34, 13.34)
    kerned = segment("AVA", advances=tuple(pt(each) for each in advances))
    found = find(letters(page_pdf(("P", lines_node("AVA", [kerned]))), 0), "AVA")
    wanted = [50, 50 + advances[0], 50 + sum(advances[:2]), 50 + sum(advances)]
    assert [each.x for each in found] == pytest.approx(wanted, abs=0.05)
    assert {round(each.y, 1) for each in found} == {100.0}


def test_a_superscript_stands_over_the_baseline() -> None:
    data = page_pdf(("P", lines_node("1st", [segment("1"), segment("st", 70, rise=6.0)])))
    assert round(find(letters(data, 0), "st")[0].y, 1) == 94.0
    assert tree(data).text == "1st "


def test_a_link_over_two_lines_is_one_element_with_an_area_on_each() -> None:
    first = (segment("see "), segment("our ", 150, link=LINK), segment("page ", 250, link=LINK))
    second = (segment("today", link=LINK), segment(".", 150))
    data = page_pdf(("P", lines_node("see our page today.", first, second)))
    assert tree(data).outline() == [
        "Document",
        ["P", "see ", ["Link", "our page today", ["link"], ["link"]], ". "],
    ]
    assert [(each.leads_to, each.words) for each in links(data, 0)] == [
        ("https://example.org", "our page"),
        ("https://example.org", "today"),
    ]


def test_the_area_of_a_link_has_its_words_and_not_the_space_after_them() -> None:
    data = page_pdf(("P", lines_node("a page ", [segment("page ", 150, link=LINK)])))
    [found] = links(data, 0)
    left, bottom, right, top = found.area
    space = sample().fonts.face().width(" ", 20)
    assert (left, right) == pytest.approx((150, 250 - space), abs=0.01)
    assert bottom < 540 - 100 < top


def test_a_link_is_underlined_by_an_artifact() -> None:
    linked = page_pdf(("P", lines_node("page", [segment("page", link=LINK)])))
    plain_ = page_pdf(("P", lines_node("page", [segment("page")])))
    assert list(artifacts(linked)) == [{"Type": "/Layout"}]
    assert list(artifacts(plain_)) == []


def test_a_link_to_a_slide_leads_to_its_place() -> None:
    jump = segment("there", link=Link("slide:a/b"))
    data = page_pdf(("P", lines_node("there", [jump])), anchors=(anchor("a/b"),))
    assert [each.leads_to for each in links(data, 0)] == [0]


def test_a_link_to_a_slide_that_is_not_in_the_document_is_plain_text() -> None:
    jump = segment("there", link=Link("slide:a/c"), colour="link")
    data = page_pdf(("P", lines_node("there", [jump])), anchors=(anchor("a/b"),))
    same = page_pdf(("P", lines_node("there", [segment("there")])), anchors=(anchor("a/b"),))
    assert tree(data).outline() == ["Document", ["P", "there "]]
    assert data == same


def test_an_address_beyond_ascii_is_written_as_browsers_send_it() -> None:
    data = page_pdf(("P", lines_node("x", [segment("x", link=Link("https://example.org/café?a=1#b"))])))
    assert [each.leads_to for each in links(data, 0)] == ["https://example.org/caf%C3%A9?a=1#b"]


def test_another_language_is_a_span_also_inside_a_link() -> None:
    said = [
        segment("Say "),
        segment("croeso", 90, lang="cy"),
        segment(" to ", 150, link=LINK),
        segment("bawb", 190, lang="cy", link=LINK),
    ]
    data = page_pdf(("P", lines_node("Say croeso to bawb", said)))
    assert tree(data).outline() == [
        "Document",
        ["P", "Say ", ["Span", "croeso"], ["Link", " to ", ["Span", "bawb "], ["link"]]],
    ]
    assert [span.entries for span in tree(data).find("Span")] == [{"Lang": "cy"}] * 2


def test_a_bullet_of_a_paragraph_is_read_before_it() -> None:
    node = lines_node("Word", "Word")
    marked = replace(node, lines=(replace(node.lines[0], marker=segment("•", 30)),))
    assert tree(page_pdf(("LBody", marked))).text == "• Word "
