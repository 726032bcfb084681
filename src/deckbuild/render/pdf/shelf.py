"""What was made for one document and serves the next: slides as they are drawn, packed pictures, subsets."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

T = TypeVar("T")


class Shelf(Generic[T]):
    """Things made from others, by what they were made from."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, tuple[tuple[object, ...], T]] = {}

    def take(self, sources: tuple[object, ...], key: Hashable, make: Callable[[], T]) -> T:
        """Return what was made from *sources* with a *key*, and make it where it was not.

        Sources are told apart by identity: they are values that do not change, and comparing two laid-out
        slides takes longer than drawing one. They are kept, so that no other can take their place in memory.
        """
        place = (*map(id, sources), key)
        if place not in self._kept:
            self._kept[place] = sources, make()
        return self._kept[place][1]
