"""Where the inputs of a request lie, and which changes there matter."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckbuild.pipeline import BuildRequest
from deckbuild.pipeline.watched import watched
from tests.support.small import write_project

LOCAL = "extends: small\nprofile: school\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project")


def names(folder: Path, request: BuildRequest) -> list[str]:
    found = watched(request)
    return [found.name(str(each)) for each in found.folders if each.is_relative_to(folder)]


def test_the_folders_of_the_workspace_are_watched_with_all_in_them_and_nothing_else(project: Path):
    (project / "output" / "small").mkdir(parents=True)
    (project / "minutes").mkdir()
    (project / "assets" / ".thumbnails").mkdir()
    (project / "assets" / "images" / "new").mkdir()

    found = names(project, BuildRequest(project))

    assert {each.partition("/")[0] for each in found} == {".", "decks", "assets"}
    assert {"decks", "decks/modules", "decks/profiles", "assets/images/new"} <= set(found)
    assert "assets/.thumbnails" not in found


def test_outputs_among_the_inputs_are_left_out(project: Path):
    request = BuildRequest(project, output=project / "decks" / "made")
    (project / "decks" / "made" / "small").mkdir(parents=True)

    assert [each for each in names(project, request) if "made" in each] == []
    assert not watched(request).matters(str(project / "decks" / "made" / "picture.png"))


def test_of_a_local_session_its_folder_is_watched_and_the_folders_in_it_but_no_deeper(
    project: Path, tmp_path: Path
):
    home = tmp_path / "home"
    (home / "pictures" / "old").mkdir(parents=True)
    (home / "evening.yaml").write_text(LOCAL, encoding="utf-8")

    found = watched(BuildRequest(project, (str(home / "evening.yaml"),)))

    inside = [each for each in found.folders if each.is_relative_to(home)]
    assert inside == [home, home / "pictures"]


@pytest.mark.parametrize(
    ("path", "matters"),
    [
        ("decks/modules/words.yaml", True),
        ("decks/modules/gone.yaml", True),
        ("assets/images/new.PNG", True),
        ("decks/modules", True),
        ("assets", True),
        ("minutes", False),
        ("mkdocs.yml", False),
        ("decks/modules/.words.yaml.swp", False),
        ("decks/modules/words.yaml~", False),
        ("decks/modules/4913", False),
        ("assets/images/notes.docx", False),
    ],
)
def test_inputs_matter_and_what_editors_and_others_write_beside_them_does_not(
    project: Path, path: str, matters: bool
):
    (project / "minutes").mkdir()

    assert watched(BuildRequest(project)).matters(str(project / path)) == matters
