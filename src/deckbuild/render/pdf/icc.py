"""The colour space of our files, sRGB, as an ICC profile of some hundred bytes (IEC 61966-2-1, ICC.1:2004).

PDF/A asks which colours the numbers mean (ISO 19005-2, 6.2.3). The profile is made here, from the figures of
the standard, so that it is the same everywhere.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable

DATE = (2026, 1, 1, 0, 0, 0)
"""When the profile was made, as far as anybody needs to know."""

WHITE = (0.9642, 1.0, 0.8249)
"""D50, the white of profiles."""

COLUMNS = {
    b"rXYZ": (0.4360747, 0.2225045, 0.0139322),
    b"gXYZ": (0.3850649, 0.7168786, 0.0971045),
    b"bXYZ": (0.1430804, 0.0606169, 0.7141733),
}
"""The primaries of sRGB, adapted to D50 by the Bradford transform."""

ADAPTATION = (
    1.0478112,
    0.0228866,
    -0.0501270,
    0.0295424,
    0.9904844,
    -0.0170491,
    -0.0092345,
    0.0150436,
    0.7521316,
)
"""The Bradford transform from D65 to D50, row by row."""

CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
"""g, a, b, c, d of a parametric curve of type 3: (aX + b)^g from d on, cX below."""


def srgb() -> bytes:
    """Return the profile."""
    curve = b"para" + struct.pack(">IHH", 0, 3, 0) + _fixed(CURVE)
    tags = {
        b"desc": _words("sRGB"),
        b"cprt": _words("No copyright, use freely"),
        b"wtpt": b"XYZ \0\0\0\0" + _fixed(WHITE),
        b"chad": b"sf32\0\0\0\0" + _fixed(ADAPTATION),
        **{key: b"XYZ \0\0\0\0" + _fixed(column) for key, column in COLUMNS.items()},
        **dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve),
    }
    table, data = _table(tags)
    body = table + data
    return _header(128 + len(body)) + body


def _header(size: int) -> bytes:
    head = struct.pack(">I4xI4s4s4s6H4s", size, 0x04200000, b"mntr", b"RGB ", b"XYZ ", *DATE, b"acsp")
    return head.ljust(68, b"\0") + _fixed(WHITE) + bytes(48)


def _table(tags: dict[bytes, bytes]) -> tuple[bytes, bytes]:
    """Return the tag table and the data that it points to; equal data stand once."""
    data = b""
    places: dict[bytes, int] = {}
    entries = []
    for key, value in tags.items():
        if value not in places:
            places[value] = 128 + 4 + 12 * len(tags) + len(data)
            data += value + bytes(-len(value) % 4)
        entries.append(struct.pack(">4sII", key, places[value], len(value)))
    return struct.pack(">I", len(tags)) + b"".join(entries), data


def _words(text: str) -> bytes:
    """Return a text in one language (multiLocalizedUnicodeType)."""
    encoded = text.encode("utf-16-be")
    return b"mluc" + struct.pack(">IIIHHII", 0, 1, 12, 0x656E, 0x5553, len(encoded), 28) + encoded


def _fixed(values: Iterable[float]) -> bytes:
    """Return numbers as s15Fixed16."""
    return b"".join(struct.pack(">i", round(value * 65536)) for value in values)
