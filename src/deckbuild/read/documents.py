"""The declarations of the session language: what may stand in each file, for decoding and for messages.

Names in YAML have hyphens where these have underscores. Scalars arrive as text (see `nodes`), so `str` takes
whatever was written and a number is read where a number is declared. The struct of a slide comes from its
slide layout (see `slides`).
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from deckbuild.read.forms import (
    Address,
    Date,
    Id,
    Key,
    Language,
    Minutes,
    Names,
    OneSlideId,
    SlideId,
    Text,
)

Colour = Annotated[
    str,
    Meta(
        pattern="^#?[0-9A-Fa-f]{6}$",
        extra={"wanted": 'six hexadecimal digits in quotation marks, such as "0F5565"'},
    ),
]


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
    """Folder of the sessions."""
    modules: Text = "modules"
    """Folder of the modules."""
    profiles: Text = "profiles"
    """Folder of the profiles."""
    sources: Text = "sources.yaml"
    """File of the sources."""
    brands: Text = "../assets/brands"
    """Folder of the brands, one folder each."""
    icons: Text = "../assets/icons"
    """Folder of the drawings that cards may have."""
    output: Text = "../output"
    """Folder that decks and handouts are written to."""


class KeyDoc(Declaration):
    """A key of the workspace."""

    explain: Text
    """What it says, in words that can stand for it."""
    type: Literal["text", "phone", "email", "url", "date", "number", "minutes"] = "text"
    """What its value looks like."""
    default: Text | None = None
    """Its value where neither the profile nor the local session gives one."""
    used_in: Annotated[list[Literal["slides", "notes"]], Meta(min_length=1)] = field(
        default_factory=lambda: ["slides", "notes"]
    )
    """Where it may be used."""


class WorkspaceDoc(Declaration):
    """The workspace, `decks/deckbuild.yaml`: whose sessions these are, and the words that differ."""

    name: Text
    """What the project is called."""
    organisation: Text
    """Whose training sessions these are."""
    paths: PathsDoc = field(default_factory=PathsDoc)
    """Where the files are, where they are not in their usual places."""
    keys: dict[Key, KeyDoc] = {}
    """The keys that texts may use, written `{{ name }}`."""


class EntryDoc(Conditional):
    """An entry of a part of the notes that is for some profiles."""

    text: Text
    """Markdown: paragraphs and lists."""


NotesPart = Text | Annotated[list[Text | EntryDoc], Meta(min_length=1)]
"""Markdown, or a list of entries of Markdown."""


class NotesDoc(Declaration):
    """A slide's speaker notes."""

    purpose: NotesPart
    """What the slide is for."""
    ask: NotesPart
    """What to ask the people in the room."""
    say: NotesPart | None = None
    """What to say besides what the slide says."""
    changed: NotesPart | None = None
    """What has changed since the source was written."""


class OtherNotesDoc(Declaration):
    """The notes of a `use`: the parts that are written replace those of the slide."""

    purpose: NotesPart | None = None
    """What the slide is for."""
    ask: NotesPart | None = None
    """What to ask the people in the room."""
    say: NotesPart | None = None
    """What to say besides what the slide says."""
    changed: NotesPart | None = None
    """What has changed since the source was written."""


class UseDoc(Conditional):
    """A session's call for a module or a slide."""

    use: SlideId
    """A module, for all its slides, or one slide: `MODULE/SLIDE`."""
    title: Text | None = None
    """A title in place of the slide's own."""
    minutes: Minutes | None = None
    """Minutes in place of the slide's own."""
    notes: OtherNotesDoc | None = None
    """Notes in place of the slide's own; the parts that are not written stay."""


class PartDoc(Declaration):
    """A titled stretch of a session."""

    title: Text
    """Its name: a section of the deck, and a line of the agenda."""
    slides: Annotated[list[UseDoc], Meta(min_length=1)]
    """What stands in it, in order."""


class SessionDoc(Declaration):
    """A training session, `decks/sessions/<id>.yaml`: its parts, and which slides they use."""

    title: Text
    """The title of the deck."""
    brand: Id
    """The look: a folder of the brands."""
    language: Language
    """The language of all text that says no other."""
    version: Text
    """The version of the session."""
    date: Date
    """The day of this version: what date fields show until PowerPoint renews them."""
    review: Date
    """The day by which somebody must have read it again."""
    owner: Text
    """Who answers for it."""
    minutes: Annotated[int, Meta(gt=0, le=10_000)]
    """How long the session takes."""
    profiles: Names
    """The agencies that get it."""
    parts: Annotated[list[PartDoc], Meta(min_length=1)]
    """Its parts, in order."""
    subtitle: str | None = None
    """What the title does not say."""
    subject: str | None = None
    """What it is about, for the document's properties."""
    aims: list[Text] = []
    """What the session is for."""
    outcomes: dict[Id, Text] = {}
    """Id and words of each thing that people can do afterwards."""
    audience: Text | None = None
    """Who it is for."""
    handouts: list[Id] = field(default_factory=lambda: ["handout-3up"])
    """Formats that a build makes besides the deck."""
    mandatory: list[OneSlideId] = []
    """Slides that no profile and no local session may leave out."""


class ModuleDoc(Conditional):
    """A module, `decks/modules/<id>.yaml`: slides that sessions share.

    Its slides are decoded one by one, when a deck has them.
    """

    title: Text
    """What the module is called."""
    owner: Text
    """Who answers for it."""
    review: Date
    """The day by which somebody must have read it again."""
    slides: Annotated[dict[Id, object], Meta(min_length=1)]
    """Its slides, by name, in order."""
    version: Text | None = None
    """The version of the module."""
    covers: Names | None = None
    """Ids of learning outcomes that the whole module serves."""


class ChangeDoc(Declaration):
    """A change to a session: one of `replace`, `insert`, `omit` and `add`, and why."""

    why: Text
    """The reason, for those who come after."""
    replace: SlideId | None = None
    """A slide, or a module for all its slides, that goes."""
    with_: SlideId | None = field(default=None, name="with")
    """The slide, or the module, that comes instead."""
    insert: SlideId | None = None
    """A slide, or a module, that comes."""
    before: SlideId | None = None
    """The slide that it comes before."""
    after: SlideId | None = None
    """The slide that it comes after."""
    omit: SlideId | None = None
    """A slide, or a module for all its slides, that goes."""
    add: SlideId | None = None
    """A slide, or a module, that comes at the end of a part."""
    to: Text | None = None
    """The title of the part; without it, the last one."""


Keys = dict[Key, Text]
"""Key → value."""


class ProfileDoc(Declaration):
    """A profile, `decks/profiles/<id>.yaml`: one agency, its words, and what it changes."""

    agency: Text
    """What the agency is called."""
    tags: list[Id] = []
    """Names for several agencies, which conditions may use."""
    brand: Id | None = None
    """The look of its decks, in place of the session's."""
    keys: Keys = {}
    """Its words for the keys of the workspace."""
    changes: dict[Id, Annotated[list[ChangeDoc], Meta(min_length=1)]] = {}
    """Session id → changes, in the order in which they apply."""


class LocalDoc(Declaration):
    """A trainer's file on top of a session for a profile."""

    extends: Id
    """The session that it stands on."""
    profile: Id
    """The agency that it is for."""
    project: Text | None = None
    """The folder of the project, relative to this file; without it, the folder of the command."""
    title: Text | None = None
    """A title of the deck in place of the session's."""
    trainer: Text | None = None
    """Who gives it: `{{ local.trainer }}`."""
    keys: Keys = {}
    """Its words for the keys of the workspace."""
    changes: list[ChangeDoc] = []
    """What it changes, in the order in which the changes apply."""
    slides: dict[Id, object] = {}
    """Slides of its own, by name."""


class ReferenceDoc(Declaration):
    """An entry of `decks/sources.yaml`."""

    author: Text
    """Who wrote it."""
    year: Text
    """When it appeared."""
    title: Text
    """What it is called."""
    publisher: Text
    """Who published it."""
    url: Address | None
    """Where it can be read; `null` where it is not on the web."""
    licence: Text
    """What may be done with it."""
    short: Text
    """How source lines name it."""


ReferencesDoc = dict[Id, ReferenceDoc]
"""`decks/sources.yaml`."""


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


class FontsDoc(Declaration):
    """A brand's `fonts`: the family's name in the deck, and the four faces that are measured and embedded."""

    deck: Text
    """The family as PowerPoint names it."""
    regular: Text
    """Its face for plain text: a TrueType file."""
    bold: Text
    """Its bold face."""
    italic: Text
    """Its italic face."""
    bold_italic: Text
    """Its bold italic face."""


class WordmarkDoc(Declaration):
    """A brand's `wordmark`."""

    symbol: Text
    """An SVG file of filled paths, relative to this file."""
    lines: Annotated[list[Text], Meta(min_length=1, max_length=2)]
    """The name beside it, in one or two lines."""


class BrandDoc(Declaration):
    """A brand, `assets/brands/<id>/brand.yaml`: colours, fonts, wordmark."""

    name: Text
    """Whose look it is."""
    footer: Text
    """What stands at the foot of every slide."""
    colours: dict[str, object]
    """Colours, by what they are for."""
    fonts: FontsDoc
    """The family of all text."""
    wordmark: WordmarkDoc
    """Symbol and name."""
    cover_ground: Literal["ground", "tint", "deep", "brand"]
    """The colour behind the cover."""
    section_ground: Literal["ground", "tint", "deep", "brand"]
    """The colour behind section slides."""
    motif: Literal["bar", "band"]
    """How the brand shows on every slide: a bar over the title, or a band at the left."""
    sizes: dict[str, object] = {}
    """Sizes of text in points, where they are not the usual ones."""
