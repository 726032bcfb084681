"""Decks that were built for tests, with what they were built from."""

from dataclasses import dataclass
from pathlib import Path

from deckbuild.model.deck import Deck
from deckbuild.model.scene import Scene


@dataclass(frozen=True)
class Built:
    """One variant in all formats."""

    deck: Deck
    scenes: tuple[Scene, ...]
    files: dict[str, Path]
    """Format → file."""

    @property
    def pptx(self) -> Path:
        return self.files["pptx"]

    def pdf(self, kind: str) -> Path:
        return self.files[kind]
