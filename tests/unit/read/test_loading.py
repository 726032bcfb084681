"""A project's folder becomes model values: workspace, names asked for, faults of all files at once."""

from pathlib import Path

import pytest

from deckbuild.diagnostics.errors import ProjectNotFoundError
from deckbuild.read.project import Wanted, find_root
from tests.unit.read.given import (
    BRAND,
    MARK,
    MODULE,
    SESSION,
    WORKSPACE,
    faults,
    load,
    places,
    project,
    read,
)


def test_a_project_without_faults_is_read_whole(tmp_path: Path):
    made, found = read(tmp_path)
    assert found == []
    assert (made.root, made.name, made.organisation) == (tmp_path.resolve(), "Sessions", "Garden Society")
    assert made.output == tmp_path.resolve() / "output"
    assert (list(made.sessions), list(made.modules), list(made.profiles), list(made.brands)) == (
        ["year"],
        ["words"],
        ["everyone"],
        ["plain"],
    )
    assert made.references == {}


def test_a_project_is_found_from_any_folder_of_it(tmp_path: Path):
    root = project(tmp_path)
    assert find_root(root / "decks" / "modules") == find_root(root) == root.resolve()
    assert load(root / "assets")[0].root == root.resolve()


def test_where_there_is_no_project_nothing_is_read(tmp_path: Path):
    with pytest.raises(ProjectNotFoundError, match=r"no decks/deckbuild\.yaml in"):
        load(tmp_path)


def test_only_what_the_sessions_asked_for_need_is_read(tmp_path: Path):
    broken = "title: [\n"
    files = {
        "decks/sessions/other.yaml": broken,
        "decks/modules/other.yaml": broken,
        "decks/profiles/other.yaml": broken,
        "assets/brands/other/brand.yaml": broken,
    }
    project(tmp_path, files)
    made, found = load(tmp_path, Wanted(("year",)))
    assert (list(made.sessions), found) == (["year"], [])
    made, found = load(tmp_path)
    assert places(found, made.places) == ["other.yaml:2:1 DB101"]


def test_sessions_come_in_the_order_asked_for_and_once(tmp_path: Path):
    project(tmp_path, {"decks/sessions/a.yaml": SESSION})
    assert list(load(tmp_path, Wanted(("year", "a", "year")))[0].sessions) == ["year", "a"]
    assert list(load(tmp_path)[0].sessions) == ["a", "year"]


def test_an_unknown_session_gives_the_nearest(tmp_path: Path):
    project(tmp_path)
    made, found = load(tmp_path, Wanted(("yaer",)))
    assert made.sessions == {}
    assert [(each.code, each.message, each.hints) for each in found] == [
        ("DB160", "there is no session “yaer”", ("Write `year`.",))
    ]


@pytest.mark.parametrize("name", ["../sessions/year", "/etc/passwd", "", "YEAR"])
def test_a_session_is_asked_for_by_its_id_alone(tmp_path: Path, name: str):
    project(tmp_path)
    assert [each.code for each in load(tmp_path, Wanted((name,)))[1]] == ["DB160"]


def test_a_project_without_sessions_is_told(tmp_path: Path):
    assert faults(tmp_path, {"decks/sessions/year.yaml": None}) == ["deckbuild.yaml:1:1 DB160"]


def test_another_brand_may_be_asked_for(tmp_path: Path):
    project(tmp_path, {f"assets/brands/other/{name}": text for name, text in OTHER.items()})
    made, found = load(tmp_path, Wanted(brands=("other",)))
    assert (sorted(made.brands), found) == (["other", "plain"], [])
    assert [each.code for each in load(tmp_path, Wanted(brands=("../plain",)))[1]] == ["DB161"]


OTHER = {"brand.yaml": BRAND, "mark.svg": MARK, "face.ttf": "a face"}


def test_an_unknown_module_gives_the_nearest_of_all_files(tmp_path: Path):
    _, found = read(tmp_path, {"decks/sessions/year.yaml": SESSION.replace("use: words", "use: wrods/first")})
    assert [(each.code, each.message, each.hints) for each in found] == [
        ("DB201", "there is no module “wrods”", ("Write `words`.",))
    ]


def test_folders_may_lie_elsewhere_in_the_project(tmp_path: Path):
    workspace = f"{WORKSPACE}paths:\n  modules: shared\n  output: ../built\n  icons: ../drawings\n"
    files = {
        "decks/deckbuild.yaml": workspace,
        "decks/modules/words.yaml": None,
        "decks/shared/words.yaml": MODULE,
    }
    made, found = read(tmp_path, files)
    assert (list(made.modules), found, made.output) == (["words"], [], tmp_path.resolve() / "built")


@pytest.mark.parametrize(
    ("workspace", "expected"),
    [
        ("name: A\n", ["deckbuild.yaml:1:1 DB111"]),
        (f"{WORKSPACE}paths: {{modules: ../../elsewhere}}\n", ["deckbuild.yaml:5:18 DB109"]),
        (f"{WORKSPACE}paths: {{module: a}}\n", ["deckbuild.yaml:5:9 DB110"]),
        ("name: [\n", ["deckbuild.yaml:2:1 DB101"]),
    ],
)
def test_a_fault_of_the_workspace_has_its_place_and_the_rest_is_read(
    tmp_path: Path, workspace: str, expected: list[str]
):
    made, found = read(tmp_path, {"decks/deckbuild.yaml": workspace})
    assert places(found, made.places) == expected
    assert list(made.modules) == ["words"]


def test_faults_of_all_files_are_told_at_once(tmp_path: Path):
    files = {
        "decks/sessions/year.yaml": SESSION.replace("minutes: 60", "minutes: 60\nauthor: me"),
        "decks/sessions/a.yaml": SESSION,
        "decks/modules/words.yaml": MODULE.replace("layout: statement", "layout: quote"),
        "decks/profiles/everyone.yaml": "agency:\n",
        "decks/sources.yaml": "a: {}\n",
        "assets/brands/plain/mark.svg": "<svg/>",
    }
    assert faults(tmp_path, files) == [
        "year.yaml:10:1 DB110",
        "everyone.yaml:1:8 DB112",
        *["sources.yaml:1:4 DB111"] * 7,
        "mark.svg:1:1 DB151",
        "words.yaml:6:13 DB117",  # slides are opened last
    ]


def test_a_slide_used_by_two_sessions_is_read_once(tmp_path: Path):
    module = MODULE.replace("layout: statement", "layout: quote")
    assert faults(tmp_path, {"decks/sessions/a.yaml": SESSION, "decks/modules/words.yaml": module}) == [
        "words.yaml:6:13 DB117"
    ]


def test_reading_twice_gives_the_same(tmp_path: Path):
    project(tmp_path)
    first, second = load(tmp_path)[0], load(tmp_path)[0]
    assert (first.sessions, first.modules, first.brands) == (second.sessions, second.modules, second.brands)
