"""What a slide must show: a scene and its assembled slide become values to compare with the written file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from deckbuild.check.shown import Shown, ShownChart, ShownLink, ShownText, joined_links, one_line
from deckbuild.model.scene import ChartNode, GroupNode, PictureNode, ShapeNode, TableNode, TextNode
from deckbuild.model.source import FigureNotAvailable, LinkItem
from deckbuild.model.text import Paragraph

if TYPE_CHECKING:
    from deckbuild.check.shown import Cells
    from deckbuild.model.deck import DeckSlide
    from deckbuild.model.scene import Node, Scene
    from deckbuild.model.text import Text


def expected(scene: Scene, slide: DeckSlide) -> Shown:
    """Return what a slide must show, by its scene; its notes and title by the session."""
    nodes = tuple(flat(scene.nodes))
    texts = (each for each in nodes if isinstance(each, TextNode))
    return Shown(
        title=one_line(slide.title.text),
        texts=tuple(
            ShownText(text, each.placeholder is not None)
            for each in texts
            if (text := text_lines(each.paragraphs))
        ),
        charts=tuple(_chart(each) for each in nodes if isinstance(each, ChartNode)),
        tables=tuple(_table(each) for each in nodes if isinstance(each, TableNode)),
        links=tuple(link for each in nodes for text in _texts(each) for link in links_of(text)),
        alternatives=tuple(alt for each in nodes if (alt := _alternative(each))),
        notes=text_lines(slide.notes),
    )


def flat(nodes: tuple[Node, ...]) -> Iterator[Node]:
    """Yield the nodes, each group before what is in it."""
    for node in nodes:
        yield node
        if isinstance(node, GroupNode):
            yield from flat(node.children)


def text_lines(text: Text) -> str:
    """Return the letters of the paragraphs, one a line."""
    return "\n".join(one_line(paragraph.text) for paragraph in text)


def links_of(text: Text) -> Iterator[ShownLink]:
    """Yield the links of a text, in order."""
    for paragraph in text:
        yield from joined_links(
            ShownLink(one_line(run.text), run.link.target) for run in paragraph.runs if run.link
        )


def _texts(node: Node) -> Iterator[Text]:
    if isinstance(node, TextNode):
        yield node.paragraphs
    elif isinstance(node, TableNode):
        yield from (cell.paragraphs for row in node.cells for cell in row)


def _chart(node: ChartNode) -> ShownChart:
    series = tuple((each.name, each.values) for each in node.chart.series)
    return ShownChart(node.chart.categories, series, _cells(node.chart.categories, series))


def _cells(categories: tuple[str, ...], series: tuple[tuple[str, tuple[float | None, ...]], ...]) -> Cells:
    """Return a chart's workbook: categories down the first column, a series in each of the next."""
    cells: dict[tuple[int, int], str | float] = {(row, 0): name for row, name in enumerate(categories, 1)}
    for column, (name, values) in enumerate(series, 1):
        cells[0, column] = name
        cells |= {(row, column): value for row, value in enumerate(values, 1) if value is not None}
    return tuple(sorted(cells.items()))


def _table(node: TableNode) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(text_lines(cell.paragraphs) for cell in row) for row in node.cells)


def _alternative(node: Node) -> str | None:
    match node:
        case ChartNode():
            return node.chart.alt
        case PictureNode():
            return node.picture.alt
        case TableNode() | ShapeNode() | GroupNode():
            return node.alt
        case _:
            return None


def words_of(slide: DeckSlide) -> Iterator[str]:
    """Yield every text that an author wrote to be seen on a slide, a paragraph at a time."""
    yield one_line(slide.title.text)
    for value in slide.fields.values():
        if isinstance(value, str):
            yield value
        yield from _words(value)


def _words(value: object) -> Iterator[str]:
    if isinstance(value, Paragraph):
        yield one_line(value.text)
    elif isinstance(value, tuple):
        for each in value:
            yield from _words(each)
    elif is_dataclass(value):
        if isinstance(value, FigureNotAvailable):
            yield value.figure
        if isinstance(value, LinkItem) and value.not_available:
            yield value.not_available
        for each in fields(value):
            yield from _words(getattr(value, each.name))
