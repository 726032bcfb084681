"""A deck's slides in order, each with its scene, its number and its part, for bookmarks and footers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from deckbuild.model.dates import long_date
from deckbuild.render.pdf.draw import SlideText

if TYPE_CHECKING:
    from deckbuild.model.deck import Deck
    from deckbuild.model.scene import Scene
    from deckbuild.model.template import Template
    from deckbuild.render.pdf.document import Document


@dataclass(frozen=True, slots=True)
class NumberedSlide:
    """A slide in its place."""

    number: int
    """From 1."""
    scene: Scene
    part: str
    """Title of its part."""
    opens: int | None
    """The part's number, from 1, where this is its first slide; None for the others."""

    def mark(self, document: Document, top: float) -> None:
        """Mark a height on the open page as the slide's place, and bookmark it under its part."""
        document.mark(self.scene.id, top)
        if self.opens is not None:
            key = f"part {self.opens}"
            document.mark(key, top)
            document.bookmark(self.part, key, 0)
        document.bookmark(self.scene.title, self.scene.id, 1)


def numbered_slides(deck: Deck, scenes: Sequence[Scene]) -> Iterator[NumberedSlide]:
    """Yield the slides of all parts, in order.

    Raises:
        ValueError: the scenes are not those of the deck's slides.
    """
    if [scene.id for scene in scenes] != [slide.id for slide in deck.slides]:
        raise ValueError(f"{len(scenes)} scenes are not the {len(deck.slides)} slides of {deck.session}")
    remaining = iter(enumerate(scenes, 1))
    parts = (part for part in deck.parts if part.slides)
    for part_number, part in enumerate(parts, 1):
        for index, _ in enumerate(part.slides):
            number, scene = next(remaining)
            yield NumberedSlide(number, scene, part.title, None if index else part_number)


def slide_text(deck: Deck, template: Template, number: int) -> SlideText:
    """Return what a slide's footer says."""
    return SlideText(long_date(deck.date), f"{template.footer} · {deck.title}", number)
