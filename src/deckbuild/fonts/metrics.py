"""What a face says about text: advances with kerning, ascent and descent, by HarfBuzz.

Text comes in as a run of one face; out go advances in fractions of the font size, one for each character.
Ligatures are off, so that each character keeps an advance; no face used has one that changes a width.
"""

from __future__ import annotations

from functools import lru_cache

import uharfbuzz as hb

RECENT = 2048
"""Texts whose advances a face remembers: each is asked for several times, mostly in a row."""
FEATURES = {"kern": True, "liga": False, "clig": False}


class Face:
    """One face of a family."""

    def __init__(self, data: bytes, name: str) -> None:
        """Open a TrueType file's bytes; *name* is for messages."""
        self.name = name
        face = hb.Face(data)
        self._font = hb.Font(face)
        self._upem: int = face.upem
        extents = self._font.get_font_extents("ltr")
        self.ascent: float = extents.ascender / self._upem
        self.descent: float = -extents.descender / self._upem
        """Depth below the baseline, positive, in fractions of the size."""
        self._recent = lru_cache(maxsize=RECENT)(self._shape)
        self._present: set[str] = set()
        """Characters that it was found to have."""

    def advances(self, text: str) -> tuple[float, ...]:
        """Return the advance of each character, kerned with the next, in fractions of the size."""
        return self._recent(text) if text else ()

    def _shape(self, text: str) -> tuple[float, ...]:
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        hb.shape(self._font, buffer, FEATURES)
        advances = [position.x_advance / self._upem for position in buffer.glyph_positions]
        if len(advances) == len(text) and text.isascii():
            return tuple(advances)  # without marks and ligatures, each character has its own glyph
        widths = [0.0] * len(text)
        for info, advance in zip(buffer.glyph_infos, advances, strict=True):
            widths[info.cluster] += advance
        return tuple(widths)

    def missing(self, text: str) -> str:
        """Return the characters of *text* that the face has no glyph for, each once, in order."""
        if self._present.issuperset(text):
            return ""
        lost = [letter for letter in dict.fromkeys(text) if self._font.get_nominal_glyph(ord(letter)) is None]
        self._present.update(set(text).difference(lost))
        return "".join(letter for letter in lost if letter not in "\t\n\u00ad")
