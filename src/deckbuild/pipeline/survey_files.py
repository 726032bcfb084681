"""The files of a project by kind and id, each decoded by itself: for questions that need no slides."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, TypeVar

from deckbuild.model.dataclasses import dataclass

if TYPE_CHECKING:
    from deckbuild.read.documents import BrandDoc, ModuleDoc, ProfileDoc, SessionDoc
    from deckbuild.read.project import Workspace
    from deckbuild.read.reading import Reading

T = TypeVar("T")

SUFFIXES: Mapping[str, str] = {
    "sessions": ".yaml",
    "modules": ".yaml",
    "profiles": ".yaml",
    "brands": "/brand.yaml",
}
"""Kind → what follows the id in a file's path, below the folder of the kind."""


@dataclass(frozen=True, slots=True)
class ProjectFiles:
    """The files of a project. What is wrong with those that are decoded goes to `reading.found`."""

    reading: Reading
    workspace: Workspace

    @property
    def root(self) -> Path:
        """The project's folder, absolute."""
        return self.reading.files.root

    def names(self, kind: str) -> tuple[str, ...]:
        """Return the ids of a kind of file, sorted."""
        return self.reading.files.names(self.workspace.path(kind), SUFFIXES[kind])

    def path(self, kind: str, id_: str) -> str:
        """Return the project path of a file, whether it exists or not."""
        return f"{self.workspace.path(kind)}/{id_}{SUFFIXES[kind]}"

    def session(self, id_: str) -> SessionDoc | None:
        """Return a session's file; None where it has faults."""
        from deckbuild.read.documents import SessionDoc

        return self._decoded("sessions", id_, SessionDoc, "the session")

    def module(self, id_: str) -> ModuleDoc | None:
        """Return a module's file; None where it has faults."""
        from deckbuild.read.documents import ModuleDoc

        return self._decoded("modules", id_, ModuleDoc, "the module")

    def profile(self, id_: str) -> ProfileDoc | None:
        """Return a profile's file; None where it has faults."""
        from deckbuild.read.documents import ProfileDoc

        return self._decoded("profiles", id_, ProfileDoc, "the profile")

    def brand(self, id_: str) -> BrandDoc | None:
        """Return a brand's file; None where it has faults."""
        from deckbuild.read.documents import BrandDoc

        return self._decoded("brands", id_, BrandDoc, "the brand")

    def first_line(self, path: str) -> str:
        """Return the first line of a file of the project; empty where it cannot be read."""
        try:
            with (self.root / path).open(encoding="utf-8") as file:
                return file.readline().rstrip()
        except (OSError, UnicodeDecodeError):
            return ""

    def _decoded(self, kind: str, id_: str, declaration: type[T], noun: str) -> T | None:
        from deckbuild.model.origin import Origin

        path = self.path(kind, id_)
        tree = self.reading.yaml(path)
        return None if tree is None else self.reading.decode(tree, declaration, Origin(path), noun)


def open_files(folder: Path) -> ProjectFiles:
    """Return the files of the project that a folder is in.

    Raises:
        ProjectNotFoundError: the folder is in no project.
    """
    from deckbuild.read.files import Files
    from deckbuild.read.project import Workspace, find_root
    from deckbuild.read.reading import Reading

    reading = Reading(Files(find_root(folder)))
    return ProjectFiles(reading, Workspace(reading))


def names(kind: str, folder: Path) -> tuple[str, ...]:
    """Return the ids of sessions, modules, profiles, brands or slides of the project, sorted; or of layouts.

    Raises:
        ProjectNotFoundError: the folder is in no project.
    """
    if kind == "layouts":
        from deckbuild.layouts import LAYOUTS

        return tuple(LAYOUTS)
    files = open_files(folder)
    if kind != "slides":
        return files.names(kind)
    modules = ((id_, files.module(id_)) for id_ in files.names("modules"))
    return tuple(f"{id_}/{name}" for id_, module in modules if module for name in module.slides)


def relative(path: str, folder: str) -> str:
    """Return a project path as a document of a folder of the project writes it."""
    parts, base = PurePosixPath(path).parts, PurePosixPath(folder).parts
    shared = 0
    while shared < min(len(parts) - 1, len(base)) and parts[shared] == base[shared]:
        shared += 1
    return "/".join([".."] * (len(base) - shared) + list(parts[shared:]))
