"""Keys: their declarations and their values."""

from pathlib import Path

import pytest

from deckbuild.read.project import open_project
from tests.unit.read.given import WORKSPACE, faults, project, read

DECLARED = (
    WORKSPACE
    + """\
  local.phone: {type: phone, explain: Telephone of the desk, used-in: [notes]}
  local.mail: {type: email, explain: E-mail of the desk}
  local.page: {type: url, explain: Page of the desk}
  local.day: {type: date, explain: Day of the session}
  local.count: {type: number, explain: How many}
  local.time: {type: minutes, explain: How long, default: "15"}
"""
)


def profile(*lines: str) -> dict[str, str]:
    return {
        "decks/deckbuild.yaml": DECLARED,
        "decks/profiles/everyone.yaml": "agency: Everyone\nkeys:\n"
        + "".join(f"  {line}\n" for line in lines),
    }


@pytest.mark.parametrize(
    "line",
    [
        "local.phone: 01905 822666",
        'local.phone: "+44 (0)1905 822-666 ext. 12"',
        "local.phone: 999",
        "local.mail: desk@example.org",
        "local.page: https://example.org/desk",
        "local.day: 2026-11-23",
        "local.count: -2.5",
        "local.time: 7.5",
        "agency.place: anything, even 12",
        "local.trainer: Ann",
    ],
)
def test_a_value_of_the_type_that_is_declared_is_taken(tmp_path: Path, line: str):
    it, found = read(tmp_path, profile(line))
    name, _, value = line.partition(": ")

    assert (found, it.profiles["everyone"].keys) == ([], {name: value.strip('"')})


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("local.phone: ask the desk", "DB115"),
        ("local.mail: desk at example.org", "DB115"),
        ("local.page: example.org", "DB115"),
        ("local.day: 2026-02-30", "DB115"),
        ("local.count: many", "DB115"),
        ('local.time: "0"', "DB115"),
        ("local.phon: 01905 822666", "DB204"),
        ("agency.name: Another", "DB211"),
        ('agency.place: "{{ agency.name }}"', "DB123"),
    ],
)
def test_a_value_that_does_not_fit_is_found(tmp_path: Path, line: str, code: str):
    column = 3 if code in ("DB204", "DB211") else line.index(": ") + 5

    assert faults(tmp_path, profile(line)) == [f"everyone.yaml:3:{column} {code}"]


def test_a_built_in_key_that_a_profile_writes_is_an_error_at_the_key(tmp_path: Path):
    it, (found,) = read(tmp_path, profile("agency.name: Mine", "agency.place: a garden"))

    assert (found.code, found.origin.path, found.origin.key) == ("DB211", ("keys", "agency.name"), True)
    assert found.message == "the key “agency.name” is built in, and has its value already"
    assert found.hints == ("Delete it, or give it another name.",)
    assert it.profiles["everyone"].keys == {"agency.place": "a garden"}


def test_a_wrong_value_leads_to_the_declaration(tmp_path: Path):
    it, (found,) = read(tmp_path, profile("local.phone: none"))

    assert it.places.place(found.related[0][0]) == (5, 23)


def test_an_unknown_key_gives_the_nearest_and_says_where_to_declare_it(tmp_path: Path):
    _, (found,) = read(tmp_path, profile("local.phon: 1"))

    assert found.hints == ("Write `local.phone`.", "Declare `local.phon` under `keys` of the workspace file.")


def test_declarations_have_defaults_and_places_where_they_may_stand(tmp_path: Path):
    keys = open_project(project(tmp_path, profile("local.count: 1"))).project.keys

    assert (keys["local.time"].default, keys["local.phone"].used_in) == ("15", ("notes",))
    assert (keys["agency.place"].type, keys["agency.place"].used_in) == ("text", ("slides", "notes"))
    assert keys["local.trainer"].explain == "Name of the trainer"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("  agency.name: {explain: Its name}\n", "deckbuild.yaml:5:3 DB211"),
        ("  a.b: {type: date, explain: D, default: soon}\n", "deckbuild.yaml:5:42 DB115"),
        ("  a.b: {type: day, explain: D}\n", "deckbuild.yaml:5:15 DB113"),
        ("  a.b: {explain: D, used-in: [title]}\n", "deckbuild.yaml:5:31 DB113"),
        ("  A: {explain: D}\n", "deckbuild.yaml:5:3 DB115"),
    ],
)
def test_a_declaration_that_cannot_be_is_found(tmp_path: Path, line: str, expected: str):
    assert faults(tmp_path, {"decks/deckbuild.yaml": WORKSPACE + line}) == [expected]
