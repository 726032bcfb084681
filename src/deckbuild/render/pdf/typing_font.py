"""The letters that people can type into a form's fields: codes of a simple font, each with its letter.

A reader that shows what was typed looks its letters up in the font's encoding (ISO 32000-1, 9.6.6), and such
a font has 255 codes. Those that WinAnsiEncoding leaves free go to the names of people in England and Wales:
letters of Polish, Welsh, Turkish and Czech. Tabs and line ends keep their codes.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

MORE: Mapping[str, str] = {
    "Ą": "Aogonek",
    "ą": "aogonek",
    "Ć": "Cacute",
    "ć": "cacute",
    "Ę": "Eogonek",
    "ę": "eogonek",
    "Ł": "Lslash",
    "ł": "lslash",
    "Ń": "Nacute",
    "ń": "nacute",
    "Ś": "Sacute",
    "ś": "sacute",
    "Ź": "Zacute",
    "ź": "zacute",
    "Ż": "Zdotaccent",
    "ż": "zdotaccent",
    "Ŵ": "Wcircumflex",
    "ŵ": "wcircumflex",
    "Ŷ": "Ycircumflex",
    "ŷ": "ycircumflex",
    "Ğ": "Gbreve",
    "ğ": "gbreve",
    "İ": "Idotaccent",
    "ı": "dotlessi",
    "Ş": "Scedilla",
    "ş": "scedilla",
    "Č": "Ccaron",
    "č": "ccaron",
    "Ě": "Ecaron",
    "ě": "ecaron",
    "Ř": "Rcaron",
    "ř": "rcaron",
}
"""Letter → its name in the Adobe Glyph List, where PDF/UA asks for it (ISO 14289-1, 7.21.6)."""

FREE = (*range(1, 9), *range(14, 32), 127, 129, 141, 143, 144, 157)
"""Codes that WinAnsiEncoding gives to no letter (ISO 32000-1, annex D.2)."""

LETTERS: tuple[str, ...] = tuple(
    dict(zip(FREE, MORE, strict=True)).get(code)
    or (bytes((code,)).decode("cp1252", "replace") if code >= 32 else "\ufffd")
    for code in range(1, 256)
)
"""The letter of each code from 1 on; U+FFFD for a code without one."""


def encoding(has: Collection[str]) -> bytes:
    """Return the encoding of a font that *has* some letters: WinAnsiEncoding and what differs (9.6.6.1).

    A letter that the font lacks is not named, so that a reader may show it in another.
    """
    named = ((code, MORE[letter]) for code, letter in zip(FREE, MORE, strict=True) if letter in has)
    differences = b" ".join(b"%d/%s" % (code, name.encode("ascii")) for code, name in named)
    return b"<</Type/Encoding/BaseEncoding/WinAnsiEncoding/Differences[%s]>>" % differences
