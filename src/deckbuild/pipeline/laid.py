"""A slide laid out, whether now or in an earlier build, and what its compiled parts depend on besides."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from deckbuild.model.source import Chart

if TYPE_CHECKING:
    from deckbuild.cache.actions import Kept
    from deckbuild.cache.sealed import Digest
    from deckbuild.diagnostics import Diagnostic
    from deckbuild.model.deck import DeckSlide
    from deckbuild.model.parts import SlideParts
    from deckbuild.model.scene import Scene
    from deckbuild.model.text import Paragraph
    from deckbuild.pipeline.remembered import Steps
    from deckbuild.render.pptx import DeckText


class Laid:
    """A slide of a deck and its scene, which is read from the cache only where something is made of it."""

    def __init__(self, slide: DeckSlide, kept: Kept[Scene], subject: str, reading: int = 0) -> None:
        """*subject* is what the cache calls the slide, *reading* which reading of the project it is of."""
        self.slide = slide
        self.subject = subject
        self.reading = reading
        self.is_shared = False
        """Whether several decks of this reading have it."""
        self.compiled: dict[tuple[str, ...], SlideParts] = {}
        """By what the deck adds to it (`said_by`)."""
        self._kept = kept
        self._whole: Digest | None = None

    @property
    def scene(self) -> Scene:
        """The slide as it is drawn."""
        return self._kept.value

    @property
    def digest(self) -> Digest:
        """The identity of the scene; empty without a cache."""
        return self._kept.digest

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """What does not fit."""
        return self._kept.diagnostics

    def whole(self, steps: Steps) -> Digest:
        """Return the digest of the slide with all that documents say of it; empty without a cache."""
        if self._whole is None:
            self._whole = steps.digest(self.slide)
        return self._whole

    def text(self, deck: DeckText) -> DeckText:
        """Return what of a deck's words a compiled slide holds: the date of workbooks, titles of jumps."""
        titles = {each: deck.titles[each] for each in self._jumps}
        return type(deck)(deck.date if self._has_chart else "", titles)

    def said_by(self, deck: DeckText) -> tuple[str, ...]:
        """Return the same as `text`, to find it by; quickly, since it is asked for every slide."""
        if not self._has_chart and not self._jumps:
            return ()
        return (deck.date if self._has_chart else "", *(deck.titles[each] for each in self._jumps))

    @cached_property
    def _has_chart(self) -> bool:
        return any(isinstance(each, Chart) for each in self.slide.fields.values())

    @cached_property
    def _jumps(self) -> tuple[str, ...]:
        """The slides that this one leads to; in notes such links are plain words."""
        links = (run.link for each in _paragraphs(self.slide) for run in each.runs if run.link)
        return tuple(dict.fromkeys(link.slide for link in links if link.slide is not None))


def _paragraphs(slide: DeckSlide) -> Iterator[Paragraph]:
    """Yield every paragraph that stands on a slide."""
    from deckbuild.assemble.walk import change_value

    found: list[Paragraph] = []

    def note(paragraph: Paragraph) -> Paragraph:
        found.append(paragraph)
        return paragraph

    for value in slide.fields.values():
        change_value(value, note)
    yield slide.title
    yield from found
    if slide.source_line:
        yield slide.source_line
