"""Tiny pictures, made for tests: whole ones, ones with metadata, and broken ones."""

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image, PngImagePlugin

EXIF_ORIENTATION, EXIF_MAKER, EXIF_GPS = 0x0112, 0x010F, 0x8825
SECRETS = (b"Secret", b"Kodak")
"""Words that the metadata holds."""


def painted(width: int = 12, height: int = 8) -> Image.Image:
    """Return a picture whose pixels all differ."""
    image = Image.new("RGB", (width, height))
    image.putdata([(20 * x % 256, 30 * y % 256, 90) for y in range(height) for x in range(width)])
    return image


def png(*, metadata: bool = False, orientation: int = 1, size: tuple[int, int] = (12, 8)) -> bytes:
    file, info = io.BytesIO(), PngImagePlugin.PngInfo()
    exif = Image.Exif()
    if metadata:
        info.add_text("Author", "Secret Person")
        info.add_itxt("Comment", "Secret place", zip=True)
        exif[EXIF_MAKER] = "Kodak"
    if orientation != 1:
        exif[EXIF_ORIENTATION] = orientation
    painted(*size).save(file, "PNG", pnginfo=info, dpi=(144, 144), exif=exif)
    return file.getvalue() + (b"Secret after the end" if metadata else b"")


def jpeg(
    *,
    metadata: bool = False,
    orientation: int = 1,
    progressive: bool = False,
    size: tuple[int, int] = (12, 8),
) -> bytes:
    file, exif = io.BytesIO(), Image.Exif()
    if metadata:
        exif[EXIF_MAKER] = "Kodak"
        exif.get_ifd(EXIF_GPS)[1] = "N"
    if orientation != 1:
        exif[EXIF_ORIENTATION] = orientation
    comment = b"Secret comment" if metadata else None
    more = {"exif": exif} if exif else {}
    painted(*size).save(file, "JPEG", comment=comment, progressive=progressive, dpi=(144, 144), **more)
    return file.getvalue() + (b"Secret after the end" if metadata else b"")


def pixels(data: bytes) -> tuple[tuple[int, int], bytes]:
    with Image.open(io.BytesIO(data)) as image:
        return image.size, image.tobytes()


def png_of_size(width: int, height: int) -> bytes:
    """Return a PNG that says it has this size, with hardly a byte of pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0"))
        + chunk(b"IEND", b"")
    )
