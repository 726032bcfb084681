"""Figures of an article: a chart, a table or a picture of a slide in, its block with its caption out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from deckbuild.layouts import LAYOUTS
from deckbuild.model.dataclasses import replace
from deckbuild.model.document import ChartBlock, NotAvailableBlock, PictureBlock, TableBlock
from deckbuild.model.source import Chart, FigureNotAvailable, Picture, Table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deckbuild.model.deck import DeckSlide
    from deckbuild.model.source import Reference
    from deckbuild.model.text import Paragraph

FIGURES = ("chart", "table", "picture")
"""Kinds of fields that hold a figure."""

UNNAMED = "Series 1"
"""What `read` calls a series that has no name, as PowerPoint does."""

UNITS = {"%": "Per cent"}
"""Unit of a chart → what its column of numbers is called, where that is not the unit."""

NUMBER = "Number"
"""What a column of numbers without a unit is called."""

_NUMBER = re.compile(r"[-–+]?\d[\d.,\s]*%?")
_NO_NUMBER = re.compile(r"[–-]|\.\.|\[?[a-z]]?|")
"""What stands for a number that is missing or suppressed: a dash, or a letter as in official statistics."""


def caption_field(slide: DeckSlide) -> str:
    """Return the name of the field that is a figure's caption; empty where there is none.

    A layout that has one figure and besides it one line says in that line what the figure shows.
    """
    fields = LAYOUTS[slide.layout].fields
    figures = [each for each in fields if each.kind in FIGURES]
    others = [each for each in fields if each.kind not in FIGURES]
    one = len(figures) == len(others) == 1 and others[0].kind == "line"
    return others[0].name if one and others[0].name in slide.fields else ""


def names_source(slide: DeckSlide) -> bool:
    """Whether a figure of the slide says itself where its numbers come from."""
    return any(isinstance(each, Chart | FigureNotAvailable) for each in slide.fields.values())


def not_available(
    slide: DeckSlide, figure: FigureNotAvailable, references: Mapping[str, Reference]
) -> NotAvailableBlock:
    """Return the block that stands for a missing figure."""
    report = references.get(figure.ref)
    printed_in = f"{report.short}, {report.title}" if report else figure.ref
    # A slide that cites nothing has for a source line where the figure is printed, and the block says that.
    source = slide.source_line if slide.guide.citation else None
    return NotAvailableBlock(figure, printed_in, source)


def chart(slide: DeckSlide, value: Chart, caption: Paragraph | None, *, compact: bool) -> ChartBlock:
    """Return a chart's block; a *compact* one is without its numbers as a table and without its source."""
    return ChartBlock(_named(value), caption, None if compact else slide.source_line, not compact)


def _named(value: Chart) -> Chart:
    """Return a chart whose only series, where nobody named it, is named for the table of its numbers."""
    if [series.name for series in value.series] != [UNNAMED]:
        return value
    name = UNITS.get(value.unit.strip(), value.unit.strip() or NUMBER)
    return replace(value, series=(replace(value.series[0], name=name),))


def table(value: Table, caption: Paragraph | None) -> TableBlock:
    """Return a table's block; its first column names the rows where it tells them apart."""
    first = [row[0].text for row in value.rows]
    named = all(first) and len(set(first)) == len(first)
    columns = tuple(zip(*value.rows, strict=True))
    return TableBlock(
        value.columns,
        tuple(tuple((cell,) for cell in row) for row in value.rows),
        caption,
        value.alt,
        row_headers=named,
        numbers=tuple(n for n in range(int(named), len(columns)) if _are_numbers(columns[n])),
    )


def _are_numbers(cells: tuple[Paragraph, ...]) -> bool:
    texts = [cell.text for cell in cells]
    numbers = [each for each in texts if _NUMBER.fullmatch(each)]
    return bool(numbers) and all(each in numbers or _NO_NUMBER.fullmatch(each) for each in texts)


def picture(value: Picture, caption: Paragraph | None) -> PictureBlock:
    """Return a picture's block: the whole width for a wide one, less for one that is tall."""
    across, down = value.size
    return PictureBlock(value, caption, round(min(1.0, 0.6 * across / down), 2))
