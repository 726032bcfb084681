"""What one process keeps between the units that it makes: the cache of the project, and a few looks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from deckbuild.diagnostics.errors import FileError
from deckbuild.model.recent import Recent
from deckbuild.pipeline.look import FACES, Look

if TYPE_CHECKING:
    from deckbuild.cache.cache import Cache
    from deckbuild.cache.sealed import Digest
    from deckbuild.model.brand import Brand
    from deckbuild.pipeline.plan import Variant
    from deckbuild.read.project import Project

    Fonts = tuple[Digest | None, ...]

MOST_LOOKS = 4
"""Looks that are kept; a unit makes the decks of one look before those of the next."""


class Workshop:
    """The looks of one project, of which those used last are kept."""

    def __init__(self, memory: Cache | None = None) -> None:
        """*memory* has what was made before; None for nothing."""
        self.memory = memory
        self.helpers = 0
        """How many processes may run beside this one."""
        self._looks: Recent[tuple[str, str, str], list[tuple[Brand, Fonts, Look]]] = Recent(MOST_LOOKS)
        self._fonts: dict[tuple[str, str], Fonts] = {}
        """Project and brand → its fonts, as this reading of the project found them."""

    def go_on(self, memory: Cache | None) -> Workshop:
        """Begin another build, with the cache as it is opened for it, and return the workshop."""
        self.memory = memory
        self.tidy()
        for known in self._looks.values():
            for _, _, look in known:
                look.go_on(memory)
        return self

    def look(self, variant: Variant, project: Project) -> Look:
        """Return the look of a variant."""
        brand, language = project.brands[variant.brand], variant.session.language
        known = self._looks.get((str(project.root), brand.id, language), list)
        fonts = self._fonts_of(brand, project.root)
        # A brand that was read again is the same only where all that it says is, and where its fonts are.
        for same, own, look in known:
            if same == brand and own == fonts:
                return look
        look = Look(brand, language, _reader(project.root), self.memory)
        known[:] = [(brand, fonts, look)]
        return look

    def tidy(self) -> None:
        """Let go of what belongs to one reading of the project."""
        self._fonts.clear()
        for known in self._looks.values():
            for _, _, look in known:
                look.forget_slides()

    def _fonts_of(self, brand: Brand, root: Path) -> Fonts:
        """Return the digests of a brand's fonts."""
        key = str(root), brand.id
        if key not in self._fonts:
            from deckbuild.cache.states import content_digest

            files = [brand.fonts.file(bold=bold, italic=italic) for bold, italic in FACES]
            digest = (
                self.memory.files.digest if self.memory else lambda path: content_digest(f"{root}/{path}")
            )
            self._fonts[key] = tuple(map(digest, files))
        return self._fonts[key]


def _reader(root: Path) -> Callable[[str], bytes]:
    def read(path: str) -> bytes:
        try:
            return (root / path).read_bytes()
        except OSError as fault:
            raise FileError(path, fault.strerror or type(fault).__name__) from fault

    return read
