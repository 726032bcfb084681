"""The workspace file in, where everything of a project lies and which keys it has out."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path, PurePosixPath

from deckbuild.diagnostics.errors import ProjectNotFoundError
from deckbuild.model.origin import Origin
from deckbuild.model.source import KeyDeclaration
from deckbuild.read.documents import PathsDoc, WorkspaceDoc
from deckbuild.read.files import normal
from deckbuild.read.keys import declarations
from deckbuild.read.reading import Reading

WORKSPACE = "decks/deckbuild.yaml"
"""Project path of the file that makes a folder a project."""


def find_root(folder: Path) -> Path:
    """Return the nearest folder, from *folder* upwards, that holds a project; absolute, links resolved.

    Raises:
        ProjectNotFoundError: there is none.
    """
    try:
        start = folder.resolve(strict=True)
    except (OSError, RuntimeError, ValueError) as fault:
        # The current folder is deleted, links lead in a circle, or no system takes such a name.
        reason = getattr(fault, "strerror", None) or fault
        raise ProjectNotFoundError(f"the folder {str(folder)[:120]} cannot be reached: {reason}") from fault
    for each in (start, *start.parents):
        if (each / WORKSPACE).is_file():
            return each
    raise ProjectNotFoundError(f"there is no {WORKSPACE} in {folder} or above it")


class Workspace:
    """The workspace file. What is wrong with it is noted when it is read."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        origin = Origin(WORKSPACE)
        tree = reading.yaml(WORKSPACE)
        decoded = None if tree is None else reading.decode(tree, WorkspaceDoc, origin, "the workspace")
        self.is_read = decoded is not None
        """False where the file has faults."""
        self.doc = decoded or WorkspaceDoc(name="", organisation="")
        for field in PathsDoc.__struct_fields__:
            if self._normal(field) is None:
                message = f"the path “{getattr(self.doc.paths, field)}” leads out of the project"
                reading.error("DB109", message, origin.at("paths", field), ["Name a folder of the project."])

    def path(self, field: str) -> str:
        """Return the project path of a folder (or of the sources' file)."""
        # Where the author's path cannot be, the usual one: one fault is told, and the rest is read.
        return (
            self._normal(field) or normal(PurePosixPath(WORKSPACE).parent, getattr(PathsDoc(), field)) or ""
        )

    @cached_property
    def keys(self) -> Mapping[str, KeyDeclaration]:
        """The keys that texts may hold, besides those that are built in."""
        return declarations(self.doc.keys, Origin(WORKSPACE, ("keys",)), self.reading)

    def _normal(self, field: str) -> str | None:
        written: str = getattr(self.doc.paths, field)
        path = normal(PurePosixPath(WORKSPACE).parent, written)
        return path if path is not None and self.reading.files.inside(path) else None
