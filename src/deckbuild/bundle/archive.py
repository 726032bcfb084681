"""A bundle's bytes in, its members and every byte of its structure that is wrong out; read without trust.

A bundle is a ZIP (APPNOTE 6.3) whose members are stored, one after another, each with a header, and at the
end a directory with the same facts. So all but the members' own bytes follow from these: where the archive
that would be written of the members differs, a byte was changed, and its place and meaning are known.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from deckbuild.bundle.sums import SUMS
from deckbuild.model.parts import Member

Archive = Callable[[Sequence[tuple[str, Member]]], bytes]
"""Writes members as a ZIP: `link.archive.zip_archive`."""

MOST_MEMBERS = 65_535
MOST_FAULTS = 20
"""Places of one archive that are told; a file of another kind would have thousands."""

_LOCAL = struct.Struct("<4sHHHHHIIIHH")
_ENTRY = struct.Struct("<4sHHHHHHIIIHHHHHII")
_END = struct.Struct("<4sHHHHIIH")
_LOCAL_FIELDS = ((4, "signature"), (14, "fixed fields"), (18, "check sum"), (26, "size"), (30, "lengths"))
_ENTRY_FIELDS = (
    (4, "signature"),
    (16, "fixed fields"),
    (20, "check sum"),
    (28, "size"),
    (42, "lengths and attributes"),
    (46, "offset"),
)
_NAME = re.compile(r"(?!/)(?!.*(?:^|/)\.{0,2}(?:/|$))[!#-)+-9;=@-\[\]-{}~]{1,400}")
"""Printable ASCII without what a system gives a meaning: `:`, `*`, `?`, `"`, `<`, `>`, `|` and backslash."""


@dataclass(frozen=True, slots=True)
class Stored:
    """A member of a bundle."""

    name: str
    start: int
    """Where its bytes begin in the bundle."""
    data: bytes = field(repr=False)
    crc: int
    """CRC-32 as the bundle has it, which is that of the bytes unless they were changed."""

    @property
    def is_whole(self) -> bool:
        """Whether its bytes have its check sum."""
        return zlib.crc32(self.data) == self.crc


@dataclass(frozen=True, slots=True)
class Opened:
    """What a bundle holds."""

    members: tuple[Stored, ...]
    faults: tuple[str, ...]
    """What is wrong with the archive itself, each in words that name the bytes."""
    is_readable: bool = True
    """False where neither its headers nor its directory can be followed."""


@dataclass(frozen=True, slots=True)
class _Listed:
    """A member as its header or the directory describes it."""

    name: bytes
    start: int
    size: int
    crc: int


def opened(data: bytes, archive: Archive) -> Opened:
    """Return the members of a bundle, and what is wrong with the archive."""
    headers, after = _headers(data)
    directory, begins = _directory(data)
    usable = [
        each
        for each, end in ((directory, begins), (headers, after))
        if each and _is_whole(each, end, len(data))
    ]
    if not usable:
        return Opened((), (_unreadable(data, headers, after),), is_readable=False)
    first, last = usable[0], usable[-1]
    if [(each.start, each.size) for each in first] != [(each.start, each.size) for each in last]:
        last = first
    members = [_stored(data, each) for each in _agreed(data, first, last)]
    wrong = tuple(_wrong_names(members))
    if wrong:
        return Opened((), wrong[:MOST_FAULTS], is_readable=False)
    members = [
        replace(member, crc=also.crc) if zlib.crc32(member.data) == also.crc else member
        for member, also in zip(members, last, strict=True)
    ]
    return Opened(tuple(members), tuple(_changes(data, members, archive)))


def _wrong_names(members: Sequence[Stored]) -> Iterator[str]:
    for name, count in Counter(each.name for each in members).items():
        if count > 1:
            yield f"{count} members have the name “{name[:80]}”"
        if not _NAME.fullmatch(name):
            yield f"“{name[:80]}” is no name that a bundle has"


def _headers(data: bytes) -> tuple[list[_Listed], int]:
    """Return the members by their headers, one after another, and where the last one ends."""
    found: list[_Listed] = []
    at = 0
    while data.startswith(b"PK\3\4", at) and at + _LOCAL.size <= len(data) and len(found) < MOST_MEMBERS:
        *_, crc, size, _, length, extra = _LOCAL.unpack_from(data, at)
        start = at + _LOCAL.size + length
        if extra or start + size > len(data):
            break
        found.append(_Listed(data[at + _LOCAL.size : start], start, size, crc))
        at = start + size
    return found, at


def _directory(data: bytes) -> tuple[list[_Listed], int]:
    """Return the members by the directory, and where it begins; none where it cannot be followed."""
    end = len(data) - _END.size
    if end < 0 or not data.startswith(b"PK\5\6", end):
        return [], 0
    *_, count, size, begins, _ = _END.unpack_from(data, end)
    found: list[_Listed] = []
    at = begins
    while data.startswith(b"PK\1\2", at) and at + _ENTRY.size <= end:
        row = _ENTRY.unpack_from(data, at)
        crc, stored, length, offset = row[7], row[8], row[10], row[16]
        name = data[at + _ENTRY.size : at + _ENTRY.size + length]
        found.append(_Listed(name, offset + _LOCAL.size + length, stored, crc))
        at += _ENTRY.size + length
    return (found, begins) if (len(found), at, begins + size) == (count, end, end) else ([], 0)


def _is_whole(members: Sequence[_Listed], after: int, size: int) -> bool:
    """Return whether members follow one another without gaps up to *after*, and a directory fits behind."""
    at = 0
    for each in members:
        if each.start != at + _LOCAL.size + len(each.name):
            return False
        at = each.start + each.size
    return at == after and after + sum(_ENTRY.size + len(each.name) for each in members) + _END.size == size


def _agreed(data: bytes, first: Sequence[_Listed], last: Sequence[_Listed]) -> list[_Listed]:
    """Return the members as the first describes them, but of two names the one that SHA256SUMS lists."""
    own = SUMS.encode()
    sums = next(
        (data[each.start : each.start + each.size] for each in (*first, *last) if each.name == own), b""
    )
    known = {own, *(line.partition(b"  ")[2] for line in sums.split(b"\n"))}
    return [
        other if one.name not in known and other.name in known else one
        for one, other in zip(first, last, strict=True)
    ]


def _stored(data: bytes, each: _Listed) -> Stored:
    name = each.name.decode("ascii", "backslashreplace")
    return Stored(name, each.start, data[each.start : each.start + each.size], each.crc)


def _unreadable(data: bytes, headers: Sequence[_Listed], after: int) -> str:
    if not data.startswith(b"PK\3\4"):
        return "it is no ZIP archive"
    if data.rfind(b"PK\5\6") < 0:
        return f"it breaks off: {len(headers)} members can be read, and what follows byte {after} has no end"
    return f"it is not as a release writes it: {len(headers)} members can be followed, up to byte {after}"


def _changes(data: bytes, members: Sequence[Stored], archive: Archive) -> Iterator[str]:
    """Yield each place outside the members' own bytes where the archive is not what follows from them."""
    meant = archive(
        [(each.name, Member(each.data, len(each.data), each.crc, deflated=False)) for each in members]
    )
    told = 0
    for start, end, what, fields in _regions(members, len(data)):
        if data[start:end] == meant[start:end]:
            continue
        for at in range(start, end):
            if data[at] != meant[at]:
                if told == MOST_FAULTS:
                    return
                told += 1
                field_ = next((name for limit, name in fields if at - start < limit), "name")
                yield (
                    f"byte {at} of the bundle is 0x{data[at]:02x}, and 0x{meant[at]:02x} was written: "
                    f"{what}, {field_}"
                )


def _regions(
    members: Sequence[Stored], size: int
) -> Iterator[tuple[int, int, str, Sequence[tuple[int, str]]]]:
    """Yield the stretches between the members' bytes: where each begins and ends, and what it is."""
    for each in members:
        length = _LOCAL.size + len(each.name)
        yield each.start - length, each.start, f"header of “{each.name}”", _LOCAL_FIELDS
    at = size - _END.size - sum(_ENTRY.size + len(each.name) for each in members)
    for each in members:
        length = _ENTRY.size + len(each.name)
        yield at, at + length, f"directory’s entry of “{each.name}”", _ENTRY_FIELDS
        at += length
    yield at, size, "end of the directory", ((_END.size, "counts and offsets"),)
