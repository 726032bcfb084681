"""A written deck compared with its session: each difference that somebody could make is found."""

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from deckbuild.check.verify_deck import verify_deck
from deckbuild.model.text import plain
from tests.support.builds import Built
from tests.support.seeds import Seeds
from tests.unit.check.defects import CORE, PRESENTATION, Members, edit, holding, read, write

DIFFERENCES = Seeds[Members]()
"""What somebody could change in a written file, each with the code that finds it."""


@DIFFERENCES.found_by("DB403")
def another_title(members: Members) -> None:
    edit(members, "ppt/slides/slide3.xml", r'(<p:ph type="title"/>.*?<a:t>)', r"\1Another ")


@DIFFERENCES.found_by("DB404")
def another_word_in_a_body(members: Members) -> None:
    name = holding(members, "ppt/slides/", r'<p:ph type="body" idx="1"/>.*?<a:t>')
    edit(members, name, r'(<p:ph type="body" idx="1"/>.*?<a:t>)', r"\1Another ")


@DIFFERENCES.found_by("DB404")
def a_body_that_is_no_placeholder(members: Members) -> None:
    name = holding(members, "ppt/slides/", r'<p:ph type="body" idx="1"/>')
    edit(members, name, r'<p:ph type="body" idx="1"/>', "")


@DIFFERENCES.found_by("DB405")
def another_word_in_the_notes(members: Members) -> None:
    edit(members, "ppt/notesSlides/notesSlide3.xml", r"Purpose:", "Reason:")


@DIFFERENCES.found_by("DB406")
def another_number_in_a_chart(members: Members) -> None:
    name = holding(members, "ppt/charts/", "<c:val>")
    edit(members, name, r"(<c:val>.*?<c:v>)[^<]*", r"\g<1>12345")


@DIFFERENCES.found_by("DB406")
def another_category_in_a_chart(members: Members) -> None:
    edit(members, holding(members, "ppt/charts/", "<c:cat>"), r"(<c:cat>.*?<c:v>)[^<]*", r"\1Another")


@DIFFERENCES.found_by("DB406")
def another_number_in_the_workbook(members: Members) -> None:
    name = next(name for name in members if name.endswith(".xlsx"))
    with zipfile.ZipFile(io.BytesIO(members[name])) as archive:
        inner = {each: archive.read(each) for each in archive.namelist()}
    edit(inner, "xl/worksheets/sheet1.xml", r'(<c r="B2"[^>]*><v>)[^<]*', r"\g<1>12345")
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w") as archive:
        for each, data in inner.items():
            archive.writestr(each, data)
    members[name] = result.getvalue()


@DIFFERENCES.found_by("DB406")
def another_word_in_a_table(members: Members) -> None:
    edit(members, holding(members, "ppt/slides/", "<a:tc>"), r"(<a:tc>.*?<a:t>)", r"\1Another ")


@DIFFERENCES.found_by("DB407")
def a_link_to_another_page(members: Members) -> None:
    edit(
        members,
        holding(members, "ppt/slides/_rels/", "External"),
        r'Target="http[^"]*"',
        'Target="https://x.org/"',
    )


@DIFFERENCES.found_by("DB407")
def a_jump_to_another_slide(members: Members) -> None:
    name = holding(members, "ppt/slides/_rels/", 'relationships/slide"')
    edit(members, name, r'(relationships/slide" Target=")[^"]*', r"\1slide1.xml")


@DIFFERENCES.found_by("DB407")
def a_link_that_is_gone(members: Members) -> None:
    edit(members, holding(members, "ppt/slides/", "<a:hlinkClick"), r"<a:hlinkClick[^>]*/>", "")


@DIFFERENCES.found_by("DB411")
def another_alternative_text(members: Members) -> None:
    edit(members, holding(members, "ppt/slides/", ' descr="'), r' descr="', ' descr="Another ')


@DIFFERENCES.found_by("DB402")
def a_slide_less(members: Members) -> None:
    edit(members, PRESENTATION, r"<p:sldId [^>]*/>", "")


@DIFFERENCES.found_by("DB402")
def two_slides_in_another_order(members: Members) -> None:
    edit(members, PRESENTATION, r"(<p:sldId [^>]*/>)(<p:sldId [^>]*/>)(</p:sldIdLst>)", r"\2\1\3")


@DIFFERENCES.found_by("DB402")
def a_section_of_another_name(members: Members) -> None:
    edit(members, PRESENTATION, r'(<p14:section name=")', r"\1Another ")


@DIFFERENCES.found_by("DB410")
def another_title_of_the_document(members: Members) -> None:
    edit(members, CORE, r"(<dc:title>)", r"\1Another ")


@DIFFERENCES.found_by("DB401")
def a_slide_that_cannot_be_read(members: Members) -> None:
    edit(members, "ppt/slides/slide3.xml", r"</p:sld>", "")


def test_a_deck_as_it_was_written_has_no_difference(small_deck: Built):
    assert verify_deck(small_deck.pptx, small_deck.deck, small_deck.scenes) == []


@pytest.mark.parametrize("name", DIFFERENCES)
def test_a_difference_is_found(small_deck: Built, tmp_path: Path, name: str):
    code, make = DIFFERENCES[name]
    members = read(small_deck.pptx)
    make(members)
    edited = write(members, tmp_path / "edited.pptx")

    assert code in {each.code for each in verify_deck(edited, small_deck.deck, small_deck.scenes)}


def test_a_text_that_the_layout_lost_is_found_though_scene_and_file_agree(small_deck: Built):
    part = small_deck.deck.parts[0]
    more = replace(part.slides[0], fields={**part.slides[0].fields, "extra": plain("A forgotten sentence.")})
    deck = replace(
        small_deck.deck,
        parts=(replace(part, slides=(more, *part.slides[1:])), *small_deck.deck.parts[1:]),
    )

    found = verify_deck(small_deck.pptx, deck, small_deck.scenes)

    assert [(each.code, "A forgotten sentence." in each.message) for each in found] == [("DB404", True)]


def test_a_message_shows_what_is_wanted_and_what_is_there(small_deck: Built, tmp_path: Path):
    members = read(small_deck.pptx)
    another_title(members)

    found = verify_deck(write(members, tmp_path / "edited.pptx"), small_deck.deck, small_deck.scenes)

    (message,) = (each.message for each in found if each.code == "DB403")
    assert re.fullmatch(r"edited\.pptx, slide 3: the title should have “.+” and has “Another .+”", message)


def test_a_file_that_is_not_there_is_found(small_deck: Built, tmp_path: Path):
    found = verify_deck(tmp_path / "none.pptx", small_deck.deck, small_deck.scenes)

    assert [each.code for each in found] == ["DB401"]
