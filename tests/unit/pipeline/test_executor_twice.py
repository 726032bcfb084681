"""What a thread keeps from one build to the next never stands in the way of what has changed since."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from deckbuild.pipeline import BuildRequest, build
from tests.support.small import write_project
from tests.support.starter import change

FORMATS = ("pptx", "handout-3up")
WORDS, SESSION = "decks/modules/words.yaml", "decks/sessions/small.yaml"
HANDS = "assets/images/hands-paper-family.png"
BRAND = "assets/brands/worcestershire/brand.yaml"


def font(project: Path) -> None:
    """Put one face in the place of another, under the same name."""
    faces = sorted((project / "assets/fonts").rglob("*.ttf"))
    regular, bold = (next(each for each in faces if name in each.name) for name in ("Regular", "Bold"))
    shutil.copy(bold, regular)


def picture(project: Path) -> None:
    """Turn a picture upside down."""
    with Image.open(project / HANDS) as hands:
        turned = hands.rotate(180)
    turned.save(project / HANDS)


CHANGES: dict[str, Callable[[Path], None]] = {
    "a slide": lambda project: change(project, WORDS, "A garden is a classroom", "A garden is a school"),
    "and back": lambda project: change(project, WORDS, "A garden is a school", "A garden is a classroom"),
    "the session": lambda project: change(project, SESSION, "title: A small session", "title: A session"),
    "a profile": lambda project: change(project, "decks/profiles/school.yaml", "The school", "A school"),
    "a colour": lambda project: change(project, BRAND, 'deep: "0B3A47"', 'deep: "0B3A57"'),
    "a font": font,
    "a picture": picture,
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project")


@pytest.fixture
def thread() -> Iterator[Executor]:
    with ThreadPoolExecutor(1) as pool:
        yield pool


@pytest.mark.parametrize("cache", [True, False])
def test_each_build_of_the_same_thread_is_that_of_a_new_process(project: Path, thread: Executor, cache: bool):
    def digests(request: BuildRequest, executor: Executor | None) -> list[str]:
        result = build(request, executor=executor)
        assert [each.message for each in result.diagnostics if each.severity == "error"] == []
        return [each.sha256 for each in result.files]

    kept = BuildRequest(project, profiles=("school",), formats=FORMATS, cache=cache)
    anew = replace(kept, cache=False, output=project.parent / "anew")
    digests(kept, thread)
    wrong = []
    for name, make_it in CHANGES.items():
        make_it(project)
        if digests(kept, thread) != digests(anew, None):
            wrong.append(name)

    assert wrong == []
