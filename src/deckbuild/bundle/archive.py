"""A bundle's bytes in, its members and every byte of its structure that is wrong out; read without trust.

A bundle is a ZIP (APPNOTE 6.3) whose members are stored, one after another, each with a header, and at the
end a directory with the same facts. So all but the members' own bytes follow from these: where the headers
and the directory are others than the members ask for, a byte was changed, and its place and meaning are
known. That what `link.archive` writes is what is asked for here, a test shows.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import NamedTuple

from deckbuild.bundle.sums import SUMS

MOST_MEMBERS = 65_535
MOST_FAULTS = 20
"""Places of one archive that are told; a file of another kind would have thousands."""

_LOCAL = struct.Struct("<4sHHHHHIIIHH")
_ENTRY = struct.Struct("<4sHHHHHHIIIHHHHHII")
_END = struct.Struct("<4sHHHHIIH")
_VERSION = 20
_FIRST_DAY = 0x21
"""What a bundle has for the version that is needed to read it, and for every date."""
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


def opened(data: bytes) -> Opened:
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
    return Opened(tuple(members), tuple(_changes(data, members)))


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
    if _breaks_off(data, after):
        return f"it breaks off: {len(headers)} members can be read, and what follows byte {after} has no end"
    end = data.rfind(b"PK\5\6") + _END.size
    if end < len(data) and opened(data[:end]).is_readable:
        return f"its end is followed by something else, from byte {end} on"
    return f"it is not as a release writes it: {len(headers)} members can be followed, up to byte {after}"


def _breaks_off(data: bytes, after: int) -> bool:
    """Return whether what follows the last whole member, which begins as it should, has no end."""
    # The members are decks themselves: an end within one of them is none of the bundle.
    end = data.rfind(b"PK\5\6")
    if data.startswith(b"PK\3\4", after):
        at = after + _LOCAL.size
        return at > len(data) or at + sum(_LOCAL.unpack_from(data, after)[i] for i in (7, 9, 10)) > len(data)
    return data.startswith(b"PK\1\2", after) and (end < after or end + _END.size > len(data))


class _Region(NamedTuple):
    """A stretch between the members' bytes."""

    start: int
    meant: bytes
    what: str
    fields: Sequence[tuple[int, str]]
    """Where each field ends, and what it is; behind the last one stands the name."""


def _changes(data: bytes, members: Sequence[Stored]) -> list[str]:
    """Return each byte between the members that is not what follows from them; of very many, how many."""
    found = list(islice(_other_bytes(data, members), MOST_FAULTS + 1))
    if len(found) <= MOST_FAULTS:
        return found
    count = sum(1 for _ in _other_bytes(data, members))
    many = f"{count} bytes of its headers and directory are not what a release writes"
    return [f"{many}, as where another program packed it. The first: {found[0]}"]


def _other_bytes(data: bytes, members: Sequence[Stored]) -> Iterator[str]:
    for region in _regions(members):
        found = data[region.start : region.start + len(region.meant)]
        if found == region.meant:
            continue
        for at, (is_, was) in enumerate(zip(found, region.meant, strict=True)):
            if is_ == was:
                continue
            what = next((name for end, name in region.fields if at < end), "name")
            yield (
                f"byte {region.start + at} of the bundle is 0x{is_:02x}, and 0x{was:02x} was written: "
                f"{region.what}, {what}"
            )


def _regions(members: Sequence[Stored]) -> Iterator[_Region]:
    """Yield the headers, the entries of the directory, and its end, as they were written."""
    at = 0
    entries = []
    for each in members:
        facts = (0, 0, 0, _FIRST_DAY, each.crc, len(each.data), len(each.data), len(each.name), 0)
        name = each.name.encode("ascii")
        header = _LOCAL.pack(b"PK\3\4", _VERSION, *facts) + name
        entry = _ENTRY.pack(b"PK\1\2", _VERSION, _VERSION, *facts, 0, 0, 0, 0, at) + name
        entries.append((entry, each.name))
        yield _Region(at, header, f"header of “{each.name}”", _LOCAL_FIELDS)
        at = each.start + len(each.data)
    begins = at
    for entry, named in entries:
        yield _Region(at, entry, f"directory’s entry of “{named}”", _ENTRY_FIELDS)
        at += len(entry)
    end = _END.pack(b"PK\5\6", 0, 0, len(members), len(members), at - begins, begins, 0)
    yield _Region(at, end, "end of the directory", ((_END.size, "counts and offsets"),))
