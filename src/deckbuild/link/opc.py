"""Parts and relationships → the members of an Open Packaging Conventions package (ECMA-376 part 2)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from deckbuild.model.dataclasses import dataclass
from deckbuild.model.parts import Member
from deckbuild.model.xmltext import DECLARATION, quoted

RELATIONSHIPS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
CONTENT_TYPES = 'xmlns="http://schemas.openxmlformats.org/package/2006/content-types"'

DEFAULT_TYPES: Mapping[str, str] = {
    "jpeg": "image/jpeg",
    "png": "image/png",
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xml": "application/xml",
}
"""Content types by extension; a part of another type has an override."""


@dataclass(frozen=True, slots=True)
class Relationship:
    """An arrow from a part, or from the package."""

    id: str
    type: str
    """The whole address of the type."""
    target: str
    """Name of a part without a leading slash, or an address outside the package."""
    external: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A part under its final name, without a leading slash."""

    name: str
    content_type: str
    member: Member
    relationships: tuple[Relationship, ...] = ()


def members(part: Part) -> Iterator[tuple[str, Member]]:
    """Yield a part and, after it, its relationships where it has any."""
    yield part.name, part.member
    if part.relationships:
        folder, base = posixpath.split(part.name)
        yield f"{folder}/_rels/{base}.rels", relationships_member(folder, part.relationships)


def deflated(xml: str) -> Member:
    """Return the member that holds a part's XML."""
    return Member.deflate(xml.encode())


def content_types(parts: Iterable[tuple[str, str]]) -> str:
    """Return the content types of parts, given by name and type: defaults by extension, and what differs."""
    defaults = "".join(
        f'<Default Extension="{extension}" ContentType="{type_}"/>'
        for extension, type_ in DEFAULT_TYPES.items()
    )
    overrides = "".join(
        f'<Override PartName={quoted(f"/{name}")} ContentType="{type_}"/>'
        for name, type_ in parts
        if type_ != DEFAULT_TYPES.get(name.rpartition(".")[2])
    )
    return f"{DECLARATION}<Types {CONTENT_TYPES}>{defaults}{overrides}</Types>"


def relationships_member(folder: str, relationships: Iterable[Relationship]) -> Member:
    """Return the relationships of a part as a member; slides in one place often have the same."""
    return _deflated_once(relationships_part(folder, relationships))


@lru_cache(maxsize=1024)
def _deflated_once(xml: str) -> Member:
    return deflated(xml)


def relationships_part(folder: str, relationships: Iterable[Relationship]) -> str:
    """Return the relationships of a part that lies in *folder*; of the package for no folder."""
    rows = "".join(_relationship(folder, each) for each in relationships)
    return f"{DECLARATION}<Relationships {RELATIONSHIPS}>{rows}</Relationships>"


def _relationship(folder: str, each: Relationship) -> str:
    target = each.target if each.external else relative(each.target, folder)
    mode = ' TargetMode="External"' if each.external else ""
    return f'<Relationship Id="{each.id}" Type="{each.type}" Target={quoted(target)}{mode}/>'


@lru_cache(maxsize=1024)
def relative(name: str, folder: str) -> str:
    """Return a part's name as a part in *folder* writes it, for example `../media/image1.png`."""
    to, start = name.split("/"), folder.split("/") if folder else []
    shared = 0
    while shared < min(len(to) - 1, len(start)) and to[shared] == start[shared]:
        shared += 1
    return "/".join([".."] * (len(start) - shared) + to[shared:])
