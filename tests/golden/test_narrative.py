"""The narrative of a small project as text: each block, its words and its level; `--accept` rewrites it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from deckbuild.model.document import (
    Block,
    ChartBlock,
    Heading,
    NotAvailableBlock,
    PageOptions,
    Panel,
    PictureBlock,
    Row,
    Section,
    TableBlock,
    TextBlock,
)
from deckbuild.model.text import Paragraph, Text
from deckbuild.pack import compose
from deckbuild.pipeline import BuildRequest
from deckbuild.pipeline.plan import assembled, prepare
from tests.support.small import write_project

EXPECTED = Path(__file__).parent / "narrative" / "small-school.txt"


def test_the_narrative_of_a_small_session_reads_as_it_did(tmp_path: Path, accept: bool):
    prepared = prepare(BuildRequest(write_project(tmp_path), profiles=("school",), formats=("pptx",)))
    [variant] = prepared.variants
    document, findings = compose("narrative", assembled(variant, prepared.project).deck, PageOptions())
    made = "\n".join(line for block in document.blocks for line in lines(block)) + "\n"
    if accept:
        EXPECTED.write_text(made, encoding="utf-8", newline="\n")

    assert findings == []
    assert made == EXPECTED.read_text(encoding="utf-8")


def lines(block: Block, indent: str = "") -> Iterator[str]:
    """Yield a block's kind and words."""
    match block:
        case Heading():
            yield f"{indent}{'#' * block.level} {block.text.text} [{block.anchor}]"
        case TextBlock():
            yield from (f"{indent}{block.style}{mark(each, block)}: {shown(each)}" for each in block.text)
        case TableBlock():
            yield f"{indent}table of {block.summary}"
            cells = [each if isinstance(each, tuple) else () for row in block.rows for each in row]
            yield from (f"{indent}  {said(row)}" for row in (block.columns, *cells))
        case ChartBlock():
            yield f"{indent}chart of {' | '.join(block.chart.categories)}"
            yield f"{indent}  {said((block.caption, block.source))}"
        case NotAvailableBlock():
            figure = block.figure
            yield f"{indent}not available: {figure.figure}; {said((figure.shows, figure.reason))}"
            yield f"{indent}  printed in {block.printed_in}"
        case PictureBlock():
            yield f"{indent}picture of {block.picture.alt}"
        case Row():
            yield f"{indent}row"
            yield from (f"{indent}{line}" for column in block.columns for line in inner(column))
        case Panel() | Section():
            yield f"{indent}{type(block).__name__.lower()}"
            yield from (f"{indent}{line}" for line in inner(block.blocks))
        case _:
            raise AssertionError(f"a narrative has no {type(block).__name__}")


def inner(blocks: tuple[Block, ...]) -> Iterator[str]:
    return (line for each in blocks for line in lines(each, "  "))


def mark(paragraph: Paragraph, block: TextBlock) -> str:
    listed = paragraph.marker in ("bullet", "number") or (block.listed and paragraph.marker == "style")
    return f", entry of level {paragraph.level}" if listed else ""


def said(text: Text | tuple[Paragraph | None, ...]) -> str:
    return " | ".join(each.text for each in text if each)


def shown(paragraph: Paragraph) -> str:
    return "".join(f"[{run.text}]({run.link.target})" if run.link else run.text for run in paragraph.runs)
