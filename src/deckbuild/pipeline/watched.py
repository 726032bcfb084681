"""A request in, the folders whose files it is built from out, and which changes in them are worth a build.

Each folder is watched by itself and not with all that lies below it: a local session may lie in somebody's
home, and outputs may lie in a folder of inputs.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from deckbuild.model.dataclasses import dataclass
from deckbuild.pipeline.request import BuildRequest

ENDINGS = frozenset((".yaml", ".yml", ".csv", ".png", ".jpg", ".jpeg", ".svg", ".ttf", ".otf"))
"""Of the files that decks are built from. Editors write others beside them while they save."""


@dataclass(frozen=True, slots=True)
class Watched:
    """Where the inputs of a request lie."""

    root: Path
    """The project's folder."""
    folders: tuple[Path, ...]
    """To be watched, each for what lies in it and not in its folders: absolute, sorted; those that exist."""
    inputs: tuple[Path, ...]
    """Folders in which and below which inputs may lie, absolute; also those that do not exist now."""
    outputs: tuple[Path, ...]
    """Folders in which nothing is an input, absolute."""

    def matters(self, path: str) -> bool:
        """Return whether a change of a file or folder, given absolute, may change an output."""
        place = Path(path)
        if place.name.startswith(".") or any(place.is_relative_to(each) for each in self.outputs):
            return False
        if not any(place.is_relative_to(each) for each in self.inputs):
            return False
        # A folder that came or went brings or takes files with it, of which nothing is told.
        return place.suffix.lower() in ENDINGS or place.is_dir() or place in (*self.folders, *self.inputs)

    def name(self, path: str) -> str:
        """Return what a path is called: from the project's folder, with forward slashes."""
        try:
            return Path(os.path.relpath(path, self.root)).as_posix()
        except ValueError:  # on another drive of Windows
            return Path(path).as_posix()


def watched(request: BuildRequest) -> Watched:
    """Return where the inputs of a request lie today.

    Those are the folders that hold what the workspace names, such as `decks` and `assets`, and each local
    session's own folder with the folders in it. The project's own folder is watched for these to come back.

    Raises:
        ProjectNotFoundError: there is no project in the folder or above it.
    """
    from deckbuild.pipeline.plan import local_files
    from deckbuild.pipeline.survey_files import open_files
    from deckbuild.read.documents import PathsDoc

    folder, _, locals_ = local_files(request.project, request.sessions)
    files = open_files(folder)
    named = [field for field in PathsDoc.__struct_fields__ if field != "output"]
    tops = {_top(files.workspace.path(field)) for field in named} | {"decks"}
    outputs = [files.root / files.workspace.path("output")]
    outputs += [request.output] if request.output else []
    away = tuple(sorted({each.resolve() for each in outputs}))
    found = {each for top in tops for each in _below(files.root / top, away, depth=-1 if top else 0)}
    homes = {file.resolve().parent for file in locals_}
    found |= {each for home in homes for each in _below(home, away, depth=1)}
    inputs = {files.root / top for top in tops} | homes
    return Watched(files.root, tuple(sorted(found | {files.root})), tuple(sorted(inputs)), away)


def _top(path: str) -> str:
    """Return the folder of the project that a project path begins with; empty for the project's own."""
    first, slash, _ = path.partition("/")
    return first if slash or not Path(first).suffix else ""


def _below(folder: Path, away: tuple[Path, ...], depth: int) -> Iterator[Path]:
    """Yield a folder and those in it, *depth* levels deep (below 0: all), without hidden ones and outputs."""
    if folder in away or not folder.is_dir():
        return
    yield folder
    if depth:
        try:
            inside = sorted(each for each in folder.iterdir() if each.is_dir() and not each.is_symlink())
        except OSError:
            return  # whoever may not look into it has no inputs there
        for each in inside:
            if not each.name.startswith("."):
                yield from _below(each, away, depth - 1)
