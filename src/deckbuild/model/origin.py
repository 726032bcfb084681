"""Where a value stands in the files of a project: a document and a path of keys, never a line.

Lines move when something is inserted above; the path does not. `diagnostics.spans` turns an
origin into line and column when a message is printed.
"""

from __future__ import annotations

from deckbuild.model.dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Origin:
    """A place in a source document."""

    document: str
    """The file, relative to the project, with forward slashes."""
    path: tuple[str | int, ...] = ()
    """Mapping keys and list indices from the root; empty for the document itself."""
    key: bool = False
    """True for the last key itself, such as one that should not be there; False for its value."""

    def at(self, *more: str | int) -> Origin:
        """Return the origin of a value below this one."""
        return Origin(self.document, (*self.path, *more))


NOWHERE = Origin("", ())
"""The origin of values that no file holds, such as a generated agenda."""
