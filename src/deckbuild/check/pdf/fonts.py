"""A font of a PDF as a reader of its text needs it: codes in, letters out (ISO 32000-1, 9.10).

Composite fonts have codes of two bytes here (Identity-H), simple ones of one.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

import pikepdf

from deckbuild.check.pdf.glyphs import Glyphs, read_glyphs

UNMAPPED = "\ufffd"
"""Stands for a code that the font gives no letter."""
NO_LETTERS = frozenset("\0\ufeff\ufffe\ufffd")
"""What a ToUnicode map must not give (ISO 14289-1, 7.21.7), and the sign for an unknown letter."""
BLOCK = re.compile(rb"begin(bfchar|bfrange)(.*?)endbf", re.DOTALL)
HEX = rb"<\s*([0-9A-Fa-f\s]*)>"
CHAR = re.compile(HEX + rb"\s*" + HEX)
RANGE = re.compile(HEX + rb"\s*" + HEX + rb"\s*(?:" + HEX + rb"|\[([^\]]*)\])")


class Font:
    """A font, and the codes that were shown in it so far."""

    def __init__(self, font: pikepdf.Object) -> None:
        composite = font.get("/Subtype") == "/Type0"
        self.name = str(font.get("/BaseFont", "/unnamed")).lstrip("/")
        self._wide = composite
        self._letters = dict(_to_unicode(font)) or _encoding(font)
        self._shown: set[int] = set()
        self._descendant = font.DescendantFonts[0] if composite else font

    def text(self, codes: bytes) -> str:
        """Return the letters of a string that is shown; a code without a letter gives `UNMAPPED`."""
        numbers = struct.unpack(f">{len(codes) // 2}H", codes[: len(codes) // 2 * 2]) if self._wide else codes
        self._shown.update(numbers)
        letters = self._letters
        return "".join([letters.get(number, UNMAPPED) for number in numbers])

    def faults(self) -> Iterator[str]:
        """Yield what keeps the text that was shown from being drawn, copied or read aloud, in words."""
        data = self._program()
        if data is None:
            yield f"the font {self.name} is not embedded"
        unmapped = sorted(code for code in self._shown if not set(self._letters.get(code, "\0")) - NO_LETTERS)
        if unmapped:
            codes = ", ".join(f"{code:04X}" for code in unmapped[:5])
            yield f"the font {self.name} gives no letter for {len(unmapped)} of its codes: {codes}"
        glyphs = read_glyphs(data) if data and self._wide and self._by_glyph() else None
        missing = sorted(self._missing(glyphs)) if glyphs else []
        if missing:
            yield f"the font {self.name} draws nothing for “{''.join(missing)[:20]}”"

    def _missing(self, glyphs: Glyphs) -> Iterator[str]:
        for code in self._shown:
            letter = self._letters.get(code, "")
            if letter.strip() and not glyphs.draws(code):
                yield letter

    def _by_glyph(self) -> bool:
        """Return whether codes are the numbers of glyphs."""
        return str(self._descendant.get("/CIDToGIDMap", "/Identity")) == "/Identity"

    def _program(self) -> bytes | None:
        descriptor = self._descendant.get("/FontDescriptor", pikepdf.Dictionary())
        for name in ("/FontFile2", "/FontFile3", "/FontFile"):
            if name in descriptor:
                return bytes(descriptor[name].read_bytes())
        return None


def _to_unicode(font: pikepdf.Object) -> Iterator[tuple[int, str]]:
    """Yield code and letters of a font's ToUnicode map (Adobe technical note 5411)."""
    if not isinstance(font.get("/ToUnicode"), pikepdf.Stream):
        return
    for kind, block in BLOCK.findall(font.ToUnicode.read_bytes()):
        if kind == b"bfchar":
            yield from ((int(code, 16), _letters(text)) for code, text in CHAR.findall(block))
            continue
        for first, last, start, each in RANGE.findall(block):
            codes = range(int(first, 16), int(last, 16) + 1)
            if each:
                yield from zip(codes, map(_letters, re.findall(HEX, each)), strict=False)
            else:
                text = _letters(start)
                yield from ((code, text[:-1] + chr(ord(text[-1]) + n)) for n, code in enumerate(codes))


def _encoding(font: pikepdf.Object) -> dict[int, str]:
    """Return the letters of an encoding that says them itself: WinAnsi (9.10.2, annex D.2)."""
    if font.get("/Encoding") != "/WinAnsiEncoding":
        return {}
    letters = ((code, bytes((code,)).decode("cp1252", "ignore")) for code in range(0x20, 0x100))
    return {code: letter for code, letter in letters if letter}


def _letters(digits: bytes) -> str:
    return bytes.fromhex(digits.decode("ascii")).decode("utf-16-be", "replace")
