"""A PDF opened again: its pages with what they show, its fonts, its annotations, each found once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf

from deckbuild.check.pdf.content import PageContent, Shown, read_page
from deckbuild.check.pdf.fonts import Font

Id = tuple[int, int]
"""Number and generation of an object."""


class FileFonts:
    """The fonts of a file, each made once, with the codes that were shown in it."""

    def __init__(self) -> None:
        self._fonts: dict[Id, Font] = {}

    def __call__(self, font: pikepdf.Object) -> Font:
        """Return a font by its dictionary."""
        if font.objgen not in self._fonts:
            self._fonts[font.objgen] = Font(font)
        return self._fonts[font.objgen]

    def faults(self) -> Iterator[str]:
        """Yield what is wrong with the fonts that text was shown in."""
        for font in self._fonts.values():
            yield from font.faults()


@dataclass(frozen=True, slots=True)
class File:
    """What was read of a file; pages count from 0."""

    pdf: pikepdf.Pdf
    structure: pikepdf.Object
    """The root of the tree of tags; an empty dictionary where the file is not tagged."""
    language: str
    """The document's; empty for none."""
    pages: tuple[PageContent, ...]
    annotations: dict[Id, int]
    """Annotation → its page, in the order of the pages."""
    fonts: FileFonts
    places: dict[Id, int]
    """Page → its index."""

    def page_of(self, page: pikepdf.Object | None, other: int | None = None) -> int | None:
        """Return the index of a page by its object; *other* where it is none of the file's."""
        return other if page is None else self.places.get(page.objgen, other)

    def shown(self, page: int | None, identifier: int) -> Shown | None:
        """Return a marked content of a page; None where it has none of that identifier."""
        return None if page is None else self.pages[page].marked.get(identifier)


def annotations_of(page: pikepdf.Page) -> list[pikepdf.Object]:
    """Return the links, fields and whatever else stands on a page."""
    return list(page.obj.get("/Annots", pikepdf.Array()))


def read_file(pdf: pikepdf.Pdf) -> File:
    """Return what a file shows.

    Raises:
        pikepdf.PdfError: a page cannot be parsed.
    """
    fonts = FileFonts()
    pages = list(pdf.pages)
    return File(
        pdf,
        pdf.Root.get("/StructTreeRoot", pikepdf.Dictionary()),
        str(pdf.Root.get("/Lang", "")),
        tuple(read_page(page, fonts) for page in pages),
        {each.objgen: n for n, page in enumerate(pages) for each in annotations_of(page)},
        fonts,
        {page.obj.objgen: n for n, page in enumerate(pages)},
    )
