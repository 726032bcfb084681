"""The contact sheet puts LibreOffice's drawing of a deck beside ours."""

import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from pptx import Presentation

from deckbuild.model.paged import Element, Page
from deckbuild.model.units import SLIDE
from tests.unit.render_pdf.drawing import drawn, paged
from tests.unit.render_pdf.sample import ROOT

SCRIPTS = ROOT / "scripts"
sys.path.insert(0, str(SCRIPTS))

from soffice import SofficeError, to_pdf  # noqa: E402 - found by the line before


def deck(folder: Path, slides: int) -> Path:
    """Return a deck of empty slides, 16:9."""
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = 12192000, 6858000
    for _ in range(slides):
        presentation.slides.add_slide(presentation.slide_layouts[6])
    presentation.save(str(folder / "deck.pptx"))
    return folder / "deck.pptx"


def ours(folder: Path, pages: int) -> Path:
    """Return a PDF of empty pages, 16:9."""
    empty = paged([Page(SLIDE, ())] * pages, Element(0, "Document"))
    (folder / "ours.pdf").write_bytes(drawn(empty))
    return folder / "ours.pdf"


def contact_sheet(*arguments: Path | str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(SCRIPTS / "contact_sheet.py"), *(str(each) for each in arguments)]
    return subprocess.run(command, capture_output=True, text=True)


@pytest.mark.needs_soffice
@pytest.mark.slow
def test_sheets_show_both_drawings_of_each_slide(tmp_path: Path) -> None:
    done = contact_sheet(
        deck(tmp_path, 3), ours(tmp_path, 3), tmp_path / "sheets", "--slides-a-sheet", "2", "--width", "160"
    )
    assert done.returncode == 0, done.stderr
    files = sorted(path.name for path in (tmp_path / "sheets").glob("*.png"))
    assert files == ["sheets-01-02.png", "sheets-03-03.png"]
    with Image.open(tmp_path / "sheets" / files[0]) as sheet:
        assert sheet.width > 320
        assert sheet.height > 180
    assert "slide 1 differs by 0.00 %" in done.stdout


@pytest.mark.needs_soffice
@pytest.mark.slow
def test_a_page_too_many_is_told(tmp_path: Path) -> None:
    done = contact_sheet(deck(tmp_path, 1), ours(tmp_path, 2), tmp_path / "sheets")
    assert done.returncode == 1
    assert "1 slides, LibreOffice makes 1 pages of it, and we 2" in done.stdout


@pytest.mark.needs_soffice
def test_libreoffice_sees_the_projects_fonts(tmp_path: Path) -> None:
    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[6])
    run = slide.shapes.add_textbox(0, 0, 5000000, 900000).text_frame.paragraphs[0].add_run()
    run.text, run.font.name = "Letters", "Atkinson Hyperlegible"
    presentation.save(str(tmp_path / "deck.pptx"))
    page = pypdfium2.PdfDocument(to_pdf(tmp_path / "deck.pptx", tmp_path))[0]
    [text] = [each for each in page.get_objects() if isinstance(each, pypdfium2.PdfTextObj)]
    assert "Atkinson" in text.get_font().get_base_name()


@pytest.mark.needs_soffice
def test_what_libreoffice_cannot_open_is_told(tmp_path: Path) -> None:
    with pytest.raises(SofficeError, match=r"no PDF of missing\.pptx"):
        to_pdf(tmp_path / "missing.pptx", tmp_path)


def test_a_machine_without_libreoffice_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SofficeError, match="LibreOffice is not installed"):
        to_pdf(tmp_path / "deck.pptx", tmp_path)
