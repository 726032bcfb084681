"""Faces are opened late, write letters as glyphs, and what a document embeds of them can be read back."""

import re
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

import pikepdf
import pytest
import uharfbuzz as hb

from deckbuild.model.brand import FontFamily
from deckbuild.render.pdf.embedding import to_unicode
from deckbuild.render.pdf.fonts import Face, Fonts
from tests.unit.render_pdf.drawing import lines_node, page_pdf
from tests.unit.render_pdf.sample import read
from tests.unit.render_pdf.tagged import tree

FOLDER = "assets/fonts/arimo"
FAMILY = FontFamily(
    "Arial",
    f"{FOLDER}/Arimo-Regular.ttf",
    f"{FOLDER}/Arimo-Bold.ttf",
    f"{FOLDER}/Arimo-Italic.ttf",
    f"{FOLDER}/Arimo-BoldItalic.ttf",
)
ATKINSON = "assets/fonts/atkinson-hyperlegible/AtkinsonHyperlegible-Regular.ttf"


def regular(file: str = FAMILY.regular) -> Face:
    return Face((False, False), read(file))


def test_a_face_is_read_once_and_only_when_it_is_asked_for() -> None:
    files = []

    def reading(file: str) -> bytes:
        files.append(file)
        return read(file)

    fonts = Fonts(FAMILY, reading)
    assert files == []
    assert fonts.face(bold=True) is fonts.face(bold=True)
    assert files == [FAMILY.bold]


def test_the_width_of_a_text_is_that_of_its_letters() -> None:
    face = regular()
    assert round(face.width("A", 1000)) == 667
    assert round(face.width("AA", 1000)) == 1334


def test_letters_are_written_as_the_numbers_of_their_glyphs() -> None:
    face = regular()
    numbers = [hb.Font(hb.Face(read(FAMILY.regular))).get_nominal_glyph(ord(letter)) for letter in "AV"]
    assert face.show("AV") == f"[<{numbers[0]:04X}{numbers[1]:04X}>]"


def test_kerning_moves_the_pen_only_where_it_differs_from_the_font() -> None:
    face = regular()
    a, v = face.show("A")[2:6], face.show("V")[2:6]
    assert face.show("AVA", [667 - 74, 667, 667]) == f"[<{a}>74<{v}{a}>]"
    assert face.show("AVA", [667, 667, 667]) == f"[<{a}{v}{a}>]"
    assert face.show("AVA", [6670, 6670, 6670], 0.1) == f"[<{a}{v}{a}>]"


def test_small_differences_add_up_to_one_move() -> None:
    moves = re.findall(r">(-?\d+)<", regular().show("A" * 9, [666.0] * 9))
    assert moves == ["3", "3", "3"]


def test_letters_beyond_the_advances_are_shown_too() -> None:
    face = regular()
    assert face.show("AVA", [667]) == face.show("AVA")


@pytest.mark.parametrize(("letter", "shown"), [("一", "?"), ("\u2011", "-"), ("\u202f", " "), ("\t", " ")])
def test_a_letter_without_a_glyph_is_shown_as_another(letter: str, shown: str) -> None:
    face = regular(ATKINSON)
    assert face.font.get_nominal_glyph(ord(letter)) is None
    assert face.show(letter) == face.show(shown)
    assert list(face.glyphs(letter).values()) == [shown]


@pytest.mark.parametrize("letter", ["\u200b", "\ufeff"])
def test_a_letter_that_nobody_sees_is_left_out(letter: str) -> None:
    face = regular(ATKINSON)
    assert face.font.get_nominal_glyph(ord(letter)) is None
    assert face.show(f"a{letter}b") == face.show("ab")
    assert face.glyphs(letter) == {}


def test_a_glyph_of_two_letters_stands_for_the_first() -> None:
    face = regular()
    space = face.font.get_nominal_glyph(ord("-"))
    assert space == face.font.get_nominal_glyph(0xAD)
    assert face.glyphs("\u00ad-")[space] == "-"


def test_a_unicode_map_has_no_block_over_100_entries() -> None:
    cmap = to_unicode({code: chr(0x20 + code) for code in range(1, 251)})
    blocks = re.findall(r"(\d+) beginbfchar\n(.*?)endbfchar", cmap, re.DOTALL)
    assert [int(count) for count, _ in blocks] == [100, 100, 50]
    assert [len(body.splitlines()) for _, body in blocks] == [100, 100, 50]


def test_a_letter_outside_the_basic_plane_is_two_units_of_utf_16() -> None:
    assert "<0001> <D83DDE00>" in to_unicode({1: "\U0001f600"})


@contextmanager
def opened(text: str) -> Iterator[dict[str, pikepdf.Object]]:
    """Yield the fonts of a page with a text, by their resource names."""
    with pikepdf.open(BytesIO(page_pdf(("P", lines_node(text, text))))) as pdf:
        yield dict(pdf.pages[0].Resources.Font.items())


@contextmanager
def descendant(text: str) -> Iterator[pikepdf.Object]:
    """Yield what describes the glyphs of the font of a page with a text."""
    with opened(text) as fonts:
        yield fonts["/F00"].DescendantFonts[0]


def test_one_composite_font_is_embedded_for_each_face_that_is_used() -> None:
    with opened("Æon ŵ") as fonts:
        assert list(fonts) == ["/F00"]
        font = fonts["/F00"]
        assert (font.Subtype, font.Encoding) == ("/Type0", "/Identity-H")
        [below] = font.DescendantFonts
        assert (below.Subtype, below.CIDToGIDMap) == ("/CIDFontType2", "/Identity")
        assert re.fullmatch(r"/[A-Z]{6}\+Arimo-Regular", str(font.BaseFont))
        assert below.FontDescriptor.FontName == font.BaseFont == below.BaseFont


def test_a_subset_holds_the_common_letters_and_of_others_those_that_are_shown() -> None:
    with descendant("Aŵ") as font:
        subset = hb.Font(hb.Face(font.FontDescriptor.FontFile2.read_bytes()))
    whole = regular().font
    for letter, kept in (("A", True), ("é", True), ("ŵ", True), ("ŷ", False), ("Ą", False)):
        glyph = whole.get_nominal_glyph(ord(letter))
        assert (subset.get_glyph_extents(glyph) == whole.get_glyph_extents(glyph)) is kept


def test_documents_in_common_letters_embed_the_same_font() -> None:
    def program(text: str) -> bytes:
        with descendant(text) as font:
            return bytes(font.FontDescriptor.FontFile2.read_raw_bytes())

    assert program("AV") == program("Ysgol – “Häus” £5")
    assert program("AV") != program("Ŵy")


def test_widths_in_the_file_are_those_of_the_glyphs() -> None:
    face = regular()
    with descendant("ŵ") as font:
        widths = dict(zip(map(int, font.W[::2]), font.W[1::2], strict=True))
        found = {glyph: float(width[0]) for glyph, width in widths.items()}
    for letter in "AV ŵé–":
        assert found[face.font.get_nominal_glyph(ord(letter))] == round(face.width(letter, 1000))
    assert face.font.get_nominal_glyph(ord("ŷ")) not in found


@pytest.mark.parametrize(
    ("text", "said"), [("\u2215", "\u2215"), ("\u2044", "\u2044"), ("\u2044\u2215", "\u2044")]
)
def test_a_glyph_of_two_letters_is_copied_as_the_one_that_is_shown(text: str, said: str) -> None:
    assert set(tree(page_pdf(("P", lines_node(text, text)))).text.strip()) == {said}


def test_what_a_page_holds_does_not_depend_on_what_is_embedded() -> None:
    def body(*texts: str) -> bytes:
        with pikepdf.open(BytesIO(page_pdf(*(("P", lines_node(text, text)) for text in texts)))) as pdf:
            return bytes(pdf.pages[0].Contents[0].read_bytes())

    assert body("AV", "xyz").startswith(body("AV"))


def test_letters_that_no_font_has_do_not_stop_a_document() -> None:
    assert tree(page_pdf(("P", lines_node("a一b", "a一b")))).text == "a?b "


def test_an_embedded_font_says_how_it_looks() -> None:
    head = regular().file.reference_table("head").data
    upem, *box = struct.unpack_from(">18xH16x4h", head)
    with descendant("A") as font:
        says = font.FontDescriptor
        assert [int(each) for each in says.FontBBox] == [round(each * 1000 / upem) for each in box]
        assert (int(says.ItalicAngle), int(says.Flags)) == (0, 32)
        assert int(says.Ascent) > int(says.CapHeight) > 0 > int(says.Descent)
