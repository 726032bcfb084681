"""The text of a document's blocks: every paragraph that stands in them, in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deckbuild.model.document import (
    Block,
    ChartBlock,
    FieldBlock,
    Grid,
    Heading,
    Margin,
    NotAvailableBlock,
    PageBreak,
    Panel,
    PictureBlock,
    Row,
    RuledLines,
    Section,
    SlideBlock,
    TableBlock,
    TextBlock,
)
from deckbuild.model.text import Paragraph, Run


def paragraphs(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """Yield the paragraphs; words of drawn slides, and labels of charts and fields, are not among them."""
    for block in blocks:
        yield from _of(block)


def _of(block: Block) -> Iterator[Paragraph]:
    match block:
        case Heading():
            yield block.text
        case TextBlock():
            yield from block.text
        case TableBlock():
            yield from _table(block)
        case ChartBlock() | PictureBlock():
            yield from (block.caption,) if block.caption else ()
            if isinstance(block, ChartBlock) and block.source:
                yield block.source
        case NotAvailableBlock():
            yield Paragraph((Run(block.figure.figure),))
            yield from (block.figure.shows, block.figure.reason)
            yield from (block.source,) if block.source else ()
        case Row() | Grid() | Margin() | Panel() | Section():
            yield from (paragraph for part in _parts(block) for paragraph in paragraphs(part))
        case SlideBlock() | RuledLines() | FieldBlock() | PageBreak():
            return


def _table(table: TableBlock) -> Iterator[Paragraph]:
    if table.caption:
        yield table.caption
    yield from table.columns
    yield from (
        paragraph for row in table.rows for cell in row if isinstance(cell, tuple) for paragraph in cell
    )


def _parts(block: Row | Grid | Margin | Panel | Section) -> tuple[tuple[Block, ...], ...]:
    match block:
        case Row():
            return block.columns
        case Grid():
            return block.cells
        case Margin():
            return block.aside, block.body
        case Panel() | Section():
            return (block.blocks,)
