"""A YAML text in, the place of every key and value out. Runs only when a message needs a place."""

from __future__ import annotations

from typing import Protocol

import yaml

from deckbuild.diagnostics import Place, Span
from deckbuild.diagnostics.spans import Path


class Mark(Protocol):
    """A place as libyaml counts it."""

    @property
    def line(self) -> int:
        """From 0."""

    @property
    def column(self) -> int:
        """From 0, in characters."""


def place_of(mark: Mark | None) -> Place:
    """Return a place of libyaml as ours; None is the beginning."""
    return Place(mark.line + 1, mark.column + 1) if mark else Place(1, 1)


def _end(event: yaml.NodeEvent) -> Place | None:
    """Return the place just after a text or alias; None for a collection, which begins here."""
    return None if isinstance(event, yaml.CollectionStartEvent) else place_of(event.end_mark)


def spans(text: str) -> dict[Path, Span]:
    """Return path → place of each value and key, as far as the text can be read.

    Of two equal keys the first counts. What an alias stands for has the alias's place.
    """
    found: dict[Path, Span] = {}
    walk = _Walk(found)
    loader = yaml.CSafeLoader(text)
    try:
        while (event := loader.get_event()) is not None and not isinstance(event, yaml.StreamEndEvent):
            walk.take(event)
    except yaml.YAMLError:
        pass  # `nodes` has reported it; what stands before it has its places
    finally:
        loader.dispose()
    return found


class _Walk:
    """Follows the events of one text, with the path of the value that comes next."""

    def __init__(self, found: dict[Path, Span]) -> None:
        self.found = found
        self.path: list[str | int] = []
        self.key: Place | None = None
        self.in_mapping: list[bool] = []

    def take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.CollectionEndEvent):
            self.in_mapping.pop()
            self.path.pop()
            self._done()
        elif isinstance(event, yaml.NodeEvent):
            self._node(event)

    def _node(self, event: yaml.NodeEvent) -> None:
        at = place_of(event.start_mark)
        if self.in_mapping and self.in_mapping[-1] and self.key is None:
            self.path[-1] = event.value if isinstance(event, yaml.ScalarEvent) else ""
            self.key = at
            return
        literal = isinstance(event, yaml.ScalarEvent) and event.style == "|"
        span = Span(at, self.key, at.line + 1 if literal else 0, _end(event))
        self.found.setdefault(tuple(self.path), span)
        if isinstance(event, yaml.CollectionStartEvent):
            mapping = isinstance(event, yaml.MappingStartEvent)
            self.in_mapping.append(mapping)
            self.path.append("" if mapping else 0)
            self.key = None
        else:
            self._done()

    def _done(self) -> None:
        """Move on to the next entry of the collection around the value."""
        self.key = None
        if self.in_mapping and not self.in_mapping[-1]:
            last = self.path[-1]
            self.path[-1] = last + 1 if isinstance(last, int) else 0
