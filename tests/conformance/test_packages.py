"""What outside judges say of the files."""

from __future__ import annotations

import subprocess

import pikepdf
import pptx
import pytest
from openxml_audit import validate_pptx

from tests.conformance.conftest import Printed


def test_openxml_audit_finds_nothing(variant: Printed) -> None:
    result = validate_pptx(str(variant.files["pptx"]))
    assert [str(each) for each in result.errors] == []
    assert result.is_valid


@pytest.mark.needs_qpdf
@pytest.mark.parametrize("kind", ["slides", "handout-3up"])
def test_qpdf_finds_nothing(variant: Printed, kind: str) -> None:
    done = subprocess.run(
        ["qpdf", "--check", str(variant.files[kind])], capture_output=True, text=True, check=False
    )
    assert (done.returncode, "WARNING" in done.stdout + done.stderr) == (0, False), done.stdout + done.stderr


def test_every_slide_has_a_title_of_its_own_and_notes(variant: Printed) -> None:
    slides = list(pptx.Presentation(str(variant.files["pptx"])).slides)
    titles = [slide.shapes.title.text_frame.text for slide in slides if slide.shapes.title is not None]
    assert len(titles) == len(slides) == len(set(titles))
    assert all(slide.notes_slide.notes_text_frame.text.strip() for slide in slides)


@pytest.mark.parametrize("kind", ["slides", "handout-3up"])
def test_fonts_are_embedded_and_pages_named(variant: Printed, kind: str) -> None:
    with pikepdf.open(variant.files[kind]) as document:
        assert document.Root.Lang == "en-GB"
        assert document.Root.ViewerPreferences.DisplayDocTitle
        fonts = {
            str(font.BaseFont): font.DescendantFonts[0].FontDescriptor
            for page in document.pages
            for font in page.resources.get("/Font", {}).values()
        }
        assert all("/FontFile2" in each for each in fonts.values())
