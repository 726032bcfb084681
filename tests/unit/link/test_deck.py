"""The whole package of a deck."""

import io
import subprocess
import sys
import zipfile
from dataclasses import replace

import pytest
from lxml import etree

from deckbuild.link import package
from deckbuild.model.deck import DeckPart
from deckbuild.render.pptx import compile_slide, compile_template
from tests.unit.render_pptx import looking, samples
from tests.unit.render_pptx.looking import find

SCENES = samples.scenes()
CONTENT = samples.build(*SCENES)
PARTS = looking.parts(CONTENT)


def xml(name: str) -> etree._Element:
    return etree.fromstring(PARTS[name])


def targets(name: str) -> dict[str, str]:
    """Return the targets of a relationship part by id."""
    return {each.get("Id"): each.get("Target") for each in xml(name)}


def test_slides_stand_in_order_under_classic_names():
    listed = find(xml("ppt/presentation.xml"), "//p:sldIdLst/p:sldId/@r:id")
    ways = targets("ppt/_rels/presentation.xml.rels")
    assert [ways[each] for each in listed] == [f"slides/slide{n + 1}.xml" for n in range(len(SCENES))]
    names = [find(xml(f"ppt/slides/slide{n + 1}.xml"), "p:cSld/@name")[0] for n in range(len(SCENES))]
    assert names == [each.id for each in SCENES]


def test_sections_are_the_decks_parts():
    root = xml("ppt/presentation.xml")
    ids = find(root, "//p:sldIdLst/p:sldId/@id")
    sections = find(root, "//p14:section")
    assert [each.get("name") for each in sections] == ["Beginning", "Content"]
    assert [find(each, ".//p14:sldId/@id") for each in sections] == [ids[:2], ids[2:]]


def test_a_part_without_slides_is_no_section():
    deck = samples.deck(*SCENES)
    text = samples.deck_text(deck)
    more = replace(deck, parts=(*deck.parts, DeckPart("Nothing", ())))
    made = package(
        more,
        compile_template(samples.TEMPLATE),
        [compile_slide(each, samples.TEMPLATE, text) for each in SCENES],
    )
    root = etree.fromstring(looking.parts(made)["ppt/presentation.xml"])
    assert find(root, "//p14:section/@name") == ["Beginning", "Content"]


def test_slide_ids_outlive_a_slide_that_is_moved_or_taken_out():
    def ids(*scenes):  # noqa: ANN002, ANN202
        parts = looking.parts(samples.build(*scenes))
        root = etree.fromstring(parts["ppt/presentation.xml"])
        return dict(zip([each.id for each in scenes], find(root, "//p:sldIdLst/p:sldId/@id"), strict=True))

    plain = tuple(each for each in SCENES if not each.id.startswith("text/"))
    every, fewer = ids(*plain), ids(*plain[:0:-1])
    assert {name: every[name] for name in fewer} == fewer


def test_notes_lead_to_their_slide_and_back():
    for n in range(1, len(SCENES) + 1):
        assert targets(f"ppt/slides/_rels/slide{n}.xml.rels")["rId2"] == f"../notesSlides/notesSlide{n}.xml"
        ways = targets(f"ppt/notesSlides/_rels/notesSlide{n}.xml.rels")
        assert (ways["rId1"], ways["rId2"]) == (
            f"../slides/slide{n}.xml",
            "../notesMasters/notesMaster1.xml",
        )


def test_each_chart_has_a_workbook_that_excel_can_open():
    charts = [name for name in PARTS if name.startswith("ppt/charts/chart")]
    assert charts == [f"ppt/charts/chart{n}.xml" for n in range(1, 6)]
    for n in range(1, 6):
        assert targets(f"ppt/charts/_rels/chart{n}.xml.rels") == {
            "rId1": f"../embeddings/Microsoft_Excel_Sheet{n}.xlsx"
        }
        with zipfile.ZipFile(io.BytesIO(PARTS[f"ppt/embeddings/Microsoft_Excel_Sheet{n}.xlsx"])) as book:
            assert book.testzip() is None
            assert book.namelist()[0] == "[Content_Types].xml"
            assert {each.create_system for each in book.infolist()} == {0}


def test_a_picture_on_two_slides_is_one_part():
    assert [name for name in PARTS if "/media/" in name] == ["ppt/media/image1.png", "ppt/media/image2.png"]


def test_the_document_says_what_it_is_and_who_owns_it():
    said = {each.tag.rpartition("}")[2]: each.text for each in xml("docProps/core.xml")}
    assert said == {
        "title": "Pathways & harm",
        "subject": "Safeguarding",
        "creator": "The Board",
        "description": "A session for trainers",
        "lastModifiedBy": "The Board",
        "created": "2026-11-23T00:00:00Z",
        "modified": "2026-11-23T00:00:00Z",
        "category": "Education",
        "language": "en-GB",
        "version": "2.1",
    }


def test_the_board_owns_a_deck_that_names_no_owner():
    deck = replace(samples.deck(SCENES[1]), owner="")
    text = samples.deck_text(deck)
    made = package(
        deck,
        compile_template(samples.TEMPLATE),
        [compile_slide(SCENES[1], samples.TEMPLATE, text)],
    )
    root = etree.fromstring(looking.parts(made)["docProps/core.xml"])
    assert [each.text for each in root if each.tag.endswith("creator")] == ["The Board"]


def test_the_properties_list_the_theme_and_the_titles():
    root = xml("docProps/app.xml")
    assert [each.text for each in root.iter("{*}lpstr")] == [
        "Theme",
        "Slide Titles",
        "Sample & Sons",
        *(each.title for each in SCENES),
    ]
    assert [each.text for each in root.iter("{*}Application")] == ["deckbuild"]
    assert [each.text for each in root.iter("{*}Slides")] == [str(len(SCENES))]


def test_slides_that_are_not_the_decks_are_refused():
    deck = samples.deck(*SCENES)
    text = samples.deck_text(deck)
    parts = [compile_slide(each, samples.TEMPLATE, text) for each in SCENES]
    with pytest.raises(ValueError, match="not those of the deck"):
        package(deck, compile_template(samples.TEMPLATE), parts[::-1])


def test_a_jump_to_a_slide_that_the_deck_leaves_out_is_refused():
    deck = samples.deck(SCENES[2])
    parts = compile_slide(SCENES[2], samples.TEMPLATE, samples.deck_text(samples.deck(*SCENES)))
    with pytest.raises(KeyError, match="numbers/bars"):
        package(deck, compile_template(samples.TEMPLATE), [parts])


def test_the_same_deck_is_the_same_bytes():
    assert samples.build(*samples.scenes()) == CONTENT


@pytest.mark.slow
def test_another_process_time_zone_and_hash_seed_make_the_same_bytes():
    script = (
        "import sys; from hashlib import sha256; from tests.unit.render_pptx import samples;"
        "print(sha256(samples.build(*samples.scenes())).hexdigest())"
    )

    def digest(**environment):  # noqa: ANN003, ANN202
        return subprocess.run(
            [sys.executable, "-c", script], env=environment, check=True, capture_output=True, text=True
        ).stdout

    path = ":".join(each for each in sys.path if each)
    assert digest(PYTHONPATH=path, TZ="Pacific/Auckland", PYTHONHASHSEED="1") == digest(
        PYTHONPATH=path, TZ="America/Adak", PYTHONHASHSEED="2", LC_ALL="C"
    )


def test_a_deck_without_charts_loads_no_writer_of_workbooks():
    script = (
        "import sys; from deckbuild.link import package; from deckbuild.render.pptx import compile_slide;"
        "print(sorted({'xlsxwriter', 'lxml', 'pptx', 'zipfile'} & set(sys.modules)))"
    )
    found = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    assert found.stdout.strip() == "[]"
