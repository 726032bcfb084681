"""What a facilitator must know before anything else: a deck in, one page's facts, aims and materials out."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.model.dataclasses import replace
from deckbuild.model.dates import long_date
from deckbuild.model.deck import Deck
from deckbuild.model.document import Block, Heading, Margin, TextBlock
from deckbuild.model.text import Paragraph, Run, Text, plain
from deckbuild.pack.timing import duration


def at_a_glance(deck: Deck) -> Margin:
    """Return the facts in the margin, and beside them what must be known and be there before people come."""
    return Margin(
        tuple(_facts(deck)),
        (
            *_listed("What the session is for", deck.aims),
            *_listed("What people will be able to do", tuple(deck.outcomes.values())),
            *_listed("What must be there", materials(deck)),
        ),
    )


def materials(deck: Deck) -> Text:
    """Return what the room needs and what the exercises need, each once, with the slides that need it."""
    needed: dict[str, tuple[Paragraph, list[int]]] = {item.text: (item, []) for item in deck.materials}
    for number, slide in enumerate(deck.slides, 1):
        for item in slide.guide.exercise.materials if slide.guide.exercise else ():
            needed.setdefault(item.text, (item, []))[1].append(number)
    return tuple(_for_slides(item, numbers) for item, numbers in needed.values())


def _for_slides(item: Paragraph, numbers: list[int]) -> Paragraph:
    if not numbers:
        return item
    words = "slide" if len(numbers) == 1 else "slides"
    return replace(item, runs=(*item.runs, Run(f" ({words} {', '.join(map(str, numbers))})")))


def _facts(deck: Deck) -> Iterator[Block]:
    yield TextBlock((plain(duration(deck.minutes)),), "time")
    for label, words in (
        ("For", plain(deck.audience)),
        ("Agency", plain(deck.agency, origin=deck.agency_origin)),
        ("Level", plain(deck.level)),
        ("Trainer", plain(deck.trainer, origin=deck.trainer_origin)),
        ("Version", plain(f"{deck.version}, {long_date(deck.date)}")),
        ("To be read again by", plain(long_date(deck.review))),
    ):
        if words.text:
            yield TextBlock((words,), label=label)


def _listed(title: str, items: Text) -> Iterator[Block]:
    if items:
        yield Heading(3, plain(title))
        yield TextBlock(items, listed=True)
