"""A written PDF compared with its pages: each thing that somebody could change in it is found."""

from pathlib import Path

import pikepdf
import pytest

from deckbuild.check.verify_pdf import verify_pdf
from deckbuild.diagnostics import Diagnostic
from deckbuild.render.pdf import render
from tests.support.paged import Made, made
from tests.support.pdf_defects import DEFECTS

FOUND_AS = {
    "DB404": (
        "real text marked as artifact",
        "identifiers of two paragraphs swapped",
        "run without its language",
        "words joined at the ends of lines",
        "wrong map to unicode",
        "ragged table",
        "logical order swapped",
    ),
    "DB407": ("link that leads elsewhere", "link outside the tags"),
    "DB408": ("bookmark that leads nowhere", "page labels missing", "a page less"),
    "DB410": ("no language", "language that is no code", "no title"),
    "DB411": (
        "figure without alternative text",
        "alternative text empty",
        "alternative text that is a file name",
    ),
    "DB412": (
        "no tree of tags",
        "unknown role",
        "heading level skipped",
        "first heading is of level two",
        "headings tagged as paragraphs",
        "list without entries",
        "table without headers",
        "headers without scope",
        "table split in two",
        "field tagged as paragraph",
    ),
    "DB413": ("field without a label", "field with another value"),
    "DB440": (
        "text outside the tags",
        "drawing outside the tags",
        "marked content not ended",
        "one identifier for two contents",
    ),
    "DB441": ("no parent tree", "wrong parent tree", "note without an id"),
    "DB442": ("font not embedded", "no map to unicode", "glyphs missing from the font"),
    "DB443": (
        "title not shown",
        "not said to be tagged",
        "not said to be pdfua",
        "not said to be pdfa",
        "no output intent",
    ),
    "DB444": (
        "link without words for it",
        "link that says other words",
        "pages without tab order",
        "fields tabbed in another order",
        "field without an appearance",
        "field that shows another value",
        "field that is not printed",
    ),
}
"""Code → the defects that it is found as."""


@pytest.fixture(scope="module")
def good() -> Made:
    """A document with an element and a mark of every kind."""
    return made()


@pytest.fixture(scope="module")
def written(good: Made, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its file."""
    path = tmp_path_factory.mktemp("good") / "good.pdf"
    path.write_bytes(render(good.paged, good.scenes, good.template, good.fonts))
    return path


@pytest.mark.parametrize("changes", [{}, {"greyscale": True}, {"language": "cy"}])
def test_a_pdf_as_it_was_written_has_no_difference(tmp_path: Path, changes: dict[str, object]):
    document = made(**changes)
    path = tmp_path / "good.pdf"
    path.write_bytes(render(document.paged, document.scenes, document.template, document.fonts))

    assert verify_pdf(path, document.paged, document.scenes, name="good.pdf") == []


def test_every_defect_has_its_code():
    assert sorted(name for names in FOUND_AS.values() for name in names) == sorted(DEFECTS)


@pytest.mark.parametrize(
    ("code", "name"), [(code, name) for code, names in FOUND_AS.items() for name in names]
)
def test_a_defect_is_found(good: Made, written: Path, tmp_path: Path, code: str, name: str):
    changed = tmp_path / "changed.pdf"
    with pikepdf.open(written) as pdf:
        DEFECTS[name](pdf)
        pdf.save(changed)

    assert code in {each.code for each in verify_pdf(changed, good.paged, good.scenes, name="changed.pdf")}


def test_a_finding_names_file_page_element_and_words(good: Made, written: Path, tmp_path: Path):
    changed = tmp_path / "changed.pdf"
    with pikepdf.open(written) as pdf:
        DEFECTS["real text marked as artifact"](pdf)
        pdf.save(changed)

    (first, *_) = verify_pdf(changed, good.paged, good.scenes, name="guide.pdf")

    assert first.origin.document == "guide.pdf"
    assert first.message.startswith("page 1: Document P: the text should be “Read” and is “the guidance on")


def test_a_letter_that_is_drawn_as_another_is_found(tmp_path: Path):
    document = made("severn-vale")  # its font has no ŷ
    path = tmp_path / "field.pdf"
    path.write_bytes(render(document.paged, document.scenes, document.template, document.fonts))

    assert [each.message for each in verify_pdf(path, document.paged, document.scenes, name="f")] == [
        "page 3: the field agency shows “The school – Ll?n” and holds “The school – Llŷn”"
    ]


def opened(path: Path, good: Made) -> list[Diagnostic]:
    return verify_pdf(path, good.paged, good.scenes, name="bad.pdf")


def test_a_file_that_is_no_pdf_is_found(good: Made, tmp_path: Path):
    path = tmp_path / "bad.pdf"
    path.write_bytes(b"not a PDF")

    assert [each.code for each in opened(path, good)] == ["DB401"]


def test_a_file_whose_objects_are_not_what_the_standard_says_is_found(
    good: Made, written: Path, tmp_path: Path
):
    path = tmp_path / "bad.pdf"
    with pikepdf.open(written) as pdf:
        pdf.Root.StructTreeRoot.K = pikepdf.String("Document")
        pdf.save(path)

    assert [each.code for each in opened(path, good)] == ["DB401"]
