"""Where one byte of a text was changed: the text, its CRC-32 as it was and its digest in, the place out.

CRC-32 is linear: by how much it is off depends on the change and on how many bytes follow, and on nothing
else. So the register is turned back byte by byte until what is left is a change of one byte; that it is the
right one the digest proves.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from hashlib import sha256

MOST_BYTES = 16_000_000
"""Of a text that is searched: some seconds."""


def _row(number: int) -> int:
    for _ in range(8):
        number = number >> 1 ^ (0xEDB88320 if number & 1 else 0)
    return number


_TABLE = tuple(_row(number) for number in range(256))
_BY_TOP = {row >> 24: number for number, row in enumerate(_TABLE)}
"""The top byte of a row → its number: each has one of its own."""
_BACK = tuple((_TABLE[_BY_TOP[top]], _BY_TOP[top]) for top in range(256))


@dataclass(frozen=True, slots=True)
class Flip:
    """A changed byte."""

    offset: int
    """In the text, from 0."""
    was: int
    found: int


def one_flip(data: bytes, crc: int, digest: str) -> Flip | None:
    """Return the byte that was changed; None where it is not one alone, or the text is too long.

    Args:
        data: The text as it is.
        crc: CRC-32 of the text as it was.
        digest: SHA-256 of the text as it was, hexadecimal.
    """
    off = zlib.crc32(data) ^ crc
    if not off or len(data) > MOST_BYTES:
        return None
    for offset in range(len(data) - 1, -1, -1):
        row, low = _BACK[off >> 24]
        off = (off ^ row) << 8 | low
        if off < 256:
            flip = Flip(offset, data[offset] ^ off, data[offset])
            if sha256(mended(data, flip)).hexdigest() == digest:
                return flip
    return None


def mended(data: bytes, flip: Flip) -> bytes:
    """Return the text as it was."""
    return b"".join((data[: flip.offset], bytes([flip.was]), data[flip.offset + 1 :]))
