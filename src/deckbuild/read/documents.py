"""The declarations of the session language: what may stand in each file, for decoding and for messages.

What stands on slides is in `slide_documents`. Names in YAML have hyphens where these have underscores.
Scalars arrive as text (see `nodes`), so `str` takes whatever was written and a number is read where a number
is declared.
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


class LineDoc(Conditional):
    """A line that is for some profiles."""

    text: Text
    """A line of Markdown."""


Lines = list[Text | LineDoc]
"""Lines of Markdown, each for everybody or for some."""


class EntryDoc(Conditional):
    """An entry of a part of the notes that is for some profiles."""

    text: Text
    """Markdown: paragraphs and lists."""


NotesPart = Text | Annotated[list[Text | EntryDoc], Meta(min_length=1)]
"""Markdown, or a list of entries of Markdown."""


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


class HandoutsDoc(Declaration):
    """What is built besides the deck, and how it is printed."""

    kinds: list[Id] | None = None
    """What a build makes unasked; without it, `handout-3up`."""
    pack: Annotated[list[Id], Meta(min_length=1)] | None = None
    """What `build --pack` makes; without it, every kind that the session can have."""
    paper: Literal["A4", "A5", "A5-booklet", "US-Letter"] | None = None
    """The paper; without it, A4. A booklet's sheets are A4, to be folded once."""
    greyscale: bool | None = None
    """True for printers without colour."""
    cover: bool | None = None
    """True for a cover page, in the kinds that can have one."""
    large_print: bool | None = None
    """True for reading matter in 16 points and more."""


class BriefingBoxDoc(Declaration):
    """One of the seven boxes of the seven-minute briefing, with `text`, `slides` or both."""

    heading: Text
    """Its heading, in one line."""
    text: NotesPart | None = None
    """What stands in it."""
    slides: Annotated[list[OneSlideId], Meta(min_length=1)] | None = None
    """Slides of the deck whose words stand in it, after its text."""


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
    level: Text | None = None
    """The level of the training, as the board names it."""
    marking: Text | None = None
    """A protective marking, for the foot of every slide and page."""
    materials: Lines = []
    """What the room needs, each in one line."""
    handouts: list[Id] | HandoutsDoc = field(default_factory=lambda: ["handout-3up"])
    """What a build makes besides the deck; as a mapping, also how it is printed."""
    briefing: Annotated[list[BriefingBoxDoc], Meta(min_length=7, max_length=7)] | None = None
    """The boxes of the seven-minute briefing."""
    action_plan: Lines = []
    """What the agency action plan asks for; without it, free rows."""
    evaluation: Lines = []
    """Open questions of the evaluation form; without it, the usual ones."""
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
    footer: Text | None = None
    """Name of its board in the footers of slides, layouts and pages, in place of the brand's."""
    keys: Keys = {}
    """Its words for the keys of the workspace."""
    changes: dict[Id, Annotated[list[ChangeDoc], Meta(min_length=1)]] = {}
    """Session id → changes, in the order in which they apply."""
    handouts: HandoutsDoc | None = None
    """How its handouts are printed; what is written here goes before what the session says."""


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
