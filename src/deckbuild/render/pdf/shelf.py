"""What was made for one document and serves the next: drawn slides and pages, packed pictures, subsets."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from deckbuild.model.recent import Recent

T = TypeVar("T")


class Shelf(Generic[T]):
    """Things made from others, by what they were made from; those that were used last are kept."""

    def __init__(self, room: int) -> None:
        """*room* is how many things are kept."""
        self._kept: Recent[Hashable, tuple[tuple[object, ...], T]] = Recent(room)

    def room_for(self, count: int) -> None:
        """Keep so many things, or more."""
        self._kept.room = max(self._kept.room, count)

    def take(self, sources: tuple[object, ...], key: Hashable, make: Callable[[], T]) -> T:
        """Return what was made from *sources* with a *key*, and make it where it was not.

        Sources are told apart by identity: they are values that do not change, and comparing two laid-out
        slides takes longer than drawing one. They are kept, so that no other can take their place in memory.
        """
        return self._kept.get((*map(id, sources), key), lambda: (sources, make()))[1]
