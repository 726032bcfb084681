"""What a reader of a PDF finds in it: letters with their places, bookmarks, links."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO

import pikepdf
import pypdfium2
import pypdfium2.raw


@dataclass(frozen=True)
class Letter:
    """A letter and where its origin is on the page, points from the top left."""

    letter: str
    x: float
    y: float


def letters(data: bytes, page: int) -> list[Letter]:
    """Return the letters of a page in the order of drawing, without the line ends that the reader adds."""
    opened = pypdfium2.PdfDocument(data)[page]
    text = opened.get_textpage()
    found = []
    for index in range(text.count_chars()):
        x, y = ctypes.c_double(), ctypes.c_double()
        pypdfium2.raw.FPDFText_GetCharOrigin(text, index, x, y)
        letter = chr(pypdfium2.raw.FPDFText_GetUnicode(text, index))
        if letter not in "\r\n":
            found.append(Letter(letter, x.value, opened.get_height() - y.value))
    return found


def find(page: list[Letter], words: str) -> list[Letter]:
    """Return the letters of *words*, and the one after them, where they first stand on a page."""
    return find_all(page, words)[0]


def find_all(page: list[Letter], words: str) -> list[list[Letter]]:
    """Return the letters of *words*, and the one after them, wherever they stand on a page."""
    text = "".join(each.letter for each in page)
    starts = (match.start() for match in re.finditer(re.escape(words), text))
    return [page[start : start + len(words) + 1] for start in starts]


def bookmarks(data: bytes) -> list[tuple[str, list[str]]]:
    """Return the titles of the outline: parts with their slides."""
    with pikepdf.open(BytesIO(data)) as pdf, pdf.open_outline() as outline:
        return [(part.title, [child.title for child in part.children]) for part in outline.root]


@dataclass(frozen=True)
class FoundLink:
    """A link annotation."""

    leads_to: str | int
    """The address, or the index of the page."""
    words: str
    area: tuple[float, ...]
    """Left, bottom, right, top."""


def links(data: bytes, page: int) -> list[FoundLink]:
    """Return the links of a page."""
    with pikepdf.open(BytesIO(data)) as pdf:
        pages = [each.objgen for each in pdf.pages]
        return [
            FoundLink(
                str(each.A.URI) if "/A" in each else pages.index(each.Dest[0].objgen),
                str(each.Contents),
                tuple(float(edge) for edge in each.Rect),
            )
            for each in pdf.pages[page].get("/Annots", ())
        ]


def images(data: bytes) -> list[bytes]:
    """Return the encoded bytes of each image of a file, masks too."""
    with pikepdf.open(BytesIO(data)) as pdf:
        streams = [each for each in pdf.objects if isinstance(each, pikepdf.Stream)]
        return [each.read_raw_bytes() for each in streams if each.get("/Subtype") == "/Image"]


def pixels(data: bytes, page: int, points: Iterable[tuple[float, float]]) -> list[tuple[int, int, int]]:
    """Return the colours at points of a page with its fields, in points from the top left."""
    opened = pypdfium2.PdfDocument(data)
    opened.init_forms()
    image = opened[page].render(scale=2).to_pil().convert("RGB")
    return [image.getpixel((round(x * 2), round(y * 2))) for x, y in points]  # type: ignore[misc]


def pixel(data: bytes, page: int, at: tuple[float, float]) -> tuple[int, int, int]:
    """Return the colour at one point of a page."""
    return pixels(data, page, [at])[0]
