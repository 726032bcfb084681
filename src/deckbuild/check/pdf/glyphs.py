"""Which glyphs an embedded TrueType program draws: the bytes of the file in, the lengths of its outlines out.

Only the tables `head`, `maxp` and `loca` are read (ISO/IEC 14496-22, 5.2 and 5.3).
"""

from __future__ import annotations

import struct
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Glyphs:
    """Where each glyph's outline begins in `glyf`, and after the last where it ends."""

    places: tuple[int, ...]

    def draws(self, glyph: int) -> bool:
        """Return whether a glyph is there and has an outline."""
        return glyph + 1 < len(self.places) and self.places[glyph] < self.places[glyph + 1]


def read_glyphs(program: bytes) -> Glyphs | None:
    """Return the glyphs of a font program; None where it has no TrueType outlines, or is damaged."""
    try:
        tables = _tables(program)
        if not {"head", "maxp", "loca", "glyf"} <= tables.keys():
            return None
        (count,) = struct.unpack_from(">H", tables["maxp"], 4)
        (long,) = struct.unpack_from(">h", tables["head"], 50)
        if long:
            return Glyphs(struct.unpack_from(f">{count + 1}I", tables["loca"]))
        return Glyphs(tuple(2 * each for each in struct.unpack_from(f">{count + 1}H", tables["loca"])))
    except struct.error:
        return None


def _tables(program: bytes) -> dict[str, bytes]:
    (count,) = struct.unpack_from(">H", program, 4)
    tables = {}
    for number in range(count):
        name, _, start, length = struct.unpack_from(">4s3I", program, 12 + 16 * number)
        tables[name.decode("latin-1")] = program[start : start + length]
    return tables
