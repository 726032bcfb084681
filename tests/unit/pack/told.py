"""What a session says to participants, read from its deck alone: the measure of its narrative."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from deckbuild.layouts import LAYOUTS
from deckbuild.model.deck import Deck, DeckSlide
from deckbuild.model.source import Card, Column, FigureNotAvailable, LinkItem, Table
from deckbuild.model.text import Paragraph


@dataclass(frozen=True)
class Told:
    """One paragraph."""

    text: str
    whole: bool = True
    """False where an address or a remark follows."""

    def is_said_by(self, paragraph: str) -> bool:
        return paragraph == self.text if self.whole else paragraph.startswith(self.text)


def told(deck: Deck) -> Iterator[Told]:
    """Yield every paragraph of the parts; the deck's first slide is not its cover."""
    for part in deck.parts:
        yield Told(part.title)
        for index, slide in enumerate(part.slides):
            if index or slide.title.text != part.title:
                yield Told(slide.title.text)
            yield from slide_told(slide)


def slide_told(slide: DeckSlide) -> Iterator[Told]:
    fields = [each for each in LAYOUTS[slide.layout].fields if each.name in slide.fields]
    if slide.layout == "picture-full":
        fields.reverse()
    for field in fields:
        yield from value_told(slide.fields[field.name])
    missing = any(isinstance(value, FigureNotAvailable) for value in slide.fields.values())
    if slide.source_line and "attribution" not in slide.fields and not missing:
        yield Told(slide.source_line.text)


def value_told(value: object) -> Iterator[Told]:
    match value:
        case str():
            yield Told(value)
        case Paragraph():
            yield Told(value.text)
        case tuple():
            for each in value:
                yield from value_told(each)
        case Card():
            yield from value_told((value.heading, value.text))
        case Column():
            yield from value_told((*((value.heading,) if value.heading else ()), value.text))
        case LinkItem():
            yield Told(value.text.text, whole=False)
        case Table():
            yield from value_told((value.columns, value.rows))
        case FigureNotAvailable():
            yield from value_told((value.figure, value.shows, value.reason))
