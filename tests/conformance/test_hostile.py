"""Hostile files get a diagnostic or a sound build, in bounded time and memory, and never a traceback."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from tests.support.bounded import Case, Run, run_all
from tests.support.cli import environment
from tests.support.hostile import BUILT, Attack, attacks
from tests.support.small import FACTS, SMALL, WORDS, write_project

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="needs os.fork, which Windows does not have"),
    pytest.mark.slow,
]

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT.parent / "shared" / "samples"
SECONDS, MEGABYTES = 5, 500

FILES = {
    "module": "decks/modules/words.yaml",
    "session": "decks/sessions/small.yaml",
    "profile": "decks/profiles/club.yaml",
    "workspace": "decks/deckbuild.yaml",
    "local session": "own.yaml",
}
"""Which file of a project a hostile YAML file takes the place of."""

Folder = Callable[[str], Path]


@pytest.fixture(scope="module")
def new_folder(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """Return an empty folder; all lie beside one another, so that files can be linked between them."""
    parent = tmp_path_factory.mktemp("hostile")

    def new(name: str) -> Path:
        folder = parent / re.sub(r"\W+", "-", name)
        folder.mkdir()
        return folder

    return new


def bounded(runs: list[Run], capsys: pytest.CaptureFixture[str], title: str) -> None:
    """Print the slowest and the largest runs; every run must have ended in time, in bounds and in words."""
    with capsys.disabled():
        print(f"\n{title}: {len(runs)} runs; the worst in time, then in memory")
        slowest = sorted(runs, key=lambda run: -run.seconds)[:3]
        largest = sorted(runs, key=lambda run: -run.megabytes)[:3]
        for run in (*slowest, *largest):
            print(f"  {run.seconds:5.2f} s  {run.megabytes:4.0f} MB  exit {run.code}  {run.name}")
    assert [(run.name, run.seconds) for run in runs if run.seconds > SECONDS] == []
    assert [(run.name, run.megabytes) for run in runs if run.megabytes > MEGABYTES] == []
    assert [(run.name, run.code, run.text) for run in runs if not spoken(run)] == []


def spoken(run: Run) -> bool:
    """Return whether a run ended as it should: sound, or with findings in words."""
    if "Traceback" in run.text or "internal fault" in run.text:
        return False
    return run.code == 0 or (run.code in (1, 2) and ": error[DB" in run.text)


def samples(kind: str) -> list[Path]:
    folder = SAMPLES / kind
    if not folder.is_dir():
        pytest.skip(f"there is no folder {folder}")
    return sorted(folder.iterdir())


def test_every_hostile_yaml_file_in_every_place(new_folder: Folder, capsys: pytest.CaptureFixture[str]):
    files = samples("hostile-yaml")
    projects = [str(write_project(new_folder(f"yaml {n}"))) for n in range(2)]
    # A hostile profile stops its own decks alone: the others are not asked for.
    club, calls = ("build", "--profile", "club"), {"local session": ("build", "own.yaml")}
    cases = [
        Case(f"{file.name} as {role}", projects[n % 2], calls.get(role, club), place, str(file))
        for n, file in enumerate(files)
        for role, place in FILES.items()
    ]
    runs = run_all(cases, environment())
    bounded(runs, capsys, "hostile-yaml")
    assert {run.code for run in runs} <= {1, 2}


def test_every_hostile_image_and_drawing_as_a_picture(new_folder: Folder, capsys: pytest.CaptureFixture[str]):
    cases = []
    for file in (*samples("hostile-image"), *samples("hostile-svg")):
        words = WORDS.replace("hands-paper-family.png", f"x{file.suffix}")
        project = write_project(
            new_folder(f"picture {file.name}"), {**SMALL, "decks/modules/words.yaml": words}
        )
        cases += [
            Case(
                f"{file.name} by its name",
                str(project),
                place=f"assets/images/x{file.suffix}",
                content=str(file),
            ),
        ]
    project = write_project(new_folder("picture mislabelled"))
    cases += [
        Case(
            f"{file.name} as a PNG",
            str(project),
            place="assets/images/hands-paper-family.png",
            content=str(file),
        )
        for file in (*samples("hostile-image"), *samples("hostile-svg"))
    ]
    bounded(run_all(cases, environment()), capsys, "hostile-image and hostile-svg as pictures")


def test_every_hostile_drawing_as_icon_and_wordmark(new_folder: Folder, capsys: pytest.CaptureFixture[str]):
    facts = FACTS.replace("{heading: Water,", "{heading: Water, icon: flag,")
    project = write_project(new_folder("drawings"), {**SMALL, "decks/modules/facts.yaml": facts})
    places = {"icon": "assets/icons/flag.svg", "wordmark": "assets/brands/worcestershire/mark.svg"}
    assert [place for place in places.values() if not (project / place).is_file()] == []
    cases = [
        Case(f"{file.name} as {role}", str(project), place=place, content=str(file))
        for file in samples("hostile-svg")
        for role, place in places.items()
    ]
    bounded(run_all(cases, environment()), capsys, "hostile-svg as drawings")


def test_every_attack_is_named_or_built(new_folder: Folder, capsys: pytest.CaptureFixture[str]):
    made = attacks()
    runs = run_all(list(attack_cases(made, new_folder)), environment())

    bounded(runs, capsys, "attacks")
    assert [(run.name, run.code, run.text) for run in runs if not as_wanted(run, made[run.name].code)] == []


def as_wanted(run: Run, code: str) -> bool:
    """Return whether a run found what it should, or built where there is nothing to find."""
    if code == BUILT:
        return run.code == 0 and ": error[" not in run.text
    return run.code == 1 and f": error[{code}" in run.text


def attack_cases(made: Mapping[str, Attack], new_folder: Folder) -> Iterator[Case]:
    pattern = write_project(new_folder("pattern"))
    for number, (name, attack) in enumerate(made.items()):
        project = new_folder(f"attack {number}")
        shutil.copytree(pattern, project, dirs_exist_ok=True, copy_function=os.link)
        for path, content in attack.files.items():
            place = project / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.unlink(missing_ok=True)  # it is linked to the pattern's
            place.write_bytes(content)
        yield Case(name, str(project))
