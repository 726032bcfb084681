"""A chart as authors write it in, a `Chart` or `FigureNotAvailable` out; each wrong cell at its place."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from deckbuild.diagnostics import did_you_mean
from deckbuild.model.dataclasses import dataclass
from deckbuild.model.origin import Origin
from deckbuild.model.source import Chart, ChartKind, FigureNotAvailable, Series
from deckbuild.read import markup
from deckbuild.read.csvdata import rows_of
from deckbuild.read.reading import Reading
from deckbuild.read.slide_documents import ChartDoc

UNNAMED = "Series 1"
"""What PowerPoint calls a series without a name."""

_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,2})?")
_NEARLY = (
    (re.compile(r".*[%£€$]"), "Write the number alone, and its sign as `unit`."),
    (re.compile(r"[+-]?\d{1,3}([ ,\u00a0\u202f’']\d{3})+(\.\d+)?"), "Write the number without separators."),
    (re.compile(r"[+-]?\d+,\d+"), "Write a decimal point, not a comma."),
)
_DRAWN = ("kind", "alt", "unit", "highlight", "series", "rows", "data")
_MISSING = ("in", "shows", "reason")


@dataclass(frozen=True, slots=True)
class _Cells:
    """The cells of a chart, wherever they stand."""

    header: list[str]
    """Names of the series; empty where none are written."""
    rows: list[list[str | None]]
    """Category and numbers."""
    origin: Origin
    """Of the rows; a cell is at (row, column) below it."""
    first: int
    """Index below the origin of the first row: 1 after a header line."""
    names: Origin
    """Of the series' names: the n-th is at n + `skip` below it."""
    skip: int

    def row(self, number: int) -> Origin:
        return self.origin.at(self.first + number)


def chart(doc: ChartDoc, origin: Origin, reading: Reading) -> Chart | FigureNotAvailable | None:
    """Return the chart of a slide; None where it cannot be drawn."""
    if doc.not_available is not None:
        return _not_available(doc, doc.not_available, origin, reading)
    before = len(reading.found)
    _require(doc, ("kind", "alt"), "a chart", origin, reading)
    _exclude(doc, _MISSING, "belongs to a figure that is not available", origin, reading)
    cells = _cells(doc, origin, reading)
    if cells is None or doc.kind is None:
        return None
    made = _made(doc, doc.kind, cells, origin, reading)
    return made if len(reading.found) == before else None


def _not_available(doc: ChartDoc, figure: str, origin: Origin, reading: Reading) -> FigureNotAvailable | None:
    _require(doc, _MISSING, "a figure that is not available", origin, reading)
    _exclude(doc, _DRAWN, "belongs to a chart; this figure is not available", origin, reading)
    if doc.in_ is None or doc.shows is None or doc.reason is None:
        return None
    shows = markup.line(doc.shows, origin.at("shows"), reading.found)
    reason = markup.line(doc.reason, origin.at("reason"), reading.found)
    return FigureNotAvailable(
        reading.plain(figure, origin.at("not-available")), doc.in_, shows, reason, origin
    )


def _written(doc: ChartDoc, name: str) -> bool:
    return getattr(doc, {"in": "in_"}.get(name, name)) is not None


def _require(doc: ChartDoc, names: Sequence[str], noun: str, origin: Origin, reading: Reading) -> None:
    for name in names:
        if not _written(doc, name):
            reading.error("DB111", f"{noun} lacks the field `{name}`", origin, [f"Add `{name}: …`."])


def _exclude(doc: ChartDoc, names: Sequence[str], why: str, origin: Origin, reading: Reading) -> None:
    for name in names:
        if _written(doc, name):
            place = Origin(origin.document, (*origin.path, name), key=True)
            reading.error("DB116", f"`{name}` {why}", place, [f"Delete `{name}`."])


def _cells(doc: ChartDoc, origin: Origin, reading: Reading) -> _Cells | None:
    if doc.data is not None:
        _exclude(doc, ("rows", "series"), "is written beside `data`, which holds it", origin, reading)
        path = reading.file(doc.data, origin.at("data"))
        rows = None if path is None else rows_of(path, origin.at("data"), reading)
        if rows is None or path is None:
            return None
        file = Origin(path)
        body: list[list[str | None]] = [[cell or None for cell in row] for row in rows[1:]]
        return _Cells(rows[0][1:], body, file, 1, file.at(0), 1)
    if doc.rows is None:
        hint = "Add `rows: …`, or `data: …` with a CSV file, or `not-available: …` with what is missing."
        reading.error("DB111", "a chart lacks the field `rows`", origin, [hint])
        return None
    return _Cells(doc.series or [], doc.rows, origin.at("rows"), 0, origin.at("series"), 0)


def _made(doc: ChartDoc, kind: ChartKind, cells: _Cells, origin: Origin, reading: Reading) -> Chart:
    width = len(cells.header) or max(len(row) for row in cells.rows) - 1
    if width > 1 and not cells.header:
        message = f"a chart of {width} series lacks the field `series`"
        reading.error("DB111", message, origin, ["Add `series: [ … ]` with a name for each."])
    before = len(reading.found)
    categories, columns = _columns(cells, width, reading)
    named = [reading.plain(name, cells.names.at(n + cells.skip)) for n, name in enumerate(cells.header)]
    made = Chart(
        kind=kind,
        categories=tuple(categories),
        series=tuple(
            Series(name, tuple(column)) for name, column in zip(named or [UNNAMED], columns, strict=False)
        ),
        alt=reading.plain(doc.alt, origin.at("alt")),
        unit=reading.plain(doc.unit, origin.at("unit")),
        highlight=doc.highlight,
        origin=origin,
    )
    if len(reading.found) == before:
        # With cells that could not be read, what follows would speak of numbers that nobody wrote.
        _check_names(made, cells, reading)
        _check_numbers(made, cells, reading)
        _check_highlight(made, reading)
    return made


def _columns(cells: _Cells, width: int, reading: Reading) -> tuple[list[str], list[list[float | None]]]:
    """Return the categories, and the numbers of each series."""
    categories: list[str] = []
    columns: list[list[float | None]] = [[] for _ in range(width)]
    for n, row in enumerate(cells.rows):
        place = cells.row(n)
        if len(row) != width + 1 or width == 0:
            wanted = f"{max(width, 1) + 1}, a category and a number for each series"
            message = f"the row has {len(row)} cell{'' if len(row) == 1 else 's'}; wanted {wanted}"
            hint = "Write `null` (in a CSV file an empty cell) in place of a number that is not there."
            reading.error("DB141", message, place, [hint])
            continue
        if not row[0]:
            reading.error("DB124", "the row has no category", place.at(0), ["Write what the numbers are of."])
        categories.append(reading.plain(row[0], place.at(0)))
        for column, cell in enumerate(row[1:]):
            columns[column].append(_number(cell, place.at(column + 1), reading))
    return categories, columns


def _number(cell: str | None, origin: Origin, reading: Reading) -> float | None:
    """Return a cell's number; None for an empty cell, which is a gap."""
    text = (cell or "").strip()
    if not text:
        return None
    if _NUMBER.fullmatch(text) and math.isfinite(number := float(text)):
        return number
    hint = next(
        (hint for form, hint in _NEARLY if form.fullmatch(text)),
        "Write a number, or for a gap `null` (in a CSV file: nothing).",
    )
    reading.error("DB140", f"“{text}” is not a number", origin, [hint])
    return None


def _check_highlight(made: Chart, reading: Reading) -> None:
    if made.highlight is not None and made.highlight not in made.categories:
        message = f"the chart has no category “{made.highlight}” to highlight"
        hints = did_you_mean(made.highlight, made.categories)
        reading.error("DB143", message, made.origin.at("highlight"), hints)


def _check_names(made: Chart, cells: _Cells, reading: Reading) -> None:
    for n, category in enumerate(made.categories):
        if category in made.categories[:n]:
            place, first = cells.row(n).at(0), cells.row(made.categories.index(category)).at(0)
            _twice("category", category, place, first, reading)
    names = [each.name for each in made.series]
    for n, name in enumerate(names):
        if not name:
            place = cells.names.at(n + cells.skip)
            reading.error("DB124", "the series has no name", place, ["Write what its numbers are."])
        elif name in names[:n]:
            first = cells.names.at(names.index(name) + cells.skip)
            _twice("series", name, cells.names.at(n + cells.skip), first, reading)


def _twice(what: str, name: str, origin: Origin, first: Origin, reading: Reading) -> None:
    message = f"two of the chart's {what if what == 'series' else 'categories'} are named “{name}”"
    reading.error("DB145", message, origin, ["Rename one of the two."], [(first, "the first stands here")])


def _check_numbers(made: Chart, cells: _Cells, reading: Reading) -> None:
    """Report numbers that the kind of chart cannot show."""
    numbers = [number for series in made.series for number in series.values]
    if all(number is None for number in numbers):
        hint = "Write numbers, or `not-available: …` where there are none."
        reading.error("DB142", "the chart has no number", made.origin, [hint])
    elif made.kind == "pie" and not any(numbers):
        reading.error("DB142", "a pie of nothing but 0 shows nothing", made.origin, ["Correct the numbers."])
    if made.kind == "pie" and len(made.series) > 1:
        message = f"a pie shows one series, and this has {len(made.series)}"
        reading.error("DB142", message, made.origin.at("kind"), ["Use `kind: stacked`, or leave series out."])
    if made.kind not in ("pie", "stacked"):
        return
    for n, series in enumerate(made.series):
        for row, number in enumerate(series.values):
            if (number is not None and number < 0) or (number is None and made.kind == "pie"):
                found = "a gap" if number is None else f"{number:g}"
                message = f"parts of a whole are numbers from 0, found {found}"
                reading.error(
                    "DB142", message, cells.row(row).at(n + 1), ["Use `kind: bar`, or correct the number."]
                )
