"""The cells of a chart's workbook, as "Edit data" shows them (ECMA-376 part 1, 18.3)."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckbuild.check.shown import Cells

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"


def cells(workbook: bytes) -> Cells:
    """Return the filled cells of the first sheet; none where the file is no workbook."""
    try:
        return tuple(sorted(_read(workbook).items()))
    except (zipfile.BadZipFile, KeyError, ValueError, etree.XMLSyntaxError):
        return ()


def _read(workbook: bytes) -> dict[tuple[int, int], str | float]:
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        shared: list[str] = []
        if STRINGS in archive.namelist():
            shared = [_text(each) for each in etree.fromstring(archive.read(STRINGS)).iter(f"{S}si")]
        sheet = etree.fromstring(archive.read(SHEET))
    return {
        _place(each.get("r", "")): value
        for each in sheet.iter(f"{S}c")
        if (value := _value(each, shared)) is not None
    }


def _value(cell: etree._Element, shared: Sequence[str]) -> str | float | None:
    kind, value = cell.get("t", "n"), cell.findtext(f"{S}v")
    if kind == "inlineStr":
        return _text(cell)
    if value is None:
        return None
    return shared[int(value)] if kind == "s" else value if kind == "str" else float(value)


def _text(element: etree._Element) -> str:
    return "".join(each.text or "" for each in element.iter(f"{S}t"))


def _place(reference: str) -> tuple[int, int]:
    """Return row and column of a reference such as "B12"."""
    match = re.fullmatch(r"([A-Z]+)(\d+)", reference)
    if match is None:
        raise ValueError(f"{reference!r} is no cell")
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]) - 1, column - 1
