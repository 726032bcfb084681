"""A project's folder in, the names of its decks out: as little is read as tells them, and no fault is noted.

Whatever is wrong with a file is said by whoever reads it for its decks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from deckbuild.model.dataclasses import dataclass
from deckbuild.read.files import Files
from deckbuild.read.nodes import Tree
from deckbuild.read.reading import Reading
from deckbuild.read.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Listed:
    """A session as its file lists its decks."""

    session: str
    profiles: tuple[str, ...]
    kinds: tuple[str, ...] | None
    """Documents beside the deck that it wants; None where it does not say."""
    pack: tuple[str, ...] | None
    """Documents of its pack; None where it does not say."""


class Roster:
    """The sessions of a project, and whom they are for."""

    def __init__(self, root: Path) -> None:
        """*root* is the project's folder."""
        self._reading = Reading(Files(root))
        workspace = Workspace(self._reading)
        self._folder = workspace.path("sessions")
        self.sessions = self._reading.files.names(self._folder, ".yaml")
        """Ids, sorted."""
        self.profiles = self._reading.files.names(workspace.path("profiles"), ".yaml")
        """Ids, sorted."""

    def listed(self, sessions: Iterable[str]) -> tuple[Listed, ...]:
        """Return sessions by their ids, in this order; none that cannot be read."""
        known = [id_ for id_ in dict.fromkeys(sessions) if id_ in self.sessions]
        trees = ((id_, self._reading.yaml(f"{self._folder}/{id_}.yaml")) for id_ in known)
        return tuple(_listed(id_, tree) for id_, tree in trees if tree)


def _listed(id_: str, tree: Mapping[str, Tree]) -> Listed:
    handouts = tree.get("handouts")
    mapping = handouts if isinstance(handouts, dict) else {"kinds": handouts}
    return Listed(
        id_, _texts(tree.get("profiles")) or (), _texts(mapping.get("kinds")), _texts(mapping.get("pack"))
    )


def _texts(tree: Tree) -> tuple[str, ...] | None:
    """Return the texts of a list; None where there is no list."""
    if not isinstance(tree, list):
        return None
    return tuple(dict.fromkeys(each for each in tree if isinstance(each, str)))
