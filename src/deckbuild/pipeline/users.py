"""Files in, the sessions that are made of them out: each session is read, and what it looks for is noted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from deckbuild.model.dataclasses import dataclass
from deckbuild.pipeline.request import BuildRequest

if TYPE_CHECKING:
    from deckbuild.diagnostics import Diagnostic, SourceMap
    from deckbuild.pipeline.survey_files import ProjectFiles

LOCAL_ENDINGS = (".yaml", ".yml")
_EXTENDS = re.compile(rb"^extends:", re.MULTILINE)
"""What each local session has; a folder can hold YAML that is something else."""


@dataclass(frozen=True, slots=True)
class Users:
    """Which sessions use files."""

    root: Path
    """The project's folder."""
    sessions: tuple[str, ...]
    """Ids, sorted, and after them the paths of those files that are local sessions themselves."""
    unused: tuple[str, ...]
    """Files that no session uses, as they were given; of those in a folder that was given, the documents."""
    found: tuple[Diagnostic, ...]
    """What is wrong with those of them that are documents of the project."""
    places: SourceMap
    """Where that stands."""


class _Noted:
    """Is told what is read (`read.files.Watch`)."""

    def __init__(self) -> None:
        self.paths: set[str] = set()
        """Project paths of what was looked for, whether it was there or not."""

    def looked(self, path: str, document: str, *, there: bool) -> None:
        """Take note that a file was looked for."""
        self.paths.add(path)

    def listed(self, folder: str, suffix: str) -> None:
        """Names alone make nobody a user."""

    def before(self, path: str) -> None:
        """Take note that a file is about to be read."""
        self.paths.add(path)

    def read(self, path: str, document: str, data: bytes) -> None:
        """Nothing is left to note."""


def users(request: BuildRequest, files: Iterable[Path]) -> Users:
    """Return the sessions of the request's project that use any of the files, of which some may be gone.

    A folder stands for all files in it.

    Raises:
        ProjectNotFoundError: there is no project.
    """
    from deckbuild.pipeline.survey_files import open_files

    project = open_files(request.project)
    path_of = project.reading.files.path_of
    files = tuple(files)
    named = {path_of(file) for file in files}
    given = {path_of(each): each for file in files for each in _files(file)}
    locals_ = {
        path: file
        for path, file in given.items()
        if _is_local(path, file, project) and (path in named or _extends(file))
    }
    shared = given.keys() - locals_
    sessions, used = [], set[str]()
    for id_ in project.names("sessions") if shared else ():
        own = shared & _read_for(id_, request)
        if own:
            sessions.append(id_)
            used |= own
    unused = sorted(each for each in shared - used if each in named or any(_ids(each, project)))
    for path in unused:
        _decode(path, project)
    return Users(
        project.root,
        (*sessions, *(str(file) for _, file in sorted(locals_.items()))),
        tuple(str(given[path]) for path in unused),
        tuple(project.reading.found) if unused else (),
        project.reading.places,
    )


def _files(file: Path) -> list[Path]:
    """Return the files of a folder, but none whose name begins with a dot; of anything else, itself."""
    if not file.is_dir():
        return [file]
    found = [
        each
        for each in sorted(file.rglob("*"))
        if each.is_file() and not any(name.startswith(".") for name in each.relative_to(file).parts)
    ]
    return found or [file]


def _extends(file: Path) -> bool:
    try:
        return bool(_EXTENDS.search(file.read_bytes()))
    except OSError:
        return True  # the build says why it cannot be read


def _read_for(session: str, request: BuildRequest) -> set[str]:
    """Return what is looked for when a session is read with all its profiles."""
    from deckbuild.pipeline.plan import prepare

    noted = _Noted()
    prepare(BuildRequest(request.project, (session,), brand=request.brand), watch=noted)
    return noted.paths


def _is_local(path: str, file: Path, project: ProjectFiles) -> bool:
    """Return whether a file is a trainer's local session: a YAML file outside of the project's folders."""
    workspace = project.workspace
    if not path.endswith(LOCAL_ENDINGS) or not file.is_file():
        return False
    own = {Path(workspace.path(kind)) for kind in ("sessions", "modules", "profiles", "brands")}
    own |= {Path(workspace.path("sources")).parent, Path("decks"), Path("assets")}
    return not any(Path(path).is_relative_to(folder) for folder in own - {Path()})


def _decode(path: str, project: ProjectFiles) -> None:
    """Read a document that nobody uses by itself; what is wrong with it is noted."""
    decode = {
        "modules": project.module,
        "profiles": project.profile,
        "brands": project.brand,
        "sessions": project.session,
    }
    for kind, id_ in _ids(path, project):
        if (project.root / path).is_file():
            decode[kind](id_)


def _ids(path: str, project: ProjectFiles) -> Iterator[tuple[str, str]]:
    from deckbuild.pipeline.survey_files import SUFFIXES

    for kind, suffix in SUFFIXES.items():
        folder = project.workspace.path(kind) + "/"
        if path.startswith(folder) and path.endswith(suffix):
            yield kind, path.removeprefix(folder).removesuffix(suffix)
