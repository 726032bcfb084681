"""Re-opens a written deck as a reader would and compares it with the session; a difference is an error."""

from __future__ import annotations

import itertools
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import fields
from typing import TYPE_CHECKING

import pptx
from lxml import etree
from pptx.exc import PackageNotFoundError

from deckbuild.check.difference import difference
from deckbuild.check.expected import expected, words_of
from deckbuild.check.reopened import sections, shown
from deckbuild.check.shown import Shown
from deckbuild.diagnostics import error
from deckbuild.model.origin import Origin

if TYPE_CHECKING:
    from pathlib import Path

    from pptx.presentation import Presentation
    from pptx.slide import Slide

    from deckbuild.diagnostics import Diagnostic
    from deckbuild.model.deck import Deck, DeckSlide
    from deckbuild.model.scene import Scene

KINDS = {
    "title": ("DB403", "the title"),
    "texts": ("DB404", "the text"),
    "charts": ("DB406", "the chart"),
    "tables": ("DB406", "the table"),
    "links": ("DB407", "the links"),
    "alternatives": ("DB411", "the alternative text"),
    "notes": ("DB405", "the speaker notes"),
}
"""Field of `Shown` → code, and what a message calls it."""


def verify_deck(
    path: Path, deck: Deck, scenes: Sequence[Scene], *, name: str | None = None
) -> list[Diagnostic]:
    """Return every difference between a written .pptx and the deck that it was made from.

    *scenes* are those of `deck.slides`, in order; *name* is what messages call the file.
    """
    name = name or path.name
    try:
        presentation = pptx.Presentation(str(path))
    except (
        OSError,
        KeyError,
        ValueError,
        PackageNotFoundError,
        zipfile.BadZipFile,
        etree.XMLSyntaxError,
    ) as fault:
        return [error("DB401", f"the deck cannot be opened again: {fault}", Origin(name))]
    slides = list(presentation.slides)
    if len(slides) != len(deck.slides):
        message = f"the deck should have {len(deck.slides)} slides and has {len(slides)}"
        return [error("DB402", message, Origin(name))]
    findings = list(_whole(name, presentation, deck))
    ids = {str(slide.part.partname): own.id for slide, own in zip(slides, deck.slides, strict=True)}
    for number, (slide, own, scene) in enumerate(zip(slides, deck.slides, scenes, strict=True), 1):
        findings.extend(_slide(f"{name}, slide {number}", slide, own, scene, ids))
    return findings


def _whole(name: str, presentation: Presentation, deck: Deck) -> Iterator[Diagnostic]:
    """Yield what differs in the deck's title and sections."""
    title = presentation.core_properties.title
    if title != deck.title:
        yield error("DB410", f"the deck is titled “{title}”, and its session “{deck.title}”", Origin(name))
    places = {slide.slide_id: number for number, slide in enumerate(presentation.slides)}
    found = tuple(
        (title, tuple(places.get(each, -1) for each in ids)) for title, ids in sections(presentation)
    )
    numbers = itertools.count()
    wanted = tuple((part.title, tuple(next(numbers) for _ in part.slides)) for part in deck.parts)
    if found != wanted:
        want, have = difference(wanted, found)
        yield error("DB402", f"the sections should have {want} and have {have}", Origin(name))


def _slide(
    where: str, slide: Slide, own: DeckSlide, scene: Scene, ids: dict[str, str]
) -> Iterator[Diagnostic]:
    found, wanted = shown(slide, ids), expected(scene, own)
    for each in fields(Shown):
        code, what = KINDS[each.name]
        want, have = getattr(wanted, each.name), getattr(found, each.name)
        if want != have:
            want, have = difference(want, have)
            yield error(code, f"{where}: {what} should have {want} and has {have}", own.origin)
    words = found.words
    for text in words_of(own):
        if text not in words:
            # The scene may have lost it: then file and scene agree, and both are wrong.
            yield error("DB404", f"{where}: the text “{text}” is missing", own.origin)
