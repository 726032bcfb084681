"""PNG and JPEG bytes in, the same pixels without metadata out; nothing is decoded or encoded again.

Kept is what changes how the picture looks (colour profile, gamma, transparency, resolution). Dropped is what
tells where, when and with what it was made (Exif, XMP, IPTC, comments, thumbnails), and whatever follows the
picture's end. Files that would keep a decoder busy for minutes are refused before one sees them.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

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
MOST_CHUNKS = 20_000
"""Chunks of a PNG: 20 MB in pieces of 1 KB."""
MOST_SEGMENTS = 5_000
"""Segments of a JPEG; a picture with a colour profile and all that cameras write has some hundred."""
MOST_SCANS = 64
"""Scans of a progressive JPEG: encoders write ten, and each passes over the whole picture."""
MOST_FILL = 1_000
"""Fill bytes before a marker of a JPEG."""
EXCESS = 65_536
"""Bytes of pixels that a PNG may hold beyond its size, as careless encoders write them."""

_MARKER = re.compile(rb"(?<!\xff)\xff++[^\x00\xd0-\xd7]")
"""A marker in entropy-coded data: not a stuffed byte, not a restart (ITU-T T.81, B.1.1).

The fill bytes before it are taken whole: a million of them before a stuffed byte would
else be tried from each.
"""
_FILL = re.compile(rb"\xff*(?=\xff)")
_ADAM7 = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
"""First column and row of each pass of an interlaced PNG, and the steps to the next (PNG 3, section 8)."""
_SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""PNG colour type → values for a pixel."""
_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
"""PNG colour type → bits that a value may have."""
_PLAIN_PNG = re.compile(
    rb"IHDR13 (?:(?:sRGB1|gAMA4|cHRM32|pHYs9|sBIT\d|tIME7|PLTE\d+|tRNS\d+) )*(?:IDAT\d+ )+IEND0 "
)
"""Chunks of most PNGs, each with its length: without Exif, text and colour profile."""
_FILTERS = bytes(range(5))
"""How the bytes of a row may be filtered (PNG 3, section 9)."""
_TRANSPARENCY = {0: 2, 2: 6}
"""PNG colour type → bytes of its tRNS chunk."""
_JFIF, _ICC, _ADOBE = 0xE0, 0xE2, 0xEE
_START_OF_SCAN, _END = 0xDA, 0xD9


def strip_png(data: bytes) -> bytes:
    """Return a PNG without metadata (PNG 3, section 5).

    Raises:
        ValueError: a chunk is damaged, the file is cut short, or has more chunks than any picture.
    """
    chunks = list(islice(_chunks(data), MOST_CHUNKS + 1))
    if len(chunks) > MOST_CHUNKS:
        raise ValueError(f"it has more than {MOST_CHUNKS:,} chunks")
    return data[:8] + b"".join(chunk for kind, chunk in chunks if kind in _PNG_KEPT)


def check_png_pixels(data: bytes) -> None:
    """Inflate the pixels of a PNG whose size is sensible, and throw them away.

    Readers stop where the picture is full, but a PDF holds the compressed pixels as they are, and whoever
    opens it inflates them all.

    Raises:
        ValueError: they are damaged, or many more than the picture has.
    """
    left = _inflated_size(data, 16) + EXCESS
    for piece in _inflated(_chunks(data)):
        left -= len(piece)
        if left < 0:
            raise ValueError("it holds more pixels than its size says")


def whole_png(data: bytes, most: int) -> tuple[tuple[int, int], bytes] | None:
    """Return the size of a PNG of at most so many pixels, and its bytes without metadata.

    None for one that may be damaged, turned, or merely not of the plainest kind: a decoder knows.
    """
    try:
        chunks = list(islice(_chunks(data), MOST_CHUNKS))
    except ValueError:
        return None
    shape = b"".join(b"%b%d " % (kind, len(chunk) - 12) for kind, chunk in chunks)
    kinds = [kind for kind, _ in chunks if kind != b"IDAT"]
    if not _PLAIN_PNG.fullmatch(shape) or len(set(kinds)) < len(kinds) or not _is_usual(dict(chunks), most):
        return None
    clean = data[:8] + b"".join(chunk for kind, chunk in chunks if kind in _PNG_KEPT)
    if not _has_all_rows(chunks):
        return None
    width, height = struct.unpack_from(">II", data, 16)
    return (width, height), clean


def _is_usual(chunks: Mapping[bytes, bytes], most: int) -> bool:
    """Return whether the header of a PNG, by chunk type, is one that every decoder reads."""
    width, height, bits, colour, *methods = struct.unpack_from(">IIBBBBB", chunks[b"IHDR"], 8)
    transparency = len(chunks.get(b"tRNS", bytes(12))) - 12
    return (
        0 < width * height <= most
        and bits in _DEPTHS.get(colour, ())
        and methods == [0, 0, 0]
        and (colour == 3) == (b"PLTE" in chunks)
        and (not transparency or colour == 3 or transparency == _TRANSPARENCY.get(colour))
    )


def _has_all_rows(chunks: Sequence[tuple[bytes, bytes]]) -> bool:
    """Return whether the pixels of a PNG are whole: as many rows as it says, with filters that there are."""
    _, height, *_ = struct.unpack_from(">II", chunks[0][1], 8)
    size = _inflated_size(chunks[0][1], 8)
    row, end = size // height, 0
    try:
        for piece in _inflated(chunks):
            if piece[-end % row : max(size - end, 0) : row].translate(None, _FILTERS):
                return False
            end += len(piece)
    except ValueError:
        return False
    return size <= end <= size + EXCESS


def _inflated(chunks: Iterable[tuple[bytes, bytes]]) -> Iterator[bytes]:
    """Yield the pixels of chunks, at most a megabyte at a time."""
    inflate = zlib.decompressobj()
    for kind, chunk in chunks:
        piece = chunk[8:-4] if kind == b"IDAT" else b""
        while piece:
            try:
                yield inflate.decompress(piece, 1 << 20)
            except zlib.error as fault:
                raise ValueError("its pixels cannot be inflated") from fault
            piece = inflate.unconsumed_tail


def _inflated_size(data: bytes, at: int) -> int:
    """Return how many bytes the rows of a PNG have, each with its filter type; its header stands at *at*."""
    width, height, bits, colour, _, _, interlaced = struct.unpack_from(">IIBBBBB", data, at)
    size = 0
    for x, y, across, down in _ADAM7 if interlaced else ((0, 0, 1, 1),):
        columns, rows = -(-(width - x) // across), -(-(height - y) // down)
        if columns > 0 and rows > 0:
            size += rows * (1 + -(-columns * bits * _SAMPLES.get(colour, 4) // 8))
    return size


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
        ValueError: a segment is damaged, the file is cut short, or has more segments than any picture.
    """
    return data[:2] + b"".join(_segments(data))


def _segments(data: bytes) -> Iterator[bytes]:
    """Yield the segments that are kept, each scan with its data, up to the end of the picture."""
    at, scans = 2, 0
    for _ in range(MOST_SEGMENTS):
        at = _after_fill(data, at)
        if (at + 4 > len(data) and data[at : at + 2] != bytes((0xFF, _END))) or data[at] != 0xFF:
            raise ValueError("the file is cut short")
        marker = data[at + 1]
        if marker == _END:
            yield bytes((0xFF, _END))
            return
        end = at + 2 + struct.unpack_from(">H", data, at + 2)[0]
        if marker == _START_OF_SCAN:
            scans += 1
            if scans > MOST_SCANS:
                raise ValueError(f"it has more than {MOST_SCANS} scans")
            following = _MARKER.search(data, end)
            if following is None:
                raise ValueError("the file is cut short")
            end = following.start()
        if _is_kept(marker, data[at + 4 : at + 18]):
            yield data[at:end]
        at = end
    raise ValueError(f"it has more than {MOST_SEGMENTS:,} segments")


def _after_fill(data: bytes, at: int) -> int:
    """Return where a marker begins, after the fill bytes before it."""
    fill = _FILL.match(data, at)
    end = fill.end() if fill else at
    if end - at > MOST_FILL:
        raise ValueError(f"it has more than {MOST_FILL:,} fill bytes in a row")
    return end


def _is_kept(marker: int, begin: bytes) -> bool:
    """Return whether a segment belongs to the picture; application data is known by how it begins."""
    if marker == _JFIF:
        return begin.startswith(b"JFIF\0")
    if marker == _ICC:
        return begin.startswith(b"ICC_PROFILE\0")
    if marker == _ADOBE:
        return begin.startswith(b"Adobe")
    return not 0xE0 <= marker <= 0xEF and marker != 0xFE
