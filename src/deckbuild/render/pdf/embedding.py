"""Fonts in a file: faces and the letters shown with them in, embedded subsets out (ISO 32000-1, 9.7 and 9.9).

Subsets keep the numbers of their glyphs. A form's fields get a font of their own, since what people will type
into them is not known: a simple one with the letters of `typing_font` (12.7.3.3).
"""

from __future__ import annotations

import hashlib
import struct
from typing import TYPE_CHECKING

import uharfbuzz as hb

from deckbuild.model.dataclasses import dataclass
from deckbuild.render.pdf.file import compressed
from deckbuild.render.pdf.syntax import name, reference
from deckbuild.render.pdf.typing_font import LETTERS, encoding

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from collections.abc import Set as AbstractSet

    from deckbuild.render.pdf.file import File
    from deckbuild.render.pdf.fonts import Face
    from deckbuild.render.pdf.shelf import Shelf

ITALIC, NONSYMBOLIC = 1 << 6, 1 << 5
"""Flags of a font descriptor (ISO 32000-1, table 123)."""

STEM = 88, 140
"""Width of the vertical stems of a regular and a bold face, em thousandths; what stands in for a missing font
is chosen by it, and ours are never missing."""

LEFT_OUT = ("GDEF", "GPOS", "GSUB", "STAT", "gasp", "DSIG", "name", "OS/2", "post")
"""Tables that a reader of a PDF does not use."""


COMMON = frozenset(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x100)))) | frozenset("–—‘’“”•…€→−")
"""Letters that every subset holds: ASCII, Latin-1 and the signs of English print.

So nearly all documents of a brand embed the very same bytes; each of them costs six kilobytes a face more.
"""


@dataclass(frozen=True, slots=True)
class Subset:
    """A part of a face, ready for files."""

    base: bytes
    """Its name."""
    program: bytes
    """A stream with the font file."""
    widths: bytes
    cmap: bytes
    """A stream with the letter of each glyph; empty for a simple font."""


def embed(file: File, face: Face, letters: AbstractSet[str], shelf: Shelf[Subset]) -> int:
    """Return the number of the composite font that shows *letters* by the numbers of their glyphs.

    *shelf* holds the subsets that other documents have.
    """
    rare = face.glyphs(letters - COMMON)
    common = face.glyphs(letters & COMMON) if rare else {}
    # Of two letters with one glyph the file names that which is shown; where both are, the common one.
    named = {glyph: letter for glyph, letter in rare.items() if glyph not in common}
    subset = shelf.take((face,), tuple(named.items()), lambda: _subset(face, named))
    descriptor = _descriptor(file, face, subset)
    descendant = file.add(
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
        b"/Supplement 0>>/FontDescriptor %s/DW 0/W[%s]/CIDToGIDMap/Identity>>"
        % (subset.base, reference(descriptor), subset.widths)
    )
    cmap = file.add(subset.cmap)
    return file.add(
        b"<</Type/Font/Subtype/Type0/BaseFont%s/Encoding/Identity-H/DescendantFonts[%s]/ToUnicode %s>>"
        % (subset.base, reference(descendant), reference(cmap))
    )


def _subset(face: Face, rare: Mapping[int, str]) -> Subset:
    glyphs = dict(sorted({**face.glyphs(COMMON), **rare}.items()))
    widths = b" ".join(b"%d[%d]" % (glyph, face.glyph_width(glyph)) for glyph in glyphs)
    cmap = compressed(to_unicode(glyphs).encode("ascii"))
    return Subset(_base_name(face, glyphs), _program(face, glyphs, ("cmap",)), widths, cmap)


def embed_for_typing(file: File, face: Face, shelf: Shelf[Subset]) -> int:
    """Return the number of the simple font that shows what is typed into fields."""
    subset = shelf.take((face,), "typing", lambda: _typing_subset(face))
    descriptor = _descriptor(file, face, subset)
    has = {letter for letter in LETTERS if face.font.get_nominal_glyph(ord(letter))}
    return file.add(
        b"<</Type/Font/Subtype/TrueType/BaseFont%s/Encoding%s/FirstChar 1/LastChar 255"
        b"/Widths[%s]/FontDescriptor %s>>"
        % (subset.base, encoding(has), subset.widths, reference(descriptor))
    )


def _typing_subset(face: Face) -> Subset:
    codes = [face.font.get_nominal_glyph(ord(letter)) for letter in LETTERS]
    glyphs = {glyph: letter for glyph, letter in zip(codes, LETTERS, strict=True) if glyph}
    widths = b" ".join(b"%d" % (face.glyph_width(glyph) if glyph else 0) for glyph in codes)
    return Subset(_base_name(face, glyphs), _program(face, glyphs, (), LETTERS), widths, b"")


def _program(
    face: Face, glyphs: Iterable[int], left_out: Iterable[str], letters: Iterable[str] = ()
) -> bytes:
    """Return the body of a stream that holds a font file with some glyphs, at their own numbers.

    Hints serve screens of few dots only.
    """
    wanted = hb.SubsetInput()
    wanted.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_HINTING
    wanted.glyph_set.update(glyphs)
    wanted.unicode_set.update(ord(letter) for letter in letters)
    for table in (*LEFT_OUT, *left_out):
        wanted.drop_table_tag_set.add(int.from_bytes(table.encode("ascii"), "big"))
    data: bytes = hb.subset(face.file, wanted).blob.data
    return compressed(data, b"/Length1 %d" % len(data))


def _base_name(face: Face, glyphs: Iterable[int]) -> bytes:
    """Return the font's name with the tag of its subset: six capitals that follow its glyphs (9.6.4)."""
    digest = hashlib.sha256(repr(list(glyphs)).encode("ascii")).digest()
    tag = "".join(chr(ord("A") + each % 26) for each in digest[:6])
    return name(f"{tag}+{face.name}")


def _descriptor(file: File, face: Face, subset: Subset) -> int:
    bold, italic = face.style
    stored = file.add(subset.program)
    box = b" ".join(b"%d" % face.thousandths(edge) for edge in _box(face))
    metric = face.font.get_metric_position_with_fallback
    ascent, descent, capitals = (
        face.thousandths(metric(each))
        for each in (
            hb.OTMetricsTag.HORIZONTAL_ASCENDER,
            hb.OTMetricsTag.HORIZONTAL_DESCENDER,
            hb.OTMetricsTag.CAP_HEIGHT,
        )
    )
    return file.add(
        b"<</Type/FontDescriptor/FontName%s/Flags %d/FontBBox[%s]/ItalicAngle %d/Ascent %d/Descent %d"
        b"/CapHeight %d/StemV %d/FontFile2 %s>>"
        % (
            subset.base,
            NONSYMBOLIC | ITALIC * italic,
            box,
            round(struct.unpack_from(">i", face.file.reference_table("post").data, 4)[0] / 65536),
            ascent,
            descent,
            capitals,
            STEM[bold],
            reference(stored),
        )
    )


def _box(face: Face) -> tuple[int, ...]:
    """Return the box that holds all glyphs, in the font's units (OpenType, table head)."""
    return struct.unpack_from(">4h", face.file.reference_table("head").data, 36)


def to_unicode(glyphs: Mapping[int, str]) -> str:
    """Return a ToUnicode CMap: the letter of each glyph (9.10.3), in blocks of a hundred at most."""
    rows = [f"<{glyph:04X}> <{letter.encode('utf-16-be').hex().upper()}>" for glyph, letter in glyphs.items()]
    blocks = [rows[start : start + 100] for start in range(0, len(rows), 100)]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            "/CMapName /Adobe-Identity-UCS def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<0000> <FFFF>",
            "endcodespacerange",
            *("\n".join([f"{len(block)} beginbfchar", *block, "endbfchar"]) for block in blocks),
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
    )
