"""The kind `slides`: what a reader and a judge find in the whole file."""

import subprocess
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from deckbuild.model.scene import GroupNode, Line, Node, TableNode, TextNode
from deckbuild.render.pdf import render
from tests.unit.render_pdf.looking import bookmarks, find_all, letters, links
from tests.unit.render_pdf.sample import ADDRESS, Sample, sample

BRANDS = ("worcestershire", "severn-vale")


@pytest.fixture(params=BRANDS, scope="module")
def case(request: pytest.FixtureRequest) -> tuple[Sample, bytes]:
    chosen = sample(request.param)
    return chosen, render("slides", chosen.deck, chosen.scenes, chosen.template, chosen.fonts)


def lines_of(nodes: tuple[Node, ...]) -> list[Line]:
    """Return the lines of text nodes, those of groups and tables too."""
    found: list[Line] = []
    for node in nodes:
        match node:
            case TextNode():
                found.extend(node.lines)
            case GroupNode():
                found.extend(lines_of(node.children))
            case TableNode():
                found.extend(line for row in node.cells for line in lines_of(row))
    return found


def test_there_is_one_page_for_each_slide_at_its_size(case: tuple[Sample, bytes]) -> None:
    chosen, data = case
    with pikepdf.open(BytesIO(data)) as pdf:
        assert len(pdf.pages) == len(chosen.scenes)
        assert {tuple(float(edge) for edge in page.MediaBox) for page in pdf.pages} == {(0, 0, 960, 540)}


def test_every_line_begins_and_ends_where_it_was_measured_to(case: tuple[Sample, bytes]) -> None:
    chosen, data = case
    for number, scene in enumerate(chosen.scenes):
        page = letters(data, number)
        for line in lines_of(scene.nodes):
            words = line.text.removesuffix(
                "-"
            )  # readers take a hyphen at a line's end for one that breaks a word
            first, last = line.segments[0], line.segments[-1]
            x, y, right = first.x / 12700, line.baseline / 12700 - first.rise, (last.x + last.width) / 12700
            here = [each for each in find_all(page, words) if abs(each[0].x - x) + abs(each[0].y - y) < 0.02]
            assert len(here) == 1, line.text
            if words == line.text:
                assert here[0][-1].x == pytest.approx(right, abs=0.15), line.text


def test_bookmarks_are_parts_and_slides(case: tuple[Sample, bytes]) -> None:
    chosen, data = case
    wanted = [(part.title, [slide.title.text for slide in part.slides]) for part in chosen.deck.parts]
    assert bookmarks(data) == wanted


def test_links_lead_to_addresses_and_to_slides(case: tuple[Sample, bytes]) -> None:
    chosen, data = case
    ids = [scene.id for scene in chosen.scenes]
    found = links(data, ids.index("sample/links"))
    assert [(each.leads_to, each.words) for each in found] == [
        (ADDRESS, "Keeping children safe"),
        (ids.index("sample/cards"), "Back to the cards"),
    ]


def test_the_catalogue_says_title_language_and_writer(case: tuple[Sample, bytes]) -> None:
    chosen, data = case
    with pikepdf.open(BytesIO(data)) as pdf:
        deck, info = chosen.deck, pdf.docinfo
        assert info["/Title"] == f"{deck.title} – {deck.agency} – slides"
        assert (info["/Author"], info["/Subject"]) == (deck.owner, deck.subject)
        assert (info["/Creator"], info["/Producer"]) == ("deckbuild", "deckbuild")
        assert (info["/CreationDate"], info["/ModDate"]) == ("D:20261123000000Z",) * 2
        assert pdf.Root.Lang == "en-GB"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert pdf.Root.PageLabels.Nums[1].S == "/D"
        assert "/MarkInfo" not in pdf.Root
        assert "/Metadata" not in pdf.Root


def test_every_font_is_an_embedded_subset_of_the_brands(case: tuple[Sample, bytes]) -> None:
    _, data = case
    with pikepdf.open(BytesIO(data)) as pdf:
        fonts = [
            each
            for each in pdf.objects
            if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/Font"
        ]
        assert fonts
        for font in fonts:
            assert "/FontFile2" in font.FontDescriptor
            assert b"<0000>" not in font.ToUnicode.read_bytes()
            assert str(font.BaseFont)[7] == "+"


def test_no_path_of_this_machine_is_in_the_file(case: tuple[Sample, bytes]) -> None:
    _, data = case
    with pikepdf.open(BytesIO(data)) as pdf:
        held = [
            each.read_bytes()
            for each in pdf.objects
            if isinstance(each, pikepdf.Stream) and "/Width" not in each
        ]
    for text in (data, *held):
        assert str(Path(__file__).parents[3]).encode() not in text
        assert b"assets/" not in text


@pytest.mark.needs_poppler
def test_poppler_reads_whole_words(case: tuple[Sample, bytes], tmp_path: Path) -> None:
    chosen, data = case
    file = tmp_path / "slides.pdf"
    file.write_bytes(data)
    text = subprocess.run(["pdftotext", "-enc", "UTF-8", file, "-"], capture_output=True, check=True).stdout
    pages = text.decode("utf-8").split("\f")
    for scene, page in zip(chosen.scenes, pages, strict=False):
        read = set(page.replace("-", "").split())  # it drops hyphens at line ends
        words = "".join(
            line.text if line.text.endswith("-") else f"{line.text} " for line in lines_of(scene.nodes)
        )
        assert set(words.replace("-", "").split()) <= read, scene.id


@pytest.mark.needs_qpdf
@pytest.mark.parametrize("kind", ["slides", "handout-3up"])
def test_qpdf_finds_no_fault(kind: str, tmp_path: Path) -> None:
    chosen = sample()
    file = tmp_path / "checked.pdf"
    file.write_bytes(render(kind, chosen.deck, chosen.scenes, chosen.template, chosen.fonts))
    done = subprocess.run(["qpdf", "--check", file], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
