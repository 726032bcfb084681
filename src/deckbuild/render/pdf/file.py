"""The objects of one PDF file: their bodies in, the file out (ISO 32000-1, 7.5).

Bodies are bytes that were made where they are understood, since a document has hundreds of objects and each
detour costs. An object may be given its number first and its body later, and objects that were numbered and
written for another document may be placed as they are (`Block`).
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Protocol

from deckbuild.model.dataclasses import dataclass
from deckbuild.render.pdf.syntax import reference

HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
"""Bytes over 127 in a comment tell programs that the file is not text (7.5.2)."""


ID_DIGITS = 32


class Objects(Protocol):
    """Where objects are put."""

    def reserve(self) -> int:
        """Return the number of an object whose body comes later, by `put`."""

    def put(self, number: int, body: bytes) -> None:
        """Give a reserved object its body."""


@dataclass(frozen=True, slots=True)
class Block:
    """Objects with numbers in a row, as they stand in a file."""

    first: int
    """Number of the first."""
    data: bytes
    offsets: tuple[int, ...]
    """Where each begins in `data`."""


class BlockObjects:
    """The objects of a block, in the making."""

    def __init__(self, first: int) -> None:
        self._first = first
        self._bodies: list[bytes] = []

    def reserve(self) -> int:
        """Return the number of an object whose body comes later, by `put`."""
        self._bodies.append(b"")
        return self._first + len(self._bodies) - 1

    def put(self, number: int, body: bytes) -> None:
        """Give a reserved object its body."""
        self._bodies[number - self._first] = b"%d 0 obj\n%b\nendobj\n" % (number, body)

    def block(self) -> Block:
        """Return the block."""
        ends = accumulate(map(len, self._bodies), initial=0)
        return Block(self._first, b"".join(self._bodies), tuple(ends)[:-1])


class File:
    """A file that is being written."""

    def __init__(self) -> None:
        self._written: list[bytes] = [HEADER]
        self._size = len(HEADER)
        self._offsets: dict[int, int] = {}
        self._next = 1

    @property
    def next(self) -> int:
        """The number that the next object gets."""
        return self._next

    def reserve(self) -> int:
        """Return the number of an object whose body comes later, by `put`."""
        self._next += 1
        return self._next - 1

    def put(self, number: int, body: bytes) -> None:
        """Give a reserved object its body."""
        self._offsets[number] = self._size
        self._write(b"%d 0 obj\n%b\nendobj\n" % (number, body))

    def add(self, body: bytes) -> int:
        """Return the number of a new object."""
        number = self.reserve()
        self.put(number, body)
        return number

    def stream(self, data: bytes, entries: bytes = b"") -> int:
        """Return the number of a new stream, compressed."""
        return self.add(compressed(data, entries))

    def place(self, block: Block, align: int) -> None:
        """Write a block that begins with the next number; what follows gets one that *align* divides.

        So a page that has an object more than in another document moves no number of the pages after it.
        """
        assert block.first == self._next
        for number, offset in enumerate(block.offsets, block.first):
            self._offsets[number] = self._size + offset
        self._next = -(-(block.first + len(block.offsets)) // align) * align
        self._write(block.data)

    def finish(self, catalogue: Mapping[str, bytes], info: bytes) -> bytes:
        """Return the file. Its identifier is a digest of the rest of it (14.4).

        *catalogue* are the entries of the document's catalogue (7.7.2), *info* is the body of the information
        dictionary.
        """
        entries = b"".join(b"/%b %b" % (key.encode("ascii"), value) for key, value in catalogue.items())
        root = self.add(b"<</Type/Catalog%b>>" % entries)
        about = self.add(info)
        start = self._size
        self._write(b"xref\n" + b"".join(self._sections()))
        body = b"".join(self._written)
        digest = hashlib.sha256(body).hexdigest()[:ID_DIGITS].encode("ascii")
        trailer = b"trailer\n<</Size %d/Root %b/Info %b/ID[<%b><%b>]>>\nstartxref\n%d\n%%%%EOF\n"
        return body + trailer % (self._next, reference(root), reference(about), digest, digest, start)

    def _write(self, data: bytes) -> None:
        self._written.append(data)
        self._size += len(data)

    def _sections(self) -> Iterator[bytes]:
        """Yield the sections of the cross-reference table (7.5.4): one for each row of numbers."""
        yield b"0 1\n0000000000 65535 f \n"
        row: list[bytes] = []
        for number in sorted(self._offsets):
            row.append(b"%010d 00000 n \n" % self._offsets[number])
            if number + 1 not in self._offsets:
                yield b"%d %d\n" % (number - len(row) + 1, len(row))
                yield b"".join(row)
                row.clear()


def compressed(data: bytes, entries: bytes = b"") -> bytes:
    """Return the body of a stream, its data compressed."""
    return stream(zlib.compress(data), entries + b"/Filter/FlateDecode")


def stream(data: bytes, entries: bytes) -> bytes:
    """Return the body of a stream (7.3.8), its data as they are.

    They end with a carriage return and a line feed: after a line feed alone, data that themselves end with a
    carriage return would seem to be one byte shorter.
    """
    return b"<<%s/Length %d>>\nstream\n%s\r\nendstream" % (entries, len(data), data)


def references(numbers: Sequence[int]) -> bytes:
    """Return an array of references."""
    return b"[%b]" % b" ".join([b"%d 0 R" % number for number in numbers])
