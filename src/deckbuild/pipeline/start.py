"""A new project, or a new file of one: texts of the package in, commented files that are valid at once out.

Nothing is overwritten, and what could not be written whole is taken away again.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from deckbuild.diagnostics import SourceMap
from deckbuild.diagnostics.errors import CannotRunError, FileError
from deckbuild.model.dataclasses import dataclass
from deckbuild.pipeline.survey import Answer
from deckbuild.pipeline.survey_files import ProjectFiles, open_files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

KINDS = ("session", "module", "profile", "sources", "workspace", "brand", "local")
"""Kinds of file of a project that have a schema."""
MANIFEST = "manifest"
"""The kind of file that a bundle has, which nobody writes by hand."""
NEW = ("session", "module", "profile", "brand", "local")
"""Kinds of file that can be begun."""
SCHEMAS = "decks/schemas"
"""Folder of a project for the schemas that its files refer to."""

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Started:
    """What was written."""

    folder: Path
    """The project's."""
    files: tuple[str, ...]
    """Paths relative to the folder, with forward slashes, sorted."""
    next: str = ""
    """What to do now."""

    def as_object(self) -> dict[str, object]:
        """Return it for JSON."""
        return {"files": list(self.files), "next": self.next}


def schema_text(kind: str) -> str:
    """Return the JSON Schema of a kind of file, as a document."""
    import json
    from importlib.resources import files

    if kind == MANIFEST:
        return files("deckbuild").joinpath("schemas", "manifest.json").read_text(encoding="utf-8")
    from deckbuild.read.schema import schema

    return json.dumps(schema(kind), ensure_ascii=False, indent=2) + "\n"


def package_files(folder: str) -> dict[str, bytes]:
    """Return path → bytes of the files that the package has in a folder of `starter`."""
    from importlib.resources import files

    return dict(_walk(files("deckbuild").joinpath("starter", folder), ""))


def _walk(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for each in sorted(folder.iterdir(), key=lambda one: one.name):
        if each.is_dir():
            yield from _walk(each, f"{path}{each.name}/")
        else:
            yield f"{path}{each.name}", each.read_bytes()


def start_project(folder: Path) -> Answer[Started]:
    """Write a small project into a new or empty folder.

    Raises:
        CannotRunError: the folder is not empty, or is a file.
        FileError: the system refuses a file.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        what = "is not empty" if folder.is_dir() else "is a file"
        raise CannotRunError(f"{folder} {what}; name a new folder, or an empty one")
    schemas = {f"{SCHEMAS}/{kind}.json": schema_text(kind).encode() for kind in KINDS}
    written = create(folder, {**package_files("project"), **schemas})
    return Answer(Started(folder, written, "deckbuild build"), (), SourceMap())


def start_file(kind: str, id_: str, project: Path, extends: str = "", profile: str = "") -> Answer[Started]:
    """Write a new file of a kind in `NEW`, and what it needs, into its place in the project.

    Args:
        kind: One of `NEW`.
        id_: Its name.
        project: A folder of the project.
        extends: For a local session, the session; empty for the first.
        profile: For a local session, the profile; empty for the first of the session.

    Raises:
        ProjectNotFoundError: the folder is in no project.
        CannotRunError: the name is of the wrong form or taken, or the project lacks what the file needs.
        FileError: the system refuses a file.
    """
    from deckbuild.pipeline.start_texts import new_files

    if not _ID.fullmatch(id_) or (kind == "module" and id_ == "local"):
        raise CannotRunError(f"“{id_}” cannot be an id; write small letters, digits and hyphens{_like(id_)}")
    files = open_files(project)
    place = place_of(files, kind, id_)
    made = new_files(files, kind, id_, place, extends, profile)
    return Answer(Started(files.root, create(files.root, made.files), made.next), (), files.reading.places)


def place_of(files: ProjectFiles, kind: str, id_: str) -> str:
    """Return the project path of a file of a kind, whether it exists or not."""
    return f"local/{id_}.yaml" if kind == "local" else files.path(f"{kind}s", id_)


def _like(id_: str) -> str:
    near = re.sub(r"[^a-z0-9]+", "-", id_.lower()).strip("-")
    return f", such as {near}" if near and near != "local" else ""


def create(folder: Path, files: Mapping[str, bytes]) -> tuple[str, ...]:
    """Write new files below a folder, all or none, and return their paths, sorted.

    Raises:
        CannotRunError: one of them exists.
        FileError: the system refuses one.
    """
    for path in files:
        if (folder / path).exists():
            raise CannotRunError(f"{path} exists already; nothing was written")
    done: list[Path] = []
    try:
        for path, data in files.items():
            _create(folder / path, data, done)
    except BaseException as fault:
        for each in reversed(done):
            each.rmdir() if each.is_dir() else each.unlink(missing_ok=True)
        if isinstance(fault, OSError):
            raise FileError(str(fault.filename or folder), fault.strerror or type(fault).__name__) from fault
        raise
    return tuple(sorted(files))


def _create(path: Path, data: bytes, done: list[Path]) -> None:
    """Write a new file and the folders that it needs, and note each of them before it is there."""
    missing = [each for each in path.parents if not each.exists()]
    for each in reversed(missing):
        each.mkdir()
        done.append(each)
    with path.open("xb") as file:
        done.append(path)
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
