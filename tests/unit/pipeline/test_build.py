"""A request becomes files."""

from dataclasses import replace
from pathlib import Path

import pytest

from deckbuild.diagnostics.errors import ProjectNotFoundError
from deckbuild.pipeline import BuildRequest, Step, build
from deckbuild.pipeline.look import Look
from deckbuild.read.project import open_project
from tests.support.builds import Built
from tests.support.small import write_project


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that tests of this file may build but not change."""
    return write_project(tmp_path_factory.mktemp("project"))


def test_the_steps_are_told_and_counted(project: Path, tmp_path: Path):
    steps: list[Step] = []

    build(BuildRequest(project, profiles=("club",), output=tmp_path), steps.append)

    assert steps == [
        Step(0, 0, "reading the project"),
        Step(0, 3, "small/club: laying out"),
        Step(1, 3, "small/club: pptx"),
        Step(2, 3, "small/club: handout-3up"),
    ]


def test_a_format_asked_for_twice_is_written_once(project: Path, tmp_path: Path):
    result = build(BuildRequest(project, profiles=("club",), formats=("pptx", "pptx"), output=tmp_path))

    assert [each.format for each in result.files] == ["pptx"]


def test_a_folder_without_project_cannot_be_built(tmp_path: Path):
    with pytest.raises(ProjectNotFoundError):
        build(BuildRequest(tmp_path))


def test_a_slide_is_laid_out_once_for_all_decks_that_hold_it_with_the_same_words(
    project: Path, small_deck: Built
):
    found = open_project(project).project
    look = Look(found.brands["worcestershire"], "en-GB", lambda path: (project / path).read_bytes())
    slide = small_deck.deck.slides[0]

    scenes = [look.lay(each).scene for each in (slide, replace(slide), replace(slide, notes=()))]

    assert scenes[1] is scenes[0]
    assert scenes[2] is not scenes[0]
