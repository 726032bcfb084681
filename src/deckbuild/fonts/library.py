"""The four faces of a brand's family, opened when first needed."""

from __future__ import annotations

from collections.abc import Callable

from deckbuild.fonts.metrics import Face
from deckbuild.model.brand import FontFamily


class Fonts:
    """Faces by boldness and slant."""

    def __init__(self, family: FontFamily, read: Callable[[str], bytes]) -> None:
        """Remember the family's files; *read* returns the bytes of a project-relative path."""
        self._family = family
        self._read = read
        self._faces: dict[tuple[bool, bool], Face] = {}

    def face(self, bold: bool, italic: bool) -> Face:
        """Return a face.

        Raises:
            OSError: its file cannot be read.
        """
        key = (bold, italic)
        if key not in self._faces:
            file = self._family.file(bold=bold, italic=italic)
            self._faces[key] = Face(self._read(file), file.rsplit("/", 1)[-1])
        return self._faces[key]
