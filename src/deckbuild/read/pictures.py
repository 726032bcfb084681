"""A picture file in, a `Picture` out: PNG or JPEG, whole, of a sensible size, without word of its camera.

The pixels are kept as they are where the picture stands upright; one that a camera turned is turned and saved
again.
"""

from __future__ import annotations

import hashlib
import io
import warnings
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Literal

from deckbuild.diagnostics import Diagnostic, error
from deckbuild.model.origin import Origin
from deckbuild.model.source import Picture
from deckbuild.read.metadata import ORIENTATION, check_png_pixels, strip_jpeg, strip_png, whole_png
from deckbuild.read.reading import Reading
from deckbuild.read.slide_documents import PictureDoc

if TYPE_CHECKING:
    from PIL import Image

MOST_BYTES = 20 * 1024 * 1024
MOST_PIXELS = 25_000_000
MOST_PIXELS_SAID = "25 million pixels"

MediaType = Literal["image/png", "image/jpeg"]
_SIGNATURES: tuple[tuple[bytes, MediaType], ...] = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
)
_SUFFIXES: dict[str, MediaType] = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"}
_FORMATS: dict[MediaType, str] = {"image/png": "PNG", "image/jpeg": "JPEG"}


def picture(doc: PictureDoc, origin: Origin, reading: Reading) -> Picture | None:
    """Return the picture of a slide; None where it cannot be used."""
    alt = _alternative(doc, origin, reading)
    path = reading.file(doc.file, origin.at("file"))
    if path is None or (path not in reading.pictures and not _read(path, origin.at("file"), reading)):
        return None
    known = reading.pictures[path]
    return Picture(path, alt, known.media_type, known.size, known.data, known.digest, origin)


def _alternative(doc: PictureDoc, origin: Origin, reading: Reading) -> str | None:
    if doc.decorative and doc.alt is not None:
        message = "the picture is marked decorative and has alternative text"
        reading.clash(("decorative", "alt"), message, origin, "Delete `alt`, or delete `decorative`.")
    elif not doc.decorative and doc.alt is None:
        hint = "Add `alt: …` with what it shows, or `decorative: true` where it adds nothing to the words."
        reading.error("DB111", "the picture lacks the field `alt`", origin, [hint])
    return None if doc.decorative else reading.plain(doc.alt, origin.at("alt"))


def _read(path: str, origin: Origin, reading: Reading) -> bool:
    """Put the picture of a file among those that were read; return whether it can be used."""
    data = reading.data(path, origin, MOST_BYTES)
    made = None if data is None else reading.accept(_picture(path, data, origin))
    if made is not None:
        reading.pictures[path] = made
    return made is not None


def _picture(path: str, data: bytes, origin: Origin) -> Picture | Diagnostic:
    if len(data) > MOST_BYTES:
        return _too_large(path, "20 MB", origin)
    media_type = _media_type(path, data, origin)
    if isinstance(media_type, Diagnostic):
        return media_type
    whole = whole_png(data, MOST_PIXELS) if media_type == "image/png" else None
    if whole is not None:
        return _made(path, media_type, *whole, origin)
    from PIL import Image, UnidentifiedImageError  # 20 ms, and more for the pixels

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            clean = _stripped(data, media_type)
            with Image.open(io.BytesIO(data), formats=[_FORMATS[media_type]]) as image:
                return _opened(path, clean, media_type, image, origin)
        except Image.DecompressionBombError:
            return _too_large(path, MOST_PIXELS_SAID, origin)
        except (OSError, SyntaxError, ValueError) as fault:
            # What Pillow says of a file that it cannot identify at all has an address of its memory in it.
            why = "its header cannot be read" if isinstance(fault, UnidentifiedImageError) else fault
            hint = "Copy the file again, or export it again."
            return error("DB131", f"{path} is damaged: {why}", origin, [hint])


def _media_type(path: str, data: bytes, origin: Origin) -> MediaType | Diagnostic:
    found = next((name for signature, name in _SIGNATURES if data.startswith(signature)), None)
    named = _SUFFIXES.get(PurePosixPath(path).suffix.lower())
    if found is None:
        return error("DB130", f"{path} is neither PNG nor JPEG", origin, ["Export it as PNG or JPEG."])
    if found != named:
        suffix = next(suffix for suffix, name in _SUFFIXES.items() if name == found)
        better = PurePosixPath(path).with_suffix(suffix).name
        message = f"{path} is a {_FORMATS[found]} file by its content"
        return error("DB130", message, origin, [f"Rename it to {better}."])
    return found


def _stripped(data: bytes, media_type: MediaType) -> bytes:
    return strip_png(data) if media_type == "image/png" else strip_jpeg(data)


def _opened(
    path: str, clean: bytes, media_type: MediaType, image: Image.Image, origin: Origin
) -> Picture | Diagnostic:
    if image.width * image.height > MOST_PIXELS:
        return _too_large(path, MOST_PIXELS_SAID, origin)
    turned = image.getexif().get(ORIENTATION, 1) not in (0, 1)
    if media_type == "image/jpeg" and not turned:
        # Every byte is decoded, but to an eighth of the size: finds a file cut short in a tenth of the time.
        size = image.size
        image.draft(image.mode, (1, 1))
        image.load()
    else:
        image.load()
        size = image.size
    if turned:
        upright, size = _upright(image, media_type)
        clean = _stripped(upright, media_type)
    elif media_type == "image/png":
        check_png_pixels(clean)
    return _made(path, media_type, size, clean, origin)


def _made(path: str, media_type: MediaType, size: tuple[int, int], clean: bytes, origin: Origin) -> Picture:
    return Picture(path, None, media_type, size, clean, hashlib.sha256(clean).hexdigest(), origin)


def _too_large(path: str, most: str, origin: Origin) -> Diagnostic:
    message = f"{path} has more than {most}"
    return error("DB132", message, origin, ["Save it smaller: 1920 pixels across are enough."])


def _upright(image: Image.Image, media_type: MediaType) -> tuple[bytes, tuple[int, int]]:
    """Return the picture turned as its camera held it, saved again, and its size."""
    from PIL import ImageOps

    upright = ImageOps.exif_transpose(image)
    file = io.BytesIO()
    profile = image.info.get("icc_profile")
    if media_type == "image/png":
        upright.save(file, "PNG", icc_profile=profile)
    else:
        upright.save(file, "JPEG", quality=92, subsampling=0, icc_profile=profile)
    return file.getvalue(), upright.size
