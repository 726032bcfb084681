"""Codes become letters as the font says, and what a font lacks is said."""

import pikepdf
import pytest

from deckbuild.check.pdf.fonts import UNMAPPED, Font
from tests.support.files import ROOT
from tests.unit.check.pdf.handmade import cmap, composite_font, simple_font

ARIMO = (ROOT / "assets/fonts/arimo/Arimo-Regular.ttf").read_bytes()


@pytest.fixture
def pdf() -> pikepdf.Pdf:
    """A file; its objects live as long as it does."""
    return pikepdf.new()


@pytest.mark.parametrize(
    "block",
    [
        "2 beginbfchar\n<41> <0061>\n<42> <0062>\nendbfchar",
        "1 beginbfrange\n<41> <42> <0061>\nendbfrange",
        "1 beginbfrange\n<41> <42> [<0061> <0062>]\nendbfrange",
        "1 beginbfchar <41><0061> endbfchar 1 beginbfchar <42><0062> endbfchar",
    ],
)
def test_a_simple_font_has_codes_of_one_byte(pdf: pikepdf.Pdf, block: str):
    font = Font(simple_font(pdf, cmap(block)))

    assert font.text(b"ABBA") == "abba"


def test_a_composite_font_has_codes_of_two_bytes(pdf: pikepdf.Pdf):
    font = Font(composite_font(pdf, cmap("1 beginbfchar\n<0141> <00660069>\nendbfchar")))

    assert font.text(b"\x01\x41\x01\x41") == "fifi"


def test_a_code_may_stand_for_a_letter_beyond_the_first_plane(pdf: pikepdf.Pdf):
    font = Font(simple_font(pdf, cmap("1 beginbfchar\n<41> <D83DDE00>\nendbfchar")))

    assert font.text(b"A") == "\N{GRINNING FACE}"


def test_a_code_without_a_letter_is_found_once_it_is_shown(pdf: pikepdf.Pdf):
    font = Font(composite_font(pdf, program=ARIMO))
    assert list(font.faults()) == []

    assert font.text(b"\x02\x00") == UNMAPPED

    assert list(font.faults()) == ["the font Wide gives no letter for 1 of its codes: 0200"]


def test_a_code_that_stands_for_no_character_is_found(pdf: pikepdf.Pdf):
    font = Font(simple_font(pdf, cmap("1 beginbfchar\n<41> <0000>\nendbfchar")))
    font.text(b"A")

    assert "the font Plain gives no letter for 1 of its codes: 0041" in font.faults()


def test_a_font_that_is_not_embedded_is_found(pdf: pikepdf.Pdf):
    assert list(Font(simple_font(pdf)).faults()) == ["the font Plain is not embedded"]


def test_a_glyph_that_the_embedded_font_does_not_have_is_found(pdf: pikepdf.Pdf):
    beyond = cmap("1 beginbfchar\n<FFF0> <0041>\nendbfchar")
    font = Font(composite_font(pdf, beyond, ARIMO))
    font.text(b"\xff\xf0")

    assert list(font.faults()) == ["the font Wide draws nothing for “A”"]


def test_a_space_needs_no_outline(pdf: pikepdf.Pdf):
    font = Font(composite_font(pdf, cmap("1 beginbfchar\n<0003> <0020>\nendbfchar"), ARIMO))
    font.text(b"\x00\x03")

    assert list(font.faults()) == []


def test_a_damaged_font_program_is_no_reason_to_stop(pdf: pikepdf.Pdf):
    font = Font(composite_font(pdf, program=ARIMO[:40]))
    font.text(b"\x00\x41")

    assert list(font.faults()) == []
