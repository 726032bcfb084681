"""Bytes of a text file in, text out: UTF-8, with or without a byte order mark, and nothing but letters."""

from __future__ import annotations

import re
import unicodedata

from deckbuild.diagnostics import Diagnostic, Place, SourceMap, error
from deckbuild.model.origin import Origin

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_FOREIGN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""What XML 1.0 does not allow or editors do not show: control characters, line ends that no editor counts."""


def decode(document: str, data: bytes, places: SourceMap) -> str | Diagnostic:
    """Return the text with line ends as `\\n`, or why there is none; *places* gets to know it either way."""
    data = data.removeprefix(b"\xef\xbb\xbf")
    if data.startswith(_UTF16):
        places.add(document, "", dict)
        message = "the file is UTF-16 text; wanted UTF-8"
        return error("DB102", message, Origin(document), ["Save the file again as UTF-8."])
    try:
        text = data.decode()
    except UnicodeDecodeError as fault:
        return _not_utf8(document, data, fault.start, places)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    places.add(document, text, dict)
    foreign = _FOREIGN.search(text)
    if foreign is None:
        return text
    message = f"the file holds {_name(foreign[0])}, which no text holds"
    hint = "Delete it, or type the line again."
    return error("DB102", message, places.mark(document, place_of(text, foreign.start())), [hint])


def place_of(text: str, index: int) -> Place:
    """Return line and column of a character of the text."""
    return Place(text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))


def foreign_letter(text: str) -> str:
    """Return the name of the first character that no document may hold; empty where there is none."""
    found = _FOREIGN.search(text)
    return _name(found[0]) if found else ""


def _not_utf8(document: str, data: bytes, index: int, places: SourceMap) -> Diagnostic:
    text = data.decode("cp1252", "replace")
    places.add(document, text, dict)
    place = place_of(text.replace("\r\n", "\n"), index - data.count(b"\r\n", 0, index))
    message = f"the file is not UTF-8 text: the byte 0x{data[index]:02X} stands alone"
    return error("DB102", message, places.mark(document, place), ["Save the file again as UTF-8."])


def _name(letter: str) -> str:
    name = unicodedata.name(letter, "")
    return f"U+{ord(letter):04X}{f' ({name})' if name else ''}"
