"""The example files of this project, each with the kind that it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import make
from tests.support.scripts import script

ROOT = Path(make.__file__).parent


def projects() -> list[Path]:
    """Return the folders of the projects: this one, those of the tests, and the one that `init` writes."""
    return [ROOT, *sorted((ROOT / "tests/projects").iterdir()), ROOT / "src/deckbuild/starter/project"]


def example_files() -> Iterator[tuple[str, str]]:
    """Yield the path of each example file, relative to this project, and its kind."""
    for project in projects():
        for path, kind in script("make_schemas").files_of(project):
            yield path.relative_to(ROOT).as_posix(), kind


def kind_of(file: str) -> str:
    """Return the kind of an example file; empty where it is no YAML of the language."""
    return next((kind for path, kind in example_files() if path == file), "")
