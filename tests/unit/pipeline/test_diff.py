"""Two releases, decks, folders or states of a project are compared."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from deckbuild.diagnostics.errors import CannotRunError
from deckbuild.pipeline import BuildRequest, build
from deckbuild.pipeline.diff import Compared, diff
from tests.support.bundles import LIGHT, released
from tests.support.small import FACTS, write_project

CHANGED = {**LIGHT, "decks/modules/facts.yaml": FACTS.replace("In the morning.", "In the evening.")}
NAMES = ["small/club", "small/school"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two states of a project: their folders, their decks and their bundles."""
    place = tmp_path_factory.mktemp("states")
    for name, files, version in (("old", LIGHT, "1.0.0"), ("new", CHANGED, "1.1.0")):
        released(place / name, version, files, output=place / "bundles")
        build(BuildRequest(place / name, formats=("pptx",), output=place / f"{name}-decks"))
    return place


def compared(old: object, new: object, **more: object) -> Compared:
    answer = diff(str(old), str(new), **more)  # type: ignore[arg-type]
    assert answer.diagnostics == ()
    assert answer.value is not None
    return answer.value


def is_the_one_change(value: Compared) -> bool:
    text = value.written("text")
    return "In the [-morning-]{+evening+}." in text and text.count("changed: ") == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("bundles/gardens-1.0.0.zip", "bundles/gardens-1.1.0.zip"),
        ("old-decks", "new-decks"),
        ("old", "new"),
        ("bundles/gardens-1.0.0.zip", "new"),
        ("old-decks", "bundles/gardens-1.1.0.zip"),
    ],
)
def test_two_sides_of_any_kind_have_the_one_change_in_both_decks(folder: Path, old: str, new: str):
    value = compared(folder / old, folder / new)

    assert is_the_one_change(value)
    assert sorted(each.name for each in value.comparison.decks) == NAMES


def test_two_decks_are_compared_whatever_they_are_called(folder: Path, tmp_path: Path):
    one, other = tmp_path / "before.pptx", tmp_path / "after.pptx"
    shutil.copy(folder / "old-decks/small/school/small-school.pptx", one)
    shutil.copy(folder / "new-decks/small/school/small-school.pptx", other)

    assert is_the_one_change(compared(one, other))
    assert not compared(one, one).differs


def test_a_deck_is_compared_with_the_one_of_a_bundle_that_has_its_name(folder: Path):
    deck = folder / "old-decks/small/school/small-school.pptx"
    value = compared(deck, folder / "bundles/gardens-1.1.0.zip")

    assert is_the_one_change(value)
    assert [each.name for each in value.comparison.decks] == ["small/school"]


def test_a_deck_whose_name_is_not_there_is_compared_with_nothing(folder: Path, tmp_path: Path):
    shutil.copy(folder / "old-decks/small/school/small-school.pptx", tmp_path / "mine.pptx")

    with pytest.raises(CannotRunError, match="none of the decks is called mine; there are small/club"):
        diff(str(tmp_path / "mine.pptx"), str(folder / "new-decks"))


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with two commits of the project in a folder of it, tagged v1 and v2."""
    if not shutil.which("git"):
        pytest.skip("not installed: git")
    project = tmp_path / "repository" / "training"
    for files, tag in ((LIGHT, "v1"), (CHANGED, "v2")):
        write_project(project, files)
        for words in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", tag], ["tag", tag]):
            identity = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
            subprocess.run(["git", *identity, *words], cwd=project.parent, check=True)
    return project


def test_revisions_are_compared_with_one_another_and_with_the_folder(repository: Path):
    assert is_the_one_change(compared("git:v1", "git:v2", project=repository))
    assert not compared("git:v2", repository, project=repository).differs
    assert (
        subprocess.run(
            ["git", "status", "--porcelain"], cwd=repository, capture_output=True, check=True
        ).stdout
        == b""
    )


@pytest.mark.parametrize("revision", ["v9", "--output=/tmp/x", "", "v1:decks", "v1\0"])
def test_a_revision_that_there_is_not_ends_the_command(repository: Path, revision: str):
    with pytest.raises(CannotRunError):
        diff(f"git:{revision}", str(repository), repository)


def test_outside_a_repository_there_are_no_revisions(folder: Path):
    with pytest.raises(CannotRunError):
        diff("git:HEAD", str(folder / "new"), folder / "old")


@pytest.mark.parametrize(
    "name", ["nowhere", "nowhere.zip", "nowhere.pptx", "old/decks/deckbuild.yaml", "old/decks"]
)
def test_what_holds_no_decks_ends_the_command(folder: Path, name: str):
    with pytest.raises(CannotRunError):
        diff(str(folder / name), str(folder / "new-decks"))


def test_a_damaged_deck_or_bundle_is_a_finding_at_its_place(folder: Path, tmp_path: Path):
    deck, bundle = tmp_path / "a.pptx", tmp_path / "a.zip"
    deck.write_bytes((folder / "old-decks/small/school/small-school.pptx").read_bytes()[:-100])
    bundle.write_bytes((folder / "bundles/gardens-1.0.0.zip").read_bytes()[:-100])

    for path, code in ((deck, "DB630"), (bundle, "DB610")):
        answer = diff(str(path), str(folder / "new-decks"))
        assert answer.value is None
        assert [(each.code, each.origin.document.endswith(path.name)) for each in answer.diagnostics] == [
            (code, True)
        ]


def test_a_project_that_cannot_be_built_is_said_with_its_places(folder: Path, tmp_path: Path):
    write_project(tmp_path, {**LIGHT, "decks/modules/facts.yaml": "title: [\n"})

    answer = diff(str(folder / "old-decks"), str(tmp_path))

    assert answer.value is None
    assert "DB101" in {each.code for each in answer.diagnostics}
    assert answer.places.line("decks/modules/facts.yaml", 1) == "title: ["


def test_sessions_choose_the_decks(folder: Path):
    assert compared(folder / "old", folder / "new", sessions=("small",)).differs


def test_a_deck_that_only_one_release_has_is_told_also_where_the_other_has_one_alone(
    folder: Path, tmp_path: Path
):
    for place, name in (("one", "club"), ("two", "club"), ("two", "school")):
        to = tmp_path / place / "small" / name
        to.mkdir(parents=True)
        shutil.copy(folder / f"old-decks/small/{name}/small-{name}.pptx", to)

    value = compared(tmp_path / "one", tmp_path / "two")

    assert (value.comparison.added, value.comparison.removed) == (("small/school",), ())
    assert value.differs


def test_a_session_that_neither_side_has_ends_the_command(folder: Path):
    with pytest.raises(CannotRunError, match="neither side has a session “smal”; there are small"):
        diff(str(folder / "old-decks"), str(folder / "new-decks"), sessions=("smal",))


def test_that_a_project_is_in_no_repository_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch):
    if not shutil.which("git"):
        pytest.skip("not installed: git")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(folder))

    with pytest.raises(CannotRunError, match="is in no git repository"):
        diff("git:HEAD", str(folder / "new"), folder / "old")
