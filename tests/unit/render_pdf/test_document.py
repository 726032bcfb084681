"""The file as a whole: what it says of itself, what judges say of it, and that it is the same everywhere."""

import hashlib
import os
import subprocess
import sys
import zlib
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import page as page_validation
import pikepdf
import pytest
from PIL import Image, ImageCms

from deckbuild.model.paged import Bookmark, Mark
from deckbuild.render.pdf.icc import srgb
from tests.support.paged import Made, made
from tests.unit.render_pdf.drawing import anchor, drawn, lines_node, page_pdf
from tests.unit.render_pdf.looking import images
from tests.unit.render_pdf.sample import ROOT

DIGEST = """
import hashlib
from deckbuild.render.pdf import render
from tests.support.paged import made
m = made()
print(hashlib.sha256(render(m.paged, m.scenes, m.template, m.fonts)).hexdigest())
"""


def file_of(chosen: Made) -> bytes:
    return drawn(chosen.paged, *chosen.scenes.values(), template=chosen.template)


@pytest.fixture(scope="module")
def whole() -> bytes:
    return file_of(made())


@pytest.mark.parametrize("greyscale", [False, True])
@pytest.mark.parametrize("brand", ["worcestershire", "severn-vale"])
@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_a_judge_finds_the_rules_kept(profile: str, brand: str, greyscale: bool, tmp_path: Path) -> None:
    file = tmp_path / "judged.pdf"
    chosen = made(brand, greyscale=greyscale)
    from deckbuild.render.pdf import render

    file.write_bytes(render(chosen.paged, chosen.scenes, chosen.template, chosen.fonts))
    report = page_validation.validate_pdf(str(file), profile=profile)
    assert [(fault.rule_id, fault.message) for fault in report.failures] == []
    assert report.is_compliant
    assert report.rules.passed > 100


@pytest.mark.needs_qpdf
def test_qpdf_finds_no_fault(whole: bytes, tmp_path: Path) -> None:
    file = tmp_path / "checked.pdf"
    file.write_bytes(whole)
    done = subprocess.run(["qpdf", "--check", file], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.needs_poppler
def test_poppler_reads_the_tree(whole: bytes, tmp_path: Path) -> None:
    file = tmp_path / "read.pdf"
    file.write_bytes(whole)
    done = subprocess.run(["pdfinfo", "-struct-text", file], capture_output=True, check=True)
    lines = [line.strip() for line in done.stdout.decode("utf-8").splitlines()]
    assert done.stderr == b""
    assert lines[:3] == ["Document", "H1 (block)", '"Pathways to harm, pathways to protection "']
    for role in ("Link (inline)", "Span (inline)", "THead", "Figure:", "Caption", "Form"):
        assert role in lines


@pytest.mark.needs_poppler
def test_words_at_line_ends_are_not_joined(whole: bytes, tmp_path: Path) -> None:
    file = tmp_path / "copied.pdf"
    file.write_bytes(whole)
    copied = subprocess.run(["pdftotext", file, "-"], capture_output=True, check=True).stdout.decode()
    assert "every other setting before the session, or go to the links" in " ".join(copied.split())


def test_the_catalogue_says_what_the_file_is(whole: bytes) -> None:
    with pikepdf.open(BytesIO(whole)) as pdf:
        root = pdf.Root
        assert pdf.pdf_version == "1.7"
        assert root.Lang == "en-GB"
        assert root.MarkInfo.Marked
        assert root.ViewerPreferences.DisplayDocTitle
        assert root.PageMode == "/UseOutlines"
        [intent] = root.OutputIntents
        assert (intent.S, intent.OutputConditionIdentifier) == ("/GTS_PDFA1", "sRGB")
        assert intent.DestOutputProfile.read_bytes() == srgb()
        assert int(intent.DestOutputProfile.N) == 3


def test_metadata_and_information_say_the_same(whole: bytes) -> None:
    chosen = made().paged
    with pikepdf.open(BytesIO(whole)) as pdf:
        info = {key[1:]: str(value) for key, value in pdf.docinfo.items()}
        with pdf.open_metadata() as xmp:
            assert (xmp["dc:title"], xmp["dc:creator"]) == (chosen.title, [chosen.author])
            assert (xmp["dc:description"], xmp["dc:language"]) == (chosen.subject, {"en-GB"})
            assert (xmp["pdfuaid:part"], xmp["pdfaid:part"], xmp["pdfaid:conformance"]) == ("1", "2", "A")
            assert xmp["xmp:CreateDate"] == xmp["xmp:ModifyDate"] == "2026-11-23T00:00:00Z"
            assert (xmp["pdf:Producer"], xmp["xmp:CreatorTool"]) == ("deckbuild", "deckbuild")
    assert info == {
        "Title": chosen.title,
        "Author": chosen.author,
        "Subject": chosen.subject,
        "Creator": "deckbuild",
        "Producer": "deckbuild",
        "CreationDate": "D:20261123000000Z",
        "ModDate": "D:20261123000000Z",
    }


def test_signs_of_xml_in_a_title_are_only_letters() -> None:
    data = page_pdf(("P", lines_node("a", "a")), title="A & B <c> “d”")
    with pikepdf.open(BytesIO(data)) as pdf, pdf.open_metadata() as xmp:
        assert xmp["dc:title"] == "A & B <c> “d”" == str(pdf.docinfo.Title)


def test_bookmarks_lead_where_their_anchors_are(whole: bytes) -> None:
    with pikepdf.open(BytesIO(whole)) as pdf, pdf.open_outline() as outline:
        pages = [each.objgen for each in pdf.pages]

        def seen(items: list[pikepdf.OutlineItem]) -> list[object]:
            return [
                (item.title, pages.index(item.destination[0].objgen), round(float(item.destination[3])),
                 seen(item.children))
                for item in items
            ]  # fmt: skip

        sow = next(each for each in made().paged.anchors if each.key == "sow")
        assert seen(list(outline.root)) == [
            (
                "Pathways & “protection”",
                0,
                842 - 60,
                [("What to sow", 0, round(841.89 - sow.y / 12700), []), ("The slides", 1, 842 - 370, [])],
            ),
            ("Your plan", 2, 842 - 60, []),
        ]


def test_deep_bookmarks_are_folded() -> None:
    marks = tuple(Bookmark(f"{level}", "a", level) for level in (0, 1, 2, 2, 1, 0))
    data = page_pdf(("P", lines_node("a", "a")), anchors=(anchor("a"),), bookmarks=marks)
    with pikepdf.open(BytesIO(data)) as pdf:
        top = pdf.Root.Outlines
        first = top.First
        counts = (int(top.Count), int(first.Count), int(first.First.Count))
        assert counts == (4, 2, -2)
        assert [str(first.Next.Title), str(first.First.Next.Title), "/Next" in first.Next] == [
            "0",
            "1",
            False,
        ]
        assert first.First.First.Next.Prev.objgen == first.First.First.objgen


def test_a_bookmark_that_leads_nowhere_is_refused() -> None:
    with pytest.raises(KeyError, match="b"):
        page_pdf(("P", lines_node("a", "a")), bookmarks=(Bookmark("B", "b", 0),))


def test_pages_are_called_by_their_labels_or_their_places() -> None:
    chosen = made()
    with pikepdf.open(BytesIO(file_of(chosen))) as pdf:
        assert [each.label for each in pdf.pages] == ["1", "2", "3"]
    first, second, third = chosen.paged.pages
    pages = (replace(first, label="Cover"), second, replace(third, label="4, 1"))
    with pikepdf.open(BytesIO(file_of(made(pages=pages)))) as pdf:
        assert [each.label for each in pdf.pages] == ["Cover", "2", "4, 1"]


def test_a_page_is_as_large_as_it_says_and_its_furniture_has_a_stream_of_its_own() -> None:
    chosen = made()
    first = chosen.paged.pages[0]
    other = replace(
        first, marks=(*first.marks[:-1], Mark("Footer", lines_node("Page 1 of 9", "Page 1 of 9")))
    )
    both = [file_of(chosen), file_of(made(pages=(other, *chosen.paged.pages[1:])))]
    bodies = []
    for data in both:
        with pikepdf.open(BytesIO(data)) as pdf:
            page = pdf.pages[0]
            assert [float(edge) for edge in page.MediaBox] == [0, 0, 595.28, 841.89]
            body, furniture = page.Contents
            bodies.append(body.read_bytes())
            assert furniture.read_bytes().count(b"BDC") == 1
    assert bodies[0] == bodies[1]
    assert both[0] != both[1]


def test_each_picture_is_in_the_file_once(whole: bytes) -> None:
    assert len(images(whole)) == 1


def test_the_same_input_gives_the_same_bytes(whole: bytes, tmp_path: Path) -> None:
    assert file_of(made()) == whole
    environment = {
        "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)]),
        "PYTHONHASHSEED": "7",
        "TZ": "Pacific/Auckland",
        "SOURCE_DATE_EPOCH": "1000000000",
        "HOME": str(tmp_path),
    }
    done = subprocess.run(
        [sys.executable, "-c", DIGEST],
        cwd=tmp_path,
        env=os.environ | environment,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == hashlib.sha256(whole).hexdigest()


def test_the_identifier_follows_the_content(whole: bytes) -> None:
    ids = []
    for data in (whole, file_of(made(title="Another"))):
        with pikepdf.open(BytesIO(data)) as pdf:
            first, second = pdf.trailer.ID
            assert bytes(first) == bytes(second) != bytes(16)
            ids.append(bytes(first))
    assert ids[0] != ids[1]


def test_no_path_of_this_machine_is_in_the_file(whole: bytes) -> None:
    with pikepdf.open(BytesIO(whole)) as pdf:
        streams = [each for each in pdf.objects if isinstance(each, pikepdf.Stream) and "/Width" not in each]
        held = [each.read_bytes() for each in streams]
    for text in (whole, *held):
        assert str(ROOT).encode() not in text
        assert b"assets/" not in text


def test_streams_end_where_they_say() -> None:
    for word in ("one", "two", "three", "four"):
        data = page_pdf(("P", lines_node(word, word)))
        for part in data.split(b"/Length ")[1:]:
            length, _, rest = part.partition(b">>\nstream\n")
            assert rest[int(length) :].startswith(b"\r\nendstream")


def test_drawing_loads_no_pillow_and_nothing_of_the_network(tmp_path: Path) -> None:
    code = (
        "import sys, deckbuild.render.pdf; first = 'uharfbuzz' in sys.modules; "
        "import deckbuild.render.pdf.document; "
        "print(first, 'uharfbuzz' in sys.modules, {'PIL', 'http', 'email', 'dataclasses'} & set(sys.modules))"
    )
    paths = {"PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=os.environ | paths, capture_output=True, text=True
    )
    assert done.stdout.strip() == "False True set()", done.stderr


def test_the_profile_is_srgb() -> None:
    profile = ImageCms.ImageCmsProfile(BytesIO(srgb()))
    assert ImageCms.getProfileDescription(profile).strip() == "sRGB"
    colours = Image.new("RGB", (256, 3))
    for value in range(256):
        for row, colour in enumerate(((value, value, value), (value, 80, 200), (20, value, 255 - value))):
            colours.putpixel((value, row), colour)
    same = ImageCms.profileToProfile(colours, profile, ImageCms.createProfile("sRGB"))
    assert same is not None
    worst = max(abs(a - b) for a, b in zip(colours.tobytes(), same.tobytes(), strict=True))
    assert worst <= 1
    assert len(srgb()) < 600
    assert len(zlib.compress(srgb())) < 420
