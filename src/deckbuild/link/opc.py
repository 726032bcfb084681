"""Parts and relationships → an Open Packaging Conventions package (ECMA-376 part 2; APPNOTE 6.3 for the ZIP).

Nothing of a clock or a system gets in: members stand in the order of the parts, dated 1980 and made by no
system. Those that are deflated already are copied.
"""

from __future__ import annotations

import posixpath
import struct
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

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

FIRST_DAY = 0x21
"""1 January 1980, as MS-DOS writes a date; a ZIP has no earlier one."""
VERSION = 20
"""Of the ZIP format that is needed to read it: 2.0, which has deflation."""
MOST_BYTES, MOST_MEMBERS = 0xFFFF_FFFF, 0xFFFF
"""What a ZIP holds without the ZIP64 extension."""


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


def pack(parts: Sequence[Part], relationships: Iterable[Relationship]) -> bytes:
    """Return a package: its content types, its own *relationships*, then each part and its relationships.

    Raises:
        ValueError: two parts have one name, or there is too much for a ZIP.
    """
    members = [
        ("[Content_Types].xml", _deflated(content_types(parts))),
        ("_rels/.rels", _deflated(relationships_part("", relationships))),
    ]
    for part in parts:
        members.append((part.name, part.member))
        if part.relationships:
            folder, base = posixpath.split(part.name)
            rels = relationships_part(folder, part.relationships)
            members.append((f"{folder}/_rels/{base}.rels", _deflated(rels)))
    return zip_archive(members)


def _deflated(xml: str) -> Member:
    return Member.deflate(xml.encode())


def content_types(parts: Iterable[Part]) -> str:
    """Return the content types of the parts: defaults for the extensions, overrides for what differs."""
    defaults = "".join(
        f'<Default Extension="{extension}" ContentType="{type_}"/>'
        for extension, type_ in DEFAULT_TYPES.items()
    )
    overrides = "".join(
        f'<Override PartName={quoted(f"/{part.name}")} ContentType="{part.content_type}"/>'
        for part in parts
        if part.content_type != DEFAULT_TYPES.get(part.name.rpartition(".")[2])
    )
    return f"{DECLARATION}<Types {CONTENT_TYPES}>{defaults}{overrides}</Types>"


def relationships_part(folder: str, relationships: Iterable[Relationship]) -> str:
    """Return the relationships of a part that lies in *folder*; of the package for no folder."""
    rows = "".join(_relationship(folder, each) for each in relationships)
    return f"{DECLARATION}<Relationships {RELATIONSHIPS}>{rows}</Relationships>"


def _relationship(folder: str, each: Relationship) -> str:
    target = each.target if each.external else relative(each.target, folder)
    mode = ' TargetMode="External"' if each.external else ""
    return f'<Relationship Id="{each.id}" Type="{each.type}" Target={quoted(target)}{mode}/>'


def relative(name: str, folder: str) -> str:
    """Return a part's name as a part in *folder* writes it, for example `../media/image1.png`."""
    to, start = name.split("/"), folder.split("/") if folder else []
    shared = 0
    while shared < min(len(to) - 1, len(start)) and to[shared] == start[shared]:
        shared += 1
    return "/".join([".."] * (len(start) - shared) + to[shared:])


def zip_archive(members: Sequence[tuple[str, Member]]) -> bytes:
    """Return a ZIP of the members in their order.

    Raises:
        ValueError: two members have one name, or there is too much for a ZIP.
    """
    if len({name for name, _ in members}) < len(members) or len(members) > MOST_MEMBERS:
        raise ValueError(f"{len(members)} members: two have one name, or there are too many for a ZIP")
    body: list[bytes] = []
    directory: list[bytes] = []
    at = 0
    for name, member in members:
        encoded = name.encode("ascii")
        fields = _FIELDS.pack(
            VERSION,
            0,
            8 if member.deflated else 0,
            0,
            FIRST_DAY,
            member.crc,
            len(member.data),
            member.size,
            len(encoded),
            0,
        )
        directory += [b"PK\1\2", _MADE_BY.pack(VERSION), fields, _WHERE.pack(0, 0, 0, 0, at), encoded]
        body += [b"PK\3\4", fields, encoded, member.data]
        at += 4 + _FIELDS.size + len(encoded) + len(member.data)
    listing = b"".join(directory)
    if at + len(listing) > MOST_BYTES:
        raise ValueError(f"{at + len(listing)} bytes are too many for a ZIP")
    return b"".join([*body, listing, _end(len(members), len(listing), at)])


_FIELDS = struct.Struct("<HHHHHIIIHH")
"""Version, flags, method, time, date, CRC-32, size deflated and not, length of name and of extra field."""
_MADE_BY = struct.Struct("<H")
_WHERE = struct.Struct("<HHHII")
"""Length of comment, disk, attributes within and without, offset of the member."""


def _end(count: int, size: int, at: int) -> bytes:
    return b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, count, count, size, at, 0)
