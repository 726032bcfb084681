"""The plan of a request: which decks are made together."""

import pickle
from dataclasses import replace
from pathlib import Path

import pytest

from deckbuild.pipeline.request import BuildRequest
from deckbuild.pipeline.units import MOST, Unit, units
from tests.support.many import write_many
from tests.support.small import SMALL, write_project

DECKS = ("pptx",)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_many(tmp_path_factory.mktemp("many"))


def test_few_decks_are_one_unit(tmp_path: Path):
    project = write_project(tmp_path)

    assert units(BuildRequest(project), project) == (Unit(BuildRequest(project)),)


def test_many_decks_are_units_of_fifty_at_most_in_the_order_of_the_session(many: Path):
    plan = units(BuildRequest(many, formats=DECKS), many)

    names = [name for unit in plan for name in unit.names or ()]
    assert [unit.size for unit in plan] == [42] * 6
    assert max(unit.size for unit in plan) <= MOST
    assert (len(names), names[:3], names[-1]) == (
        252,
        ["small/school", "small/club", "small/p000"],
        "small/p249",
    )


def test_documents_make_units_smaller(many: Path):
    decks, packs = units(BuildRequest(many, formats=DECKS), many), units(BuildRequest(many, pack=True), many)

    assert len(packs) > 10 * len(decks)
    assert sorted(name for unit in packs for name in unit.names or ()) == sorted(
        name for unit in decks for name in unit.names or ()
    )


def test_a_plan_holds_the_profiles_asked_for_and_no_others(many: Path):
    asked = tuple(f"p{number:03d}" for number in range(0, 250, 2))

    plan = units(BuildRequest(many, formats=DECKS, profiles=asked), many)

    assert [name for unit in plan for name in unit.names or ()] == [f"small/{name}" for name in asked]


def test_only_what_is_to_be_made_again_is_planned(many: Path):
    request = BuildRequest(many, formats=DECKS)
    some = frozenset(f"small/p{number:03d}" for number in range(150))

    assert units(request, many, some) == tuple(
        replace(unit, names=tuple(name for name in sorted(some))[at : at + 50])
        for unit, at in zip(units(request, many, some), (0, 50, 100), strict=True)
    )
    assert units(request, many, frozenset({"small/p001"})) == (Unit(request, ("small/p001",)),)


def test_a_session_that_cannot_be_read_leaves_one_unit_that_says_so(tmp_path: Path):
    project = write_many(tmp_path)
    (project / "decks/sessions/small.yaml").write_text("profiles: [", encoding="utf-8")

    assert units(BuildRequest(project, formats=DECKS), project) == (
        Unit(BuildRequest(project, formats=DECKS)),
    )


def test_local_sessions_are_one_unit(tmp_path: Path):
    project = write_project(tmp_path, SMALL)
    request = BuildRequest(project, sessions=("mine.yaml",), pack=True)

    assert units(request, project, room=1) == (Unit(request),)


def test_a_unit_is_small_to_send(many: Path):
    plan = units(BuildRequest(many, formats=DECKS), many)

    assert [pickle.loads(pickle.dumps(unit)) for unit in plan] == [*plan]
    assert max(len(pickle.dumps(unit)) for unit in plan) < 4000
