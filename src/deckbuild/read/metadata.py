"""PNG and JPEG bytes in, the same pixels without metadata out; nothing is decoded or encoded again.

Kept is what changes how the picture looks (colour profile, gamma, transparency, resolution). Dropped is what
tells where, when and with what it was made (Exif, XMP, IPTC, comments, thumbnails), and whatever follows the
picture's end.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator

ORIENTATION = 0x0112
"""Exif tag of how the camera was held."""

_PNG_KEPT = frozenset(
    (
        b"IHDR",
        b"PLTE",
        b"IDAT",
        b"IEND",
        b"tRNS",
        b"gAMA",
        b"cHRM",
        b"sRGB",
        b"iCCP",
        b"cICP",
        b"sBIT",
        b"pHYs",
        b"bKGD",
    )
)
_MARKER = re.compile(rb"\xff+[^\x00\xd0-\xd7\xff]")
"""A marker in entropy-coded data: not a stuffed byte, not a restart (ITU-T T.81, B.1.1)."""
_JFIF, _ICC, _ADOBE = 0xE0, 0xE2, 0xEE
_START_OF_SCAN, _END = 0xDA, 0xD9


def strip_png(data: bytes) -> bytes:
    """Return a PNG without metadata (PNG 3, section 5).

    Raises:
        ValueError: a chunk is damaged, or the file is cut short.
    """
    return data[:8] + b"".join(chunk for kind, chunk in _chunks(data) if kind in _PNG_KEPT)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the type and bytes of each chunk up to the end of the picture."""
    at, kind = 8, b""
    while kind != b"IEND":
        if at + 12 > len(data):
            raise ValueError("the file is cut short")
        (length,) = struct.unpack_from(">I", data, at)
        kind, end = data[at + 4 : at + 8], at + 12 + length
        if end > len(data):
            raise ValueError("the file is cut short")
        if zlib.crc32(data[at + 4 : end - 4]) != struct.unpack_from(">I", data, end - 4)[0]:
            raise ValueError(f"the checksum of a {kind.decode('latin-1')} chunk is wrong")
        yield kind, data[at:end]
        at = end


def strip_jpeg(data: bytes) -> bytes:
    """Return a JPEG without metadata (ITU-T T.81, annex B).

    Raises:
        ValueError: a segment is damaged, or the file is cut short.
    """
    return data[:2] + b"".join(_segments(data))


def _segments(data: bytes) -> Iterator[bytes]:
    """Yield the segments that are kept, each scan with its data, up to the end of the picture."""
    at = 2
    while True:
        while data[at : at + 2] == b"\xff\xff":
            at += 1  # any number of fill bytes may stand before a marker
        if (at + 4 > len(data) and data[at : at + 2] != bytes((0xFF, _END))) or data[at] != 0xFF:
            raise ValueError("the file is cut short")
        marker = data[at + 1]
        if marker == _END:
            yield bytes((0xFF, _END))
            return
        end = at + 2 + struct.unpack_from(">H", data, at + 2)[0]
        if marker == _START_OF_SCAN:
            following = _MARKER.search(data, end)
            if following is None:
                raise ValueError("the file is cut short")
            end = following.start()
        if _is_kept(marker, data[at + 4 : at + 18]):
            yield data[at:end]
        at = end


def _is_kept(marker: int, begin: bytes) -> bool:
    """Return whether a segment belongs to the picture; application data is known by how it begins."""
    if marker == _JFIF:
        return begin.startswith(b"JFIF\0")
    if marker == _ICC:
        return begin.startswith(b"ICC_PROFILE\0")
    if marker == _ADOBE:
        return begin.startswith(b"Adobe")
    return not 0xE0 <= marker <= 0xEF and marker != 0xFE
