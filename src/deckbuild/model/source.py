"""What a board administrator writes: sessions, modules, slides and what stands on them.

Values here are decoded and checked for form; nothing is resolved, filtered or measured yet.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from deckbuild.model.condition import Condition
from deckbuild.model.dataclasses import dataclass, field
from deckbuild.model.drawing import Command
from deckbuild.model.origin import NOWHERE, Origin
from deckbuild.model.text import Paragraph, Text

if TYPE_CHECKING:
    from deckbuild.model.document import Paper

KeyType = Literal["text", "phone", "email", "url", "date", "number", "minutes"]
"""What a key's value must look like."""

BUILT_IN_KEYS = ("agency.name", "session.title", "session.date")
"""Keys that have their values from the session and the profile themselves."""

LOCAL = "local"
"""What stands for the module in the id of a local session's own slide."""

TRAINER = "local.trainer"
"""The key that a local session's `trainer` fills; it needs no declaration."""

ChangeKind = Literal["replace", "insert", "omit", "add"]
"""What a change does."""

ChartKind = Literal["bar", "column", "line", "pie", "stacked"]


@dataclass(frozen=True, slots=True)
class Citation:
    """A slide's `source:`: where its words or figures are printed."""

    ref: str
    """Id in `sources.yaml`."""
    page: str | None = None
    as_quoted_by: str | None = None
    """Id in `sources.yaml` of the body that quotes it; None where the source itself was read."""
    note: Paragraph | None = None
    """A remark that follows the citation; None for no remark."""
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True)
class Evidence:
    """How far a statement of the slide could be confirmed; shown in the speaker notes."""

    status: Literal["confirmed", "second-hand", "unconfirmed", "doubtful"]
    note: Paragraph


@dataclass(frozen=True, slots=True)
class Notes:
    """A slide's speaker notes. Each part is Markdown: paragraphs and lists; empty where not written."""

    purpose: Text
    ask: Text = ()
    say: Text = ()
    changed: Text = ()
    """What has changed since the source was written."""


@dataclass(frozen=True, slots=True)
class Exercise:
    """What people do on a slide; for the facilitator alone."""

    instructions: Text
    answers: Text = ()
    """What good answers hold; empty where it has none."""
    materials: Text = ()
    """What must be there, one a paragraph."""


@dataclass(frozen=True, slots=True)
class Card:
    """One of two to four equal panels."""

    heading: Paragraph
    text: Text
    icon: str | None = None
    """Name of a drawing in `assets/icons`; None for the card's number."""
    drawing: tuple[Command, ...] = ()
    """The icon's outline, as `read` found it; empty where there is no icon."""
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """One side of a two-column or comparison slide."""

    text: Text
    heading: Paragraph | None = None
    listed: bool = False
    """True where it was written as `items`, False where as `text`."""


@dataclass(frozen=True, slots=True)
class LinkItem:
    """One line of a list of links."""

    text: Paragraph
    """The link's words, which say where it leads. Its runs carry the link, where there is an address."""
    audience: Paragraph | None = None
    """Who the page is for; None where the words say it."""
    not_available: str | None = None
    """Why there is no address; None where there is one."""
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """One row of numbers of a chart, one for each category."""

    name: str
    values: tuple[float | None, ...]
    """None draws a gap."""


@dataclass(frozen=True, slots=True)
class Chart:
    """Numbers and how to draw them."""

    kind: ChartKind
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    alt: str
    unit: str = ""
    """Follows each number on the chart, for example `%`."""
    highlight: str | None = None
    """The category that takes the accent colour; None for none."""
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True)
class FigureNotAvailable:
    """A figure whose numbers could not be found, in a state that says so."""

    figure: str
    """The figure's number and caption, as printed."""
    ref: str
    """Id in `sources.yaml` of the report that prints it."""
    shows: Paragraph
    """What the figure would show."""
    reason: Paragraph
    """Why it is not here."""
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True)
class Table:
    """A header row and rows of cells, all of one width."""

    columns: tuple[Paragraph, ...]
    rows: tuple[tuple[Paragraph, ...], ...]
    alt: str
    conditions: tuple[Condition | None, ...] = ()
    """One for each row; empty once filtered, or where no row has one."""
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True)
class Picture:
    """A raster picture, with what a screen reader says of it."""

    file: str
    """Path relative to the project, with forward slashes."""
    alt: str | None
    """Alternative text; None where the picture is decorative."""
    media_type: Literal["image/png", "image/jpeg"]
    size: tuple[int, int]
    """Width and height in pixels."""
    data: bytes = field(repr=False)
    """The file's bytes, freed of metadata."""
    digest: str = ""
    """SHA-256 of `data`, hexadecimal."""
    origin: Origin = NOWHERE


Value = (
    str
    | int
    | Paragraph
    | Text
    | tuple[Text, ...]
    | Column
    | Chart
    | FigureNotAvailable
    | Table
    | Picture
    | tuple[Card, ...]
    | tuple[LinkItem, ...]
)
"""What a field of a slide layout holds, by its kind (see `layouts.base.Kind`)."""


@dataclass(frozen=True, slots=True)
class Slide:
    """A slide of a module."""

    id: str
    """`MODULE/SLIDE`, unique and stable."""
    layout: str
    title: Paragraph
    fields: Mapping[str, Value]
    notes: Notes
    minutes: float | None = None
    source: Citation | None = None
    evidence: Evidence | None = None
    origin: Origin = NOWHERE
    when: Condition | None = None
    covers: tuple[str, ...] = ()
    """Ids of the learning outcomes that it serves, besides those of its module."""
    language: str | None = None
    """BCP 47 tag; None for the document's."""
    exercise: Exercise | None = None
    """None where people only listen."""


@dataclass(frozen=True, slots=True)
class SlideHead:
    """What is known of a slide before it is opened: enough to say which decks it is in."""

    id: str
    """`MODULE/SLIDE`."""
    origin: Origin = NOWHERE
    title: str = ""
    """As it is written, with its markup."""
    layout: str = ""
    when: Condition | None = None
    covers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Module:
    """Slides that are shared between sessions."""

    id: str
    title: str
    owner: str
    review: str
    """ISO 8601 date by which someone must have read it again."""
    slides: Mapping[str, Slide]
    """Slide name → slide, in the order of the file: those that were opened."""
    origin: Origin = NOWHERE
    version: str = ""
    when: Condition | None = None
    covers: tuple[str, ...] = ()
    heads: Mapping[str, SlideHead] = field(default_factory=dict)
    """Slide name → head of every slide, in the order of the file."""


@dataclass(frozen=True, slots=True)
class Use:
    """A session's call for a module or one slide of it."""

    target: str
    """`MODULE` or `MODULE/SLIDE`."""
    when: Condition | None = None
    title: Paragraph | None = None
    minutes: float | None = None
    origin: Origin = NOWHERE
    notes: Notes | None = None
    """The parts that are written replace those of the slide; `purpose` is empty where it is not."""


@dataclass(frozen=True, slots=True)
class Part:
    """A titled stretch of a session; becomes a PowerPoint section."""

    title: str
    uses: tuple[Use, ...]
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True)
class BriefingBox:
    """One of the seven boxes of a seven-minute briefing."""

    heading: Paragraph
    text: Text = ()
    slides: tuple[str, ...] = ()
    """Ids of slides of the deck whose words stand in the box after its text."""
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True)
class Handouts:
    """What is built besides the deck, and how it is printed; None where it is not written."""

    kinds: tuple[str, ...] | None = None
    """What a build makes unasked."""
    pack: tuple[str, ...] | None = None
    """What `build --pack` makes."""
    paper: Paper | None = None
    greyscale: bool | None = None
    cover: bool | None = None
    large_print: bool | None = None
    kinds_origin: Origin = NOWHERE
    """Of the list of kinds."""
    pack_origin: Origin = NOWHERE

    def over(self, other: Handouts) -> Handouts:
        """Return what is written here, and of the rest what *other* says."""
        kinds, pack = (self if self.kinds is not None else other), (self if self.pack is not None else other)
        return Handouts(
            kinds=kinds.kinds,
            pack=pack.pack,
            paper=self.paper or other.paper,
            greyscale=other.greyscale if self.greyscale is None else self.greyscale,
            cover=other.cover if self.cover is None else self.cover,
            large_print=other.large_print if self.large_print is None else self.large_print,
            kinds_origin=kinds.kinds_origin,
            pack_origin=pack.pack_origin,
        )


@dataclass(frozen=True, slots=True)
class Session:
    """One training session."""

    id: str
    title: str
    subtitle: str
    brand: str
    language: str
    """BCP 47 tag of the document."""
    version: str
    date: str
    """ISO 8601 date of this version; the cached text of date fields and the document's dates."""
    review: str
    owner: str
    minutes: int
    profiles: tuple[str, ...]
    parts: tuple[Part, ...]
    subject: str = ""
    origin: Origin = NOWHERE
    aims: tuple[Paragraph, ...] = ()
    outcomes: Mapping[str, Paragraph] = field(default_factory=dict)
    """Id → what people can do after the session."""
    audience: str = ""
    handouts: Handouts = Handouts()
    mandatory: tuple[str, ...] = ()
    """Slides that every deck must have: no profile and no local session may leave them out."""
    level: str = ""
    """Of the training, as the board names it; empty for none."""
    marking: str = ""
    """Protective marking; empty for none."""
    materials: Text = ()
    """What the room needs, one a paragraph."""
    evaluation: Text = ()
    """Open questions of the evaluation; empty for the usual ones."""
    actions: Text = ()
    """What the action plan asks an agency to plan for; empty for free rows."""
    briefing: tuple[BriefingBox, ...] = ()
    """Seven boxes, or none."""


@dataclass(frozen=True, slots=True)
class Reference:
    """An entry of `sources.yaml`."""

    id: str
    author: str
    year: str
    title: str
    publisher: str
    url: str | None
    licence: str
    short: str
    """How a source line names it, for example "Sidebotham et al. 2016"."""
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True)
class Change:
    """What a profile or a local session does to a shared session.

    Slides are named by id, and where it makes sense all slides of a module by the module's.
    """

    kind: ChangeKind
    slide: str
    """The slide (or module) that is replaced, inserted, omitted or added."""
    why: str
    origin: Origin
    with_: str = ""
    """For `replace`: what comes instead."""
    before: str = ""
    after: str = ""
    """For `insert`: the slide that it stands next to; one of the two is empty."""
    to: str = ""
    """For `add`: the title of the part at whose end it stands; empty for the last part."""


@dataclass(frozen=True, slots=True)
class KeyDeclaration:
    """A key of the workspace."""

    name: str
    explain: str
    """What it says, in words that can stand for it."""
    type: KeyType = "text"
    default: str | None = None
    """None where a profile or a local session must give it; a `local.` key without a value is a slot."""
    used_in: tuple[Literal["slides", "notes"], ...] = ("slides", "notes")
    origin: Origin = NOWHERE

    @property
    def is_local(self) -> bool:
        """Whether a trainer fills it."""
        return self.name.startswith("local.")


@dataclass(frozen=True, slots=True)
class Profile:
    """What one agency gets."""

    id: str
    agency: str
    keys: Mapping[str, str]
    origin: Origin = NOWHERE
    tags: tuple[str, ...] = ()
    brand: str | None = None
    """None for the session's."""
    changes: Mapping[str, tuple[Change, ...]] = field(default_factory=dict)
    """Session id → changes, in the order in which they apply."""
    handouts: Handouts = Handouts()
    """What is written wins over the session's, field by field."""
    footer: str = ""
    """Name of the board in footers; empty for the brand's."""

    @property
    def names(self) -> frozenset[str]:
        """What conditions may call it: its id and its tags."""
        return frozenset((self.id, *self.tags))


@dataclass(frozen=True, slots=True)
class LocalSession:
    """A trainer's file on top of a session for a profile."""

    id: str
    """The file's stem."""
    extends: str
    profile: str
    keys: Mapping[str, str]
    changes: tuple[Change, ...]
    slides: Mapping[str, Slide]
    """Name → slide with the id `local/NAME`, in the order of the file."""
    origin: Origin
    title: str | None = None
    """None for the session's."""
