"""The workbook behind a chart: its labels and numbers, and nothing else, for "Edit data"."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING

import xlsxwriter

from deckbuild.model.parts import Member

if TYPE_CHECKING:
    from deckbuild.model.source import Chart

SHEET = "Sheet1"
LABEL_WIDTH = 32
"""Of the first column, characters."""


def categories_range(chart: Chart) -> str:
    """Return the cells that hold the names of the categories."""
    return f"{SHEET}!$A$2:$A${len(chart.categories) + 1}"


def name_cell(index: int) -> str:
    """Return the cell that holds the name of a series."""
    return f"{SHEET}!${_column(index + 1)}$1"


def values_range(chart: Chart, index: int) -> str:
    """Return the cells that hold the numbers of a series."""
    column = _column(index + 1)
    return f"{SHEET}!${column}$2:${column}${len(chart.categories) + 1}"


def _column(index: int) -> str:
    """Return the letters of a column, counted from 0."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def workbook(chart: Chart, date: str) -> tuple[tuple[str, Member], ...]:
    """Return the parts of the workbook; *date* (ISO 8601) is when it says that it was made."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    book.set_properties({"created": datetime.fromisoformat(date)})
    sheet = book.add_worksheet(SHEET)
    sheet.set_column(0, 0, LABEL_WIDTH)
    for row, name in enumerate(chart.categories, 1):
        sheet.write_string(row, 0, name)
    for column, series in enumerate(chart.series, 1):
        sheet.write_string(0, column, series.name)
        for row, value in enumerate(series.values, 1):
            if value is not None:
                sheet.write_number(row, column, value)
    book.close()
    # XlsxWriter's own archive records the system that wrote it; `link` packs its parts anew.
    with zipfile.ZipFile(file) as archive:
        return tuple((name, Member.deflate(archive.read(name))) for name in archive.namelist())
