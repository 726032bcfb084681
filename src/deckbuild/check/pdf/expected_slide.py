"""What is read of a slide that is drawn on a page: a scene in, tags out, shape by shape.

A title is a heading or a paragraph, paragraphs with bullets or numbers are lists, tables are tables; charts
and pictures are figures with their alternative text. Whatever has none is decoration, the slide's footer too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from deckbuild.check.pdf.tags import Content, Tag, Words, settled
from deckbuild.model.scene import (
    ChartNode,
    GroupNode,
    PictureNode,
    ShapeNode,
    TableNode,
    TextNode,
)

if TYPE_CHECKING:
    from deckbuild.check.pdf.anchors import Anchors
    from deckbuild.model.paged import Role
    from deckbuild.model.scene import Node, Scene

TITLES = ("title", "ctrTitle")


def slide_tags(scene: Scene, title: Role, anchors: Anchors, page: int) -> Iterator[Tag]:
    """Yield what is read of a slide, in reading order; *title* is the role of its title."""
    reader = _Slide(title, scene.language, anchors, page)
    for node in scene.nodes:
        yield from reader.node(node)


def figure_words(nodes: Iterable[object], language: str) -> Iterator[Words]:
    """Yield the letters drawn in a figure, in one piece: where they stand is what they mean."""
    letters = "".join(_letters(nodes))
    if letters:
        yield Words(letters, language)


def _letters(nodes: Iterable[object]) -> Iterator[str]:
    for node in nodes:
        match node:
            case TextNode():
                for line in node.lines:
                    marker = line.marker.text if line.marker else ""
                    yield "".join((marker + line.text).split())
            case ChartNode():
                yield from _letters(node.drawing)
            case GroupNode():
                yield from _letters(node.children)


class _Slide:
    """What the tags of one drawn slide are made with."""

    def __init__(self, title: Role, language: str, anchors: Anchors, page: int) -> None:
        self._title = title
        self._language = language
        self._anchors = anchors
        self._page = page

    def node(self, node: Node) -> Iterator[Tag]:
        match node:
            case TextNode():
                is_title = node.placeholder is not None and node.placeholder.type in TITLES
                yield from self._sequence(list(self._entries(node)), self._title if is_title else "P")
            case TableNode():
                yield self._table(node)
            case ChartNode():
                yield self._figure(node, node.chart.alt)
            case PictureNode() if node.picture.alt:
                yield self._figure(node, node.picture.alt)
            case ShapeNode() | GroupNode() if node.alt:
                yield self._figure(node, node.alt)

    def _figure(self, node: Node, alt: str) -> Tag:
        held = settled(figure_words((node,), self._language))
        return Tag("Figure", held, alt=alt, language=self._language, page=self._page)

    def _table(self, node: TableNode) -> Tag:
        rows = []
        for number, row in enumerate(node.cells):
            role, scope = ("TD", "") if number else ("TH", "Column")
            rows.append(self._tag("TR", (self._cell(role, cell, scope) for cell in row)))
        return Tag("Table", tuple(rows), summary=node.alt, page=self._page)

    def _cell(self, role: str, node: TextNode, scope: str) -> Tag:
        """Return a cell: its words by themselves, or the paragraphs and lists of a longer text."""
        entries = list(self._entries(node))
        plain = len(entries) == 1 and not entries[0].marker
        held = entries[0].words if plain else tuple(self._sequence(entries, "P"))
        return Tag(role, held, scope=scope, page=self._page)

    def _entries(self, node: TextNode) -> Iterator[_Entry]:
        """Yield the paragraphs of a text that say anything."""
        for index, paragraph in enumerate(node.paragraphs):
            words = settled(self._anchors.words(paragraph, self._language, self._page))
            marker = next((each.marker for each in node.lines if each.paragraph == index), None)
            if words:
                yield _Entry(paragraph.level, marker.text if marker else "", words)

    def _sequence(self, entries: list[_Entry], role: str) -> Iterator[Tag]:
        """Yield paragraphs and lists; what stands deeper than an entry of a list belongs to it."""
        while entries:
            if entries[0].marker:
                yield self._list(entries)
            else:
                yield self._tag(role, entries.pop(0).words)

    def _list(self, entries: list[_Entry]) -> Tag:
        """Return the list that begins with the first of the entries, and take those that it holds."""
        level = entries[0].level
        items = []
        while entries and entries[0].marker and entries[0].level == level:
            first = entries.pop(0)
            deeper = []
            while entries and entries[0].level > level:
                deeper.append(entries.pop(0))
            label = self._tag("Lbl", (Words(first.marker, self._language),))
            body = self._tag("LBody", (*first.words, *self._sequence(deeper, "P")))
            items.append(self._tag("LI", (label, body)))
        return self._tag("L", items)

    def _tag(self, role: str, content: Iterable[Content]) -> Tag:
        return Tag(role, tuple(content), page=self._page)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A paragraph."""

    level: int
    marker: str
    """Its bullet or number; empty for none."""
    words: tuple[Content, ...]
