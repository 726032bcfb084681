"""The words of a slide as lines of text, in reading order: what a field's value says, whatever its kind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from deckbuild.model.source import Card, Chart, Column, FigureNotAvailable, LinkItem, Picture, Table, Value
from deckbuild.model.text import Paragraph, Text

if TYPE_CHECKING:
    from deckbuild.model.deck import DeckSlide

LISTED = ("items", "lines")
"""Kinds of field whose entries stand as a list."""


def words_of_slide(slide: DeckSlide) -> Iterator[str]:
    """Yield the lines of a slide besides its title: its fields in the layout's order, then its source."""
    from deckbuild.layouts import LAYOUTS

    for field in LAYOUTS[slide.layout].fields:
        if field.name in slide.fields:
            yield from words(slide.fields[field.name], listed=field.kind in LISTED)
    if slide.source_line:
        yield slide.source_line.text


def words(value: Value, *, listed: bool = False) -> Iterator[str]:
    """Yield the lines of a field's value; *listed* where each of its paragraphs is an entry of a list."""
    match value:
        case Paragraph():
            yield _line(value, listed=listed)
        case Column():
            yield from [value.heading.text] if value.heading else []
            yield from words(value.text, listed=value.listed)
        case Chart():
            yield from _chart(value)
        case FigureNotAvailable():
            yield f"{value.figure}: not available. {value.shows.text} {value.reason.text}"
        case Table():
            yield from (" | ".join(cell.text for cell in row) for row in (value.columns, *value.rows))
        case Picture():
            yield f"Picture: {value.alt}" if value.alt else "Picture: decorative"
        case tuple():
            for each in value:
                yield from _entry(each, listed=listed)
        case _:
            yield str(value)


def _entry(each: Paragraph | Text | Card | LinkItem, *, listed: bool) -> Iterator[str]:
    match each:
        case Card():
            yield each.heading.text
            yield from (f"  {line}" for line in words(each.text))
        case LinkItem():
            yield _link(each)
        case Paragraph():
            yield _line(each, listed=listed)
        case _:
            lines = list(words(each))
            yield from (f"{'- ' if n == 0 else '  '}{line}" for n, line in enumerate(lines))


def _line(paragraph: Paragraph, *, listed: bool) -> str:
    marked = paragraph.marker in ("bullet", "number") or (listed and paragraph.marker == "style")
    return f"{'  ' * paragraph.level}{'- ' if marked else ''}{paragraph.text}"


def _link(item: LinkItem) -> str:
    link = next((run.link for run in item.text.runs if run.link), None)
    audience = f" ({item.audience.text})" if item.audience else ""
    if item.not_available:
        return f"- {item.text.text}{audience}: {item.not_available}"
    target = "" if link is None else f" → {link.slide}" if link.slide else f": {link.target}"
    return f"- {item.text.text}{audience}{target}"


def _chart(chart: Chart) -> Iterator[str]:
    yield f"Chart: {chart.alt}"
    for n, category in enumerate(chart.categories):
        values = (each.values[n] for each in chart.series)
        numbers = ("no figure" if value is None else f"{_number(value)}{chart.unit}" for value in values)
        yield f"  {category}: {', '.join(numbers)}"


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) else repr(value)
