"""The declarations of the session language: what may stand in each file, for decoding and for messages.

Names in YAML have hyphens where these have underscores. Scalars arrive as text (see `nodes`), so `str` takes
whatever was written and a number is read where a number is declared. The struct of a slide comes from its
slide layout (see `slides`).
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct, field

Text = Annotated[str, Meta(min_length=1)]
"""Text that says something."""
Date = Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}$", extra={"wanted": "a date such as 2027-03-31"})]
Language = Annotated[
    str, Meta(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", extra={"wanted": "a language such as en-GB"})
]
Id = Annotated[
    str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", extra={"wanted": "an id such as types-of-abuse"})
]
"""Name of a file or slide: small letters, digits, single hyphens."""
SlideId = Annotated[
    str,
    Meta(
        pattern=r"^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)?$",
        extra={"wanted": "a module such as closing, or a slide such as closing/our-agency"},
    ),
]
OneSlideId = Annotated[
    str,
    Meta(
        pattern=r"^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$",
        extra={"wanted": "a slide such as closing/our-agency"},
    ),
]
Key = Annotated[
    str, Meta(pattern=r"^[a-z][a-z0-9_-]*(\.[a-z0-9_-]+)*$", extra={"wanted": "a key such as agency.people"})
]
Address = Annotated[
    str, Meta(pattern=r"^https?://[^\s/]+\.[^\s]+$", extra={"wanted": "an address that begins with https://"})
]
Colour = Annotated[
    str,
    Meta(
        pattern="^#?[0-9A-Fa-f]{6}$",
        extra={"wanted": 'six hexadecimal digits in quotation marks, such as "0F5565"'},
    ),
]
Minutes = Annotated[float, Meta(gt=0, le=600)]
Names = Annotated[list[Id], Meta(min_length=1)]
"""Ids, one at least."""


class Declaration(Struct, forbid_unknown_fields=True, rename="kebab"):
    """A mapping of the language: fields that are not declared are faults."""


class Conditional(Declaration, kw_only=True):
    """What is for some profiles: at most one of the two is written."""

    only: Names | None = None
    """Ids or tags of the profiles that get it."""
    except_: Names | None = field(default=None, name="except")
    """Ids or tags of the profiles that do not get it."""


class PathsDoc(Declaration):
    """Where a workspace keeps its files, relative to its own."""

    sessions: Text = "sessions"
    modules: Text = "modules"
    profiles: Text = "profiles"
    sources: Text = "sources.yaml"
    brands: Text = "../assets/brands"
    icons: Text = "../assets/icons"
    output: Text = "../output"


class KeyDoc(Declaration):
    """A key of the workspace."""

    explain: Text
    """What it says, in words that can stand for it."""
    type: Literal["text", "phone", "email", "url", "date", "number", "minutes"] = "text"
    default: Text | None = None
    used_in: Annotated[list[Literal["slides", "notes"]], Meta(min_length=1)] = field(
        default_factory=lambda: ["slides", "notes"]
    )


class WorkspaceDoc(Declaration):
    """`decks/deckbuild.yaml`."""

    name: Text
    organisation: Text
    paths: PathsDoc = field(default_factory=PathsDoc)
    keys: dict[Key, KeyDoc] = {}


class EntryDoc(Conditional):
    """An entry of a part of the notes that is for some profiles."""

    text: Text


NotesPart = Text | Annotated[list[Text | EntryDoc], Meta(min_length=1)]
"""Markdown, or a list of entries of Markdown."""


class NotesDoc(Declaration):
    """A slide's speaker notes."""

    purpose: NotesPart
    ask: NotesPart
    say: NotesPart | None = None
    changed: NotesPart | None = None


class OtherNotesDoc(Declaration):
    """The notes of a `use`: the parts that are written replace those of the slide."""

    purpose: NotesPart | None = None
    ask: NotesPart | None = None
    say: NotesPart | None = None
    changed: NotesPart | None = None


class UseDoc(Conditional):
    """A session's call for a module or a slide."""

    use: SlideId
    title: Text | None = None
    minutes: Minutes | None = None
    notes: OtherNotesDoc | None = None


class PartDoc(Declaration):
    """A titled stretch of a session."""

    title: Text
    slides: Annotated[list[UseDoc], Meta(min_length=1)]


class SessionDoc(Declaration):
    """`decks/sessions/<id>.yaml`."""

    title: Text
    brand: Id
    language: Language
    version: Text
    date: Date
    review: Date
    owner: Text
    minutes: Annotated[int, Meta(gt=0, le=10_000)]
    profiles: Names
    parts: Annotated[list[PartDoc], Meta(min_length=1)]
    subtitle: str | None = None
    subject: str | None = None
    aims: list[Text] = []
    outcomes: dict[Id, Text] = {}
    audience: Text | None = None
    handouts: list[Id] = field(default_factory=lambda: ["handout-3up"])
    """Formats that a build makes besides the deck."""
    mandatory: list[OneSlideId] = []


class ModuleDoc(Conditional):
    """`decks/modules/<id>.yaml`. Its slides are decoded one by one, when a deck has them."""

    title: Text
    owner: Text
    review: Date
    slides: Annotated[dict[Id, object], Meta(min_length=1)]
    version: Text | None = None
    covers: Names | None = None
    """Ids of learning outcomes that the whole module serves."""


class ChangeDoc(Declaration):
    """A change to a session: one of `replace`, `insert`, `omit` and `add`, and why."""

    why: Text
    replace: SlideId | None = None
    with_: SlideId | None = field(default=None, name="with")
    insert: SlideId | None = None
    before: SlideId | None = None
    after: SlideId | None = None
    omit: SlideId | None = None
    add: SlideId | None = None
    to: Text | None = None


Keys = dict[Key, Text]
"""Key → value."""


class ProfileDoc(Declaration):
    """`decks/profiles/<id>.yaml`."""

    agency: Text
    tags: list[Id] = []
    brand: Id | None = None
    keys: Keys = {}
    changes: dict[Id, Annotated[list[ChangeDoc], Meta(min_length=1)]] = {}
    """Session id → changes, in the order in which they apply."""


class LocalDoc(Declaration):
    """A trainer's file on top of a session for a profile."""

    extends: Id
    profile: Id
    project: Text | None = None
    """The project's folder, relative to the file; without it, the folder of the command."""
    title: Text | None = None
    trainer: Text | None = None
    keys: Keys = {}
    changes: list[ChangeDoc] = []
    slides: dict[Id, object] = {}
    """Decoded one by one."""


class ReferenceDoc(Declaration):
    """An entry of `decks/sources.yaml`."""

    author: Text
    year: Text
    title: Text
    publisher: Text
    url: Address | None
    licence: Text
    short: Text


ReferencesDoc = dict[Id, ReferenceDoc]
"""`decks/sources.yaml`."""


class CitationDoc(Declaration):
    """A slide's `source`."""

    ref: Id
    page: Text | None = None
    as_quoted_by: Id | None = None
    note: Text | None = None


class EvidenceDoc(Declaration):
    """A slide's `evidence`."""

    status: Literal["confirmed", "second-hand", "unconfirmed", "doubtful"]
    note: Text


class SlideDoc(Conditional):
    """What every slide has, besides the fields of its slide layout."""

    title: Text
    notes: NotesDoc
    minutes: Minutes | None = None
    source: CitationDoc | None = None
    evidence: EvidenceDoc | None = None
    covers: Names | None = None
    """Ids of learning outcomes that the slide serves."""
    language: Language | None = None
    """Of all its text; without it, the session's."""


class ItemDoc(Conditional):
    """An entry of a list, with entries of its own or a condition."""

    text: Text
    items: Annotated[list[Text | ItemDoc], Meta(min_length=1)] | None = None


class CardDoc(Conditional):
    """A card."""

    heading: Text
    text: Text
    icon: Id | None = None


class ColumnDoc(Declaration):
    """A column: `text` or `items`."""

    heading: Text | None = None
    text: Text | None = None
    items: Annotated[list[Text | ItemDoc], Meta(min_length=1)] | None = None


class LinkDoc(Conditional):
    """A line of a list of links: `url` or `not-available`."""

    text: Text
    url: Text | None = None
    not_available: Text | None = None
    for_: Text | None = field(default=None, name="for")


class ChartDoc(Declaration):
    """A chart with `rows` or `data`; or `not-available`, where the numbers could not be found."""

    kind: Literal["bar", "column", "line", "pie", "stacked"] | None = None
    alt: Text | None = None
    unit: str | None = None
    highlight: Text | None = None
    series: Annotated[list[Text], Meta(min_length=1)] | None = None
    rows: Annotated[list[list[str | None]], Meta(min_length=1)] | None = None
    data: Text | None = None
    not_available: Text | None = None
    in_: Id | None = field(default=None, name="in")
    shows: Text | None = None
    reason: Text | None = None


class RowDoc(Conditional):
    """A row of a table that is for some profiles."""

    cells: list[str | None]


class TableDoc(Declaration):
    """A table with a header row."""

    columns: Annotated[list[Text], Meta(min_length=1)]
    rows: Annotated[list[list[str | None] | RowDoc], Meta(min_length=1)]
    alt: Text


class PictureDoc(Declaration):
    """A picture with `alt`, or `decorative: true`."""

    file: Text
    alt: Text | None = None
    decorative: bool = False


class FontsDoc(Declaration):
    """A brand's `fonts`: the family's name in the deck, and the four faces that are measured and embedded."""

    deck: Text
    regular: Text
    bold: Text
    italic: Text
    bold_italic: Text


class WordmarkDoc(Declaration):
    """A brand's `wordmark`."""

    symbol: Text
    lines: Annotated[list[Text], Meta(min_length=1, max_length=2)]


class BrandDoc(Declaration):
    """`assets/brands/<id>/brand.yaml`."""

    name: Text
    footer: Text
    colours: dict[str, object]
    """Decoded by itself: its fields are `model.brand.PALETTE`."""
    fonts: FontsDoc
    wordmark: WordmarkDoc
    cover_ground: Literal["ground", "tint", "deep", "brand"]
    section_ground: Literal["ground", "tint", "deep", "brand"]
    motif: Literal["bar", "band"]
    sizes: dict[str, object] = {}
    """Decoded by itself: its fields are `layouts.roles.SIZES`."""
