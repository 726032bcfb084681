"""A trainer's file on top of a session, in the project and outside it."""

from pathlib import Path

import pytest

from deckbuild.read.local import project_of
from deckbuild.read.project import Project, Wanted
from tests.unit.read.given import WORKSPACE, load, places, project
from tests.unit.read.painted import png

LOCAL = """\
extends: year
profile: everyone
title: A year in our garden
trainer: Ann
keys: {local.phone: 01905 822666}
changes:
  - {insert: frogs, after: words/first, why: We have a pond}
slides:
  frogs:
    layout: picture-full
    title: Frogs
    picture: {file: frog.png, alt: A frog.}
    notes: {purpose: To show it., ask: Who has a pond?}
"""
KEYS = WORKSPACE + "  local.phone: {type: phone, explain: Telephone}\n"


def made(tmp_path: Path, text: str = LOCAL, file: str = "away/tuesday.yaml") -> tuple[Project, list[str]]:
    """Read a project in `home`, and a local session beside it; return what was found wrong, too."""
    root = project(tmp_path / "home", {"decks/deckbuild.yaml": KEYS})
    place = tmp_path / file
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8")
    (place.parent / "frog.png").write_bytes(png())
    it, found = load(root, Wanted(locals=(place,)))
    return it, places(found, it.places)


@pytest.mark.parametrize("file", ["away/tuesday.yaml", "home/decks/local/tuesday.yaml"])
def test_a_local_session_lies_anywhere_with_its_pictures(tmp_path: Path, file: str):
    it, found = made(tmp_path, file=file)
    local = it.locals["tuesday"]

    assert found == []
    assert (local.extends, local.profile, local.title) == ("year", "everyone", "A year in our garden")
    assert local.keys == {"local.trainer": "Ann", "local.phone": "01905 822666"}
    assert [(each.slide, each.after) for each in local.changes] == [("local/frogs", "words/first")]
    assert [each.id for each in local.slides.values()] == ["local/frogs"]
    assert list(it.sessions) == ["year"]


def test_a_file_outside_is_named_relative_to_the_project(tmp_path: Path):
    it, found = made(tmp_path, LOCAL.replace("frog.png", "frgo.png"))

    assert it.locals["tuesday"].origin.document == "../away/tuesday.yaml"
    assert found == ["tuesday.yaml:12:21 DB108"]


def test_a_local_session_may_show_pictures_of_the_project(tmp_path: Path):
    text = LOCAL.replace("frog.png", "../home/assets/brands/plain/frog.png")
    root = project(tmp_path / "home", {"assets/brands/plain/frog.png": png()})
    assert root.is_dir()

    it, found = made(tmp_path, text)

    picture = it.locals["tuesday"].slides["frogs"].fields["picture"]
    assert (found, picture.file) == ([], "assets/brands/plain/frog.png")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("extends: year", "extends: yeer", "1:10 DB160"),
        ("profile: everyone", "profile: everyon", "2:10 DB203"),
        ("local.phone:", "local.fone:", "5:8 DB204"),
        ("trainer: Ann", "trainer: Ann\nTRAINER: Ann", "5:1 DB110"),
        ("{local.phone: 01905 822666}", "{local.trainer: Ben}", "5:23 DB116"),
        ("01905 822666", "ask", "5:21 DB115"),
        ("layout: picture-full", "layout: picture-fuull", "10:13 DB117"),
        ("file: frog.png", "file: ../frog.png", "12:21 DB109"),
        ("file: frog.png", "file: /etc/passwd", "12:21 DB109"),
    ],
)
def test_what_is_wrong_is_found_at_its_place(tmp_path: Path, old: str, new: str, expected: str):
    assert made(tmp_path, LOCAL.replace(old, new))[1][:1] == [f"tuesday.yaml:{expected}"]


@pytest.mark.parametrize(
    ("name", "expected"), [("My session", "My session.yaml:1:1 DB115"), ("year", "year.yaml:1:1 DB145")]
)
def test_a_file_name_that_can_be_no_id_is_found(tmp_path: Path, name: str, expected: str):
    assert made(tmp_path, file=f"away/{name}.yaml")[1] == [expected]


def test_a_profile_that_the_session_lacks_leads_to_the_session(tmp_path: Path):
    root = project(
        tmp_path / "home", {"decks/profiles/club.yaml": "agency: Club\n", "decks/deckbuild.yaml": KEYS}
    )
    (tmp_path / "a.yaml").write_text("extends: year\nprofile: club\n", encoding="utf-8")

    it, (found,) = load(root, Wanted(locals=(tmp_path / "a.yaml",)))

    assert (found.code, found.hints) == ("DB203", ("Use one of `everyone`.",))
    assert found.related[0][0].document == "decks/sessions/year.yaml"
    assert it.places.place(found.related[0][0]) == (10, 11)


def test_a_file_that_is_not_there_is_found(tmp_path: Path):
    _, found = load(project(tmp_path), Wanted(locals=(tmp_path / "no.yaml",)))

    assert [(each.code, each.origin.document) for each in found] == [("DB108", "")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("project: ../home\n", True), ("extends: year\n", False), ("[", False), ("", False)],
)
def test_a_file_may_say_where_its_project_is(tmp_path: Path, text: str, expected: bool):
    (tmp_path / "away").mkdir()
    (tmp_path / "away" / "a.yaml").write_text(text, encoding="utf-8")

    found = project_of(tmp_path / "away" / "a.yaml")

    assert found == ((tmp_path / "home").resolve() if expected else None)
