"""A CSV file in, its rows and the origin of each cell out (RFC 4180, in UTF-8, with a header line)."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from itertools import islice

from deckbuild.diagnostics import Place, Span
from deckbuild.diagnostics.spans import Path
from deckbuild.model.origin import Origin
from deckbuild.read.encoding import decode
from deckbuild.read.reading import Reading

MOST_BYTES = 1024 * 1024
MOST_ROWS, MOST_COLUMNS = 1_000, 100

_CELL = re.compile(r'(?:"(?:[^"]|"")*"|[^,\n])*')


def rows_of(path: str, origin: Origin, reading: Reading) -> list[list[str]] | None:
    """Return the cells of a file, header first, without the blank lines at its end; None where it is no CSV.

    The origin of a cell is `Origin(path, (row, column))`, both from 0.
    """
    data = reading.data(path, origin, MOST_BYTES)
    if data is None:
        return None
    if len(data) > MOST_BYTES:
        reading.error(
            "DB144", "the file has over 1 MB", Origin(path), ["Leave out what the chart does not show."]
        )
        return None
    text = reading.accept(decode(path, data, reading.places))
    if text is None:
        return None
    text = text.rstrip("\n")
    reading.places.add(path, text, lambda: dict(islice(_spans(text), MOST_ROWS * MOST_COLUMNS)))
    rows = _parsed(path, text, reading)
    return rows if rows is None or _is_sound(path, rows, reading) else None


def _parsed(path: str, text: str, reading: Reading) -> list[list[str]] | None:
    lines = csv.reader(text.split("\n"), strict=True)
    rows: list[list[str]] = []
    try:
        rows.extend([cell.strip() for cell in row] for row in islice(lines, MOST_ROWS + 1))
    except csv.Error as fault:
        origin = reading.places.mark(path, Place(max(lines.line_num, 1), 1))
        reading.error(
            "DB144", f"the line is no CSV: {fault}", origin, ["Close the quotation marks of each cell."]
        )
        return None
    return rows


def _is_sound(path: str, rows: list[list[str]], reading: Reading) -> bool:
    """Report what keeps the rows from being a table at all."""
    if len(rows) < 2:
        hint = "Write a header line with a name for each column, and a line for each category."
        reading.error("DB144", "the file has no rows of data", Origin(path), [hint])
        return False
    if len(rows) > MOST_ROWS or any(len(row) > MOST_COLUMNS for row in rows):
        message = f"the file has more than {MOST_ROWS:,} lines, or {MOST_COLUMNS} columns"
        reading.error("DB144", message, Origin(path), ["Leave out what the chart does not show."])
        return False
    separator = next((each for each in ";\t" if len(rows[0]) == 1 and each in rows[0][0]), None)
    if separator:
        name = "semicolons" if separator == ";" else "tabs"
        message = f"the cells are separated by {name}; wanted commas"
        reading.error("DB144", message, Origin(path), ["Save the file as “CSV (comma separated)”."])
        return False
    blank = [number for number, row in enumerate(rows) if not any(row)]
    for number in blank:
        reading.error(
            "DB144", "a line between the rows is blank", Origin(path, (number,)), ["Delete the line."]
        )
    return not blank


def _spans(text: str) -> Iterator[tuple[Path, Span]]:
    """Yield the place of each row and cell; quoted cells may run over several lines."""
    yield (), Span(Place(1, 1))
    at, row, column, line, start = 0, 0, 0, 1, 0
    while at <= len(text):
        place = Place(line, at - start + 1)
        cell = _CELL.match(text, at)
        end = cell.end() if cell else at
        line += text.count("\n", at, end)
        start = max(start, text.rfind("\n", at, end) + 1)
        if column == 0:
            yield (row,), Span(place)
        yield (row, column), Span(place, end=Place(line, end - start + 1))
        if text[end : end + 1] == "\n":
            row, column, line, start = row + 1, 0, line + 1, end + 1
        else:
            column += 1
        at = end + 1
