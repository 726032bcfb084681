"""A slide as prose: its fields in, blocks of an article out, in the order in which the layout declares them.

What a field becomes follows from its kind, so that a new layout reads well without a line here; the tables
name what a layout or a field wants besides.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import TYPE_CHECKING

from deckbuild.layouts import LAYOUTS
from deckbuild.model.dataclasses import dataclass, replace
from deckbuild.model.document import Block, Heading, Panel, Row, RuledLines, Section, TextBlock
from deckbuild.model.source import Card, Chart, Column, FigureNotAvailable, LinkItem, Picture, Table
from deckbuild.model.text import Paragraph, Run, Text, plain
from deckbuild.pack import addresses, figures

if TYPE_CHECKING:
    from deckbuild.layouts.base import Field
    from deckbuild.model.deck import DeckSlide
    from deckbuild.model.document import PanelStyle, TextStyle
    from deckbuild.model.source import Reference, Value

PANELS: Mapping[str, PanelStyle] = {"statement": "key", "key-figure": "tint", "discussion": "outline"}
"""Layouts whose words stand in a panel, because they carry their slide by themselves."""

ATTRIBUTION = "attribution"
"""The field that says whose words a slide has; as on the slide, it stands in place of the source line."""

STYLES: Mapping[str, TextStyle] = {
    "quotation": "quotation",
    ATTRIBUTION: "source",
    "figure": "display",
    "subtitle": "lead",
}
"""Fields whose text is no body text."""

STATEMENTS = frozenset({"two-statements"})
"""Layouts whose `lines` are paragraphs of their own; those of others are entries of a list."""

LINES_TO_WRITE = 5
"""Under a question that has no prompts."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Where the words of slides stand."""

    level: int
    """Of the slide's heading; cards and columns have theirs one below."""
    references: Mapping[str, Reference]
    compact: bool = False
    """True in a box, where there is little room: no panel of its own, no table under a chart, no source, and
    the headings of cards run into their text."""
    paper: bool = True
    """Whether addresses are printed beside links in lists; in a browser one follows the link."""


def body(slide: DeckSlide, setting: Setting) -> tuple[Block, ...]:
    """Return everything that a slide says below its title, with its source at the end."""
    caption = figures.caption_field(slide)
    written = (field for field in LAYOUTS[slide.layout].fields if field.name in slide.fields)
    groups = groupby((field for field in written if field.name != caption), key=lambda field: field.kind)
    blocks = tuple(block for kind, fields in groups for block in _group(slide, kind, tuple(fields), setting))
    if setting.compact:
        return blocks
    panel = PANELS.get(slide.layout)
    if panel:
        blocks = (Panel(blocks or (RuledLines(LINES_TO_WRITE),), panel),)
    if slide.source_line and not figures.names_source(slide) and ATTRIBUTION not in slide.fields:
        blocks = (*blocks, TextBlock((slide.source_line,), "source"))
    return blocks


def _group(slide: DeckSlide, kind: str, fields: tuple[Field, ...], setting: Setting) -> Iterator[Block]:
    """Yield what neighbouring fields of one kind become; columns stand side by side."""
    made = [tuple(_field(slide, field, setting)) for field in fields]
    if kind == "column" and len(made) > 1:
        yield Row(tuple(made), (1.0,) * len(made))
    else:
        yield from (block for blocks in made for block in blocks)


def _field(slide: DeckSlide, field: Field, setting: Setting) -> Iterator[Block]:
    value = slide.fields[field.name]
    style = STYLES.get(field.name, "body")
    match value:
        case str():
            yield TextBlock((plain(value),), style)
        case Paragraph():
            yield TextBlock((value,), style)
        case Column():
            if value.heading:
                yield Heading(setting.level + 1, value.heading)
            yield TextBlock(value.text, listed=value.listed)
        case tuple():
            yield from _entries(slide, field, value, setting)
        case _:
            yield from _figure(slide, value, setting)


def _entries(slide: DeckSlide, field: Field, value: tuple[object, ...], setting: Setting) -> Iterator[Block]:
    """Yield a list's block, or the blocks of cards. All entries of a field are of one kind."""
    paragraphs = tuple(each for each in value if isinstance(each, Paragraph))
    items = (each for each in value if isinstance(each, LinkItem))
    links = tuple(addresses.entry(each, printed=setting.paper) for each in items)
    texts = tuple(each for each in value if isinstance(each, tuple))
    if paragraphs:
        yield TextBlock(paragraphs, STYLES.get(field.name, "body"), listed=field.kind == "items")
    if links:
        yield TextBlock(links, listed=True)
    if texts and slide.layout in STATEMENTS:
        yield TextBlock(tuple(paragraph for text in texts for paragraph in text))
    elif texts:
        yield TextBlock(tuple(paragraph for text in texts for paragraph in _entry(text)), listed=True)
    for card in (each for each in value if isinstance(each, Card)):
        yield _card(card, setting)


def _card(card: Card, setting: Setting) -> Block:
    if setting.compact:
        heading = (replace(run, bold=True) for run in card.heading.runs)
        first, *rest = card.text
        if not first.level:
            return TextBlock((replace(first, runs=(*heading, Run(". ", bold=True), *first.runs)), *rest))
        return TextBlock((replace(card.heading, runs=tuple(heading)), *card.text))
    return Section((Heading(setting.level + 1, card.heading), TextBlock(card.text)))


def _entry(text: Text) -> Text:
    """Return a text as an entry of a list: its further paragraphs belong to the entry and have no bullet."""
    first, *rest = text
    further = (replace(each, marker="none") if each.marker == "style" else each for each in rest)
    return (first, *(replace(each, level=each.level + 1) for each in further))


def _figure(slide: DeckSlide, value: Value, setting: Setting) -> Iterator[Block]:
    """Yield a figure's block. A picture that is only decoration, and that nothing is said of, has none."""
    said = slide.fields.get(figures.caption_field(slide))
    caption = said if isinstance(said, Paragraph) else None
    match value:
        case Chart():
            yield figures.chart(slide, value, caption, compact=setting.compact)
        case FigureNotAvailable():
            if caption:
                yield TextBlock((caption,))
            yield figures.not_available(slide, value, setting.references)
        case Table():
            yield figures.table(value, caption)
        case Picture() if value.alt is not None or caption:
            yield figures.picture(value, caption)
