"""Raster pictures as image XObjects (ISO 32000-1, 8.9.5): a picture's bytes in, a stream out.

JPEG files and plain PNG files go in as they are, because a PDF reader decodes them itself; unpacking and
packing a large PNG would take longer than the rest of a handout.
"""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlab.pdfbase.pdfdoc import PDFDocument

    from deckbuild.model.source import Picture

SPACES = {"L": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK"}
"""Pillow's mode → colour space."""

BAND = 256
"""Rows of a picture that are packed at a time."""

PNG_COLOURS = {0: ("DeviceGray", 1), 2: ("DeviceRGB", 3)}
"""PNG colour type → colour space, values for a pixel. The other types hold a palette or transparency."""


def image_object(picture: Picture, document: PDFDocument) -> PDFStream:
    """Return the image; where the picture has transparency, its mask is added to *document*."""
    if picture.media_type == "image/jpeg":
        return _jpeg(picture.data)
    return _plain_png(picture.data) or _decoded(picture.data, document)


def _image(data: bytes, size: tuple[int, int], space: str, bits: int, filter_: str) -> PDFStream:
    entries = {
        "Type": PDFName("XObject"),
        "Subtype": PDFName("Image"),
        "Width": size[0],
        "Height": size[1],
        "ColorSpace": PDFName(space),
        "BitsPerComponent": bits,
        "Filter": PDFName(filter_),
    }
    return PDFStream(PDFDictionary(entries), data)


def _jpeg(data: bytes) -> PDFStream:
    with Image.open(BytesIO(data)) as opened:  # reads the header alone
        size, mode = opened.size, opened.mode
    stream = _image(data, size, SPACES[mode], 8, "DCTDecode")
    if mode == "CMYK":  # Adobe's programs write the four inks inverted
        stream.dictionary["Decode"] = PDFArray([1, 0] * 4)
    return stream


def _plain_png(data: bytes) -> PDFStream | None:
    """Return the image of a PNG whose compressed rows a PDF can hold as they are; None for any other."""
    chunks = list(_chunks(data))
    width, height, bits, colour, _, _, interlaced = struct.unpack(">IIBBBBB", chunks[0][1])
    if colour not in PNG_COLOURS or bits > 8 or interlaced or any(kind == b"tRNS" for kind, _ in chunks):
        return None
    space, values = PNG_COLOURS[colour]
    rows = b"".join(body for kind, body in chunks if kind == b"IDAT")
    stream = _image(rows, (width, height), space, bits, "FlateDecode")
    predictor = {"Predictor": 15, "Colors": values, "BitsPerComponent": bits, "Columns": width}
    stream.dictionary["DecodeParms"] = PDFDictionary(predictor)
    return stream


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 8
    while at + 12 <= len(data):
        (length,) = struct.unpack_from(">I", data, at)
        yield data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        at += 12 + length


def _decoded(data: bytes, document: PDFDocument) -> PDFStream:
    with Image.open(BytesIO(data)) as opened:
        rgba = opened.convert("RGBA")
    stream = _image(_packed(rgba, "RGB"), rgba.size, "DeviceRGB", 8, "FlateDecode")
    if rgba.getchannel("A").getextrema() != (255, 255):
        mask = _image(_packed(rgba, "A"), rgba.size, "DeviceGray", 8, "FlateDecode")
        stream.dictionary["SMask"] = document.Reference(mask)  # type: ignore[no-untyped-call]
    return stream


def _packed(rgba: Image.Image, channels: str) -> bytes:
    """Return the rows of some channels, compressed; a copy of all pixels at once would need 100 MB."""
    packer = zlib.compressobj()
    packed = []
    for top in range(0, rgba.height, BAND):
        band = rgba.crop((0, top, rgba.width, min(top + BAND, rgba.height)))
        rows = band.convert("RGB") if channels == "RGB" else band.getchannel(channels)
        packed.append(packer.compress(rows.tobytes()))
    return b"".join((*packed, packer.flush()))
