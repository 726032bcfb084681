"""A table's column widths by its words, its row heights by their lines."""

from __future__ import annotations

import math
from itertools import pairwise

from deckbuild.diagnostics.diagnostic import Diagnostic
from deckbuild.fonts.library import Fonts
from deckbuild.model.dataclasses import replace
from deckbuild.model.scene import TableNode, TextNode
from deckbuild.model.units import Box, pt, to_pt
from deckbuild.typeset.breaks import opportunities
from deckbuild.typeset.fit import MARGIN, Trial, best_step, glyphs, settle
from deckbuild.typeset.lines import flows

SLACK = 1 / MARGIN
"""Widths are made so much wider than the words that another program's setting still fits."""


def natural(cell: TextNode, fonts: Fonts) -> tuple[float, float]:
    """Return the width of a cell's longest word and of its longest paragraph, insets included, points."""
    pad = to_pt(cell.insets.left + cell.insets.right)
    word = line = 0.0
    for each in flows(cell, cell.styles, fonts):
        stops = [0, *opportunities(each.text), len(each.text)]
        pieces = (sum(each.advances[a:b]) for a, b in pairwise(stops))
        word = max(word, *pieces, 0.0)
        line = max(line, sum(each.advances))
    return word * SLACK + pad, line * SLACK + pad


def column_widths(rows: tuple[tuple[TextNode, ...], ...], total: float, fonts: Fonts) -> list[float]:
    """Return the widths of the columns, points, summing to *total*: no less than their longest word,
    and the rest shared by how much more their longest line would take."""
    columns = list(zip(*rows, strict=True))
    sizes = [[natural(cell, fonts) for cell in column] for column in columns]
    least = [max(word for word, _ in column) for column in sizes]
    wish = [max(line for _, line in column) for column in sizes]
    spare = total - sum(least)
    if spare <= 0:
        return [total * each / sum(least) for each in least]
    more = [math.sqrt(max(1.0, line - word)) for line, word in zip(wish, least, strict=True)]
    if sum(wish) <= total:
        more = [line - word + (total - sum(wish)) / len(wish) for line, word in zip(wish, least, strict=True)]
    return [word + spare * each / sum(more) for word, each in zip(least, more, strict=True)]


def row_height(cells: tuple[TextNode, ...], trials: list[Trial]) -> int:
    """Return the height of a row by its highest cell, EMU."""
    heights = []
    for cell, trial in zip(cells, trials, strict=True):
        lines = sum(each.style.before for each in trial.ready[1:])
        heights.append(pt(trial.count * trial.styles[0].pitch + lines) + cell.insets.top + cell.insets.bottom)
    return max(heights)


def lay_table(node: TableNode, fonts: Fonts, slide: str, found: list[Diagnostic]) -> TableNode:
    """Return the table with its widths, heights and lines; an error where it is higher than its box."""
    widths = [pt(each) for each in column_widths(node.cells, to_pt(node.box.w), fonts)]
    widths[-1] += node.box.w - sum(widths)
    rows: list[tuple[TextNode, ...]] = []
    heights: list[int] = []
    top = node.box.y
    for row in node.cells:
        cells, height = lay_row(row, node.box.x, top, widths, fonts)
        for cell in cells:
            found.extend(glyphs(cell, fonts, slide))
        rows.append(cells)
        heights.append(height)
        top += height
    if top > node.box.bottom:
        found.append(too_high(node, to_pt(top - node.box.bottom), slide))
    box = Box(node.box.x, node.box.y, node.box.w, sum(heights))
    return replace(
        node, box=box, widths=tuple(widths), heights=tuple(heights), cells=tuple(rows), inherited=False
    )


def lay_row(
    row: tuple[TextNode, ...], x: int, y: int, widths: list[int], fonts: Fonts
) -> tuple[tuple[TextNode, ...], int]:
    """Return a row's cells in their places, and its height, EMU."""
    tall = pt(10_000)
    lefts = [x + sum(widths[:n]) for n in range(len(widths))]
    loose = tuple(
        replace(cell, box=Box(left, y, width, tall))
        for cell, left, width in zip(row, lefts, widths, strict=True)
    )
    trials = [best_step(cell, fonts) for cell in loose]
    height = row_height(loose, trials)
    placed = (replace(cell, box=Box(cell.box.x, y, cell.box.w, height)) for cell in loose)
    return tuple(settle(cell, trial) for cell, trial in zip(placed, trials, strict=True)), height


def too_high(node: TableNode, points: float, slide: str) -> Diagnostic:
    """Return the error for a table that is higher than its box."""
    pitch = node.cells[0][0].styles[0].pitch
    lines = math.ceil(points / pitch)
    return Diagnostic(
        "DB301",
        "error",
        f"slide {slide}: the table does not fit: about {lines} line{'s' if lines > 1 else ''} too many",
        node.cells[0][0].origin,
        ("Shorten the longest cells, leave rows out, or split the table over two slides.",),
    )
