"""Where the values of source documents stand: document and path in, line and column out.

Only messages ask, so nothing is computed before the first question about a document.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
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
    end: Place | None = None
    """Just after the value; None where it is not known."""


Spans = Mapping[Path, Span]

Asked = tuple[Origin, str]
"""A value, and a word in it; empty for all of it."""


class Excerpt(NamedTuple):
    """What messages want to know of some places: plain enough to be sent from one process to another."""

    places: Mapping[Asked, tuple[Place | None, int, bool]]
    """Where each stands, how wide it is, and whether it is a character of no value."""
    lines: Mapping[tuple[str, int], str]
    """Document and number → line."""


class SourceMap:
    """The documents of a project, and where everything stands in them."""

    def __init__(self) -> None:
        self._lines: dict[str, list[str]] = {}
        self._spans: dict[str, Spans] = {}
        self._finders: dict[str, Callable[[], Spans]] = {}
        self._marks: dict[Origin, Place] = {}
        self._places: dict[Asked, tuple[Place | None, int, bool]] = {}
        self._single: dict[tuple[str, int], str] = {}

    def add(self, document: str, text: str, spans: Callable[[], Spans]) -> None:
        """Take a document's text, and the function that finds all places in it once one is wanted."""
        self._lines[document] = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        self._finders[document] = spans
        self._spans.pop(document, None)

    def knows(self, document: str) -> bool:
        """Return whether a document's text is known."""
        return document in self._lines

    def excerpt(self, asked: Iterable[Asked]) -> Excerpt:
        """Return what is known of some places."""
        places = {each: (self.place(*each), self.width(*each), self.is_mark(each[0])) for each in asked}
        of_lines = {(at.document, place.line) for (at, _), (place, _, _) in places.items() if place}
        return Excerpt(places, {each: self.line(*each) for each in sorted(of_lines)})

    def adopt(self, excerpt: Excerpt) -> None:
        """Take what another map knows of some places."""
        self._places.update(excerpt.places)
        self._single.update(excerpt.lines)
        marked = ((at, place) for (at, _), (place, _, mark) in excerpt.places.items() if mark)
        self._marks.update((at, place) for at, place in marked if place)

    def mark(self, document: str, place: Place) -> Origin:
        """Return an origin for a character of no value, such as the one where reading stopped."""
        origin = Origin(document, (f"line {place.line}, column {place.column}",))
        self._marks[origin] = place
        return origin

    def place(self, origin: Origin, word: str = "") -> Place | None:
        """Return where a value (or its key) stands, or the nearest around it; None for no such document.

        An index below a text means a line of it, from 0, where the text is a literal block. Of a *word* that
        stands in the value its own place is returned.
        """
        if (origin, word) in self._places:
            return self._places[origin, word][0]
        if origin in self._marks:
            return self._marks[origin]
        found = self._span(origin)
        if found is None:
            return None
        span, rest = found
        place = span.key if origin.key and span.key and not rest else span.value
        if len(rest) == 1 and isinstance(rest[0], int) and span.first_line:
            place = self._line_start(origin.document, span.first_line + rest[0])
        return (self._find(origin.document, word, place, span.end) if word else None) or place

    def width(self, origin: Origin, word: str = "") -> int:
        """Return how many characters of its line a value (or its key) takes; 1 where that is not known."""
        if (origin, word) in self._places:
            return self._places[origin, word][1]
        place = self.place(origin, word)
        found = None if origin in self._marks else self._span(origin)
        if place is None or found is None:
            return 1
        line = self.line(origin.document, place.line)
        if word and line.startswith(word, place.column - 1):
            return len(word)
        span, rest = found
        if not rest and place == span.key:
            return len(str(origin.path[-1]))
        if rest and span.first_line:
            return max(len(line.rstrip()) - place.column + 1, 1)
        on_line = place == span.value and span.end is not None and span.end.line == place.line
        return max(span.end.column - place.column, 1) if on_line and span.end else 1

    def is_mark(self, origin: Origin) -> bool:
        """Return whether an origin is a character of no value (see `mark`)."""
        return origin in self._marks

    def line(self, document: str, number: int) -> str:
        """Return a line of a document by its number from 1; empty where there is none."""
        if (document, number) in self._single:
            return self._single[document, number]
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
        span, rest = spans.get(path, Span(Place(1, 1))), origin.path[len(path) :]
        # The first line of a text that is no block is the text.
        return (span, ()) if rest == (0,) and not span.first_line else (span, rest)

    def _find(self, document: str, word: str, start: Place, end: Place | None) -> Place | None:
        """Return where a word first stands between two places; None where it is not on one line there."""
        for number in range(start.line, (end or start).line + 1):
            line = self.line(document, number)
            stop = end.column - 1 if end and end.line == number else len(line)
            column = line.find(word, start.column - 1 if number == start.line else 0, stop)
            if column >= 0:
                return Place(number, column + 1)
        return None

    def _spans_of(self, document: str) -> Spans | None:
        if document not in self._spans and document in self._finders:
            self._spans[document] = self._finders[document]()
        return self._spans.get(document)

    def _line_start(self, document: str, number: int) -> Place:
        line = self.line(document, number)
        return Place(number, len(line) - len(line.lstrip(" ")) + 1)
