"""What was made lately, by what it was made of; the longest unused is forgotten first."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

ROOM = 8
"""Entries that are kept unless more are asked for."""


class Recent(Generic[K, V]):
    """A memory of bounded size: a thousand decks need no more of it than a hundred."""

    def __init__(self, room: int = ROOM) -> None:
        self.room = room
        self._known: dict[K, V] = {}

    def get(self, key: K, make: Callable[[], V]) -> V:
        """Return what belongs to a key: as it was made before, or new."""
        value = self._known.pop(key, None)
        if value is None:
            value = make()
        self._known[key] = value  # as the latest
        while len(self._known) > self.room:
            del self._known[next(iter(self._known))]
        return value

    def values(self) -> Iterable[V]:
        """Return what is known, that used last at the end."""
        return self._known.values()
