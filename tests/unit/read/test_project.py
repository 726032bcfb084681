"""A project is read as far as its decks need it, and no further."""

from pathlib import Path

import pytest

from deckbuild.read.project import OpenProject, Wanted, open_project
from tests.unit.read.given import MODULE, SESSION, SLIDE, faults, places, project

PROFILES = {
    "decks/profiles/school.yaml": "agency: School\ntags: [young]\nchanges:\n  year:\n"
    "    - {insert: more/picture, after: words/first, why: For school}\n",
    "decks/profiles/club.yaml": "agency: Club\n",
}
TWO = SESSION.replace("[everyone]", "[school, club]")
BROKEN = "title: [not closed\n"


def of(*slides: str) -> str:
    return f"{MODULE.partition('  first:')[0]}{''.join(slides)}"


def slide(name: str, layout: str, fields: str) -> str:
    return f"  {name}:\n{SLIDE.format(layout=layout)}{fields}"


PICTURE = slide("picture", "picture-full", "    picture: {file: nowhere.png, alt: A}\n")
CHART = slide("chart", "chart", "    chart: {kind: bar, alt: A, data: nowhere.csv}\n")


def opened(folder: Path, files: dict[str, str], wanted: Wanted = Wanted(("year",))) -> OpenProject:  # noqa: B008
    return open_project(project(folder, {**PROFILES, "decks/sessions/year.yaml": TWO, **files}), wanted)


def test_a_slide_that_nobody_wants_is_not_opened(tmp_path: Path):
    it = opened(
        tmp_path,
        {"decks/modules/words.yaml": MODULE + PICTURE + CHART, "decks/modules/more.yaml": of(PICTURE)},
    )
    school = it.project.profiles["school"]

    read = it.with_slides({"words/first": [school]})

    assert it.reading.found == []
    assert list(read.modules["words"].heads) == ["first", "picture", "chart"]
    assert list(read.modules["words"].slides) == ["first"]
    assert it.with_slides({"words/chart": [school]}).modules["words"].slides["chart"].fields == {}
    assert places(it.reading.found, it.project.places) == ["words.yaml:21:38 DB108"]


def test_the_head_of_a_slide_says_what_deciding_needs(tmp_path: Path):
    module = MODULE.replace("text: Water early.", "text: Water.\n    only: [young]\n    covers: [sow]")
    it = opened(tmp_path, {"decks/modules/words.yaml": module, "decks/modules/more.yaml": of(PICTURE)})
    head = it.project.modules["words"].heads["first"]

    assert (head.id, head.layout, head.title, head.covers) == (
        "words/first",
        "statement",
        "A statement",
        ("sow",),
    )
    assert head.when is not None
    assert head.when.only == ("young",)


def test_what_is_for_other_profiles_only_is_not_read(tmp_path: Path):
    files = {
        "decks/sessions/year.yaml": TWO.replace(
            "- use: words", "- use: words\n      - {use: wild, only: [school]}"
        ),
        "decks/modules/more.yaml": BROKEN,
        "decks/modules/wild.yaml": BROKEN,
    }

    for_club = opened(tmp_path, files, Wanted(("year",), ("club",)))
    for_both = opened(tmp_path, files, Wanted(("year",)))

    assert (for_club.reading.found, list(for_club.project.profiles)) == ([], ["club"])
    assert [each.origin.document for each in for_both.reading.found] == [
        f"decks/modules/{name}.yaml" for name in ("wild", "more")
    ]


def test_a_survey_reads_the_heads_of_modules_that_nothing_uses(tmp_path: Path):
    files = {"decks/modules/more.yaml": of(PICTURE), "decks/modules/wild.yaml": of(CHART)}

    it = opened(tmp_path, files, Wanted(("year",), ("club",), all_modules=True))

    assert sorted(it.project.modules) == ["more", "wild", "words"]


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        ("decks/profiles/school.yaml", "more/picture", "mor/picture", "school.yaml:5:16 DB201"),
        ("decks/profiles/school.yaml", "more/picture", "more/pictur", "school.yaml:5:16 DB202"),
        ("decks/profiles/school.yaml", "  year:", "  yaer:", "school.yaml:4:3 DB160"),
        (
            "decks/profiles/school.yaml",
            "agency: School",
            "agency: School\nbrand: plane",
            "school.yaml:2:8 DB161",
        ),
        ("decks/sessions/year.yaml", "school, ", "schol, ", "year.yaml:10:12 DB203"),
        ("decks/modules/words.yaml", "title: A s", "covers: [sew]\n    title: A s", "words.yaml:7:14 DB208"),
    ],
)
def test_a_name_that_leads_nowhere_is_found_at_its_place(
    tmp_path: Path, file: str, old: str, new: str, expected: str
):
    files = {
        **PROFILES,
        "decks/sessions/year.yaml": TWO.replace("parts:", "outcomes: {sow: Say when to sow}\nparts:"),
        "decks/modules/words.yaml": MODULE,
        "decks/modules/more.yaml": of(slide("picture", "prose", "    text: T\n")),
    }

    assert faults(tmp_path, {**files, file: files[file].replace(old, new)}) == [expected]


def test_a_module_cannot_be_named_like_the_slides_of_a_local_session(tmp_path: Path):
    files = {
        "decks/modules/local.yaml": MODULE,
        "decks/sessions/year.yaml": SESSION.replace("use: words", "use: local"),
    }

    assert faults(tmp_path, files) == ["year.yaml:14:14 DB201"]
