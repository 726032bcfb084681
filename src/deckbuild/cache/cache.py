"""The cache of one project, opened: the store, the action table and the states of files, with one end."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType

from deckbuild.cache.actions import Actions
from deckbuild.cache.code import code_state
from deckbuild.cache.sealed import Digest
from deckbuild.cache.states import FileStates
from deckbuild.cache.store import MOST_BYTES, Store
from deckbuild.cache.trees import Trees
from deckbuild.cache.trouble import Trouble, Troubles


class Cache:
    """What one process needs of the cache. Nothing is written before `close`."""

    def __init__(
        self, project: Path, folder: Path, *, limit: int = MOST_BYTES, code: Digest | None = None
    ) -> None:
        """*project* is the project's folder, absolute; *folder* is the cache's (`place.default_folder`).

        *code* is the compiler's state where it is known already.
        """
        self.folder = folder
        self._troubles = Troubles()
        self.code = code or code_state(folder, self._troubles)
        self.store = Store(folder, self._troubles, limit=limit)
        self.actions = Actions(self.store, self.code, self._troubles)
        self.trees = Trees(self.store, self.code)
        self.files = FileStates(project, folder / "files.table", self._troubles)

    def __enter__(self) -> Cache:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        # What was made before a fault or Ctrl-C is as good as any.
        self.close()

    def close(self) -> None:
        """Keep what was made and learnt, for the next build."""
        self.store.close()
        self.files.save()

    @property
    def troubles(self) -> tuple[Trouble, ...]:
        """What went wrong with the cache so far, one of each kind."""
        return self._troubles.found
