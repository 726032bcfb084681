"""`deckbuild matrix --json` against the decks that a build writes, as python-pptx reads them."""

import json
from collections.abc import Mapping
from pathlib import Path

import pptx
import pytest

import make
from deckbuild.pipeline import BuildRequest, build
from tests.support.cli import deckbuild

ROOT = Path(make.__file__).parent
Matrix = Mapping[str, object]
Decks = Mapping[tuple[str, str], list[str]]
LOCAL = sorted(each.relative_to(ROOT).as_posix() for each in (ROOT / "examples").rglob("*.yaml"))


def slides_of(deck: Path) -> list[str]:
    """Return the ids that the slides of a deck carry (p:cSld/@name)."""
    return [slide.name for slide in pptx.Presentation(str(deck)).slides]


def variants(matrix: Matrix) -> dict[tuple[str, str], Matrix]:
    """Return session and profile → variant."""
    return {
        (session["id"], variant["profile"]): variant
        for session in matrix["sessions"]
        for variant in session["variants"]
    }


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Decks:
    """The slides of every deck of this project, and of its local sessions."""
    output = tmp_path_factory.mktemp("output")
    found = {}
    for names in ((), tuple(str(ROOT / name) for name in LOCAL)):
        result = build(BuildRequest(ROOT, sessions=names, formats=("pptx",), output=output))
        assert [each.message for each in result.diagnostics if each.severity == "error"] == []
        found |= {(each.session, each.profile): slides_of(each.path) for each in result.files}
    return found


@pytest.fixture(scope="module")
def matrix() -> Matrix:
    sessions = [each.stem for each in sorted((ROOT / "decks" / "sessions").glob("*.yaml"))]
    done = deckbuild("matrix", *sessions, *LOCAL, "--json", folder=ROOT)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_the_matrix_has_every_deck_that_a_build_writes(matrix: Matrix, built: Decks):
    assert sorted(variants(matrix)) == sorted(built)
    assert len(built) >= 24 + len(LOCAL)


def test_the_matrix_names_the_slides_of_each_deck_in_its_order(matrix: Matrix, built: Decks):
    assert {name: variant["slides"] for name, variant in variants(matrix).items()} == built


def test_what_is_in_by_the_matrix_is_in_the_deck_and_what_is_out_is_not(matrix: Matrix, built: Decks):
    for name, variant in variants(matrix).items():
        included = {id_ for id_, verdict in variant["verdicts"].items() if verdict["included"]}
        assert (name, included) == (name, set(built[name]))


def test_every_slide_of_a_deck_has_a_rule_that_let_it_in(matrix: Matrix):
    for variant in variants(matrix).values():
        for id_ in variant["slides"]:
            rule = variant["verdicts"][id_]["rule"]
            assert (id_, bool(rule and rule["file"] and rule["line"])) == (id_, True)


def test_what_the_matrix_calls_unused_is_in_no_deck(matrix: Matrix, built: Decks):
    used = {id_ for slides in built.values() for id_ in slides}
    orphans = matrix["orphans"]

    assert used & {each["id"] for each in orphans["slides"]} == set()
    assert {id_.partition("/")[0] for id_ in used} & {each["id"] for each in orphans["modules"]} == set()


def test_no_deck_of_this_project_lacks_a_mandatory_slide(matrix: Matrix):
    assert [variant["mandatory-missing"] for variant in variants(matrix).values()] == [[]] * len(
        variants(matrix)
    )
