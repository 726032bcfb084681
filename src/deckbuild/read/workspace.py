"""The workspace file in, where everything of a project lies and which keys it has out."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import PurePosixPath

from deckbuild.model.origin import Origin
from deckbuild.model.source import KeyDeclaration
from deckbuild.read.documents import PathsDoc, WorkspaceDoc
from deckbuild.read.files import normal
from deckbuild.read.keys import declarations
from deckbuild.read.reading import Reading
from deckbuild.read.root import WORKSPACE


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
