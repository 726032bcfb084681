"""What the readers of one project share: its files, where everything stands, and what was found wrong."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import TypeVar

from deckbuild.diagnostics import Diagnostic, SourceMap, error
from deckbuild.model.dataclasses import dataclass, field
from deckbuild.model.drawing import Command
from deckbuild.model.origin import Origin
from deckbuild.model.source import Picture
from deckbuild.read.faults import decode
from deckbuild.read.files import Files
from deckbuild.read.nodes import MOST_BYTES, Tree, again, parse

T = TypeVar("T")


class ProfileNames:
    """What conditions may name: the ids of a project's profiles, and their tags."""

    def __init__(self, ids: Iterable[str], tags: Callable[[], Collection[str]]) -> None:
        """*tags* reads them from every profile's file, once a condition names what is no id."""
        self.ids = frozenset(ids)
        self._read = tags

    def __contains__(self, name: str) -> bool:
        return name in self.ids or name in self.tags

    @cached_property
    def tags(self) -> frozenset[str]:
        """The tags of all profiles."""
        return frozenset(self._read())


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of a project. Readers append to it and never stop at a fault."""

    files: Files
    icons_folder: str = "assets/icons"
    """Project path of the icons' folder."""
    places: SourceMap = field(default_factory=SourceMap)
    found: list[Diagnostic] = field(default_factory=list)
    icons: dict[str, tuple[Command, ...]] = field(default_factory=dict)
    """Name → outline of each icon that a card has asked for."""
    pictures: dict[str, Picture] = field(default_factory=dict)
    """Project path → picture of each file that was read, whatever its alternative text."""
    names: ProfileNames = field(default_factory=lambda: ProfileNames((), frozenset))
    """What conditions may name."""

    def error(
        self,
        code: str,
        message: str,
        origin: Origin,
        hints: Iterable[str] = (),
        related: Iterable[tuple[Origin, str]] = (),
    ) -> None:
        """Note a fault that stops the build."""
        self.found.append(error(code, message, origin, hints, related))

    def clash(self, fields: tuple[str, str], message: str, origin: Origin, hint: str) -> None:
        """Note that two fields of a mapping exclude each other: at the second, with the first beside it."""
        first, second = (Origin(origin.document, (*origin.path, each), key=True) for each in fields)
        self.error("DB116", message, second, [hint], [(first, f"`{fields[0]}` stands here")])

    def yaml(self, path: str, origin: Origin | None = None) -> Mapping[str, Tree] | None:
        """Return the mapping of a YAML file; None where there is none. *origin* is what names the file."""
        data = self.data(path, origin or Origin(path), MOST_BYTES)
        if data is None:
            return None
        parsed, before = self.files.parsed, len(self.found)
        known = parsed.tree(path) if parsed else None
        if known is not None:
            again(path, data, self.places)
            return known
        tree = parse(path, data, self.places, self.found)
        if parsed and tree is not None and len(self.found) == before:
            parsed.keep_tree(path, tree)
        return tree

    def data(self, path: str, origin: Origin, most: int) -> bytes | None:
        """Return a file's bytes, at most one more than *most*; None where it cannot be read."""
        return self.accept(self.files.read(path, origin, most))

    def file(self, written: str, origin: Origin) -> str | None:
        """Return the project path of a file that a document names; None where there is none."""
        return self.accept(self.files.find(written, origin))

    def decode(self, tree: object, declaration: type[T], origin: Origin, noun: str) -> T | None:
        """Return a tree as its declaration; None where it has faults. *noun* is what a message calls it."""
        return decode(tree, declaration, origin, noun, self.found)

    def plain(self, text: str | None, origin: Origin) -> str:
        """Return text of a field without markup, on one line; empty for None. Keys do not stand there."""
        text = " ".join((text or "").split())
        if "{{" in text:
            hint = "Write the words out: only Markdown text holds keys."
            self.error("DB123", f"a key stands in a text without markup: “{text}”", origin, [hint])
        return text

    def date(self, text: str, origin: Origin) -> str:
        """Return an ISO 8601 date of the right form, and note one that no calendar has."""
        try:
            date.fromisoformat(text)
        except ValueError:
            self.error("DB115", f"there is no day “{text}”", origin, ["Write a date such as 2027-03-31."])
        return text

    def accept(self, value: T | Diagnostic) -> T | None:
        """Return a step's value, or note why there is none and return None."""
        if isinstance(value, Diagnostic):
            self.found.append(value)
            return None
        return value
