"""Raster pictures as image XObjects (ISO 32000-1, 8.9.5): a picture's bytes in, a stream in the file out.

JPEG files and plain PNG files go in as they are, because a PDF reader decodes them itself; unpacking and
packing a large PNG would take longer than the rest of a handout. Inks become light, since the file's colours
are those of screens (ISO 19005-2, 6.2.4.3); a document in greyscale has its pictures in grey.
"""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

from deckbuild.model.dataclasses import dataclass, replace
from deckbuild.render.pdf.file import stream
from deckbuild.render.pdf.syntax import reference

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL import Image

    from deckbuild.model.source import Picture
    from deckbuild.render.pdf.file import File

SPACES = {"L": b"/DeviceGray", "RGB": b"/DeviceRGB"}
"""Pillow's mode → colour space."""

BAND = 256
"""Rows of a picture that are packed at a time."""

PNG_COLOURS = {0: ("L", 1), 2: ("RGB", 3)}
"""PNG colour type → mode, values for a pixel. The other types hold a palette or transparency."""

QUALITY = 88
"""Of a photograph that is packed again, because it became grey."""


@dataclass(frozen=True, slots=True)
class Packed:
    """A picture as a file holds it."""

    entries: bytes
    """Of its dictionary."""
    data: bytes
    mask: Packed | None = None
    """Its transparency; None where it has none."""


def write_picture(file: File, packed: Packed) -> int:
    """Return the number of the image."""
    entries = packed.entries
    if packed.mask:
        entries += b"/SMask %s" % reference(write_picture(file, packed.mask))
    return file.add(stream(packed.data, entries))


def packed(picture: Picture, *, grey: bool) -> Packed:
    """Return a picture ready for a file, in colour or in greys."""
    if picture.media_type == "image/jpeg":
        return _jpeg(picture.data, grey)
    return (None if grey else _plain_png(picture.data)) or _decoded(picture.data, grey)


def _image(data: bytes, size: tuple[int, int], mode: str, coding: bytes, bits: int = 8) -> Packed:
    entries = b"/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace%s/BitsPerComponent %d/Filter%s"
    return Packed(entries % (*size, SPACES[mode], bits, coding), data)


def _jpeg(data: bytes, grey: bool) -> Packed:
    from PIL import Image

    with Image.open(BytesIO(data)) as opened:  # reads the header alone
        size, mode = opened.size, opened.mode
        if mode not in SPACES or (grey and mode != "L"):
            mode = "L" if grey else "RGB"
            again = BytesIO()
            opened.convert(mode).save(again, "JPEG", quality=QUALITY)
            data = again.getvalue()
    return _image(data, size, mode, b"/DCTDecode")


def _plain_png(data: bytes) -> Packed | None:
    """Return a PNG whose compressed rows a PDF can hold as they are; None for any other."""
    chunks = list(_chunks(data))
    width, height, bits, colour, _, _, interlaced = struct.unpack(">IIBBBBB", chunks[0][1])
    if colour not in PNG_COLOURS or bits > 8 or interlaced or any(kind == b"tRNS" for kind, _ in chunks):
        return None
    mode, values = PNG_COLOURS[colour]
    rows = b"".join(body for kind, body in chunks if kind == b"IDAT")
    predictor = b"<</Predictor 15/Colors %d/BitsPerComponent %d/Columns %d>>" % (values, bits, width)
    return _image(rows, (width, height), mode, b"/FlateDecode/DecodeParms" + predictor, bits)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 8
    while at + 12 <= len(data):
        (length,) = struct.unpack_from(">I", data, at)
        yield data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        at += 12 + length


def _decoded(data: bytes, grey: bool) -> Packed:
    from PIL import Image

    with Image.open(BytesIO(data)) as opened:
        rgba = opened.convert("RGBA")
    mode = "L" if grey else "RGB"
    shown = _image(_rows(rgba, mode), rgba.size, mode, b"/FlateDecode")
    if rgba.getchannel("A").getextrema() == (255, 255):
        return shown
    return replace(shown, mask=_image(_rows(rgba, "A"), rgba.size, "L", b"/FlateDecode"))


def _rows(rgba: Image.Image, mode: str) -> bytes:
    """Return the rows of a picture, or of its transparency, compressed; a copy of all pixels at once would
    need 100 MB."""
    packer = zlib.compressobj()
    packed = []
    for top in range(0, rgba.height, BAND):
        band = rgba.crop((0, top, rgba.width, min(top + BAND, rgba.height)))
        rows = band.getchannel("A") if mode == "A" else band.convert(mode)
        packed.append(packer.compress(rows.tobytes()))
    return b"".join((*packed, packer.flush()))
