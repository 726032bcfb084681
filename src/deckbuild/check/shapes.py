"""The shapes of a part: ids, placeholders, tables, languages, alternative text (ECMA-376 part 1, 19.3)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from deckbuild.check.names import DECORATIVE, A, P, text_of_element
from deckbuild.diagnostics import error

if TYPE_CHECKING:
    from lxml import etree

    from deckbuild.check.opc import Package
    from deckbuild.diagnostics import Diagnostic
    from deckbuild.model.origin import Origin

WITH_SHAPES = ("slide+xml", "slideLayout+xml", "slideMaster+xml", "notesSlide+xml", "notesMaster+xml")
OBJECTS = (f"{P}pic", f"{P}graphicFrame", f"{P}cxnSp", f"{P}grpSp", f"{P}sp")
LANGUAGE_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?(-[0-9A-Za-z]{5,8})*")
"""The tags of RFC 5646 that PowerPoint writes: language, script, region, variants."""


def check_shapes(package: Package) -> Iterator[Diagnostic]:
    """Yield what is wrong with the shapes of every part that has some."""
    for kind in WITH_SHAPES:
        for part in package.of_type(kind):
            if part.root is None:
                continue
            place = package.at(part.name)
            yield from _ids(part.root, place)
            yield from _placeholders(part.root, place)
            yield from _tables(part.root, place)
            yield from _languages(part.root, place)
            if kind == "slide+xml":
                yield from _names(part.root, place)
                yield from _alternatives(part.root, place)


def _ids(root: etree._Element, place: Origin) -> Iterator[Diagnostic]:
    for name, count in Counter(each.get("id", "") for each in root.iter(f"{P}cNvPr")).items():
        if count > 1:
            yield error("DB428", f"{count} shapes have the id {name}", place)


def _names(root: etree._Element, place: Origin) -> Iterator[Diagnostic]:
    names = Counter(
        each.get("name", "") for shape in root.iter(*OBJECTS) for each in shape.iterfind("*/" + f"{P}cNvPr")
    )
    for name, count in names.items():
        if not name:
            yield error(
                "DB428", f"{count} shapes have no name" if count > 1 else "A shape has no name", place
            )
        elif count > 1:
            yield error("DB428", f"{count} shapes have the name “{name}”", place)


def _placeholders(root: etree._Element, place: Origin) -> Iterator[Diagnostic]:
    """Yield the placeholders that a layout could not tell apart."""
    found = [(each.get("type", "obj"), each.get("idx")) for each in root.iter(f"{P}ph")]
    indices = Counter(idx for _, idx in found if idx is not None)
    titles = sum(type_ in ("title", "ctrTitle") for type_, _ in found)
    for idx, count in indices.items():
        if count > 1:
            yield error("DB429", f"{count} placeholders have the index {idx}", place)
    if titles > 1:
        yield error("DB429", f"there are {titles} title placeholders", place)


def _tables(root: etree._Element, place: Origin) -> Iterator[Diagnostic]:
    for table in root.iter(f"{A}tbl"):
        width = len(table.findall(f"{A}tblGrid/{A}gridCol"))
        for number, row in enumerate(table.iterfind(f"{A}tr"), 1):
            cells = len(row.findall(f"{A}tc"))
            if cells != width:
                yield error(
                    "DB430",
                    f"row {number} of a table has {cells} cells, and the table {width} columns",
                    place,
                )


def _languages(root: etree._Element, place: Origin) -> Iterator[Diagnostic]:
    for run in root.iter(f"{A}r", f"{A}fld"):
        properties = run.find(f"{A}rPr")
        if properties is None or not properties.get("lang"):
            yield error("DB431", f"the text “{_short(text_of_element(run))}” is in no language", place)
    tags = {tag for each in root.iter() for name in ("lang", "altLang") if (tag := each.get(name))}
    for tag in sorted(tags):
        if not LANGUAGE_TAG.fullmatch(tag):
            yield error("DB431", f"“{tag}” is no language tag", place)


def _alternatives(root: etree._Element, place: Origin) -> Iterator[Diagnostic]:
    """Yield the objects of which a screen reader would not know what they are, or whether to skip them."""
    for shape in root.iter(*OBJECTS):
        own = shape.find("*/" + f"{P}cNvPr")
        if own is None:
            continue
        alt, decorative, name = own.get("descr", ""), _is_decorative(own), own.get("name", "")
        if alt and decorative:
            yield error("DB432", f"“{name}” is marked decorative and has alternative text", place)
        elif decorative and _says_something(shape):
            yield error("DB432", f"“{name}” is marked decorative and holds text", place)
        elif not alt and not decorative and not _says_something(shape):
            yield error("DB432", f"“{name}” has no alternative text and is not marked decorative", place)


def _says_something(shape: etree._Element) -> bool:
    """Return whether a shape has text of its own; a table or chart is an object even so."""
    if shape.tag == f"{P}graphicFrame":
        return False
    placeholder = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
    return placeholder is not None or any(each.text for each in shape.iter(f"{A}t"))


def _is_decorative(own: etree._Element) -> bool:
    return any(each.get("val") in ("1", "true") for each in own.iter(DECORATIVE))


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"
