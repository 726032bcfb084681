"""What readers see: every word on its page, and lines that break where ours do."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from deckbuild.model.deck import DeckSlide
from deckbuild.model.scene import ChartNode
from tests.conformance.conftest import Printed
from tests.support.printed import compare, letters, pages, text_nodes, text_of

ROOT = Path(__file__).parents[2]
ORIGINAL = ROOT.parent / "shared" / "content" / "original-deck.md"
AGREEMENT = 0.98


def words(text: str) -> list[str]:
    """Return the words of a text, without marks and punctuation, in lower case."""
    return re.findall(r"[^\W_]+", text.lower().replace("’", "").replace("'", ""))


def shown(slide: DeckSlide, printed: Printed) -> list[str]:
    """Return the words that a slide must show: of its texts, its charts and its tables."""
    scene = next(each for each in printed.made.scenes if each.id == slide.id)
    texts = [paragraph.text for node in text_nodes(scene.nodes) for paragraph in node.paragraphs]
    charts = [name for node in scene.nodes if isinstance(node, ChartNode) for name in node.chart.categories]
    return words(" ".join((*texts, *charts)))


@pytest.mark.needs_poppler
@pytest.mark.needs_soffice
@pytest.mark.parametrize("drawn_by", ["soffice", "slides"])
def test_every_word_of_every_slide_stands_on_its_page(variant: Printed, drawn_by: str) -> None:
    printed = pages(variant.files[drawn_by])
    slides = variant.made.deck.slides
    assert len(printed) == len(slides)
    for slide, page in zip(slides, printed, strict=True):
        on_page = letters("".join(each.text for each in page)).lower().replace("’", "").replace("'", "")
        assert [word for word in shown(slide, variant) if word not in on_page] == [], slide.id


@pytest.mark.needs_poppler
def test_every_word_of_every_slide_stands_in_the_handout(variant: Printed) -> None:
    text = letters(text_of(variant.files["handout-3up"])).lower().replace("’", "").replace("'", "")
    for slide in variant.made.deck.slides:
        assert [word for word in shown(slide, variant) if word not in text] == [], slide.id


@pytest.mark.needs_poppler
@pytest.mark.needs_soffice
@pytest.mark.skipif(not ORIGINAL.exists(), reason=f"the original deck is not here: {ORIGINAL}")
@pytest.mark.parametrize("brand", ["worcestershire", "severn-vale"])
@pytest.mark.parametrize("drawn_by", ["soffice", "slides", "handout-3up"])
def test_every_word_of_the_original_deck_is_rendered_as_often_as_it_is_there(
    print_variant: object, brand: str, drawn_by: str
) -> None:
    printed: Printed = print_variant("pathways-to-harm", "multi-agency", brand)  # type: ignore[operator]
    text = text_of(printed.files[drawn_by])
    picture, rest = ORIGINAL.read_text(encoding="utf-8").split("**Pathways to harm", 1)
    assert "Alt" not in picture  # its first paragraph is the alternative text of a picture
    source = re.sub(r"</?sup>", "", "Pathways to harm" + rest).replace("co- existed", "co-existed")
    source = re.sub(r"\]\([^)]*\)", "]", source)
    there, wanted = words(joined(text)), words(joined(source))
    lost = {word for word in set(wanted) if there.count(word) < wanted.count(word)}
    assert lost == set()


def joined(text: str) -> str:
    """Return a text with words put together again that a raised ending or a line's hyphen parts."""
    return re.sub(r"(?<=\d)\s+(?=st\b)", "", re.sub(r"(?<=\w-)\n\s*(?=\w)", "", text))


@pytest.mark.needs_poppler
@pytest.mark.needs_soffice
def test_lines_break_as_in_libreoffice(
    variant: Printed, record_property: Callable[[str, object], None]
) -> None:
    lines = 0
    differ = []
    for scene, page in zip(variant.made.scenes, pages(variant.files["soffice"]), strict=True):
        for node, line, found in compare(scene, page):
            lines += 1
            if found != letters(line.text):
                differ.append(f"{scene.id} {node.name}: ours {line.text!r}, LibreOffice {found!r}")
    same = lines - len(differ)
    record_property("figure", f"{same} of {lines} lines break as in LibreOffice ({same / lines:.1%})")
    assert same / lines >= AGREEMENT, "\n".join(differ)


@pytest.mark.needs_poppler
def test_our_own_drawing_has_every_line_in_its_place(variant: Printed) -> None:
    for scene, page in zip(variant.made.scenes, pages(variant.files["slides"]), strict=True):
        for _, line, found in compare(scene, page):
            assert found == letters(line.text)
