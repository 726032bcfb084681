"""What one process keeps between the units that it makes: the cache of the project, and a few looks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from deckbuild.diagnostics.errors import FileError
from deckbuild.model.recent import Recent
from deckbuild.pipeline.look import Look

if TYPE_CHECKING:
    from deckbuild.cache.cache import Cache
    from deckbuild.pipeline.plan import Variant
    from deckbuild.read.project import Project

MOST_LOOKS = 4
"""Looks that are kept; a unit makes the decks of one look before those of the next."""


class Workshop:
    """The looks of one project, of which those used last are kept."""

    def __init__(self, memory: Cache | None = None) -> None:
        """*memory* has what was made before; None for nothing."""
        self.memory = memory
        self._looks: Recent[tuple[str, str, str], list[tuple[object, Look]]] = Recent(MOST_LOOKS)

    def look(self, variant: Variant, project: Project) -> Look:
        """Return the look of a variant."""
        brand, language = project.brands[variant.brand], variant.session.language
        known = self._looks.get((str(project.root), brand.id, language), list)
        # A brand that was read again is the same only where all that it says is.
        for same, look in known:
            if same == brand:
                return look
        look = Look(brand, language, _reader(project.root), self.memory)
        known[:] = [(brand, look)]
        return look

    def tidy(self) -> None:
        """Let go of what belongs to one reading of the project."""
        for known in self._looks.values():
            for _, look in known:
                look.forget_slides()


def _reader(root: Path) -> Callable[[str], bytes]:
    def read(path: str) -> bytes:
        try:
            return (root / path).read_bytes()
        except OSError as fault:
            raise FileError(path, fault.strerror or type(fault).__name__) from fault

    return read
