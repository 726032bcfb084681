"""Faces are opened late, and what they show can be read back."""

import re

from deckbuild.model.brand import FontFamily
from deckbuild.render.pdf.document import Document
from deckbuild.render.pdf.fonts import Fonts, to_unicode
from tests.unit.render_pdf.sample import read, sample

FOLDER = "assets/fonts/arimo"
FAMILY = FontFamily(
    "Arial",
    f"{FOLDER}/Arimo-Regular.ttf",
    f"{FOLDER}/Arimo-Bold.ttf",
    f"{FOLDER}/Arimo-Italic.ttf",
    f"{FOLDER}/Arimo-BoldItalic.ttf",
)


def test_a_face_is_read_once_and_only_when_it_is_asked_for() -> None:
    files = []

    def opened(file: str) -> bytes:
        files.append(file)
        return read(file)

    fonts = Fonts(FAMILY, opened)
    assert files == []
    assert fonts.face(bold=True) is fonts.face(bold=True)
    assert files == [FAMILY.bold]


def test_the_width_of_a_text_is_that_of_its_letters() -> None:
    face = Fonts(FAMILY, read).face()
    assert round(face.width("A", 1000)) == 667
    assert round(face.width("AA", 1000)) == 1334


def test_kerning_moves_the_pen_only_where_it_differs_from_the_font() -> None:
    face = Fonts(FAMILY, read).face()
    file = Document(sample().deck, "title").file
    [(_, plain)] = face.show("AVA", file)
    [(_, kerned)] = face.show("AVA", file, [0.667 - 0.074, 0.667, 0.667])
    assert plain == "[<010201>]"
    assert kerned == "[<01>74.0<0201>]"


def test_letters_beyond_one_subset_go_into_a_second() -> None:
    face = Fonts(FAMILY, read).face()
    file = Document(sample().deck, "title").file
    many = "".join(chr(code) for code in [*range(0x21, 0x7F), *range(0xA1, 0x17F), *range(0x391, 0x3A2)])
    shown = list(face.show(many, file))
    assert len(shown) > 1
    assert len({font for font, _ in shown}) == 2


def test_a_unicode_map_has_no_empty_code_and_no_block_over_100_entries() -> None:
    codes = [0, *range(0x20, 0x20 + 250)]
    cmap = to_unicode("AAAAAA+Face", codes)
    assert "<0000>" not in cmap
    blocks = re.findall(r"(\d+) beginbfchar\n(.*?)endbfchar", cmap, re.DOTALL)
    assert [int(count) for count, _ in blocks] == [100, 100, 50]
    assert [len(body.splitlines()) for _, body in blocks] == [100, 100, 50]


def test_a_letter_outside_the_basic_plane_is_two_units_of_utf_16() -> None:
    assert "<01> <D83DDE00>" in to_unicode("AAAAAA+Face", [0, 0x1F600])
