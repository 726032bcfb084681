"""Members → a ZIP archive (APPNOTE 6.3), in blocks that are copied from one archive to the next.

Nothing of a clock or a system gets in: members stand in the order they are given, dated 1980 and made by no
system. Those that are deflated already are copied.
"""

from __future__ import annotations

import struct
from binascii import crc32
from collections.abc import Iterable, Mapping, Sequence

from deckbuild.model.dataclasses import dataclass, field
from deckbuild.model.parts import Filling, Member, Spliced

FIRST_DAY = 0x21
"""1 January 1980, as MS-DOS writes a date; a ZIP has no earlier one."""
VERSION = 20
"""Of the ZIP format that is needed to read it: 2.0, which has deflation."""
MOST_BYTES, MOST_MEMBERS = 0xFFFF_FFFF, 0xFFFF
"""What a ZIP holds without the ZIP64 extension."""

_LOCAL = struct.Struct("<4sHHHHHIIIHH")
"""Signature, version, flags, method, time, date, CRC-32, size deflated and not, lengths of name and extra."""
_ENTRY = struct.Struct("<4sHHHHHHIIIHHHHHII")
"""As before after the version that made it; then length of comment, disk, attributes, and the offset."""
_END = struct.Struct("<4sHHHHIIH")
_OFFSET_AT = _ENTRY.size - 4
_FIRST_OFFSET = 1 << 8 * _OFFSET_AT


@dataclass(frozen=True, slots=True)
class Block:
    """Members one after another, and their entries of the directory as at the start of an archive."""

    body: tuple[bytes, ...] = field(repr=False)
    """Its bytes in pieces, which are joined once, with those of the whole archive."""
    length: int
    """Bytes of the body."""
    entries: int = field(repr=False)
    """The directory's entries, as one little-endian number."""
    offsets: int = field(repr=False)
    """A number with a one where each entry's offset begins: times a shift it moves all offsets at once."""
    size: int
    """Bytes of the entries."""
    count: int
    """Members."""


def block(members: Iterable[tuple[str, Member]]) -> Block:
    """Return a block of members."""
    body: list[bytes] = []
    entries: list[bytes] = []
    at = size = offsets = count = 0
    for name, member in members:
        encoded = name.encode("ascii")
        method = 8 if member.deflated else 0
        rest = (0, method, 0, FIRST_DAY, member.crc, len(member.data), member.size, len(encoded), 0)
        body += [_LOCAL.pack(b"PK\3\4", VERSION, *rest), encoded, member.data]
        entries += [_ENTRY.pack(b"PK\1\2", VERSION, VERSION, *rest, 0, 0, 0, 0, at), encoded]
        offsets |= 1 << 8 * (size + _OFFSET_AT)
        at += _LOCAL.size + len(encoded) + len(member.data)
        size += _ENTRY.size + len(encoded)
        count += 1
    directory = int.from_bytes(b"".join(entries), "little")
    return Block((b"".join(body),), at, directory, offsets, size, count)


class Frame:
    """A part with holes, and the block that stands behind it: a block but for the words in the holes.

    `fill` says what `block` and `Spliced.member` say of one member, without a value for each step: it is done
    for every slide of every deck.
    """

    __slots__ = ("_crc", "_length", "_name", "_rest", "_run", "_shift", "_size", "_steps")

    def __init__(self, name: str, part: Spliced, rest: Block) -> None:
        self._name = name.encode("ascii")
        self._crc, self._size = part.first
        self._run, *runs = part.runs
        self._steps = tuple(zip(part.holes, runs, part.rest, strict=True))
        self._length = sum(map(len, part.runs))
        self._rest = rest
        self._shift = 8 * (_ENTRY.size + len(self._name))

    def fill(self, words: Mapping[str, Filling]) -> Block:
        """Return the block with the holes filled.

        Raises:
            KeyError: there is a hole without words.
        """
        crc, size, length, name, rest = self._crc, self._size, self._length, self._name, self._rest
        pieces = [b"", self._run]
        for hole, run, text in self._steps:
            word, stored = words[hole]
            crc = crc32(text, crc32(word, crc))
            size += len(word)
            length += len(stored)
            pieces += (stored, run)
        fields = (0, 8, 0, FIRST_DAY, crc, length, size, len(name), 0)
        pieces[0] = _LOCAL.pack(b"PK\3\4", VERSION, *fields) + name
        pieces += rest.body
        entry = _ENTRY.pack(b"PK\1\2", VERSION, VERSION, *fields, 0, 0, 0, 0, 0) + name
        at, shift = len(pieces[0]) + length, self._shift
        return Block(
            tuple(pieces),
            at + rest.length,
            int.from_bytes(entry, "little") + (rest.entries + at * rest.offsets << shift),
            (rest.offsets << shift) + _FIRST_OFFSET,
            len(entry) + rest.size,
            1 + rest.count,
        )


def archive(blocks: Sequence[Block]) -> bytes:
    """Return a ZIP of the blocks in their order. That no two members have one name is the caller's care.

    Raises:
        ValueError: there is too much for a ZIP.
    """
    directory = []
    at = 0
    for each in blocks:
        directory.append((each.entries + at * each.offsets).to_bytes(each.size, "little"))
        at += each.length
        # Past this, an offset would run over into what follows it.
        if at > MOST_BYTES:
            break
    count, size = sum(each.count for each in blocks), sum(each.size for each in blocks)
    if at + size > MOST_BYTES or count > MOST_MEMBERS:
        raise ValueError(f"{count} members of {at + size} bytes or more are too much for a ZIP")
    end = _END.pack(b"PK\5\6", 0, 0, count, count, size, at, 0)
    return b"".join([*(piece for each in blocks for piece in each.body), *directory, end])


def zip_archive(members: Sequence[tuple[str, Member]]) -> bytes:
    """Return a ZIP of the members in their order.

    Raises:
        ValueError: two members have one name, or there is too much for a ZIP.
    """
    if len({name for name, _ in members}) < len(members):
        raise ValueError("two members have one name")
    return archive([block(members)])
