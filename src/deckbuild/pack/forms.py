"""What the forms of a pack have in common: a deck in, the frame of a document and its usual fields out."""

from __future__ import annotations

from deckbuild.model.dataclasses import replace
from deckbuild.model.dates import long_date
from deckbuild.model.deck import Deck
from deckbuild.model.document import Field, FieldKind, Heading, PageOptions, TextBlock, TextStyle
from deckbuild.model.text import plain
from deckbuild.pack import KINDS

LONGEST, LONGEST_LARGE = 64, 44
"""Letters of a title that a field of one line can show; in large print."""


def on_sheets(options: PageOptions) -> PageOptions:
    """Return options for what is filled in: whole sheets, without a cover; a booklet is for reading."""
    paper = options.paper if options.paper == "US-Letter" else "A4"
    return replace(options, paper=paper, cover=False)


def line(words: str, style: TextStyle = "body") -> TextBlock:
    """Return a paragraph."""
    return TextBlock((plain(words),), style)


def title(kind: str) -> Heading:
    """Return the title of a form: what it is, since the session stands in a field."""
    return Heading(1, plain(KINDS[kind].name))


def needed(name: str, kind: FieldKind, label: str) -> Field:
    """Return a field that must be filled in; on the page its label says so in words."""
    return Field(name, kind, label, required=True)


def agency_field(deck: Deck, *, required: bool = False) -> Field:
    """Return the field that names the agency."""
    return Field("agency", "text", "Agency", deck.agency, required=required, origin=deck.agency_origin)


def trainer_field(deck: Deck) -> Field:
    """Return the field that names the trainer."""
    return Field("trainer", "text", "Trainer", deck.trainer, origin=deck.trainer_origin)


def session_field(deck: Deck, options: PageOptions, *, required: bool = False) -> Field:
    """Return the field that names the session: as high as its title needs."""
    longest = LONGEST_LARGE if options.large_print else LONGEST
    kind: FieldKind = "text" if len(deck.title) <= longest else "multiline"
    origin = deck.title_origin
    return Field("session", kind, "Session", deck.title, required=required, lines=2, origin=origin)


def version_field(deck: Deck) -> Field:
    """Return the field that says the session's version; the deck's date is the version's, not the day's."""
    return Field("version", "text", "Version", f"{deck.version}, {long_date(deck.date)}")
