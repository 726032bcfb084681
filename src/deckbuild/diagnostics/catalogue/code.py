"""What an entry of the catalogue says."""

from __future__ import annotations

from deckbuild.model.dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Code:
    """An entry of the catalogue."""

    code: str
    title: str
    """The fault, in a few words."""
    what: str
    """What is found, and what is wanted."""
    why: str
    """Why it matters, or how it comes about."""

    @property
    def explanation(self) -> str:
        """What and why, as one paragraph."""
        return f"{self.what} {self.why}"
