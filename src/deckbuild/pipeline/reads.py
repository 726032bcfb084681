"""What was read of a project, and for whom: the files that a build depends on, gathered while it reads.

A module or a profile is read for some decks only, and so are the pictures and tables of numbers that a
module names. These are the document's own files; all others (workspace, sessions, sources, brands, icons) are
everybody's. A file that two documents name is both's; one that was asked for in any other way is everybody's
as well, since nobody can tell for whom it was.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

    from deckbuild.cache.cache import Cache
    from deckbuild.cache.record import Listing
    from deckbuild.cache.states import FileState, Stamp
    from deckbuild.read.nodes import Tree


class Seen(NamedTuple):
    """What one reading of a project looked at. Plain enough to be sent from one process to another."""

    inputs: Mapping[str, FileState]
    """The files that are there, by project path."""
    missing: tuple[str, ...]
    """Those that were looked for in vain, sorted."""
    listings: tuple[Listing, ...]
    """The folders whose names were asked for, sorted."""
    own: Mapping[str, tuple[str, ...]]
    """Document → files that nobody else's deck depends on, itself among them."""
    documents: frozenset[str]
    """Documents that were read."""


class Reads:
    """Is told what is read (`read.files.Watch`), and remembers what was parsed (`read.files.Parsed`)."""

    def __init__(self, root: Path, memory: Cache) -> None:
        """*root* is the project's folder, absolute."""
        self._root = str(root)
        self._memory = memory
        self._states = memory.files
        self._stamps: dict[str, Stamp | None] = {}
        self._there: set[str] = set()
        self._missing: set[str] = set()
        self._listed: dict[tuple[str, str], Listing] = {}
        self._named: dict[str, set[str]] = defaultdict(set)
        """Document → files that it names."""
        self._shared: set[str] = set()
        """Files that were not asked for by what names them."""
        self._times: Counter[str] = Counter()
        """Document → how often it was read."""

    def looked(self, path: str, document: str, *, there: bool) -> None:
        """Take note that a file was looked for because *document* names it (empty for none)."""
        (self._there if there else self._missing).add(path)
        if document:
            self._named[document].add(path)
        else:
            self._shared.add(path)

    def listed(self, folder: str, suffix: str) -> None:
        """Take note that the names of a folder were asked for."""
        from deckbuild.cache.record import listing

        if (folder, suffix) not in self._listed:
            self._listed[folder, suffix] = listing(self._root, folder, suffix)

    def before(self, path: str) -> None:
        """Take note that a file is about to be read."""
        self._stamps[path] = self._states.before(path)

    def read(self, path: str, document: str, data: bytes) -> None:
        """Take note of a whole file that *document* names, or of *document* itself."""
        self._there.add(path)
        self._states.note(path, self._stamps.get(path), data)
        if path == document:
            self._times[path] += 1
        elif path not in self._named[document]:
            self._shared.add(path)

    def tree(self, path: str) -> dict[str, Tree] | None:
        """Return what a YAML file was parsed to that held what this one holds; None where nobody knows."""
        state = self._states.seen.get(path)
        found = self._memory.trees.get(state.digest) if state else None
        return found if isinstance(found, dict) else None

    def keep_tree(self, path: str, tree: dict[str, Tree]) -> None:
        """Take what a YAML file without faults was parsed to."""
        state = self._states.seen.get(path)
        if state:
            self._memory.trees.keep(state.digest, tree)

    def seen(self, documents: Collection[str]) -> Seen:
        """Return all that was looked at; *documents* are those that are read for some decks only."""
        everybody = self._everybody(documents)
        inputs = {}
        for path in sorted(self._there | everybody):
            # What was looked for but not opened counts by its content too: that it is there is not enough
            # where a later step reads it.
            if self._states.digest(path) is not None:
                inputs[path] = self._states.seen[path]
        return Seen(
            inputs,
            tuple(sorted(self._missing)),
            tuple(sorted(self._listed.values())),
            {
                each: tuple(sorted({each, *self._named.get(each, ())} - everybody))
                for each in sorted(documents)
                if each in inputs
            },
            frozenset(self._times),
        )

    def _everybody(self, documents: Collection[str]) -> set[str]:
        # A profile that is read a second time is read for its tags, which mean something to every deck.
        twice = {path for path, times in self._times.items() if times > 1}
        names = (paths for document, paths in self._named.items() if document not in documents)
        single = {path for path in self._times if path not in documents}
        return self._shared.union(twice, single, *names)
