"""Lines keep the words whole for whoever copies them, and links know where they are."""

import pytest

from deckbuild.model.brand import FontFamily
from deckbuild.model.scene import LevelStyle, Line, Segment, TextNode
from deckbuild.model.text import Link, plain
from deckbuild.model.units import SLIDE, pt
from deckbuild.render.pdf.document import Document
from deckbuild.render.pdf.fonts import Fonts
from deckbuild.render.pdf.pen import Pen
from deckbuild.render.pdf.text import draw_lines, lost_spaces
from tests.unit.render_pdf.looking import find, letters
from tests.unit.render_pdf.sample import read, sample

FAMILY: FontFamily = sample().template.fonts
PALETTE = sample().template.palette


def segment(text: str, x: float = 50, **more: object) -> Segment:
    return Segment(text, pt(x), pt(100), 20, bold=False, italic=False, colour="ink", **more)  # type: ignore[arg-type]


def node(text: str, *lines: str) -> TextNode:
    made = tuple(Line(pt(100 + 24 * n), (segment(line),), 0) for n, line in enumerate(lines))
    return TextNode("Text", SLIDE, (plain(text),), (LevelStyle(20, 24, "ink"),), lines=made)


def drawn(text: TextNode) -> bytes:
    document = Document(sample().deck, "title")
    document.begin_page(960, 540)
    draw_lines(Pen(document, PALETTE, 540), Fonts(FAMILY, read), text)
    document.end_page()
    return document.finish()


@pytest.mark.parametrize(
    ("text", "lines", "lost"),
    [
        ("helps people", ("helps", "people"), [" ", " "]),
        ("semi-detached", ("semi-", "detached"), ["", " "]),
        ("Donaudampf", ("Donau", "dampf"), ["", " "]),
        ("helps people", ("helps ", "people"), ["", " "]),
        ("a b a b", ("a b", "a b"), [" ", " "]),
    ],
)
def test_a_line_end_gives_back_its_space_but_not_within_a_word(
    text: str, lines: tuple[str, ...], lost: list[str]
) -> None:
    assert list(lost_spaces(node(text, *lines))) == lost


def test_the_space_of_a_line_end_is_in_the_file() -> None:
    text = "".join(each.letter for each in letters(drawn(node("helps people", "helps", "people")), 0))
    assert text == "helps people "


def test_letters_stand_where_their_kerned_advances_put_them() -> None:
    advances = (13.34 - 1.48, 13.34, 13.34)
    kerned = segment("AVA", advances=tuple(pt(each) for each in advances))
    text = TextNode("Text", SLIDE, (plain("AVA"),), (), lines=(Line(pt(100), (kerned,), 0),))
    found = find(letters(drawn(text), 0), "AVA")
    wanted = [50, 50 + advances[0], 50 + sum(advances[:2]), 50 + sum(advances)]
    assert [each.x for each in found] == pytest.approx(wanted, abs=0.05)
    assert {round(each.y, 1) for each in found} == {100.0}


def test_a_superscript_stands_over_the_baseline() -> None:
    line = Line(pt(100), (segment("1"), segment("st", 70, rise=6.0)), 0)
    text = TextNode("Text", SLIDE, (plain("1st"),), (), lines=(line,))
    assert round(find(letters(drawn(text), 0), "st")[0].y, 1) == 94.0


def test_a_link_over_several_segments_is_one_area_a_line_without_the_space_at_its_end() -> None:
    link = Link("https://example.org")
    first = (segment("see "), segment("our ", 150, link=link), segment("page ", 250, link=link))
    second = (segment("today", link=link), segment(".", 150))
    lines = (Line(pt(100), first, 0), Line(pt(124), second, 0))
    text = TextNode("Text", SLIDE, (plain("see our page today."),), (), lines=lines)
    document = Document(sample().deck, "title")
    document.begin_page(960, 540)
    found = draw_lines(Pen(document, PALETTE, 540), Fonts(FAMILY, read), text)
    assert [each.words for each in found] == ["our page", "today"]
    x, y, width, height = found[0].area
    space = Fonts(FAMILY, read).face().width(" ", 20)
    assert (x, x + width) == pytest.approx((150, 350 - space))
    assert y < 100 < y + height
