"""Headings over slides on paper: number and title, and the part's title where a part begins."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from deckbuild.model.dataclasses import replace
from deckbuild.model.document import Heading
from deckbuild.model.text import Paragraph, Run

if TYPE_CHECKING:
    from deckbuild.pack.documents import Placed

PART = 2
SLIDE = 3


def numbered(slide: Placed) -> Iterator[Heading]:
    """Yield the headings that stand over a slide, outermost first; its number finds it again in the deck.

    A slide with its part's title is the part's heading, so that nothing is said twice.
    """
    if slide.opens is not None and not slide.names_part:
        yield part_heading(slide)
    number = Run(f"{slide.number} ", colour="brand")
    title = replace(slide.slide.title, runs=(number, *slide.slide.title.runs))
    level, running = (PART, slide.part.title) if slide.names_part else (SLIDE, "")
    yield Heading(level, title, slide.slide.id, running=running)


def part_heading(slide: Placed, anchor: str = "") -> Heading:
    """Return the heading of the part that a slide opens; links lead to *anchor*, where one is given."""
    return Heading(PART, Paragraph((Run(slide.part.title),)), anchor or f"part-{slide.opens}")
