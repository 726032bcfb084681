"""A package as it lies on disk: parts, content types and relationships (ECMA-376 part 2), read without trust.

What comes in is a file; what goes out is a `Package` for the rules to look at, and findings on whatever
could not be read at all.
"""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from deckbuild.diagnostics import error
from deckbuild.model.origin import Origin

if TYPE_CHECKING:
    from deckbuild.diagnostics import Diagnostic

CONTENT_TYPES = "[Content_Types].xml"
TYPES_NS = "{http://schemas.openxmlformats.org/package/2006/content-types}"
RELS_NS = "{http://schemas.openxmlformats.org/package/2006/relationships}"


@dataclass(frozen=True, slots=True)
class Relationship:
    """One arrow from a part."""

    id: str
    type: str
    """The last word of the type's address, for example `slideLayout`."""
    target: str
    """The name of a part, or an address outside the package."""
    external: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A member of the package that carries content."""

    name: str
    data: bytes = field(repr=False)
    type: str | None
    """Content type; None where the package declares none."""
    relationships: tuple[Relationship, ...]
    root: etree._Element | None
    """The XML; None for other content, and for XML that is not well-formed."""


@dataclass(frozen=True, slots=True)
class Package:
    """All parts of a file, by name, in the order of the file."""

    file: str
    parts: Mapping[str, Part]
    relationships: tuple[Relationship, ...]
    """Of the package itself."""
    overrides: Mapping[str, str]
    """Part name → content type, as declared."""

    def at(self, *where: str) -> Origin:
        """Return the origin of something in the package: the part's name first."""
        return Origin(self.file, where)

    def of_type(self, ending: str) -> list[Part]:
        """Return the parts whose content type ends in *ending*, for example `slide+xml`."""
        return [part for part in self.parts.values() if (part.type or "").endswith(f".{ending}")]

    def target(self, part: Part, type_: str) -> Part | None:
        """Return the first part of the package that a part's relationship of a type leads to."""
        names = (each.target for each in part.relationships if each.type == type_ and not each.external)
        return next((self.parts[name] for name in names if name in self.parts), None)


def read_package(path: Path, document: str, findings: list[Diagnostic]) -> Package | None:
    """Return the package in a file; None, and a finding, where the file is no package."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            members = {name: archive.read(name) for name in names if not name.endswith("/")}
    except (OSError, zipfile.BadZipFile, zlib.error) as fault:
        findings.append(error("DB420", f"the file cannot be read as a package: {fault}", Origin(document)))
        return None
    for name, count in Counter(names).items():
        if count > 1:
            findings.append(
                error("DB421", f"the package holds {count} members of this name", Origin(document, (name,)))
            )
    return _package(document, members, findings)


def _package(document: str, members: Mapping[str, bytes], findings: list[Diagnostic]) -> Package | None:
    types = _parsed(CONTENT_TYPES, members.get(CONTENT_TYPES, b""), document, findings)
    if types is None:
        return None
    overrides = {
        each.get("PartName", "")[1:]: each.get("ContentType", "")
        for each in types.iter(f"{TYPES_NS}Override")
    }
    defaults = {
        each.get("Extension", "").lower(): each.get("ContentType", "")
        for each in types.iter(f"{TYPES_NS}Default")
    }
    parts = {}
    for name, data in members.items():
        if name == CONTENT_TYPES or name.endswith(".rels"):
            continue
        extension = posixpath.splitext(name)[1][1:].lower()
        parts[name] = Part(
            name,
            data,
            overrides.get(name) or defaults.get(extension),
            _relationships(name, members, document, findings),
            _parsed(name, data, document, findings) if extension in ("xml", "vml") else None,
        )
    return Package(document, parts, _relationships("", members, document, findings), overrides)


def _relationships(
    name: str, members: Mapping[str, bytes], document: str, findings: list[Diagnostic]
) -> tuple[Relationship, ...]:
    """Return the relationships of a part; of the package for the empty name."""
    folder, base = posixpath.split(name)
    rels = posixpath.join(folder, "_rels", f"{base}.rels")
    root = _parsed(rels, members[rels], document, findings) if rels in members else None
    if root is None:
        return ()
    return tuple(_relationship(each, folder) for each in root.iter(f"{RELS_NS}Relationship"))


def _relationship(element: etree._Element, folder: str) -> Relationship:
    target = element.get("Target", "")
    external = element.get("TargetMode") == "External"
    if not external:
        target = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
    return Relationship(element.get("Id", ""), element.get("Type", "").rsplit("/", 1)[-1], target, external)


def _parsed(name: str, data: bytes, document: str, findings: list[Diagnostic]) -> etree._Element | None:
    """Return the XML of a member; None, and a finding, where it is not well-formed."""
    # A deck has no use for entities, and a hostile one could name files or grow without end.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as fault:
        findings.append(
            error("DB420", f"the part is not well-formed XML: {fault}", Origin(document, (name,)))
        )
        return None
