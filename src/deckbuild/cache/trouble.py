"""What went wrong with the cache, as values: each is told once and stops nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, NamedTuple

TroubleKind = Literal["damaged", "unreadable", "unwritable"]


class DamagedError(Exception):
    """Bytes that are not what was once written; never leaves the room."""


class Trouble(NamedTuple):
    """Something that the cache could not do."""

    kind: TroubleKind
    path: Path
    reason: str
    """In the system's words, or what is wrong with the bytes."""

    @property
    def message(self) -> str:
        """One sentence without full stop."""
        if self.kind == "damaged":
            return f"a part of the cache was damaged and is made anew: {self.path}: {self.reason}"
        verb = "read" if self.kind == "unreadable" else "written"
        return f"the cache cannot be {verb}, and the build goes on without: {self.path}: {self.reason}"

    @property
    def hint(self) -> str:
        """What to do, beginning with a verb."""
        if self.kind == "damaged":
            return "Do nothing; if it happens again, have the disk checked."
        return "Free some space, check the permissions, or set `DECKBUILD_CACHE_DIR` to another folder."


class Troubles:
    """What went wrong so far: the first trouble of each kind, since the others come of the same cause."""

    def __init__(self) -> None:
        self._found: dict[TroubleKind, Trouble] = {}

    def add(self, kind: TroubleKind, path: Path, fault: Exception) -> None:
        """Note a fault."""
        strerror = fault.strerror if isinstance(fault, OSError) else None
        self._found.setdefault(kind, Trouble(kind, path, strerror or str(fault) or type(fault).__name__))

    def has(self, kind: TroubleKind) -> bool:
        """Return whether something of a kind was noted."""
        return kind in self._found

    @property
    def found(self) -> tuple[Trouble, ...]:
        """All of them, in the order in which they came."""
        return tuple(self._found.values())
