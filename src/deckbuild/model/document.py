"""A document on paper or screen as it is written, before any line is broken: blocks in reading order.

`pack` composes it from a deck, one file for each kind; `typeset.pages` sets it on pages; `render.html` writes
it as a page for browsers. Lengths are points; widths of columns are shares of the room there is.
"""

from __future__ import annotations

from typing import Literal

from deckbuild.model.dataclasses import dataclass
from deckbuild.model.origin import NOWHERE, Origin
from deckbuild.model.source import Chart, FigureNotAvailable, Picture
from deckbuild.model.text import Paragraph, Text

Paper = Literal["A4", "A5", "A5-booklet", "US-Letter"]
"""`A5-booklet`: A5 pages, two on each side of an A4 sheet, in the order that a folded booklet needs."""

Audience = Literal["participants", "facilitator"]

TextStyle = Literal["body", "lead", "small", "caption", "quotation", "label", "display", "time", "source"]
"""How a text on a page looks: `display` is the large text of a certificate, `time` stands in the margin."""

FieldKind = Literal["text", "multiline", "date", "checkbox", "radio", "choice"]

PanelStyle = Literal["tint", "outline", "key"]
"""A tinted ground; a frame; a frame with a strong edge for what must not be missed."""


@dataclass(frozen=True, slots=True)
class PageOptions:
    """How pages are to be printed; what `handouts:` of a session or a profile says."""

    paper: Paper = "A4"
    greyscale: bool = False
    cover: bool = False
    """A cover page before the first page, for the kinds that can have one."""
    large_print: bool = False
    """Reading matter in 16 points and more (UKAAF: clear and large print)."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: level 1 is the document's title, and no level is left out."""

    level: int
    text: Paragraph
    anchor: str = ""
    """What links and bookmarks lead to, for example a slide's id; empty for none."""
    eyebrow: str = ""
    """A small line over the heading, such as the part's number; read before it."""
    running: str = ""
    """What the running header says while its section lasts; empty for its text."""


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Paragraphs and lists. One with a marker or a level stands in a list (`model.text.Paragraph`)."""

    text: Text
    style: TextStyle = "body"
    listed: bool = False
    """True where every paragraph without a marker of its own is an entry of a bulleted list."""
    align: Literal["l", "ctr", "r"] = "l"
    label: str = ""
    """A bold run-in label, such as “Ask”; empty for none."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field that somebody fills in, on the screen or by hand (ISO 32000-1, 12.7)."""

    name: str
    """Unique in its document: letters, digits, dots and hyphens."""
    kind: FieldKind
    label: str
    """Stands above the field, or beside a check box; also what a screen reader says (TU)."""
    value: str = ""
    """What it is prefilled with; for a check box `yes` or nothing."""
    options: tuple[str, ...] = ()
    """Of `radio` and `choice`."""
    required: bool = False
    help: str = ""
    """A sentence between label and field."""
    lines: int = 1
    """Height of a `multiline` field in lines of text."""
    display: bool = False
    """Written large and centred, as the name on a certificate."""
    origin: Origin = NOWHERE
    """Of what it is prefilled with."""


@dataclass(frozen=True, slots=True)
class FieldBlock:
    """Fields side by side, each under its label."""

    fields: tuple[Field, ...]
    widths: tuple[float, ...] = ()
    """Shares of the width; empty for equal ones."""


Cell = Text | Field
"""What stands in a table's cell. A field in a table takes its visible label from its column and row."""


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table with a header row. It stays one table over pages, its header repeated on each."""

    columns: tuple[Paragraph, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: Paragraph | None = None
    """Stands over it."""
    summary: str = ""
    """What it shows, for a screen reader."""
    widths: tuple[float, ...] = ()
    """Shares of the width; empty where the contents decide."""
    row_headers: bool = False
    """True where the first cell of each row names the row (TH, scope Row)."""
    row_height: float = 0.0
    """Least height of a row, points: for what is filled in by hand."""
    numbers: tuple[int, ...] = ()
    """Columns that are set to the right."""


@dataclass(frozen=True, slots=True)
class ChartBlock:
    """A chart redrawn for the page, its caption over it, and its numbers as a table under it."""

    chart: Chart
    caption: Paragraph | None = None
    source: Paragraph | None = None
    with_table: bool = True


@dataclass(frozen=True, slots=True)
class NotAvailableBlock:
    """A figure whose numbers could not be found: what it would show, where it is printed, why not here."""

    figure: FigureNotAvailable
    printed_in: str
    """The report that prints it, spelt out."""
    source: Paragraph | None = None


@dataclass(frozen=True, slots=True)
class PictureBlock:
    """A picture; it keeps its proportions."""

    picture: Picture
    caption: Paragraph | None = None
    width: float = 1.0
    """Share of the room there is."""


@dataclass(frozen=True, slots=True)
class SlideBlock:
    """A slide as it is drawn, in a hairline frame. Its words are tagged one by one, as they stand on it."""

    slide: str
    """Its id."""
    number: int
    """Its place in the deck, from 1."""
    width: float = 1.0
    """Share of the room there is."""
    opens: str = ""
    """Of `slide_pages`: title of the part that begins with it, which is bookmarked; empty for none."""


@dataclass(frozen=True, slots=True)
class RuledLines:
    """Lines to write on, 8 mm apart."""

    count: int = 0
    """0 for as many as there is room: beside the block next to them, or under the slide of a grid's cell."""


@dataclass(frozen=True, slots=True)
class Row:
    """Blocks side by side that stay on one page, read column by column."""

    columns: tuple[tuple[Block, ...], ...]
    widths: tuple[float, ...]
    """Shares of the width."""


@dataclass(frozen=True, slots=True)
class Margin:
    """Blocks that flow over pages, with something short in the margin beside their beginning."""

    aside: tuple[Block, ...]
    body: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """Blocks on a ground or in a frame; broken over pages only where one page cannot hold it."""

    blocks: tuple[Block, ...]
    style: PanelStyle = "tint"


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells of one size that fill the page, then the next: slides two, four, six or nine to a page."""

    cells: tuple[tuple[Block, ...], ...]
    rows: int
    columns: int


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks that belong to their heading (Sect); `together` keeps them on one page where that can be."""

    blocks: tuple[Block, ...]
    together: bool = False


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


Block = (
    Heading
    | TextBlock
    | TableBlock
    | ChartBlock
    | NotAvailableBlock
    | PictureBlock
    | SlideBlock
    | RuledLines
    | FieldBlock
    | Row
    | Margin
    | Panel
    | Grid
    | Section
    | PageBreak
)


@dataclass(frozen=True, slots=True)
class Document:
    """A document of a pack."""

    kind: str
    """Name of the kind, for example `facilitator-guide`."""
    name: str
    """What people call the kind, for example “Facilitator guide”."""
    audience: Audience
    title: str
    """Title of the session."""
    subtitle: str
    agency: str
    owner: str
    subject: str
    language: str
    version: str
    date: str
    """ISO 8601."""
    blocks: tuple[Block, ...]
    options: PageOptions = PageOptions()
    board: str = ""
    """Name of the board on its pages; empty for the brand's."""
    marking: str = ""
    """Protective marking; empty for none."""
    landscape: bool = False
    furniture: Literal["full", "first-bare", "none"] = "full"
    """`full`: a title block on the first page, a running header on the others, a footer on all. `first-bare`
    leaves the first page to its blocks but for the footer. `none`: neither (slides, one to a page)."""
    frame: bool = False
    """An ornamental frame around each page: certificates."""
    slide_pages: bool = False
    """Each block is a `SlideBlock` that fills a page of the slide's own size."""
    wide_margin: bool = False
    """Reading matter: on large pages text stands beside a wide margin, and headings of parts begin in it. So
    it does in every document with a `Margin`; small pages and large print have no room for one."""
    compact: bool = False
    """Set a little smaller on large pages, 10 on 14 points, for what must stay on a page or two."""
    title_origin: Origin = NOWHERE
    agency_origin: Origin = NOWHERE
