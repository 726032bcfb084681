"""What no file may carry: dates of no form, paths of a machine, the names of tools and their makers."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from deckbuild.diagnostics import error

if TYPE_CHECKING:
    from lxml import etree

    from deckbuild.check.opc import Package
    from deckbuild.diagnostics import Diagnostic
    from deckbuild.model.origin import Origin

DCTERMS = "{http://purl.org/dc/terms/}"
W3CDTF = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?)?)?")
"""The profile of ISO 8601 that core properties are written in (https://www.w3.org/TR/NOTE-datetime)."""

PATH = re.compile(
    rb"(?<![\w./-])(?:/(?:home|Users|root|tmp|mnt|var/folders)/\w|[A-Z]:\\\w|file:///)[^\s\"'<>]{0,60}"
)
TOOLS = (b"Steve Canny", b"John McNamara", b"python-pptx", b"openpyxl", b"XlsxWriter", b"PptxGenJS")
"""Writers of packages and their authors, as their templates and defaults name them in any part."""
PROGRAMS = (b"LibreOffice", b"ReportLab", b"reportlab", b"pandoc")
"""Programs that a slide and its title may well speak of, and that may not stand as who made the document."""
MAKER = re.compile(rb"<(?:\w+:)?(Application|AppVersion|Template|creator|lastModifiedBy)\b[^>]*>([^<]*)<")
"""The document's properties that say who or what made it (ECMA-376 part 1, 22.2; part 2, 11)."""


def check_hygiene(package: Package) -> Iterator[Diagnostic]:
    """Yield dates that are none, and traces of a machine or of a tool, workbooks within included."""
    for part in package.parts.values():
        place = package.at(part.name)
        if part.root is not None:
            yield from _dates(part.root, place)
        for name, data in _contents(part.name, part.data):
            yield from _traces(data, package.at(*name))


def _dates(root: etree._Element, place: Origin) -> Iterator[Diagnostic]:
    for each in root.iter(f"{DCTERMS}created", f"{DCTERMS}modified"):
        if not is_w3cdtf(each.text or ""):
            yield error("DB434", f"“{each.text or ''}” is no date of the form 2026-11-23T00:00:00Z", place)


def is_w3cdtf(text: str) -> bool:
    """Return whether a text is a date that W3CDTF can write and the calendar has."""
    if not W3CDTF.fullmatch(text):
        return False
    # Python wants a month and a day, which W3CDTF may leave out.
    whole = text if len(text) > 7 else f"{text}-01" if len(text) == 7 else f"{text}-01-01"
    try:
        datetime.fromisoformat(whole)
    except ValueError:
        return False
    return True


def _contents(name: str, data: bytes) -> Iterator[tuple[tuple[str, ...], bytes]]:
    """Yield a part's bytes, or those of the parts within it where it is a package itself."""
    if not zipfile.is_zipfile(io.BytesIO(data)):
        yield (name,), data
        return
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for member in archive.namelist():
            yield (name, member), archive.read(member)


def _traces(data: bytes, place: Origin) -> Iterator[Diagnostic]:
    path = PATH.search(data)
    if path:
        found = path.group().decode("latin-1")
        yield error("DB435", f"the part holds a path of the machine that made it: {found}", place)
    makers = b" ".join(match[1] for match in MAKER.findall(data))
    named = [name for name in TOOLS if name in data] + [name for name in PROGRAMS if name in makers]
    for name in named:
        yield error("DB435", f"the part names a tool or its maker: {name.decode()}", place)
