"""The arrows between parts: content types, relationships, what each kind of part needs (ECMA-376 part 2)."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from deckbuild.diagnostics import error

if TYPE_CHECKING:
    from deckbuild.check.opc import Package, Part
    from deckbuild.diagnostics import Diagnostic

RELATIONSHIPS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

TYPES = {
    "slide": "slide+xml",
    "slideLayout": "slideLayout+xml",
    "slideMaster": "slideMaster+xml",
    "notesSlide": "notesSlide+xml",
    "notesMaster": "notesMaster+xml",
    "theme": "theme+xml",
    "chart": "chart+xml",
    "image": "image/",
    "package": "sheet",
}
"""Relationship type → what the target's content type holds."""

NEEDS = {
    "slide+xml": ("slideLayout",),
    "slideLayout+xml": ("slideMaster",),
    "slideMaster+xml": ("theme",),
    "notesSlide+xml": ("slide", "notesMaster"),
    "notesMaster+xml": ("theme",),
}
"""Content type → relationships that it has exactly one of."""


def check_structure(package: Package) -> Iterator[Diagnostic]:
    """Yield what is wrong with the package's types and relationships."""
    for name in package.overrides:
        if name not in package.parts:
            yield error("DB422", "A content type is declared for a part that is not there", package.at(name))
    for part in package.parts.values():
        if part.type is None:
            yield error("DB422", "the part has no content type", package.at(part.name))
        yield from _targets(package, part)
        yield from _ids(package, part)
        yield from _needs(package, part)
        yield from _workbook(package, part)
    yield from _orphans(package)


def _targets(package: Package, part: Part) -> Iterator[Diagnostic]:
    for each in part.relationships:
        if each.external:
            continue
        target = package.parts.get(each.target)
        if target is None:
            message = f"the relationship {each.id} leads to {each.target}, which is not there"
            yield error("DB423", message, package.at(part.name))
        elif each.type in TYPES and TYPES[each.type] not in (target.type or ""):
            message = f"a {each.type} is wanted here, and {each.target} is {target.type}"
            yield error("DB422", message, package.at(part.name))


def _ids(package: Package, part: Part) -> Iterator[Diagnostic]:
    """Yield the ids that are given twice, and those that the XML uses and no relationship has."""
    known = Counter(each.id for each in part.relationships)
    for name, count in known.items():
        if count > 1:
            yield error("DB423", f"the relationship {name} is given {count} times", package.at(part.name))
    if part.root is None:
        return
    used = {
        str(value)
        for element in part.root.iter()
        for name, value in element.attrib.items()
        if str(name).startswith(RELATIONSHIPS) and value
    }
    for name in sorted(used - known.keys()):
        yield error(
            "DB423", f"the part uses the relationship {name}, which it does not have", package.at(part.name)
        )


def _needs(package: Package, part: Part) -> Iterator[Diagnostic]:
    has = Counter(each.type for each in part.relationships)
    for ending, needs in NEEDS.items():
        if not (part.type or "").endswith(f".{ending}"):
            continue
        for need in needs:
            if has[need] != 1:
                message = f"the part needs exactly one {need} and has {has[need]}"
                yield error("DB425", message, package.at(part.name))
    slide = package.target(part, "slide") if (part.type or "").endswith(".notesSlide+xml") else None
    if slide is not None and package.target(slide, "notesSlide") is not part:
        yield error(
            "DB425",
            f"the notes belong to {slide.name}, which does not lead back to them",
            package.at(part.name),
        )


def _workbook(package: Package, part: Part) -> Iterator[Diagnostic]:
    """Yield a finding where an embedded workbook cannot be opened: "Edit data" would fail on the chart."""
    if posixpath.splitext(part.name)[1] != ".xlsx":
        return
    try:
        with zipfile.ZipFile(io.BytesIO(part.data)) as archive:
            whole = archive.testzip() is None and "xl/workbook.xml" in archive.namelist()
    except zipfile.BadZipFile:
        whole = False
    if not whole:
        yield error("DB436", "the chart's workbook is no Excel file", package.at(part.name))


def _orphans(package: Package) -> Iterator[Diagnostic]:
    reached = {each.target for each in package.relationships}
    reached.update(each.target for part in package.parts.values() for each in part.relationships)
    for name in package.parts:
        if name not in reached:
            yield error("DB424", "nothing leads to the part", package.at(name))
