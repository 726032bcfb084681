"""Certificate of attendance: a deck in; a sheet to hang up out, with hours, level and outcomes."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.diagnostics import Diagnostic
from deckbuild.model.dataclasses import replace
from deckbuild.model.dates import long_date
from deckbuild.model.deck import Deck
from deckbuild.model.document import (
    Block,
    Document,
    Field,
    FieldBlock,
    Heading,
    PageOptions,
    TextBlock,
    TextStyle,
)
from deckbuild.model.text import plain
from deckbuild.pack import KINDS
from deckbuild.pack.documents import document
from deckbuild.pack.form_words import hours_in_words
from deckbuild.pack.forms import on_sheets, trainer_field
from deckbuild.pack.timing import minutes_of


def compose(deck: Deck, options: PageOptions) -> tuple[Document, list[Diagnostic]]:
    """Return the certificate: one framed page, also where reading matter is in large print."""
    options = replace(on_sheets(options), large_print=False)
    made = document("certificate", deck, options, _blocks(deck), landscape=True, furniture="none", frame=True)
    return made, []


def _blocks(deck: Deck) -> Iterator[Block]:
    yield _centred(KINDS["certificate"].name, "display")
    yield FieldBlock((Field("name", "text", "Name", display=True),))
    yield _centred("took part in")
    yield Heading(1, plain(deck.title, origin=deck.title_origin))
    if deck.subtitle:
        yield _centred(deck.subtitle, "lead")
    yield _centred(" · ".join(_measure(deck)))
    if deck.outcomes:
        yield _centred("What people should be able to do afterwards", "label")
        yield TextBlock(tuple(deck.outcomes.values()), listed=True)
    yield FieldBlock(
        (
            Field("date", "date", "Date"),
            trainer_field(deck),
            Field("signature", "text", "Signature"),
        )
    )


def _measure(deck: Deck) -> Iterator[str]:
    yield f"{hours_in_words(deck.minutes).capitalize()} ({minutes_of(deck.minutes)})"
    if deck.level:
        yield deck.level
    yield f"Version {deck.version}, {long_date(deck.date)}"


def _centred(words: str, style: TextStyle = "body") -> TextBlock:
    return TextBlock((plain(words),), style, align="ctr")
