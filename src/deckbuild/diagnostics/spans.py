"""Where the values of source documents stand: document and path in, line and column out.

Only messages ask, so nothing is computed before the first question about a document.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from deckbuild.model.origin import Origin

Path = tuple[str | int, ...]
"""Mapping keys and list indices from the root of a document."""


class Place(NamedTuple):
    """A character of a document."""

    line: int
    """From 1."""
    column: int
    """From 1, in characters."""


class Span(NamedTuple):
    """Where an entry of a document stands."""

    value: Place
    key: Place | None = None
    """The key of the entry; None for an entry of a list and for the root."""
    first_line: int = 0
    """Line of the first line of a literal block text; 0 for any other value."""
    width: int = 0
    """Characters of a text that ends on the line that it begins on; 0 for any other value."""


Spans = Mapping[Path, Span]


class SourceMap:
    """The documents of a project, and where everything stands in them."""

    def __init__(self) -> None:
        self._lines: dict[str, list[str]] = {}
        self._spans: dict[str, Spans] = {}
        self._find: dict[str, Callable[[], Spans]] = {}
        self._marks: dict[Origin, Place] = {}

    def add(self, document: str, text: str, spans: Callable[[], Spans]) -> None:
        """Take a document's text, and the function that finds all places in it once one is wanted."""
        self._lines[document] = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        self._find[document] = spans
        self._spans.pop(document, None)

    def mark(self, document: str, place: Place) -> Origin:
        """Return an origin for a character of no value, such as the one where reading stopped."""
        origin = Origin(document, (f"line {place.line}, column {place.column}",))
        self._marks[origin] = place
        return origin

    def place(self, origin: Origin) -> Place | None:
        """Return where a value (or its key) stands, or the nearest around it; None for no such document.

        An index below a literal block text means a line of that text, from 0.
        """
        if origin in self._marks:
            return self._marks[origin]
        found = self._span(origin)
        if found is None:
            return None
        span, rest = found
        if len(rest) == 1 and isinstance(rest[0], int) and span.first_line:
            return self._line_start(origin.document, span.first_line + rest[0])
        return span.key if origin.key and span.key and not rest else span.value

    def width(self, origin: Origin) -> int:
        """Return how many characters of its line a value (or its key) takes; 1 where that is not known."""
        place = self.place(origin)
        found = None if origin in self._marks else self._span(origin)
        if place is None or found is None:
            return 1
        span, rest = found
        if not rest and place == span.key:
            return len(str(origin.path[-1]))
        line = self.line(origin.document, place.line)
        if rest and span.first_line:
            return max(len(line.rstrip()) - place.column + 1, 1)
        return max(min(span.width, len(line) - place.column + 1), 1) if not rest else 1

    def is_mark(self, origin: Origin) -> bool:
        """Return whether an origin is a character of no value (see `mark`)."""
        return origin in self._marks

    def line(self, document: str, number: int) -> str:
        """Return a line of a document by its number from 1; empty where there is none."""
        lines = self._lines.get(document, [])
        return lines[number - 1] if 0 < number <= len(lines) else ""

    def _span(self, origin: Origin) -> tuple[Span, Path] | None:
        """Return the nearest value around an origin that has a place, and the rest of the path."""
        spans = self._spans_of(origin.document)
        if spans is None:
            return None
        path = origin.path
        while path and path not in spans:
            path = path[:-1]
        return spans.get(path, Span(Place(1, 1))), origin.path[len(path) :]

    def _spans_of(self, document: str) -> Spans | None:
        if document not in self._spans and document in self._find:
            self._spans[document] = self._find[document]()
        return self._spans.get(document)

    def _line_start(self, document: str, number: int) -> Place:
        line = self.line(document, number)
        return Place(number, len(line) - len(line.lstrip(" ")) + 1)
