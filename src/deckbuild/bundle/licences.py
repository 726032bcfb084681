"""A font or picture in, its licence out: as a file beside it says (REUSE 3.3), or the text of its folder."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath

FONTS = (".ttf", ".otf", ".ttc", ".woff", ".woff2")
PICTURES = (".png", ".jpg", ".jpeg", ".svg")
UNKNOWN = "NOASSERTION"
"""What SPDX writes where nobody says."""
TEXTS = ("OFL.txt", "LICENSE.txt", "LICENSE", "LICENCE.txt", "LICENCE", "COPYING")
"""Names of a licence's text that is for its whole folder."""

_KNOWN = (
    ("OFL-1.1", "SIL OPEN FONT LICENSE Version 1.1"),
    ("Apache-2.0", "Apache License Version 2.0"),
    ("CC0-1.0", "CC0 1.0 Universal"),
    ("CC-BY-4.0", "Creative Commons Attribution 4.0 International"),
    ("CC-BY-SA-4.0", "Creative Commons Attribution-ShareAlike 4.0 International"),
    ("MIT", "Permission is hereby granted, free of charge, to any person obtaining a copy"),
)
"""Identifier of the SPDX list → words of its text."""
_IDENTIFIER = re.compile(r"SPDX-License-Identifier:\s*([A-Za-z0-9.+-]+)\s*$", re.MULTILINE)
_HOLDER = re.compile(r"(?:SPDX-FileCopyrightText:\s*(.+)|(Copyright\b.+))")


@dataclass(frozen=True, slots=True)
class Licence:
    """What somebody allows."""

    id: str
    """Of the SPDX list; `LicenseRef-…` for another text; `UNKNOWN`."""
    file: str | None = None
    """Path of the file that says so."""
    holder: str = UNKNOWN
    """Line that names who holds the rights."""
    text: str = ""
    """The text, where it is no licence of the list."""


def licence(path: str, read: Callable[[str], str | None]) -> Licence:
    """Return the licence of a file. *read* returns the text at a path of the project; None for no file."""
    beside = f"{path}.license"
    text = read(beside)
    if text is not None and (found := _IDENTIFIER.search(text)):
        return Licence(found[1], beside, _holder(text), text if found[1].startswith("LicenseRef-") else "")
    for name in TEXTS:
        place = (PurePosixPath(path).parent / name).as_posix()
        text = read(place)
        if text is not None:
            return _of_text(text, place)
    return Licence(UNKNOWN)


def _of_text(text: str, place: str) -> Licence:
    words = " ".join(text.split())
    known = next((id_ for id_, said in _KNOWN if said.casefold() in words.casefold()), None)
    if known:
        return Licence(known, place, _holder(text))
    name = re.sub(r"[^A-Za-z0-9.-]+", "-", place).strip("-.")
    return Licence(f"LicenseRef-{name}", place, _holder(text), text)


def _holder(text: str) -> str:
    found = _HOLDER.search(text)
    return (found[1] or found[2]).strip() if found else UNKNOWN
