"""A family's four faces for PDF: TrueType files in, embedded subsets out (ISO 32000-1, 9.6.3 and 9.10.3).

Faces are loaded when the first letter asks for them, and may serve several documents one after the other.
"""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import TYPE_CHECKING

from reportlab.pdfbase.pdfdoc import PDFStream
from reportlab.pdfbase.ttfonts import SUBSETN, TTFont

from deckbuild.model.brand import FontFamily

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reportlab.pdfbase.pdfdoc import PDFDocument

LEAST_MOVE = 2.5
"""Thousandths of an em by which a letter may stand beside its place before the pen is moved."""


class Face:
    """One face of the family."""

    def __init__(self, name: str, data: bytes) -> None:
        # No ASCII range by default: a subset then holds only the letters that the document shows.
        self._font = _Font(name, BytesIO(data), asciiReadable=False, shapable=False)
        parsed = self._font.face
        # Chrome's reader cuts widths down to whole thousandths: a long line would end short of its place.
        parsed.charWidths = {code: round(width) for code, width in parsed.charWidths.items()}
        parsed.defaultWidth = round(parsed.defaultWidth)
        self.underline = -parsed.underlinePosition / parsed.unitsPerEm
        """How far under the baseline an underline's middle is, in em."""
        self.underline_width = parsed.underlineThickness / parsed.unitsPerEm
        """In em."""

    def width(self, text: str, size: float) -> float:
        """Return the advance of *text* without kerning, in the unit of *size*."""
        return self._font.stringWidth(text, size)

    def show(
        self, text: str, document: PDFDocument, advances: Sequence[float] = ()
    ) -> Iterator[tuple[str, str]]:
        """Yield what shows *text* in *document*: pairs of font resource and operand of the operator TJ.

        *advances* are those of the letters in em, where they differ from the font's own: kerning.
        """
        at = 0
        for subset, codes in self._font.splitString(text, document):
            kerning = self._kerning(text[at : at + len(codes)], advances[at : at + len(codes)])
            at += len(codes)
            yield self._font.getSubsetInternalName(subset, document), _kerned(codes, kerning)

    def _kerning(self, text: str, advances: Sequence[float]) -> Iterator[tuple[int, float]]:
        """Yield how many letters stand before each move of the pen, and the move back in em thousandths."""
        widths, missing = self._font.face.charWidths, self._font.face.defaultWidth
        ahead = 0.0
        for index, (letter, advance) in enumerate(zip(text, advances, strict=False), 1):
            ahead += widths.get(ord(letter), missing) - advance * 1000
            if abs(ahead) > LEAST_MOVE:
                yield index, ahead
                ahead = 0.0


class Fonts:
    """A family's faces, read from their files as they are needed."""

    def __init__(self, family: FontFamily, read: Callable[[str], bytes]) -> None:
        """*read* returns the bytes of a file that *family* names."""
        self._family = family
        self._read = read
        self._faces: dict[tuple[bool, bool], Face] = {}

    def face(self, *, bold: bool = False, italic: bool = False) -> Face:
        """Return a face of the family."""
        style = (bold, italic)
        if style not in self._faces:
            data = self._read(self._family.file(bold=bold, italic=italic))
            self._faces[style] = Face(f"face-{bold:d}{italic:d}", data)
        return self._faces[style]


class _Font(TTFont):
    """A TrueType font whose ToUnicode map is one that readers accept.

    reportlab maps unused codes to U+0000 and writes one block for all codes, where a block may hold 100
    (ISO 14289-1, 7.21.7; Adobe technical note 5411).
    """

    def addObjects(self, doc: PDFDocument) -> None:  # noqa: N802 - reportlab's name
        subsets = self.state[doc].subsets
        super().addObjects(doc)
        for number, subset in enumerate(subsets):
            base_font = f"{SUBSETN(number).decode()}+{self.face.name.decode()}"
            stream = doc.idToObject[f"toUnicodeCMap:{base_font}"]
            assert isinstance(stream, PDFStream)
            stream.content = to_unicode(base_font, subset)


def _kerned(codes: bytes, kerning: Iterable[tuple[int, float]]) -> str:
    """Return the operand of TJ: strings, and between them moves of the pen."""
    parts = []
    start = 0
    for end, back in kerning:
        parts.append(f"<{codes[start:end].hex()}>{back:.1f}")
        start = end
    return f"[{''.join(parts)}<{codes[start:].hex()}>]"


def to_unicode(name: str, codes: Sequence[int]) -> str:
    """Return a ToUnicode CMap for a subset: the Unicode code point of each character code, 0 for none."""
    rows = [f"<{code:02X}> <{_utf16(point)}>" for code, point in enumerate(codes) if point]
    blocks = [rows[start : start + 100] for start in range(0, len(rows), 100)]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            f"/CMapName /{name} def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<00> <FF>",
            "endcodespacerange",
            *("\n".join([f"{len(block)} beginbfchar", *block, "endbfchar"]) for block in blocks),
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
    )


def _utf16(point: int) -> str:
    return chr(point).encode("utf-16-be").hex().upper()
