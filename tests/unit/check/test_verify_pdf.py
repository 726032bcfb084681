"""A written PDF compared with its session: each difference that pikepdf can tell is found."""

from pathlib import Path

import pikepdf
import pytest

from deckbuild.check.verify_pdf import verify_pdf
from tests.support.builds import Built
from tests.support.seeds import Seeds

DIFFERENCES = Seeds[pikepdf.Pdf]()
"""What somebody could change in a written file, each with the code that finds it."""


def links(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    return [each for page in pdf.pages for each in page.get("/Annots", []) if each.Subtype == "/Link"]


@DIFFERENCES.found_by("DB408")
def a_page_less(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[-1]


@DIFFERENCES.found_by("DB408")
def another_bookmark(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        outline.root[0].children[0].title = "Another"


@DIFFERENCES.found_by("DB408")
def no_bookmarks(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Outlines


@DIFFERENCES.found_by("DB410")
def another_title(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Title"] = "Another"


@DIFFERENCES.found_by("DB410")
def another_language(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Lang = "cy"


@DIFFERENCES.found_by("DB407")
def a_link_to_another_page(pdf: pikepdf.Pdf) -> None:
    next(each for each in links(pdf) if "/A" in each).A.URI = "https://x.org/"


@DIFFERENCES.found_by("DB407")
def a_jump_to_another_slide(pdf: pikepdf.Pdf) -> None:
    jump = next(each for each in links(pdf) if "/Dest" in each)
    jump.Dest = pikepdf.Array([pdf.pages[0].obj, pikepdf.Name.XYZ, 0, 0, 0])


@DIFFERENCES.found_by("DB407")
def no_links(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        if "/Annots" in page:
            del page.Annots


@pytest.mark.parametrize("kind", ["handout-3up", "slides"])
def test_a_pdf_as_it_was_written_has_no_difference(small_deck: Built, kind: str):
    assert verify_pdf(small_deck.pdf(kind), small_deck.deck, small_deck.scenes, kind) == []


@pytest.mark.parametrize("kind", ["handout-3up", "slides"])
@pytest.mark.parametrize("name", DIFFERENCES)
def test_a_difference_is_found(small_deck: Built, tmp_path: Path, kind: str, name: str):
    code, make = DIFFERENCES[name]
    edited = tmp_path / "edited.pdf"
    with pikepdf.open(small_deck.pdf(kind)) as pdf:
        make(pdf)
        pdf.save(edited)

    found = verify_pdf(edited, small_deck.deck, small_deck.scenes, kind)

    assert code in {each.code for each in found}


def test_a_file_that_is_no_pdf_is_found(small_deck: Built, tmp_path: Path):
    path = tmp_path / "bad.pdf"
    path.write_bytes(b"not a PDF")

    assert [each.code for each in verify_pdf(path, small_deck.deck, small_deck.scenes, "slides")] == ["DB401"]
