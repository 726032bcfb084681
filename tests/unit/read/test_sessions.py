"""Files of sessions, profiles and sources become model values."""

from pathlib import Path

import pytest

from deckbuild.model.condition import Condition
from deckbuild.model.origin import Origin
from tests.unit.read.given import SESSION, WORKSPACE, faults, read

PATH = "decks/sessions/year.yaml"
PROFILE = "decks/profiles/everyone.yaml"
SOURCES = "decks/sources.yaml"
SOURCE = (
    "garden-2020:\n  author: A. Gardener\n  year: 2020\n  title: The year\n  publisher: Garden Society\n"
    "  url: null\n  licence: Not stated.\n  short: Gardener 2020\n"
)


def test_a_session_is_read_whole(tmp_path: Path):
    calls = (
        "      - use: words/first\n        title: Another *title*\n"
        "        minutes: 5\n        only: [everyone]\n"
    )
    project, found = read(
        tmp_path, {PATH: SESSION.replace("      - use: words\n", calls) + "subject: Gardens\n"}
    )
    assert found == []
    session = project.sessions["year"]
    assert (session.id, session.title, session.subtitle) == (
        "year",
        "A year in the garden",
        "In twelve months",
    )
    assert (session.brand, session.language, session.version) == ("plain", "en-GB", "1.0.0")
    assert (session.date, session.review, session.minutes) == ("2026-11-23", "2027-03-31", 60)
    assert (session.owner, session.subject, session.profiles) == ("Garden Society", "Gardens", ("everyone",))
    (part,) = session.parts
    (use,) = part.uses
    assert (part.title, use.target) == ("Words", "words/first")
    assert use.when == Condition(("everyone",), (), use.origin)
    assert (use.title.text if use.title else None, use.minutes) == ("Another title", 5)
    assert use.origin == Origin(PATH, ("parts", 0, "slides", 0))


@pytest.mark.parametrize("date", ["2026-11-23", "'2026-11-23'", '"2026-11-23"'])
def test_a_date_may_stand_in_quotation_marks(tmp_path: Path, date: str):
    project, _ = read(tmp_path, {PATH: SESSION.replace("2026-11-23", date)})
    assert project.sessions["year"].date == "2026-11-23"


def test_a_version_like_a_number_stays_as_written(tmp_path: Path):
    project, _ = read(tmp_path, {PATH: SESSION.replace("version: 1.0.0", "version: 1.10")})
    assert project.sessions["year"].version == "1.10"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("date: 2026-11-23", "date: 2026-13-01", ["year.yaml:6:7 DB115"]),
        ("language: en-GB", "language: English", ["year.yaml:4:11 DB115"]),
        ("title: A year", "title: '{{ agency.name }}'", None),
        ("profiles: [everyone]", "profiles: [everyone, everyone]", ["year.yaml:10:22 DB145"]),
        ("profiles: [everyone]", "profiles: [everyone, police]", ["year.yaml:10:22 DB203"]),
        ("brand: plain", "brand: plane", ["year.yaml:3:8 DB161"]),
        ("use: words", "use: wordz", ["year.yaml:14:14 DB201"]),
        ("use: words", "use: Words/First", ["year.yaml:14:14 DB115"]),
        (
            "use: words",
            "use: words\n        only: [everyone]\n        except: [everyone]",
            ["year.yaml:16:9 DB116"],
        ),
        ("    slides:\n      - use: words\n", "    slides: []\n", ["year.yaml:13:13 DB114"]),
    ],
)
def test_a_fault_of_a_session_has_its_place(tmp_path: Path, old: str, new: str, expected: list[str] | None):
    assert old in SESSION
    if expected is None:
        new, expected = "title: '{{ agency.name }}'\n# A year", ["year.yaml:1:8 DB123"]
    assert faults(tmp_path, {PATH: SESSION.replace(old, new)}) == expected


def test_only_and_except_of_a_use_are_both_shown(tmp_path: Path):
    both = "use: words\n        only: [everyone]\n        except: [everyone]"
    project, (found,) = read(tmp_path, {PATH: SESSION.replace("use: words", both)})
    (first, note) = found.related[0]
    assert (project.places.place(first), note) == ((15, 9), "`only` stands here")
    assert (found.message, found.hints) == ("`only` and `except` exclude each other", ("Keep one of them.",))


def test_a_profile_has_its_own_words(tmp_path: Path):
    declared = "  agency.people: {explain: Who sits in the room}\n  phone: {explain: Telephone}\n"
    project, found = read(
        tmp_path,
        {
            "decks/deckbuild.yaml": WORKSPACE + declared,
            PROFILE: "agency: Schools\nkeys: {agency.people: teachers, phone: 01234}\n",
        },
    )
    profile = project.profiles["everyone"]
    assert (profile.agency, profile.keys, found) == (
        "Schools",
        {"agency.people": "teachers", "phone": "01234"},
        [],
    )


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        ("keys: {}\n", ["everyone.yaml:1:1 DB111"]),
        ("agency: A\nkeys: {My Key: a}\n", ["everyone.yaml:2:8 DB115"]),
        ("agency: A\nkeys: {a: [b]}\n", ["everyone.yaml:2:11 DB112"]),
        ("agency: A\nkeys: {a: b}\n", ["everyone.yaml:2:8 DB204"]),
        ("agency: A\nkeys: {agency.place: '{{ b }}'}\n", ["everyone.yaml:2:22 DB123"]),
    ],
)
def test_a_fault_of_a_profile_has_its_place(tmp_path: Path, profile: str, expected: list[str]):
    assert faults(tmp_path, {PROFILE: profile}) == expected


def test_a_source_is_read_with_its_id(tmp_path: Path):
    project, found = read(tmp_path, {SOURCES: SOURCE})
    reference = project.references["garden-2020"]
    assert (reference.id, reference.year, reference.url, reference.short, found) == (
        "garden-2020",
        "2020",
        None,
        "Gardener 2020",
        [],
    )


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("url: null", "url: example.org", ["sources.yaml:6:8 DB115"]),
        ("  url: null\n", "", ["sources.yaml:2:3 DB111"]),
        ("garden-2020:", "Garden 2020:", ["sources.yaml:1:1 DB115"]),
        ("  short: Gardener 2020\n", "  short:\n", ["sources.yaml:8:9 DB112"]),
    ],
)
def test_a_fault_of_a_source_has_its_place(tmp_path: Path, old: str, new: str, expected: list[str]):
    assert faults(tmp_path, {SOURCES: SOURCE.replace(old, new)}) == expected
