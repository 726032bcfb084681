"""A document set on pages: marks with boxes and lines, and the tree of elements that owns them.

Renderers draw it and measure nothing. Every mark belongs to an element or is an artifact: there is no third
way (ISO 14289-1, 7.1). Boxes are EMU from the top left of the page, as on slides (`model.scene`).
"""

from __future__ import annotations

from typing import Literal

from deckbuild.model.dataclasses import dataclass
from deckbuild.model.document import Field
from deckbuild.model.scene import LevelStyle, Node
from deckbuild.model.units import Box

Role = Literal[
    "Document",
    "Part",
    "Sect",
    "Div",
    "H1",
    "H2",
    "H3",
    "H4",
    "H5",
    "H6",
    "P",
    "BlockQuote",
    "Caption",
    "L",
    "LI",
    "Lbl",
    "LBody",
    "Table",
    "THead",
    "TBody",
    "TR",
    "TH",
    "TD",
    "Figure",
    "Note",
    "Form",
]
"""Standard structure types (ISO 32000-1, 14.8.4). Link and Span come with the runs of a text."""

ArtifactType = Literal["Layout", "Background", "Header", "Footer", "Pagination"]
"""Why something is no content (ISO 32000-1, 14.8.2.2). Header and Footer are paginations with a subtype."""


@dataclass(frozen=True, slots=True)
class Element:
    """A structure element. What it holds of pages are the marks with its id, in the order of pages."""

    id: int
    """Unique in the document; 0 is the root."""
    role: Role
    kids: tuple[Element, ...] = ()
    """In reading order. An element has kids or marks, not both."""
    alt: str = ""
    """Alternative text of a Figure."""
    language: str | None = None
    """BCP 47 tag where it differs from the document's."""
    scope: Literal["", "Row", "Column"] = ""
    """Of a TH."""
    summary: str = ""
    """Of a Table."""


@dataclass(frozen=True, slots=True)
class FieldNode:
    """A form field: where its widget stands; of a radio button one box for each option, in their order.

    Its element is a Form; that of a radio button is another, which gets a Form for each option.
    """

    field: Field
    boxes: tuple[Box, ...]
    style: LevelStyle
    """Of what is written into it."""


@dataclass(frozen=True, slots=True)
class SceneNode:
    """A slide drawn as large as its box; its owner gets the elements of what stands on it."""

    slide: str
    number: int
    box: Box
    title: Role = "P"
    """What the slide's title is: `P` under a heading of the page that says the same, else that heading."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something drawn on a page."""

    owner: int | ArtifactType
    """Id of the element that it belongs to, or why it belongs to none."""
    node: Node | FieldNode | SceneNode
    """Text nodes of elements hold one paragraph, or a part of one: its lines on this page."""
    leaf: int = 0
    """The page's number as it is read, from 1: what an element holds is in the order of leaves.

    On the side of a booklet's sheet two stand, and the next may be on a side before; elsewhere it is the
    order of pages.
    """


@dataclass(frozen=True, slots=True)
class Page:
    """A page, or the side of a sheet on which two stand."""

    size: Box
    marks: tuple[Mark, ...]
    """In the order in which they are drawn, behind first."""
    label: str = ""
    """What a reader shows as the page's number; empty where it is its place."""
    furniture: tuple[Mark, ...] = ()
    """Header and footer, drawn over the marks. They stand apart, so that pages that differ in nothing else
    are drawn once for many documents; none of them belongs to an element."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place that links and bookmarks lead to."""

    key: str
    page: int
    """Index of the page."""
    x: int
    y: int
    """EMU from the page's top left."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline."""

    title: str
    key: str
    """Of an anchor."""
    level: int
    """0 for the outermost; none is left out."""


@dataclass(frozen=True, slots=True)
class Paged:
    """A document ready to draw."""

    title: str
    """As the window's title shows it: session, agency, kind."""
    author: str
    subject: str
    language: str
    date: str
    """ISO 8601."""
    greyscale: bool
    pages: tuple[Page, ...]
    structure: Element
    anchors: tuple[Anchor, ...] = ()
    bookmarks: tuple[Bookmark, ...] = ()
    slide_date: str = ""
    slide_footer: str = ""
    """What the footers of drawn slides say."""
