"""`only` and `except`, wherever they stand."""

from pathlib import Path

import pytest

from deckbuild.model.condition import Condition
from deckbuild.model.source import Column, Table
from tests.unit.read.given import MODULE, SESSION, faults, of_slide, read

PROFILES = {
    "decks/profiles/school.yaml": "agency: School\ntags: [young, front-line]\n",
    "decks/profiles/club.yaml": "agency: Club\n",
}
BOTH = SESSION.replace("[everyone]", "[school, club]")


def two(layout: str, fields: str) -> dict[str, str]:
    """Return a project of two profiles and one slide."""
    return {
        **PROFILES,
        "decks/sessions/year.yaml": BOTH,
        "decks/modules/words.yaml": of_slide(layout, fields),
    }


def made(folder: Path, layout: str, fields: str):
    project, found = read(folder, two(layout, fields))
    assert found == []
    return project.modules["words"].slides["first"]


def said(when: Condition | None) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    return None if when is None else (when.only, when.except_)


def test_entries_of_a_list_have_conditions_and_share_that_of_the_entry_around_them(tmp_path: Path):
    fields = """\
    items:
      - For all
      - text: For school
        only: [school]
        items:
          - With it
          - {text: Never, except: [young]}
"""
    items = made(tmp_path, "bullets", fields).fields["items"]

    assert [(each.text, each.level, said(each.when)) for each in items] == [
        ("For all", 0, None),
        ("For school", 0, (("school",), ())),
        ("With it", 1, (("school",), ())),
        ("Never", 1, ((), ("young",))),
    ]
    assert items[3].when.within is items[1].when


@pytest.mark.parametrize(
    ("names", "admitted"),
    [({"school"}, True), ({"club"}, False), ({"school", "young"}, False), ({"young"}, False)],
)
def test_a_condition_holds_within_another(names: set[str], admitted: bool):
    outer = Condition(only=("school",))

    assert Condition(except_=("young",), within=outer).admits(names) is admitted


def test_cards_links_rows_and_columns_have_conditions(tmp_path: Path):
    cards = "    cards:\n" + "".join(
        f"      - {{heading: H{n}, text: T, {which}: [school]}}\n"
        for n, which in enumerate(["only", "except"] * 2)
    )
    links = (
        "    links:\n      - {text: A, url: https://example.org, only: [school]}\n"
        "      - {text: B, not-available: no}\n"
    )
    table = """\
    table:
      columns: [A, B]
      alt: Letters.
      rows:
        - [a, b]
        - {cells: [c, d], except: [club]}
"""
    columns = "    left: {items: [a, {text: b, only: [young]}]}\n    right: {text: c}\n"

    assert [said(each.when) for each in made(tmp_path / "1", "cards", cards).fields["cards"]] == [
        (("school",), ()),
        ((), ("school",)),
    ] * 2
    assert [said(each.when) for each in made(tmp_path / "2", "links", links).fields["links"]] == [
        (("school",), ()),
        None,
    ]
    rows = made(tmp_path / "3", "table", table).fields["table"]
    assert isinstance(rows, Table)
    assert ([len(row) for row in rows.rows], [said(each) for each in rows.conditions]) == (
        [2, 2],
        [None, ((), ("club",))],
    )
    left = made(tmp_path / "4", "two-columns", columns).fields["left"]
    assert isinstance(left, Column)
    assert [said(each.when) for each in left.text] == [None, (("young",), ())]


def test_a_part_of_the_notes_is_a_text_or_a_list_of_entries(tmp_path: Path):
    module = MODULE.replace(
        "ask: When do you water?",
        "ask:\n        - When do you water?\n        - {text: 'And who?', only: [school]}\n"
        "      say: ['Thank you.']",
    )
    files = {**PROFILES, "decks/sessions/year.yaml": BOTH, "decks/modules/words.yaml": module}
    project, found = read(tmp_path, files)
    notes = project.modules["words"].slides["first"].notes

    assert found == []
    assert [(each.text, said(each.when)) for each in notes.ask] == [
        ("When do you water?", None),
        ("And who?", (("school",), ())),
    ]
    assert [each.text for each in notes.say] == ["Thank you."]


@pytest.mark.parametrize(
    ("file", "line", "expected"),
    [
        (
            "decks/modules/words.yaml",
            ("title: Words\n", "title: Words\nonly: [schol]\n"),
            "words.yaml:2:8 DB203",
        ),
        (
            "decks/modules/words.yaml",
            ("text: Water early.", "text: W\n    only: [yung]"),
            "words.yaml:9:12 DB203",
        ),
        (
            "decks/sessions/year.yaml",
            ("- use: words", "- use: words\n        except: [clubb]"),
            "year.yaml:15:18 DB203",
        ),
        (
            "decks/sessions/year.yaml",
            ("- use: words", "- {use: words, only: [club], except: [school]}"),
            "year.yaml:14:36 DB116",
        ),
    ],
)
def test_a_name_that_is_no_profile_and_no_tag_is_found(
    tmp_path: Path, file: str, line: tuple[str, str], expected: str
):
    files = {**PROFILES, "decks/sessions/year.yaml": BOTH, "decks/modules/words.yaml": MODULE}

    assert faults(tmp_path, {**files, file: files[file].replace(*line)}) == [expected]


def test_a_wrong_name_gives_the_nearest_of_profiles_and_tags(tmp_path: Path):
    files = two("prose", "    text: T\n    only: [yung]\n")

    _, found = read(tmp_path, files)

    assert [each.hints for each in found] == [("Write `young`.",)]


@pytest.mark.parametrize(
    ("layout", "fields", "expected"),
    [
        (
            "cards",
            "    cards:\n      - {heading: A, text: T}\n      - {heading: B, text: T, only: [school]}\n",
            "`cards` wants 2 to 4 entries, and 1 is for club",
        ),
        (
            "bullets",
            "    items: [{text: a, only: [young]}]\n",
            "`items` wants 1 or more entries, and 0 are for club",
        ),
        (
            "table",
            "    table: {columns: [A], alt: L, rows: [{cells: [a], except: [young]}]}\n",
            "`table` wants 1 or more entries, and 0 are for school",
        ),
    ],
)
def test_a_profile_that_too_few_entries_are_left_for_is_found(
    tmp_path: Path, layout: str, fields: str, expected: str
):
    _, found = read(tmp_path, two(layout, fields))

    assert [(each.code, each.message) for each in found] == [("DB114", expected)]


def test_more_may_be_written_than_one_profile_gets(tmp_path: Path):
    cards = "".join(
        f"      - {{heading: H{n}, text: T, only: [{'school' if n % 2 else 'club'}]}}\n" for n in range(6)
    )

    assert len(made(tmp_path, "cards", f"    cards:\n{cards}").fields["cards"]) == 6


def test_notes_that_a_profile_must_have_and_has_not_are_found(tmp_path: Path):
    module = MODULE.replace("ask: When do you water?", "ask: [{text: And who?, only: [school]}]")
    files = {**PROFILES, "decks/sessions/year.yaml": BOTH, "decks/modules/words.yaml": module}

    assert faults(tmp_path, files) == ["words.yaml:11:12 DB114"]
