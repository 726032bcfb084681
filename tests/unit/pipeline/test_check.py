"""What `check` looks at: the sessions that use a file, and nothing is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckbuild.pipeline import BuildRequest, build
from deckbuild.pipeline.check import Checked, check
from tests.support.small import write_project
from tests.support.starter import change

OTHER = """\
title: Another session
brand: worcestershire
language: en-GB
version: 1.0.0
date: 2026-11-23
review: 2027-11-23
owner: Garden Society
subject: Gardens
minutes: 10
profiles: [club]
parts:
  - title: Facts
    slides: [{use: facts/chart}]
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = write_project(tmp_path / "project")
    (folder / "decks/sessions/other.yaml").write_text(OTHER, encoding="utf-8")
    return folder


def checked(project: Path, *files: str, sessions: tuple[str, ...] = ()) -> Checked:
    return check(BuildRequest(project, sessions), [project / each for each in files])


@pytest.mark.parametrize(
    ("file", "sessions"),
    [
        ("decks/modules/facts.yaml", ("other", "small")),
        ("decks/modules/words.yaml", ("small",)),
        ("decks/sessions/other.yaml", ("other",)),
        ("decks/profiles/school.yaml", ("small",)),
        ("decks/deckbuild.yaml", ("other", "small")),
        ("assets/images/hands-paper-family.png", ("small",)),
    ],
)
def test_a_file_is_checked_with_the_sessions_that_use_it(project: Path, file: str, sessions: tuple[str, ...]):
    found = checked(project, file)

    assert (found.sessions, found.unused) == (sessions, ())


def test_without_a_file_or_session_all_are_checked(project: Path):
    assert checked(project).sessions == ("other", "small")


def test_the_sessions_of_a_file_that_was_deleted_are_checked_too(project: Path):
    (project / "assets/images/hands-paper-family.png").unlink()

    found = checked(project, "assets/images/hands-paper-family.png")

    assert found.sessions == ("small",)
    assert {each.code for each in found.result.diagnostics} == {"DB108"}


def test_a_document_that_no_session_uses_is_read_by_itself_and_named(project: Path):
    (project / "decks/modules/spare.yaml").write_text("title: [\n", encoding="utf-8")

    found = checked(project, "decks/modules/spare.yaml", "decks/modules/words.yaml")

    assert (found.sessions, found.unused) == (("small",), (str(project / "decks/modules/spare.yaml"),))
    (fault,) = found.result.diagnostics
    assert fault.origin.document == "decks/modules/spare.yaml"
    assert found.result.places.place(fault.origin) == (2, 1)


def test_a_document_that_no_session_uses_can_be_all_that_is_checked(project: Path):
    (project / "decks/modules/spare.yaml").write_text("titel: Spare\n", encoding="utf-8")

    found = checked(project, "decks/modules/spare.yaml")

    assert found.sessions == ()
    assert "DB110" in {each.code for each in found.result.diagnostics}


def test_a_local_session_is_checked_itself(project: Path, tmp_path: Path):
    local = tmp_path / "evening.yaml"
    local.write_text("extends: small\nprofile: school\nkeys:\n  no.such: key\n", encoding="utf-8")

    found = check(BuildRequest(project), [local])

    assert found.sessions == (str(local),)
    assert [each.origin.document for each in found.result.diagnostics] == ["../evening.yaml"]


def test_a_check_finds_what_a_build_finds_and_writes_nothing(project: Path):
    long = "text: " + "A garden is a classroom. " * 80
    change(project, "decks/modules/words.yaml", "text: A garden is a classroom.", long)

    found = checked(project).result
    assert not (project / "output").exists()
    built = build(BuildRequest(project))

    assert {each.code for each in found.diagnostics if each.severity == "error"} == {"DB301"}
    assert found.diagnostics == built.diagnostics
    assert found.files == ()


def test_a_check_does_not_let_a_build_think_that_its_files_stand(project: Path):
    checked(project)

    assert len(build(BuildRequest(project)).files) > 0
    assert checked(project).result.files == ()


def test_a_folder_stands_for_the_files_in_it(project: Path):
    (project / "decks/modules/spare.yaml").write_text("title: [\n", encoding="utf-8")
    (project / "local").mkdir()
    (project / "local/evening.yaml").write_text("extends: small\nprofile: school\n", encoding="utf-8")
    (project / "local/jobs.yaml").write_text("on: push\n", encoding="utf-8")

    everything = checked(project, ".")

    assert everything.sessions == ("other", "small", str(project / "local/evening.yaml"))
    assert everything.unused == tuple(
        str(project / each) for each in ("assets/brands/severn-vale/brand.yaml", "decks/modules/spare.yaml")
    )
    assert checked(project, "assets/images").sessions == ("small",)
    assert checked(project, "local").sessions == (str(project / "local/evening.yaml"),)


def test_an_empty_folder_is_named_as_what_no_session_uses(project: Path):
    (project / "decks/later").mkdir()

    assert checked(project, "decks/later").unused == (str(project / "decks/later"),)
