"""Re-opens a written PDF as a reader would and compares it with the session; a difference is an error.

What is compared is what pikepdf can tell without drawing: pages, properties, bookmarks, links. The words on a
page are drawn glyph by glyph; a test reads them with a program made for that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

import pikepdf

from deckbuild.check.difference import difference
from deckbuild.check.expected import expected
from deckbuild.diagnostics import error
from deckbuild.model.origin import Origin

if TYPE_CHECKING:
    from pathlib import Path

    from deckbuild.diagnostics import Diagnostic
    from deckbuild.model.deck import Deck
    from deckbuild.model.scene import Scene

SLIDES_ON_A_PAGE = {"slides": 1, "handout-3up": 3}
"""Kind → slides on each page; the pages of other kinds are not compared."""

Bookmark = tuple[int, str]
"""Level from 0, and title."""
Place = tuple[tuple[int, int], float]
"""A page, by its object's number and generation, and a height on it in points."""


def verify_pdf(
    path: Path, deck: Deck, scenes: Sequence[Scene], kind: str, *, name: str | None = None
) -> list[Diagnostic]:
    """Return every difference between a written PDF of a kind and the deck that it was made from.

    *scenes* are those of `deck.slides`, in order; *name* is what messages call the file.
    """
    name = name or path.name
    try:
        with pikepdf.open(path) as pdf:
            findings = [*_about(name, pdf, deck), *_outline(name, pdf, deck)]
            if kind in SLIDES_ON_A_PAGE:
                findings += _pages(name, pdf, deck, scenes, SLIDES_ON_A_PAGE[kind])
            return findings
    except (OSError, pikepdf.PdfError) as fault:
        return [error("DB401", f"the PDF cannot be opened again: {fault}", Origin(name))]


def _outline(name: str, pdf: pikepdf.Pdf, deck: Deck) -> Iterator[Diagnostic]:
    wanted, found = tuple(_wanted_bookmarks(deck)), tuple(_bookmarks(pdf))
    if wanted != found:
        want, have = difference(wanted, found)
        yield error("DB408", f"the bookmarks should have {want} and have {have}", Origin(name))


def _pages(
    name: str, pdf: pikepdf.Pdf, deck: Deck, scenes: Sequence[Scene], on_page: int
) -> Iterator[Diagnostic]:
    pages = -(-len(scenes) // on_page)
    if len(pdf.pages) != pages:
        yield error("DB408", f"the PDF should have {pages} pages and has {len(pdf.pages)}", Origin(name))
        return
    places = _slide_places(pdf, deck)
    for number, page in enumerate(pdf.pages):
        shown = range(number * on_page, min((number + 1) * on_page, len(scenes)))
        links = (link.target for n in shown for link in expected(scenes[n], deck.slides[n]).links)
        want, have = _distinct(links), _distinct(_targets(page, places))
        if want != have:
            first, second = difference(want, have)
            message = f"{name}, page {number + 1}: the links should have {first} and have {second}"
            yield error("DB407", message, deck.slides[shown.start].origin)


def _about(name: str, pdf: pikepdf.Pdf, deck: Deck) -> Iterator[Diagnostic]:
    title = str(pdf.docinfo.get("/Title", ""))
    if not title.startswith(deck.title):
        yield error("DB410", f"the PDF is titled “{title}”, and its session “{deck.title}”", Origin(name))
    language = str(pdf.Root.get("/Lang", ""))
    if language != deck.language:
        yield error("DB410", f"the PDF is in the language “{language}”, not “{deck.language}”", Origin(name))


def _wanted_bookmarks(deck: Deck) -> Iterator[Bookmark]:
    for part in deck.parts:
        yield 0, part.title
        for slide in part.slides:
            yield 1, slide.title.text


def _bookmarks(pdf: pikepdf.Pdf) -> Iterator[Bookmark]:
    for level, item in _items(pdf):
        yield level, item.title


def _items(pdf: pikepdf.Pdf) -> Iterator[tuple[int, pikepdf.OutlineItem]]:
    """Yield the level, from 0, and the entry of each bookmark."""

    def flat(items: Sequence[pikepdf.OutlineItem], level: int) -> Iterator[tuple[int, pikepdf.OutlineItem]]:
        for item in items:
            yield level, item
            yield from flat(item.children, level + 1)

    with pdf.open_outline() as outline:
        yield from flat(outline.root, 0)


def _slide_places(pdf: pikepdf.Pdf, deck: Deck) -> dict[Place, str]:
    """Return the place of each slide: where its bookmark leads."""
    slides = (item for level, item in _items(pdf) if level == 1)
    places = (_place(item.destination) for item in slides)
    return {place: slide.id for place, slide in zip(places, deck.slides, strict=False) if place}


def _place(destination: object) -> Place | None:
    """Return where an explicit destination leads: `[page /XYZ left top zoom]` (ISO 32000-1, 12.3.2.2)."""
    if not isinstance(destination, pikepdf.Array) or len(destination) < 4:
        return None
    return destination[0].objgen, float(destination[3])


def _targets(page: pikepdf.Page, places: Mapping[Place, str]) -> Iterator[str]:
    """Yield where the links of a page lead, in the order of the page."""
    for annotation in page.get("/Annots", pikepdf.Array()):
        if annotation.get("/Subtype") != pikepdf.Name.Link:
            continue
        action = annotation.get("/A")
        if action is not None and "/URI" in action:
            yield str(action.URI)
        else:
            place = _place(annotation.get("/Dest"))
            yield f"slide:{places.get(place, '') if place else ''}"


def _distinct(targets: Iterator[str]) -> tuple[str, ...]:
    """Return the targets with neighbours made one: a link that runs over two lines is two on the page."""
    return tuple(target for target, _ in groupby(targets))
