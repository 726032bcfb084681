"""Our lint of a .pptx, against defects made in a good deck."""

import shutil
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from deckbuild.check.package import check_package
from tests.conftest import BRANDS
from tests.support.builds import Built
from tests.unit.check.defects import AUDIT, DEFECTS, SLIDE, read, write


def audit(path: Path) -> list[str]:
    return [str(each) for each in OpenXmlValidator().validate(path).errors]


def codes(path: Path) -> set[str]:
    return {each.code for each in check_package(path)}


def test_a_good_deck_is_clean(small_deck: Built):
    assert (check_package(small_deck.pptx), audit(small_deck.pptx)) == ([], [])


@pytest.mark.parametrize("name", DEFECTS)
def test_a_defect_is_found(small_deck: Built, tmp_path: Path, name: str):
    finder, make = DEFECTS[name]
    members = read(small_deck.pptx)
    make(members)
    bad = write(members, tmp_path / "bad.pptx")

    if finder == AUDIT:
        assert audit(bad) != []
    else:
        assert finder in codes(bad)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_member_that_stands_in_the_package_twice_is_found(small_deck: Built, tmp_path: Path):
    assert codes(write(read(small_deck.pptx), tmp_path / "bad.pptx", again=(SLIDE,))) == {"DB421"}


def test_a_file_that_is_no_package_is_found(tmp_path: Path):
    path = tmp_path / "bad.pptx"
    path.write_bytes(b"not a package")

    assert codes(path) == {"DB420"}


def test_a_package_cut_short_is_found(small_deck: Built, tmp_path: Path):
    path = shutil.copy(small_deck.pptx, tmp_path / "bad.pptx")
    path.write_bytes(path.read_bytes()[:-100])

    assert codes(path) == {"DB420"}


def test_a_finding_names_the_file_and_the_part(small_deck: Built, tmp_path: Path):
    members = read(small_deck.pptx)
    del members["ppt/notesSlides/notesSlide3.xml"]

    found = check_package(write(members, tmp_path / "bad.pptx"))

    assert {(each.origin.document, each.origin.path) for each in found if each.code == "DB423"} == {
        ("bad.pptx", (SLIDE,))
    }


def test_every_deck_of_the_project_is_clean(real_decks: list[Built]):
    assert real_decks != []
    assert [finding for each in real_decks for finding in check_package(each.pptx)] == []


def test_the_audit_finds_nothing_in_the_decks_of_the_project(real_decks: list[Built]):
    # It takes half a second a deck: of every session half the profiles in one brand, half in the other.
    judged = [each for n, each in enumerate(real_decks) if n % 2 == (each.brand == BRANDS[0])]

    assert len(judged) == 24
    assert len({(each.deck.session, each.deck.profile) for each in judged}) == 24
    assert [finding for each in judged for finding in audit(each.pptx)] == []
