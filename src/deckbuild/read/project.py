"""A project's folder in, its model values out: the sessions asked for, what they need, and nothing else.

A project is read in two steps, so that nothing of a slide is opened that no deck wants: first all but the
slides, and then, once it is known which slides the decks have, these.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from deckbuild.diagnostics import SourceMap
from deckbuild.model.brand import Brand
from deckbuild.model.dataclasses import dataclass, replace
from deckbuild.model.source import KeyDeclaration, LocalSession, Module, Profile, Reference, Session
from deckbuild.read.files import Files, Parsed, Watch, real
from deckbuild.read.modules import ModuleFile
from deckbuild.read.needs import Reader, Wanted
from deckbuild.read.reading import ProfileNames, Reading
from deckbuild.read.root import find_root
from deckbuild.read.sessions import references
from deckbuild.read.workspace import Workspace

__all__ = ["OpenProject", "Project", "Wanted", "Workspace", "find_root", "open_project"]


@dataclass(frozen=True, slots=True)
class Project:
    """What was read of a project. Values with faults are missing; their faults are among the diagnostics."""

    root: Path
    """The project's folder, absolute."""
    name: str
    organisation: str
    output: Path
    """The folder for outputs, absolute."""
    keys: Mapping[str, KeyDeclaration]
    """The keys that texts may hold, besides those that are built in."""
    sessions: Mapping[str, Session]
    """By id, in the order asked for; those that local sessions extend come last."""
    modules: Mapping[str, Module]
    """Those that the decks need, with the heads of all their slides and the slides that were opened."""
    profiles: Mapping[str, Profile]
    """Those asked for of those that the sessions name."""
    locals: Mapping[str, LocalSession]
    """By id, in the order asked for."""
    references: Mapping[str, Reference]
    """All of the sources' file."""
    brands: Mapping[str, Brand]
    """Those that the sessions and profiles name, and those asked for."""
    places: SourceMap
    """Where everything stands, for messages."""
    folders: Mapping[str, str]
    """`modules` and `profiles` → the project path of the folder whose files are read for some decks only."""


@dataclass(frozen=True, slots=True)
class OpenProject:
    """A project as far as it can be read without its slides."""

    project: Project
    """Its modules have heads of slides, and no slides."""
    reading: Reading
    """With all that was found wrong."""
    files: Mapping[str, ModuleFile]

    def with_slides(self, wanted: Mapping[str, Collection[Profile]]) -> Project:
        """Return the project with slides opened, by id, each for the profiles that have it.

        What is wrong with them is added to what was found.
        """
        modules = {id_: file.opened(wanted, self.reading) for id_, file in self.files.items()}
        return replace(self.project, modules=modules)


def open_project(
    root: Path,
    wanted: Wanted = Wanted(),  # noqa: B008  it is frozen
    watch: Watch | None = None,
    parsed: Parsed | None = None,
) -> OpenProject:
    """Return a project without slides.

    *root* is its folder, or one below it; *watch* is told what is read; *parsed* may know some of it.

    Raises:
        ProjectNotFoundError: the folder is in no project.
    """
    root = find_root(root)
    outside = {real(each).parent for each in wanted.locals}
    files = Files(root, frozenset(each for each in outside if not each.is_relative_to(root)), watch, parsed)
    workspace = Workspace(Reading(files))
    first = workspace.reading
    names = _profile_names(workspace)
    reading = Reading(files, workspace.path("icons"), first.places, first.found, names=names)
    return _read(Reader(reading, workspace, wanted))


def _read(reader: Reader) -> OpenProject:
    reading, workspace = reader.reading, reader.workspace
    docs = reader.local_docs()
    sessions = reader.sessions(docs)
    profiles = reader.profiles(sessions, docs)
    locals_ = reader.locals(docs, sessions, profiles)
    files = reader.modules(list(reader.calls(sessions, profiles, locals_)))
    reader.check_outcomes(sessions.values(), files.values())
    project = Project(
        root=reading.files.root,
        name=workspace.doc.name,
        organisation=workspace.doc.organisation,
        output=reading.files.root / workspace.path("output"),
        keys=workspace.keys,
        sessions=sessions,
        modules={id_: file.module for id_, file in files.items()},
        profiles=profiles,
        locals=locals_,
        references=references(workspace.path("sources"), reading),
        brands=reader.brands(sessions.values(), profiles.values()),
        places=reading.places,
        folders={field: workspace.path(field) for field in ("modules", "profiles")},
    )
    return OpenProject(project, reading, files)


def _profile_names(workspace: Workspace) -> ProfileNames:
    """Return what conditions may name."""
    files, folder = workspace.reading.files, workspace.path("profiles")
    ids = files.names(folder, ".yaml")

    def tags() -> Iterator[str]:
        # Of every profile, also those that nobody asked for: what is wrong with them is not told here.
        quiet = Reading(files)
        for id_ in ids:
            found = (quiet.yaml(f"{folder}/{id_}.yaml") or {}).get("tags")
            yield from (each for each in found if isinstance(each, str)) if isinstance(found, list) else ()

    return ProfileNames(ids, lambda: [*tags()])
