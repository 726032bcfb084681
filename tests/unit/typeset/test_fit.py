"""Text that fits, fits smaller, or does not fit and says so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckbuild.layouts.roles import flowing, listing, style
from deckbuild.model.origin import Origin
from deckbuild.model.scene import TextNode
from deckbuild.model.text import Paragraph, Run, plain
from deckbuild.model.units import Box, pt
from deckbuild.typeset.engine import set_nodes
from deckbuild.typeset.fit import best_step
from tests.support.brands import ATKINSON, fonts

PLACE = Origin("decks/modules/a.yaml", ("slides", "one", "text"))
BOX = Box(pt(54), pt(130), pt(300), pt(100))
SIZES = tuple(flowing(size) for size in (24, 20, 18))


def node(text: str, *, box: Box = BOX, steps: tuple = SIZES, together: str = "") -> TextNode:
    return TextNode(
        "Body",
        box,
        (plain(text, origin=PLACE),),
        steps[0],
        smaller=steps[1:],
        together=together,
        origin=PLACE,
    )


def test_a_text_that_fits_keeps_the_first_size() -> None:
    assert best_step(node("Short"), fonts()).step == 0


def test_a_text_that_does_not_fit_takes_the_first_smaller_size_that_does() -> None:
    words = "safeguarding " * 8
    trial = best_step(node(words), fonts())
    assert (trial.step, trial.fits) == (1, True)


def test_a_text_that_fits_in_no_size_is_an_error_at_its_place_with_the_lines_too_many() -> None:
    found: list = []
    set_nodes((node("safeguarding " * 40),), fonts(), "a/one", found)
    (error,) = found
    assert (error.code, error.severity, error.origin) == ("DB301", "error", PLACE)
    # 40 words of 13 letters in 300 points: two a line at 18 on 21.5 points makes 20 lines; four have room.
    assert "16 lines too many at 18 points" in error.message
    assert error.hints == ("Shorten it by about 32 words, or split the slide in two.",)


def test_a_word_wider_than_its_box_is_an_error_that_names_it() -> None:
    found: list = []
    set_nodes(
        (node("Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch", box=Box(0, 0, pt(90), pt(400))),),
        fonts(),
        "a/one",
        found,
    )
    assert [each.code for each in found] == ["DB303"]
    assert "Llanfair" in found[0].message


def test_a_sign_that_the_font_does_not_have_is_an_error_at_its_paragraph() -> None:
    found: list = []
    set_nodes((node("⅔ of them"),), fonts(ATKINSON), "a/one", found)
    assert [(each.code, each.origin) for each in found] == [("DB302", PLACE)]
    assert "U+2154" in found[0].message


def test_nodes_that_belong_together_take_one_size() -> None:
    short, long = node("Short", together="cards"), node("safeguarding " * 8, together="cards")
    sizes = {each.styles[0].size for each in set_nodes((short, long), fonts(), "a/one", [])}
    assert sizes == {20}


def test_the_bullet_hangs_before_the_text_and_stands_on_its_first_line_only() -> None:
    (set_node,) = set_nodes((node("safeguarding " * 6, steps=(listing(24, 20),)),), fonts(), "a/one", [])
    markers = [line.marker for line in set_node.lines]
    assert len(markers) > 1
    assert markers[0] is not None
    assert (markers[0].text, markers[0].x) == ("•", pytest.approx(BOX.x))
    assert markers[1:] == [None] * (len(markers) - 1)
    assert {line.segments[0].x for line in set_node.lines} == {BOX.x + pt(20)}


def test_numbered_paragraphs_count_and_nested_ones_begin_anew() -> None:
    paragraphs = tuple(
        Paragraph((Run(text),), level, "number")
        for text, level in (("a", 0), ("b", 1), ("c", 1), ("d", 0), ("e", 1))
    )
    listed = TextNode("Body", BOX, paragraphs, flowing(18))
    (set_node,) = set_nodes((listed,), fonts(), "a/one", [])
    assert [line.marker.text for line in set_node.lines if line.marker] == ["1.", "1.", "2.", "2.", "1."]


def test_pitch_is_exact_and_space_before_counts_between_paragraphs_only() -> None:
    two = TextNode("Body", BOX, (plain("a"), plain("b")), flowing(20))
    (set_node,) = set_nodes((two,), fonts(), "a/one", [])
    first, second = (line.baseline for line in set_node.lines)
    assert first == pytest.approx(BOX.y + pt(20))
    assert second - first == pytest.approx(pt(24 + 10))


def test_a_superscript_is_smaller_and_raised_and_a_link_keeps_its_colour() -> None:
    runs = (Run("1"), Run("st", baseline="super"), Run(" April"))
    (set_node,) = set_nodes((TextNode("Body", BOX, (Paragraph(runs),), (style(20),)),), fonts(), "a/one", [])
    one, raised, rest = set_node.lines[0].segments
    assert raised.size < one.size
    assert raised.rise > 0
    assert rest.x == pytest.approx(raised.x + raised.width)


@given(
    st.lists(
        st.sampled_from(["a", "safeguarding", "board", "of", "well-known", "to/from", "review"]),
        min_size=1,
        max_size=60,
    )
)
def test_no_line_is_wider_than_its_box_and_every_letter_stands_on_one(words: list[str]) -> None:
    text = " ".join(words)
    (set_node,) = set_nodes((node(text, box=Box(0, 0, pt(260), pt(4000))),), fonts(), "a/one", [])
    assert all(sum(each.width for each in line.segments) <= pt(260) for line in set_node.lines)
    assert "".join(line.text for line in set_node.lines).replace(" ", "") == text.replace(" ", "")
