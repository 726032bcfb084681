"""What others make of our packages: openxml-audit, our own lint, python-pptx, LibreOffice."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from openxml_audit import OpenXmlValidator

from deckbuild.check.package import check_package
from deckbuild.link import package
from deckbuild.model.parts import Spliced
from deckbuild.model.scene import Scene
from deckbuild.model.template import Template
from deckbuild.model.text import plain
from deckbuild.render.pptx import DeckText, compile_slide, compile_template
from tests.support import brands
from tests.unit.render_pptx import looking, samples

if TYPE_CHECKING:
    from pathlib import Path

    from pptx.slide import Slide

SCENES = samples.scenes()
DECK = samples.build(*SCENES)
SLIDES = {each.id: slide for each, slide in zip(SCENES, looking.opened(DECK).slides, strict=True)}


def audited(path: Path, content: bytes) -> list[str]:
    """Return what openxml-audit finds wrong with a package."""
    path.write_bytes(content)
    return [str(each) for each in OpenXmlValidator().validate(path).errors]


def empty_slides(template: Template) -> bytes:
    """Return a deck with a slide of nothing but its title on each layout of a template."""
    scenes = tuple(
        Scene(f"layouts/{each.id}", each.id, each.name, (), (plain("Notes"),), "en-GB")
        for each in template.layouts.values()
    )
    deck = samples.deck(*scenes)
    text = DeckText(deck.date, {})
    parts = [compile_slide(each, template, text) for each in scenes]
    return package(deck, compile_template(template), parts)


def test_openxml_audit_finds_nothing(tmp_path: Path):
    assert audited(tmp_path / "deck.pptx", DECK) == []


def test_openxml_audit_finds_a_wrong_order_of_elements(tmp_path: Path):
    deck = samples.deck(*SCENES)
    parts = [compile_slide(each, samples.TEMPLATE, samples.deck_text(deck)) for each in SCENES]
    sound = parts[2].slide.member(looking.WORDS).content
    broken = sound.replace(b"<a:bodyPr/><a:lstStyle/>", b"<a:lstStyle/><a:bodyPr/>", 1)
    parts[2] = replace(parts[2], slide=Spliced.deflate(broken.decode()))
    found = audited(tmp_path / "deck.pptx", package(deck, compile_template(samples.TEMPLATE), parts))
    assert broken != sound
    assert found


@pytest.mark.parametrize("motif", ["bar", "band"])
def test_openxml_audit_finds_nothing_in_the_built_in_layouts(tmp_path: Path, motif: str):
    template = brands.template(section_ground="deep" if motif == "band" else "tint", motif=motif)
    assert audited(tmp_path / "deck.pptx", empty_slides(template)) == []


def test_our_own_lint_finds_nothing(tmp_path: Path):
    path = tmp_path / "deck.pptx"
    path.write_bytes(DECK)
    assert check_package(path) == []


def words(slide: Slide, name: str) -> list[str]:
    """Return the paragraphs of a shape as python-pptx reads them."""
    (shape,) = (each for each in slide.shapes if each.name == name)
    return [each.text for each in shape.text_frame.paragraphs]


def test_python_pptx_sees_the_layouts_and_titles():
    assert [slide.slide_layout.name for slide in SLIDES.values()] == [
        samples.TEMPLATE.layouts[each.layout].name for each in SCENES
    ]
    assert [slide.shapes.title.text for slide in SLIDES.values()] == [each.title for each in SCENES]


def test_python_pptx_sees_placeholders_at_their_layouts_places():
    body = SLIDES["text/rich"].placeholders[1]
    box = samples.BODY_BOX
    assert (body.left, body.top, body.width, body.height) == (box.x, box.y, box.w, box.h)
    moved = SLIDES["text/moved"].placeholders[1]
    assert (moved.left, moved.top) == (samples.LEFT, samples.pt(160))


def test_python_pptx_sees_every_word_in_order():
    assert words(SLIDES["text/rich"], "Body") == [each.text.replace("\n", "\v") for each in samples.RICH]


def test_python_pptx_sees_links():
    runs = [run for each in SLIDES["text/rich"].placeholders[1].text_frame.paragraphs for run in each.runs]
    found = {run.text: run.hyperlink.address for run in runs if run.hyperlink.address}
    assert found[" on the web"] == "https://example.org/a?b=1&c=2"
    assert found["In the accent"] == "mailto:a@example.org"


def test_python_pptx_sees_the_slide_that_a_jump_leads_to():
    slide = SLIDES["text/rich"]
    (link,) = slide._element.xpath("//a:hlinkClick[@action]/@r:id")
    assert slide.part.related_part(link) is SLIDES["numbers/bars"].part


def test_python_pptx_sees_the_numbers_of_charts():
    (frame,) = (each for each in SLIDES["numbers/columns"].shapes if each.has_chart)
    plot = frame.chart.plots[0]
    assert tuple(plot.categories) == samples.PROBLEMS
    assert [(each.name, each.values) for each in plot.series] == [
        (each.name, each.values) for each in samples.TWO_SERIES
    ]
    (bars,) = (each for each in SLIDES["numbers/bars"].shapes if each.has_chart)
    assert bars.chart.plots[0].series[0].values == (54.0, 53.0, None)
    assert frame.is_placeholder


def test_python_pptx_sees_the_table():
    (frame,) = (each for each in SLIDES["numbers/table"].shapes if each.has_table)
    assert frame.table.first_row
    rows = [[cell.text for cell in row.cells] for row in frame.table.rows]
    assert rows == [["Kind", "Children"], ["Neglect", "22,010"], ["Other", "1"]]


def test_python_pptx_sees_the_notes():
    for slide in SLIDES.values():
        frame = slide.notes_slide.notes_text_frame
        assert [each.text for each in frame.paragraphs] == [each.text for each in samples.NOTES]


def test_python_pptx_sees_the_picture_that_two_slides_share():
    first, second = (
        next(each for each in SLIDES[name].shapes if each.name == "Picture")
        for name in ("start/cover", "shapes/again")
    )
    assert first.image.blob == second.image.blob == samples.picture().data
    assert first.image.filename == second.image.filename
    assert (first.crop_left, first.crop_right) == (0.25, 0.25)


@pytest.mark.slow
@pytest.mark.needs_soffice
@pytest.mark.needs_poppler
def test_libreoffice_shows_every_slide_with_its_words(tmp_path: Path):
    (tmp_path / "deck.pptx").write_bytes(DECK)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path]
    subprocess.run([*command, tmp_path / "deck.pptx"], check=True, capture_output=True, timeout=180)
    shown = subprocess.run(
        ["pdftotext", "-layout", tmp_path / "deck.pdf", "-"], check=True, capture_output=True, text=True
    ).stdout
    pages = shown.split("\f")[:-1]
    assert len(pages) == len(SCENES)
    for page, scene in zip(pages, SCENES, strict=True):
        assert scene.title in page
    assert "54%" in pages[4]
    assert "22,010" in pages[9]
