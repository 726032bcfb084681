"""Tables: header cells with their scope, a caption, and a frame that scrolls where the room is narrow."""

from __future__ import annotations

from deckbuild.model.document import Cell, Field, TableBlock
from deckbuild.model.figures import number
from deckbuild.model.source import Chart
from deckbuild.model.text import Paragraph
from deckbuild.render.html.context import Context
from deckbuild.render.html.fields import control
from deckbuild.render.html.markup import NOTHING, Markup, block, lines, run_in, tag, words
from deckbuild.render.html.text import flow, inline

NARROW = 2
"""Columns that a telephone has room for; a table of more can be scrolled by itself, with the keyboard too."""


def table(made: TableBlock, context: Context) -> Markup:
    """Return a table with a header row."""
    head = tag("tr", *(_header(each, n in made.numbers, context) for n, each in enumerate(made.columns)))
    height = f"height:{made.row_height:g}pt" if made.row_height else None
    rows = [
        tag("tr", *(_cell(made, row, n, context) for n in range(len(row))), style=height) for row in made.rows
    ]
    inner = (_caption(made, context), _widths(made), block("thead", head), block("tbody", *rows))
    name = made.caption.text if made.caption else made.summary
    return scrolling(block("table", *inner), name or "Table", len(made.columns))


def numbers_of(chart: Chart, name: str) -> Markup:
    """Return the numbers of a chart as a table, named for screen readers: it stands in the chart's figure."""
    # A header cell without words would be announced as one: above the categories there is none.
    head = tag("tr", tag("td"), *(tag("th", words(s.name), scope="col", class_="n") for s in chart.series))
    rows = [
        tag(
            "tr",
            tag("th", words(category), scope="row"),
            *(_number(series.values[c], chart) for series in chart.series),
        )
        for c, category in enumerate(chart.categories)
    ]
    label = f"Numbers: {name}"
    made = block("table", block("thead", head), block("tbody", *rows), aria_label=label, class_="numbers")
    return scrolling(made, label, len(chart.series) + 1)


def scrolling(made: Markup, name: str, columns: int) -> Markup:
    """Return a table in a frame that scrolls, where it has more columns than a telephone has room for."""
    if columns <= NARROW:
        return made
    return block("div", made, class_="scroll", role="region", aria_label=name, tabindex="0")


def _number(value: float | None, chart: Chart) -> Markup:
    if value is None:
        dash = tag("span", words("–"), aria_hidden="true")
        return tag("td", dash, tag("span", words("no figure"), class_="unseen"), class_="n")
    return tag("td", words(number(value, chart)), class_="n")


def _caption(made: TableBlock, context: Context) -> Markup:
    """Return the caption, with the summary for screen readers alone."""
    if made.caption is None and not made.summary:
        return NOTHING
    shown = inline(made.caption, context) if made.caption else NOTHING
    joint = words(" ") if made.caption and made.summary else NOTHING
    summary = tag("span", words(made.summary), class_="unseen") if made.summary else NOTHING
    quiet = None if made.caption else "quiet"
    return tag("caption", tag("span", run_in((shown, joint, summary))), class_=quiet)


def _widths(made: TableBlock) -> Markup:
    total = sum(made.widths)
    shares = [f"width:{100 * each / total:.2f}%" for each in made.widths]
    return block("colgroup", *(tag("col", style=each) for each in shares)) if shares else NOTHING


def _header(column: Paragraph, is_number: bool, context: Context) -> Markup:
    if not column.text.strip():
        return tag("td")
    return tag("th", inline(column, context), scope="col", class_="n" if is_number else None)


def _cell(made: TableBlock, row: tuple[Cell, ...], index: int, context: Context) -> Markup:
    cell, number_class = row[index], "n" if index in made.numbers else None
    if isinstance(cell, Field):
        return tag("td", control(cell, named=True), class_=number_class)
    plain = len(cell) == 1 and not cell[0].level and cell[0].marker in ("style", "none")
    inner = inline(cell[0], context) if plain else lines((flow(cell, context),))
    if index == 0 and made.row_headers and inner:
        return tag("th", inner, scope="row", class_=number_class)
    return tag("td", inner, class_=number_class)
