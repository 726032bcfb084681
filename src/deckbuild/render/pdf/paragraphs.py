"""The paragraphs of a slide's text in the structure tree: markers and levels in, P and nested L out.

A paragraph with a bullet or number is an LI with Lbl and LBody; one of a deeper level stands in a list in the
LBody before it (ISO 32000-1, 14.8.4.3.3).
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from deckbuild.model.dataclasses import dataclass
from deckbuild.render.pdf.text import draw_lines, marker_words, set_lines

if TYPE_CHECKING:
    from deckbuild.model.paged import Role
    from deckbuild.model.scene import TextNode
    from deckbuild.render.pdf.fonts import Fonts
    from deckbuild.render.pdf.tags import Branch, Sheet


@dataclass(slots=True)
class _Open:
    """A list that may get more entries."""

    level: int
    branch: Branch
    body: Branch
    """LBody of its last entry."""


class _Lists:
    """The lists that are open in a text, the outermost first."""

    def __init__(self, root: Branch) -> None:
        self._root = root
        self._open: list[_Open] = []

    def entry(self, level: int) -> tuple[Branch, Branch]:
        """Return label and body of a new entry."""
        while self._open and self._open[-1].level > level:
            self._open.pop()
        if not self._open or self._open[-1].level < level:
            outer = self._open[-1].body if self._open else self._root
            branch = outer.grow("L")
            self._open.append(_Open(level, branch, branch))
        item = self._open[-1].branch.grow("LI")
        label, body = item.grow("Lbl"), item.grow("LBody")
        self._open[-1].body = body
        return label, body

    def plain(self, level: int, role: Role) -> Branch:
        """Return a paragraph without a marker: within the entry before it where it is indented."""
        while self._open and self._open[-1].level >= level:
            self._open.pop()
        return (self._open[-1].body if self._open else self._root).grow(role)


def draw_paragraphs(
    sheet: Sheet, fonts: Fonts, places: frozenset[str], branch: Branch, node: TextNode, role: Role = "P"
) -> None:
    """Draw the paragraphs of a node as the next kids of *branch*; *role* is that of those in no list."""
    lists = _Lists(branch)
    for index, group in groupby(set_lines(node), key=lambda line: line.line.paragraph):
        lines = list(group)
        first, level = lines[0].line, node.paragraphs[index].level
        if first.marker:
            label, owner = lists.entry(level)
            with sheet.content(label) as pen:
                pen.text([marker_words(fonts, first, first.marker)])
        else:
            owner = lists.plain(level, role)
        draw_lines(sheet, fonts, places, owner, lines)
