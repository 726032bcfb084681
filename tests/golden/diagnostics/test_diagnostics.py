"""Every fault of a project at once, in each form: the garden project with one fault in each of several files.

`python3 make.py accept` writes what is expected; read the difference before you commit it.
"""

import shutil
from pathlib import Path

import pytest

from deckbuild import __version__
from deckbuild.diagnostics import Diagnostic, SourceMap
from deckbuild.diagnostics.emit import FORMS, render
from tests.support.diagnosed import diagnose
from tests.support.files import ROOT

FOLDER = Path(__file__).parent
ENDINGS = {"text": "txt", "json": "json", "sarif": "sarif", "github": "github.txt"}

READING = {
    "decks/sessions/year.yaml": ("profiles: [school, club]", "profiles: [school, club, school]"),
    "decks/modules/words.yaml": ("layout: bullets", "layout: bulets"),
    "decks/modules/figures.yaml": ("highlight: Beans", "higlight: Beans"),
    "decks/modules/club.yaml": ("  minutes:\n    layout", "  minutes:\n    only: [clubs]\n    layout"),
    "decks/profiles/school.yaml": ("01905 822666", "ask the office"),
    "decks/sources.yaml": ("url: https://", "url: www."),
    "assets/data/rain.csv": ("April,60", "April,60 mm"),
    "assets/brands/worcestershire/brand.yaml": ('muted: "4D5D66"', 'muted: "9AA5AC"'),
}
"""File → what stands there, and the fault in its place: faults that reading finds."""

ASSEMBLING = {
    "decks/sessions/year.yaml": ("minutes: 60", "minutes: 4"),
    "decks/modules/words.yaml": ("{{ agency.name }}", "{{ agency.nmae }}"),
    "decks/modules/figures.yaml": ("{ref: garden-2020, page", "{ref: garden-2021, page"),
    "decks/profiles/club.yaml": ("omit: figures/beds", "omit: words/goodbye"),
    "decks/profiles/school.yaml": ("\n  local.phone: 01905 822666", ""),
}
"""The same for faults that only whole decks show."""


def found(folder: Path, edits: dict[str, tuple[str, str]]) -> tuple[list[Diagnostic], SourceMap]:
    """Return what is wrong with the garden project after edits."""
    shutil.copytree(ROOT / "assets", folder / "assets")
    shutil.copytree(ROOT / "tests/projects/garden", folder, dirs_exist_ok=True)
    for name, (old, new) in edits.items():
        text = (folder / name).read_text(encoding="utf-8")
        assert text.count(old) == 1, name
        (folder / name).write_text(text.replace(old, new), encoding="utf-8")
    return diagnose(folder)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("edits", [READING, ASSEMBLING], ids=["reading", "assembling"])
def test_all_faults_of_a_project_are_told_at_once(
    form: str, edits: dict[str, tuple[str, str]], tmp_path: Path, accept: bool
):
    stage = "reading" if edits is READING else "assembling"
    expected = FOLDER / f"{stage}.{ENDINGS[form]}"
    text = render(*found(tmp_path, edits), form).replace(f'"{__version__}"', '"VERSION"') + "\n"

    if accept:
        expected.write_text(text, encoding="utf-8", newline="\n")
    assert expected.read_text(encoding="utf-8") == text
