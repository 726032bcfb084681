"""A project's folder in, its model values out: the sessions asked for, what they need, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TypeVar

from deckbuild.diagnostics import Diagnostic, SourceMap, did_you_mean
from deckbuild.diagnostics.errors import ProjectNotFoundError
from deckbuild.model.brand import Brand
from deckbuild.model.origin import NOWHERE, Origin
from deckbuild.model.source import Module, Profile, Reference, Session, Use
from deckbuild.read.brand import brand
from deckbuild.read.documents import PathsDoc, WorkspaceDoc
from deckbuild.read.files import Files, normal
from deckbuild.read.modules import module
from deckbuild.read.reading import Reading
from deckbuild.read.sessions import profile, references, session

WORKSPACE = "decks/deckbuild.yaml"
"""Project path of the file that makes a folder a project."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Project:
    """What was read of a project. Values with faults are missing; their faults are among the diagnostics."""

    root: Path
    """The project's folder, absolute."""
    name: str
    organisation: str
    output: Path
    """The folder for outputs, absolute."""
    sessions: Mapping[str, Session]
    """By id, in the order asked for."""
    modules: Mapping[str, Module]
    """Those that the sessions use, with the slides that they use."""
    profiles: Mapping[str, Profile]
    """Those that the sessions name."""
    references: Mapping[str, Reference]
    """All of the sources' file."""
    brands: Mapping[str, Brand]
    """Those that the sessions name, and those asked for."""
    places: SourceMap
    """Where everything stands, for messages."""


def find_root(folder: Path) -> Path:
    """Return the nearest folder, from *folder* upwards, that holds a project; absolute, links resolved.

    Raises:
        ProjectNotFoundError: there is none.
    """
    start = folder.resolve()
    for each in (start, *start.parents):
        if (each / WORKSPACE).is_file():
            return each
    raise ProjectNotFoundError(f"there is no {WORKSPACE} in {folder} or above it")


def load(
    root: Path, sessions: Sequence[str] = (), *, brands: Sequence[str] = ()
) -> tuple[Project, list[Diagnostic]]:
    """Return the project with the sessions asked for (all where none is), and what was found wrong.

    Args:
        root: The project's folder, or one below it.
        sessions: Ids.
        brands: Ids of brands to read besides those that the sessions name.

    Raises:
        ProjectNotFoundError: the folder is in no project.
    """
    root = find_root(root)
    files = Files(root)
    folders = _Workspace(Reading(files))
    reading = Reading(files, folders.paths["icons"], folders.reading.places, folders.reading.found)
    reader = _Reader(reading, folders)
    chosen = reader.sessions(sessions)
    found = Project(
        root=root,
        name=folders.doc.name,
        organisation=folders.doc.organisation,
        output=root / folders.paths["output"],
        sessions=chosen,
        modules=reader.modules(chosen.values()),
        profiles=reader.profiles(chosen.values()),
        references=references(folders.paths["sources"], reading),
        brands=reader.brands(chosen.values(), brands),
        places=reading.places,
    )
    return found, reading.found


class _Workspace:
    """The workspace file, and where it says that everything lies."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        origin = Origin(WORKSPACE)
        tree = reading.yaml(WORKSPACE)
        decoded = None if tree is None else reading.decode(tree, WorkspaceDoc, origin, "the workspace")
        self.doc = decoded or WorkspaceDoc(name="", organisation="")
        self.paths = {field: self._path(field, origin) for field in PathsDoc.__struct_fields__}
        """Field of `PathsDoc` → project path of the folder (or of the sources' file)."""

    def _path(self, field: str, origin: Origin) -> str:
        written: str = getattr(self.doc.paths, field)
        path = normal(PurePosixPath(WORKSPACE).parent, written)
        if path is not None and self.reading.files.inside(path):
            return path
        message = f"the path “{written}” leads out of the project"
        self.reading.error("DB109", message, origin.at("paths", field), ["Name a folder of the project."])
        return normal(PurePosixPath(WORKSPACE).parent, getattr(PathsDoc(), field)) or ""


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads what sessions need."""

    reading: Reading
    folders: _Workspace

    def sessions(self, ids: Sequence[str]) -> dict[str, Session]:
        """Return the sessions asked for, or all."""
        folder = self.folders.paths["sessions"]
        known = self.reading.files.names(folder, ".yaml")
        if not known:
            hint = f"Write one: {folder}/<id>.yaml."
            self.reading.error("DB160", "the project has no sessions", Origin(WORKSPACE), [hint])
        for each in ids:
            if each not in known:
                self.reading.error(
                    "DB160", f"there is no session “{each}”", NOWHERE, did_you_mean(each, known)
                )
        wanted = [each for each in dict.fromkeys(ids or known) if each in known]
        return _present((each, session(each, f"{folder}/{each}.yaml", self.reading)) for each in wanted)

    def modules(self, sessions: Iterable[Session]) -> dict[str, Module]:
        """Return the modules that the sessions use, each with the slides used."""
        uses: dict[str, list[Use]] = {}
        for use in (use for each in sessions for part in each.parts for use in part.uses):
            uses.setdefault(use.target.partition("/")[0], []).append(use)
        folder = self.folders.paths["modules"]
        known = self.reading.files.names(folder, ".yaml")
        done: dict[str, Module | None] = {}
        for id_, calls in uses.items():
            if id_ in known:
                done[id_] = module(id_, f"{folder}/{id_}.yaml", calls, self.reading)
                continue
            for use in calls:
                hints = did_you_mean(id_, known)
                self.reading.error("DB201", f"there is no module “{id_}”", use.origin.at("use"), hints)
        return _present(done.items())

    def profiles(self, sessions: Iterable[Session]) -> dict[str, Profile]:
        """Return the profiles that the sessions name."""
        folder = self.folders.paths["profiles"]
        places: dict[str, Origin] = {}
        for each in sessions:
            for n, name in enumerate(each.profiles):
                places.setdefault(name, each.origin.at("profiles", n))

        def read(id_: str, path: str) -> Profile | None:
            return profile(id_, path, self.reading)

        return self._named(places, folder, ".yaml", read, "DB203", "profile")

    def brands(self, sessions: Iterable[Session], more: Sequence[str]) -> dict[str, Brand]:
        """Return the brands that the sessions name, and more."""
        folder = self.folders.paths["brands"]
        places = dict.fromkeys(more, NOWHERE) | {each.brand: each.origin.at("brand") for each in sessions}

        def read(id_: str, path: str) -> Brand | None:
            return brand(id_, path, self.reading)

        return self._named(places, folder, "/brand.yaml", read, "DB161", "brand")

    def _named(
        self,
        places: Mapping[str, Origin],
        folder: str,
        suffix: str,
        read: Callable[[str, str], T | None],
        code: str,
        noun: str,
    ) -> dict[str, T]:
        """Return what is named, from files FOLDER/<id>SUFFIX; an unknown name is reported at its place."""
        known = self.reading.files.names(folder, suffix)
        done: dict[str, T | None] = {}
        for id_, place in places.items():
            if id_ in known:
                done[id_] = read(id_, f"{folder}/{id_}{suffix}")
            else:
                self.reading.error(code, f"there is no {noun} “{id_}”", place, did_you_mean(id_, known))
        return _present(done.items())


def _present(pairs: Iterable[tuple[str, T | None]]) -> dict[str, T]:
    return {name: value for name, value in pairs if value is not None}
