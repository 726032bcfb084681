"""A document in, the words that a page made of it says, in reading order, out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from deckbuild.model.document import (
    Block,
    ChartBlock,
    Field,
    FieldBlock,
    Grid,
    Heading,
    Margin,
    NotAvailableBlock,
    Panel,
    PictureBlock,
    Row,
    Section,
    TableBlock,
    TextBlock,
)
from deckbuild.model.figures import number

if TYPE_CHECKING:
    from deckbuild.model.source import Chart


@dataclass(frozen=True, slots=True)
class Words:
    """A piece of text that stands in one place."""

    text: str


@dataclass(frozen=True, slots=True)
class Alt:
    """What a screen reader says of an object; empty where it is decorative."""

    text: str


Said = Words | Alt


def said(blocks: Sequence[Block]) -> Iterator[Said]:
    """Yield what blocks say; drawn slides and lines to write on say nothing."""
    for block in blocks:
        for each in _block(block):
            if isinstance(each, Alt) or each.text.split():
                yield each


def _block(block: Block) -> Iterator[Said]:
    match block:
        case Heading():
            yield from (Words(block.eyebrow), Words(block.text.text))
        case TextBlock():
            yield Words(block.label)
            yield from (Words(paragraph.text) for paragraph in block.text)
        case Section(inner) | Panel(inner):
            yield from said(inner)
        case Margin(aside, body):
            yield from said((*aside, *body))
        case Row(columns) | Grid(columns):
            yield from (each for column in columns for each in said(column))
        case TableBlock():
            yield from _table(block)
        case ChartBlock() | NotAvailableBlock() | PictureBlock():
            yield from _figure(block)
        case FieldBlock(fields):
            yield from (each for field in fields for each in _field(field))
        case _:
            return


def _table(block: TableBlock) -> Iterator[Said]:
    if block.caption:
        yield Words(block.caption.text)
    yield Words(block.summary)
    yield from (Words(column.text) for column in block.columns)
    for row in block.rows:
        for cell in row:
            if not isinstance(cell, Field):
                yield from (Words(paragraph.text) for paragraph in cell)


def _figure(block: ChartBlock | NotAvailableBlock | PictureBlock) -> Iterator[Said]:
    match block:
        case ChartBlock(chart):
            if block.caption:
                yield Words(block.caption.text)
            yield Alt(chart.alt)
            yield from _numbers(chart) if block.with_table else ()
        case NotAvailableBlock(figure):
            yield from (Words(figure.figure), Words(figure.shows.text), Words(figure.reason.text))
            yield Words(block.printed_in)
        case PictureBlock(picture):
            yield Alt(picture.alt or "")
            if block.caption:
                yield Words(block.caption.text)
    if not isinstance(block, PictureBlock) and block.source:
        yield Words(block.source.text)


def _numbers(chart: Chart) -> Iterator[Words]:
    yield from (Words(series.name) for series in chart.series)
    for n, category in enumerate(chart.categories):
        yield Words(category)
        values = (series.values[n] for series in chart.series)
        yield from (Words(number(value, chart)) for value in values if value is not None)


def _field(field: Field) -> Iterator[Words]:
    yield from (Words(field.label), Words(field.help))
    if field.kind in ("radio", "choice"):
        yield from (Words(option) for option in field.options)
