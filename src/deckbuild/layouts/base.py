"""What a slide layout declares: its fields, the slots that a template holds for it, and how it places them.

A layout is one file of this package. `read` makes its YAML struct from `fields`, `template` makes
PowerPoint layouts from `variants`, `typeset` calls `place`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, TypeVar

from deckbuild.layouts import grid
from deckbuild.model.brand import Brand
from deckbuild.model.dataclasses import dataclass, replace
from deckbuild.model.deck import DeckSlide
from deckbuild.model.origin import NOWHERE
from deckbuild.model.scene import (
    Anchor,
    Insets,
    Node,
    PlaceholderType,
    Stroke,
    TextNode,
)
from deckbuild.model.source import Card, Column, LinkItem, Value
from deckbuild.model.template import Template, TemplateLayout
from deckbuild.model.text import Paragraph, Text
from deckbuild.model.units import Box

Kind = Literal[
    "line", "blocks", "items", "lines", "cards", "links", "chart", "table", "picture", "column", "plain"
]
"""What an author may write in a field, and the type that it becomes:

| kind | YAML | value |
|---|---|---|
| line | one paragraph of Markdown | `Paragraph` |
| blocks | Markdown paragraphs and lists | `Text` |
| items | list of Markdown lines, or of `{text, items}` | `Text` with levels |
| lines | list of Markdown texts | tuple of `Text`, one for each entry |
| cards | list of `{heading, text, icon}` | tuple of `Card` |
| links | list of `{text, url, for, not-available}` | tuple of `LinkItem` |
| chart | `{kind, rows or data, alt, …}` or `{not-available, …}` | `Chart` or `FigureNotAvailable` |
| table | `{columns, rows, alt}` | `Table` |
| picture | `{file, alt}` or `{file, decorative: true}` | `Picture` |
| column | `{heading, text or items}` | `Column` |
| plain | text without markup | `str` |
"""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a slide layout, as authors write it."""

    name: str
    kind: Kind
    doc: str
    """One sentence for the reference and for an editor's hover."""
    required: bool = True
    least: int = 0
    """Smallest number of entries of a list kind; 0 for no bound."""
    most: int = 0
    """Largest number of entries of a list kind; 0 for no bound."""
    complete: bool = False
    """True where parts are wanted that are optional elsewhere: a column's heading, a link's address."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for content on a PowerPoint layout; becomes a true placeholder."""

    name: str
    type: PlaceholderType
    idx: int | None
    prompt: str
    box: Box
    role: str
    """Name in `layouts.roles.ROLES`."""
    anchor: Anchor = "t"
    insets: Insets = Insets()
    fill: str | None = None
    stroke: Stroke | None = None


@dataclass(frozen=True, slots=True)
class Variant:
    """One PowerPoint layout that a slide layout asks for."""

    id: str
    name: str
    slots: tuple[Slot, ...]
    """In reading order."""
    type: str = "cust"
    """ST_SlideLayoutType (ECMA-376 part 1, 19.7.15)."""
    decor: tuple[Node, ...] = ()
    ground: str = "ground"
    master_decor: bool = True
    footer: Literal["dark", "light", "none"] = "dark"
    """Ink on a light ground, light on a dark ground, or no footer band."""


@dataclass(frozen=True, slots=True)
class Placement:
    """A slide's nodes, not yet measured."""

    layout: str
    """Id of the variant."""
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class SlideLayout:
    """A slide layout: `layout: ID` in a module."""

    id: str
    doc: str
    """What it is for, one sentence."""
    fields: tuple[Field, ...]
    """Besides the fields of every slide (title, notes, minutes, source, evidence)."""
    variants: Callable[[Brand], tuple[Variant, ...]]
    place: Callable[[DeckSlide, Template], Placement]


V = TypeVar("V", bound=Value)


def value(slide: DeckSlide, name: str, kind: type[V]) -> V:
    """Return a required field's value.

    Raises:
        TypeError: the value is not of *kind*; `read` has checked this for every slide of a file.
    """
    found = slide.fields[name]
    if not isinstance(found, kind):
        raise TypeError(f"{slide.id}: field {name} is {type(found).__name__}, not {kind.__name__}")
    return found


def option(slide: DeckSlide, name: str, kind: type[V]) -> V | None:
    """Return an optional field's value, or None where it is not written."""
    return value(slide, name, kind) if name in slide.fields else None


def text_field(slide: DeckSlide, name: str) -> Text:
    """Return a field's paragraphs, whether it holds one or several; empty where it is not written."""
    found = slide.fields.get(name)
    if found is None:
        return ()
    if isinstance(found, Paragraph):
        return (found,)
    if isinstance(found, tuple) and all(isinstance(each, Paragraph) for each in found):
        return tuple(each for each in found if isinstance(each, Paragraph))
    raise TypeError(f"{slide.id}: field {name} holds no paragraphs")


def text_list(slide: DeckSlide, name: str) -> tuple[Text, ...]:
    """Return the entries of a field of kind `lines`; empty where it is not written."""
    found = slide.fields.get(name, ())
    if not isinstance(found, tuple):
        raise TypeError(f"{slide.id}: field {name} is no list")
    return tuple(entry for entry in found if isinstance(entry, tuple))


E = TypeVar("E", Card, LinkItem)


def entries(slide: DeckSlide, name: str, kind: type[E]) -> tuple[E, ...]:
    """Return the entries of a field of kind `cards` or `links`; empty where it is not written."""
    found = slide.fields.get(name, ())
    return tuple(each for each in found if isinstance(each, kind)) if isinstance(found, tuple) else ()


def deeper(paragraphs: Text, by: int = 1) -> Text:
    """Return paragraphs *by* outline levels further in."""
    return tuple(replace(each, level=each.level + by) for each in paragraphs)


def unmarked(paragraphs: Text) -> Text:
    """Return paragraphs of a bulleted box that begin without a bullet, such as a lead-in."""
    return tuple(replace(each, marker="none") if each.marker == "style" else each for each in paragraphs)


def fill_slot(
    layout: TemplateLayout,
    slot: str,
    paragraphs: Text,
    *,
    box: Box | None = None,
    together: str = "",
) -> TextNode:
    """Return the text node that fills a slot of the template's layout, at its box or at another *box*."""
    place = layout.placeholders[slot]
    return TextNode(
        name=place.name,
        box=box or place.box,
        paragraphs=paragraphs,
        styles=place.styles,
        placeholder=place.placeholder,
        inherited=box is None or box == place.box,
        insets=place.insets,
        anchor=place.anchor,
        fill=place.fill,
        stroke=place.stroke,
        smaller=place.smaller,
        together=together,
        origin=paragraphs[0].origin if paragraphs else NOWHERE,
    )


def as_list(blocks: Text) -> Text:
    """Return Markdown blocks for a bulleted box: paragraphs lose their bullet, items move a level out."""
    return tuple(
        replace(each, marker="none") if each.level == 0 else replace(each, level=each.level - 1)
        for each in blocks
    )


def column_text(column: Column) -> Text:
    """Return a column's heading, in bold, and its text as levels of a bulleted box."""
    text = column.text if column.listed else as_list(column.text)
    return (*heading_of(column), *text)


def heading_of(column: Column) -> Text:
    """Return a column's heading as a bold paragraph without a bullet; empty where it has none."""
    if column.heading is None:
        return ()
    return (
        replace(
            column.heading, marker="none", runs=tuple(replace(r, bold=True) for r in column.heading.runs)
        ),
    )


def written(slide: DeckSlide, layout: TemplateLayout, *slots: str) -> tuple[TextNode, ...]:
    """Return the nodes of those of the slots whose field of the same name is written."""
    return tuple(fill_slot(layout, slot, text) for slot in slots if (text := text_field(slide, slot)))


def with_source(slide: DeckSlide, layout: TemplateLayout, slot: str = "source") -> tuple[TextNode, ...]:
    """Return the node of the slide's source line; none where the slide cites nothing."""
    return (fill_slot(layout, slot, (slide.source_line,)),) if slide.source_line else ()


def title_node(slide: DeckSlide, layout: TemplateLayout) -> TextNode:
    """Return the node of the slide's title."""
    return fill_slot(layout, "title", (slide.title,))


TITLE = Slot("title", "title", None, "Title", grid.TITLE, "title")
"""The title of most layouts."""
SOURCE = Slot("source", "body", 9, "Source", grid.SOURCE, "small", anchor="b")
"""The source line under charts, tables and figures."""
