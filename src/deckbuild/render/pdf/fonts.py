"""A family's four faces for PDF: TrueType files in, operands of TJ out, glyph by glyph (ISO 32000-1, 9.7.6).

Letters are written as the numbers of their glyphs, so that what a page holds does not depend on what else the
document holds; which glyphs are embedded is decided when the file is finished (`embedding`). Faces are read
when the first letter asks for them, and may serve many documents one after the other.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import uharfbuzz as hb

from deckbuild.model.brand import FontFamily
from deckbuild.render.pdf.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from deckbuild.render.pdf.embedding import Subset
    from deckbuild.render.pdf.pages import Body, Edges, Shown
    from deckbuild.render.pdf.pictures import Packed
    from deckbuild.render.pdf.structure import Grove
    from deckbuild.render.pdf.tags import Drawing

LEAST_MOVE = 2.5
"""Thousandths of an em by which a letter may stand beside its place before the pen is moved."""

UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\r\n")
"""Letters that are not drawn where a face has no glyph for them."""

STAND_INS = {"\t": " ", "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u2010": "-", "\u2011": "-"}
"""Letter that a face has no glyph for → the letter that is drawn instead; `?` for any other."""

Style = tuple[bool, bool]
"""Bold, italic."""


class Face:
    """One face of the family."""

    def __init__(self, style: Style, data: bytes) -> None:
        self.style = style
        self.resource = f"F{style[0]:d}{style[1]:d}"
        """What content streams call it, the same in every document."""
        self.file = hb.Face(data)
        self.font = hb.Font(self.file)
        self.name: str = self.file.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or self.resource
        """Its PostScript name."""
        self.upem: int = self.file.upem
        self._glyphs = _Glyphs(self)
        metric = self.font.get_metric_position_with_fallback
        self.underline = -metric(hb.OTMetricsTag.UNDERLINE_OFFSET) / self.upem
        """How far under the baseline an underline's middle is, in em."""
        self.underline_width = metric(hb.OTMetricsTag.UNDERLINE_SIZE) / self.upem
        """In em."""

    def width(self, text: str, size: float) -> float:
        """Return the advance of *text* without kerning, in the unit of *size*."""
        glyphs = self._glyphs
        return sum(glyphs[letter][1] for letter in text) * size / 1000

    def show(self, text: str, advances: Sequence[float] = (), scale: float = 1.0) -> str:
        """Return the operand of TJ that shows *text*.

        *advances* are those of the letters, where they differ from the font's own: kerning. Times *scale*
        they are thousandths of an em. Letters beyond them have the font's.
        """
        glyphs = self._glyphs
        parts = ["[<"]
        ahead = 0.0
        for letter, advance in zip(text, advances, strict=False):
            code, width = glyphs[letter]
            parts.append(code)
            ahead += width - advance * scale
            if ahead > LEAST_MOVE or ahead < -LEAST_MOVE:
                parts.append(f">{ahead:.0f}<")
                ahead -= round(ahead)
        parts += [glyphs[letter][0] for letter in text[len(advances) :]]
        parts.append(">]")
        return "".join(parts)

    def glyph(self, letter: str) -> tuple[int, str] | None:
        """Return the number of the glyph that shows a letter, and what it is; None where nothing is shown."""
        for shown in (letter, STAND_INS.get(letter, "?")):
            number: int | None = self.font.get_nominal_glyph(ord(shown))
            if number:
                return number, shown
            if letter in UNSEEN:
                return None
        return None

    def glyphs(self, letters: Iterable[str]) -> dict[int, str]:
        """Return the glyphs that show *letters*, each with the letter that it stands for, in their order.

        Where two letters have one glyph, such as a space and one that does not break, it stands for the one
        that comes first in Unicode.
        """
        found = (self.glyph(letter) for letter in sorted(letters))
        named: dict[int, str] = {}
        for number, letter in (each for each in found if each):
            named.setdefault(number, letter)
        return dict(sorted(named.items()))

    def glyph_width(self, glyph: int) -> int:
        """Return a glyph's advance, in whole thousandths of an em."""
        return self.thousandths(self.font.get_glyph_h_advance(glyph))

    def thousandths(self, units: float) -> int:
        """Return a length of the font's in thousandths of an em."""
        return round(units * 1000 / self.upem)


class Fonts:
    """A family's faces, read from their files as they are needed, and what was made with them.

    They outlive a document: the next one finds on their shelves what it has in common with those before.
    """

    def __init__(self, family: FontFamily, read: Callable[[str], bytes]) -> None:
        """*read* returns the bytes of a file that *family* names."""
        self.family = family
        self.read = read
        self._faces: dict[Style, Face] = {}
        self.slides: Shelf[Drawing] = Shelf(64)
        self.targets: Shelf[frozenset[str]] = Shelf(64)
        self.footers: Shelf[Drawing] = Shelf(64)
        self.shown: Shelf[Shown] = Shelf(32)
        self.bodies: Shelf[Body] = Shelf(32)
        self.edges: Shelf[Edges] = Shelf(32)
        self.groves: Shelf[Grove] = Shelf(32)
        self.pictures: Shelf[Packed] = Shelf(16)
        self.subsets: Shelf[Subset] = Shelf(16)

    def room_for(self, pages: int, slides: int) -> None:
        """Keep as much as documents of so many pages, on which so many slides stand, have in common."""
        for shelf in (self.slides, self.targets, self.footers):
            shelf.room_for(2 * slides + 64)
        for each in (self.shown, self.bodies, self.edges, self.groves):
            each.room_for(2 * pages + 16)

    def face(self, *, bold: bool = False, italic: bool = False) -> Face:
        """Return a face of the family."""
        style = (bold, italic)
        if style not in self._faces:
            self._faces[style] = Face(style, self.read(self.family.file(bold=bold, italic=italic)))
        return self._faces[style]


class _Glyphs(dict[str, tuple[str, int]]):
    """Letter → the code of its glyph, four hexadecimal digits, and its advance in thousandths of an em.

    Advances are whole: Chrome's reader cuts the fractions off, and a long line would end short of its place.
    """

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, letter: str) -> tuple[str, int]:
        found = self._face.glyph(letter)
        entry = (f"{found[0]:04X}", self._face.glyph_width(found[0])) if found else ("", 0)
        self[letter] = entry
        return entry
