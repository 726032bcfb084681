"""The workbook behind a chart: its labels and numbers, for "Edit data" (ECMA-376 part 1, 18).

All workbooks have the same parts but three, and these have no formats and no formulas. The other seven lie in
`blank_workbook`, as XlsxWriter writes them; a test holds that it would write the three so, too. It takes a
tenth of the time of a small deck to start, and two milliseconds for a chart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from deckbuild.model.parts import Member
from deckbuild.model.xmltext import DECLARATION, R, escape

if TYPE_CHECKING:
    from deckbuild.model.source import Chart

SHEET = "Sheet1"
BLANK = Path(__file__).parent / "blank_workbook"
_S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_BEFORE = (
    f'{DECLARATION}<worksheet {_S} {R}><dimension ref="A1:%s"/>'
    '<sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews>'
    '<sheetFormatPr defaultRowHeight="15"/>'
    '<cols><col min="1" max="1" width="32.7109375" customWidth="1"/></cols><sheetData>'
)
_AFTER = (
    '</sheetData><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>'
    "</worksheet>"
)
_PROPERTIES = (
    f"{DECLARATION}<cp:coreProperties"
    ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    "<dc:creator></dc:creator><cp:lastModifiedBy></cp:lastModifiedBy>"
    '<dcterms:created xsi:type="dcterms:W3CDTF">%(date)sT00:00:00Z</dcterms:created>'
    '<dcterms:modified xsi:type="dcterms:W3CDTF">%(date)sT00:00:00Z</dcterms:modified></cp:coreProperties>'
)
_LIKE_ESCAPED = re.compile("_x[0-9a-fA-F]{4}_")
_BLOCK = 16
"""Rows that say together which of their cells are filled (row/@spans)."""


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
    names = [*chart.categories, *(series.name for series in chart.series)]
    places = {name: n for n, name in enumerate(dict.fromkeys(names))}
    corner = f"{_column(len(chart.series))}{len(chart.categories) + 1}"
    sheet = "".join([_BEFORE % corner, *_rows(chart, places), _AFTER])
    return (
        ("[Content_Types].xml", _blank("content-types.xml")),
        ("_rels/.rels", _blank("package.rels")),
        ("xl/_rels/workbook.xml.rels", _blank("workbook.rels")),
        ("xl/worksheets/sheet1.xml", Member.deflate(sheet.encode())),
        ("xl/workbook.xml", _blank("workbook.xml")),
        ("xl/sharedStrings.xml", Member.deflate(_strings([*places], len(names)).encode())),
        ("xl/styles.xml", _blank("styles.xml")),
        ("xl/theme/theme1.xml", _blank("theme.xml")),
        ("docProps/core.xml", Member.deflate((_PROPERTIES % {"date": date}).encode())),
        ("docProps/app.xml", _blank("app.xml")),
    )


@cache
def _blank(name: str) -> Member:
    """Return a part that all workbooks have."""
    return Member.deflate((BLANK / name).read_bytes())


def _rows(chart: Chart, places: dict[str, int]) -> Iterator[str]:
    """Yield the rows of the sheet: the names of the series, then a row for each category."""
    rows = [
        [
            f'<c r="{_column(n)}1" t="s"><v>{places[each.name]}</v></c>'
            for n, each in enumerate(chart.series, 1)
        ]
    ]
    last = [len(chart.series)]
    for row, category in enumerate(chart.categories, 2):
        values = [(n, each.values[row - 2]) for n, each in enumerate(chart.series, 1)]
        numbers = [(n, value) for n, value in values if value is not None]
        rows.append(
            [
                f'<c r="A{row}" t="s"><v>{places[category]}</v></c>',
                *(f'<c r="{_column(n)}{row}"><v>{value:.16G}</v></c>' for n, value in numbers),
            ]
        )
        last.append(max((n for n, _ in numbers), default=0))
    for n, cells in enumerate(rows):
        block = n // _BLOCK * _BLOCK
        spans = f"1:{max(last[block : block + _BLOCK]) + 1}"
        yield f'<row r="{n + 1}" spans="{spans}">{"".join(cells)}</row>'


def _strings(strings: list[str], count: int) -> str:
    """Return the part with the names, each once; *count* is how many cells hold one."""
    items = "".join(_string(each) for each in strings)
    return f'{DECLARATION}<sst {_S} count="{count}" uniqueCount="{len(strings)}">{items}</sst>'


def _string(text: str) -> str:
    # Excel reads `_x0041_` as the letter with that number.
    words = escape(_LIKE_ESCAPED.sub(r"_x005F\g<0>", text))
    return (
        f"<si><t>{words}</t></si>"
        if text == text.strip()
        else f'<si><t xml:space="preserve">{words}</t></si>'
    )
