"""Faults that tests make on purpose, each with the one who must find it."""

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")
Make = Callable[[T], None]


class Seeds(dict[str, tuple[str, Make[T]]], Generic[T]):
    """Name of a fault → who finds it, and what makes it."""

    def found_by(self, finder: str) -> Callable[[Make[T]], Make[T]]:
        """Take the function below as a fault; its name, in words, is the fault's."""

        def register(make: Make[T]) -> Make[T]:
            self[make.__name__.replace("_", " ")] = (finder, make)
            return make

        return register
