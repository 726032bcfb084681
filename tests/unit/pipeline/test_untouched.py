"""Decks that a change does not touch are left alone, and all comes out as from a build from nothing."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from deckbuild.pipeline import BuildRequest, BuildResult, build
from tests.support.small import SMALL, write_project

OWN = """\
title: The club's own
owner: Garden Society
review: 2027-11-23
slides:
  cover:
    layout: cover
    title: A small session
    subtitle: For {{ agency.name }}
    picture: {file: ../../assets/images/own.png, alt: Two hands hold a paper family.}
    notes: {purpose: To test., ask: Does it work?}
  more:
    layout: statement
    title: More
    text: The club meets on Mondays.
    notes: {purpose: To test., ask: Does it work?}
"""
CLUB = """\
agency: The club
changes:
  small:
    - {replace: words/cover, with: own/cover, why: Its own}
    - {insert: own/more, after: facts/cards, why: Its own}
"""
FILES = {
    **SMALL,
    "decks/sessions/small.yaml": SMALL["decks/sessions/small.yaml"].replace(
        "[school, club]", "[school, club, park]"
    ),
    "decks/modules/own.yaml": OWN,
    "decks/profiles/club.yaml": CLUB,
    "decks/profiles/park.yaml": "agency: The park\nbrand: severn-vale\n",
}
CLUB_FILE, OWN_FILE, FACTS = "decks/profiles/club.yaml", "decks/modules/own.yaml", "decks/modules/facts.yaml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = write_project(tmp_path / "project", FILES)
    shutil.copy(folder / "assets/images/hands-paper-family.png", folder / "assets/images/own.png")
    return folder


def edit(path: str, before: str, after: str) -> Callable[[Path], None]:
    def change(project: Path) -> None:
        text = (project / path).read_text(encoding="utf-8")
        assert text.count(before) == 1
        (project / path).write_text(text.replace(before, after), encoding="utf-8")

    return change


def remove_output(project: Path) -> None:
    (project / "output/small/park/small-park.pptx").unlink()


def spoil_output(project: Path) -> None:
    (project / "output/small/park/small-park.pptx").write_bytes(b"edited")


def other_picture(project: Path) -> None:
    Image.new("RGB", (1600, 900), "#0f5565").save(project / "assets/images/own.png")


def touch_all(project: Path) -> None:
    for path in sorted((project / "decks").rglob("*.yaml")):
        os.utime(path, ns=(1, 1))


def another_session(project: Path) -> None:
    session = FILES["decks/sessions/small.yaml"].replace("title: A small session", "title: A second session")
    (project / "decks/sessions/second.yaml").write_text(session, encoding="utf-8")


def said(result: BuildResult) -> list[tuple[str, str, str, object]]:
    return sorted(
        (each.code, each.message, each.deck, result.places.place(each.origin)) for each in result.diagnostics
    )


def outputs(result: BuildResult) -> list[tuple[str, str, str, int, bytes]]:
    return [
        (each.session, each.profile, each.path.name, each.slides, each.path.read_bytes())
        for each in result.files
    ]


SESSION, PARK = "decks/sessions/small.yaml", "decks/profiles/park.yaml"
SEVERN_VALE = "assets/brands/severn-vale/brand.yaml"
ALL = {"school", "club", "park"}
HUB = "    title: What a plant needs\n"
ONLY_TOWN = edit(FACTS, HUB, f"    only: [town]\n{HUB}")

CASES: list[tuple[str, Callable[[Path], None], set[str]]] = [
    ("a module of one profile", edit(OWN_FILE, "on Mondays", "on Fridays"), {"club"}),
    ("a profile", edit(PARK, "The park", "The town park"), {"park"}),
    ("a picture of one profile", other_picture, {"club"}),
    ("an output that is gone", remove_output, {"park"}),
    ("an output that was edited", spoil_output, {"park"}),
    ("a shared module", edit(FACTS, "Beans need the most water", "Beans want most"), ALL),
    ("a brand", edit(SEVERN_VALE, "motif: band", "motif: bar"), {"park"}),
    ("no content", touch_all, set()),
    ("what a profile brings in", edit(CLUB_FILE, "after: facts/cards", "after: facts/links"), {"club"}),
    ("a warning", edit(SESSION, "minutes: 60", "minutes: 1"), set()),
    ("a module under a warning", edit(OWN_FILE, "on Fridays", "on Sundays"), {"club"}),
    ("a condition for nobody", ONLY_TOWN, set()),
]
"""What is changed, how, and for which profiles something is written."""


def test_after_every_change_a_build_makes_what_one_from_nothing_makes(project: Path):
    request = BuildRequest(project, formats=("pptx",))
    cold_request = BuildRequest(project, formats=("pptx",), output=project / "cold", cache=False)
    build(request)
    for name, change, written in CASES:
        change(project)

        warm, cold = build(request), build(cold_request)

        assert said(warm) == said(cold), name
        if cold.files:
            assert outputs(warm) == outputs(cold), name
            assert {each.profile for each in warm.files if each.written} == written, name


def test_a_session_more_is_built(project: Path):
    request = BuildRequest(project, formats=("pptx",))
    build(request)
    another_session(project)

    result = build(request)

    assert {each.session for each in result.files if each.written} == {"second"}
    assert len(result.files) == 6


def test_an_error_in_one_deck_leaves_the_others_standing_and_is_told_each_time(project: Path):
    request = BuildRequest(project, formats=("pptx",))
    build(request)
    edit(OWN_FILE, "The club meets on Mondays.", "The club meets. " * 60)(project)

    results = [build(request), build(request), build(BuildRequest(project, formats=("pptx",), cache=False))]

    for each in results:
        assert said(each) == said(results[2])
        assert {file.profile for file in each.files} == {"school", "park"}
        assert {found.severity for found in each.diagnostics} == {"error"}


def test_the_tags_of_another_profile_decide_for_all(project: Path):
    request = BuildRequest(project, formats=("pptx",))
    edit(PARK, "agency: The park", "agency: The park\ntags: [town]")(project)
    ONLY_TOWN(project)
    assert {each.profile: each.slides for each in build(request).files} == {"school": 9, "club": 9, "park": 9}
    edit(PARK, "tags: [town]", "tags: [city]")(project)

    warm, cold = build(request), build(BuildRequest(project, formats=("pptx",), cache=False))

    assert warm.files == cold.files == ()
    assert said(warm) == said(cold) != []
