"""The declarations of a slide: what may stand on every slide, and in the fields of the slide layouts.

The struct of a slide comes from its slide layout (see `slides`).
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, field

from deckbuild.read.documents import Conditional, Declaration, Lines, NotesDoc, NotesPart
from deckbuild.read.forms import Id, Language, Minutes, Names, Text


class ExerciseDoc(Declaration):
    """What people do on a slide; only the facilitator sees it."""

    instructions: NotesPart
    """What to do, step by step, for the facilitator to say."""
    answers: NotesPart | None = None
    """What good answers hold."""
    materials: Annotated[Lines, Meta(min_length=1)] | None = None
    """What must be there, each in one line."""


class CitationDoc(Declaration):
    """A slide's `source`."""

    ref: Id
    """Its id in the file of sources."""
    page: Text | None = None
    """Page or pages."""
    as_quoted_by: Id | None = None
    """The source that quotes it, where it was not read itself."""
    note: Text | None = None
    """A remark, after the citation."""


class EvidenceDoc(Declaration):
    """A slide's `evidence`."""

    status: Literal["confirmed", "second-hand", "unconfirmed", "doubtful"]
    """How far the words could be confirmed."""
    note: Text
    """What could not be confirmed, and where to look."""


class SlideDoc(Conditional):
    """What every slide has, besides the fields of its slide layout."""

    title: Text
    """Its title, in one line of Markdown."""
    notes: NotesDoc
    """Its speaker notes."""
    minutes: Minutes | None = None
    """How long it takes."""
    source: CitationDoc | None = None
    """Where its words or numbers are printed."""
    evidence: EvidenceDoc | None = None
    """How far its words could be confirmed."""
    covers: Names | None = None
    """Ids of learning outcomes that the slide serves."""
    language: Language | None = None
    """Of all its text; without it, the session's."""
    exercise: ExerciseDoc | None = None
    """What people do, for the facilitator alone."""


class ItemDoc(Conditional):
    """An entry of a list, with entries of its own or a condition."""

    text: Text
    """A line of Markdown."""
    items: Annotated[list[Text | ItemDoc], Meta(min_length=1)] | None = None
    """Entries of its own."""


class CardDoc(Conditional):
    """A card."""

    heading: Text
    """Its heading, in one line."""
    text: Text
    """What it says."""
    icon: Id | None = None
    """A drawing of the icons' folder, without `.svg`; without it, a number."""


class ColumnDoc(Declaration):
    """A column: `text` or `items`."""

    heading: Text | None = None
    """Its heading, in one line."""
    text: Text | None = None
    """What it says, as paragraphs and lists."""
    items: Annotated[list[Text | ItemDoc], Meta(min_length=1)] | None = None
    """What it says, as a list."""


class LinkDoc(Conditional):
    """A line of a list of links: `url` or `not-available`."""

    text: Text
    """Its words, which say where it leads."""
    url: Text | None = None
    """Where it leads."""
    not_available: Text | None = None
    """Why there is no address."""
    for_: Text | None = field(default=None, name="for")
    """Who it is for."""


class ChartDoc(Declaration):
    """A chart with `rows` or `data`; or `not-available`, where the numbers could not be found."""

    kind: Literal["bar", "column", "line", "pie", "stacked"] | None = None
    """How the numbers are drawn."""
    alt: Text | None = None
    """What it shows, with its numbers, for those who do not see it."""
    unit: str | None = None
    """What follows each number."""
    highlight: Text | None = None
    """The category that takes the accent colour."""
    series: Annotated[list[Text], Meta(min_length=1)] | None = None
    """A name for each column of numbers."""
    rows: Annotated[list[list[str | None]], Meta(min_length=1)] | None = None
    """A category and its numbers in each row; `null` is a gap."""
    data: Text | None = None
    """A CSV file with a header line, relative to this file."""
    not_available: Text | None = None
    """The number and caption of a figure whose numbers could not be found."""
    in_: Id | None = field(default=None, name="in")
    """The source that prints the figure."""
    shows: Text | None = None
    """What the figure would show."""
    reason: Text | None = None
    """Why it is not here."""


class RowDoc(Conditional):
    """A row of a table that is for some profiles."""

    cells: list[str | None]
    """A cell for each column, in Markdown; empty where nothing stands."""


class TableDoc(Declaration):
    """A table with a header row."""

    columns: Annotated[list[Text], Meta(min_length=1)]
    """The header: a cell for each column."""
    rows: Annotated[list[list[str | None] | RowDoc], Meta(min_length=1)]
    """The rows: a cell for each column."""
    alt: Text
    """What it says, in a sentence."""


class PictureDoc(Declaration):
    """A picture with `alt`, or `decorative: true`."""

    file: Text
    """A PNG or JPEG file, relative to this file."""
    alt: Text | None = None
    """What it shows, for those who do not see it."""
    decorative: bool = False
    """True where it adds nothing to the words."""
