"""A pack: many entries in one file, which is written once and never changed.

    magic           16 bytes
    entries         one after another
    index           for each entry, in the order of the file: key, offset, length, generation (48 bytes)
    foot            offset of the index, number of entries, digest of the index, magic

Measured with 5000 entries of 6 KB: a file for each takes 160 to 260 µs to write and 20 to read, an entry
of a pack 15 to 20 and 10, most of it its digest; to open packs with 10 000 entries takes 2 to 3 ms.
SQLite takes 100 and 40, has no checksums, and its locks do not hold on the network folders that workers
share. Entries are read with `pread`, not mapped into memory: a file that got shorter is a short read
then, and not a signal that ends the process.

A pack that a kill or a power cut left without its end has no foot, and none of its entries counts.
Nothing waits for the disk (fsync costs 0.4 to 1 ms here): what a power cut takes or garbles is found by
its digest.
"""

from __future__ import annotations

import os
import re
import struct
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from deckbuild.cache.sealed import Digest, prepare, unique
from deckbuild.cache.trouble import DamagedError

MAGIC = b"deckbuild pack1\n"
MARKS = ".used"
"""Suffix of the file beside a pack that says when its entries were used last."""
_NAME = re.compile(r"([0-9]{8,})-[0-9a-f]{12}\.pack")
_ROW = struct.Struct("<32sQII")
_FOOT = struct.Struct("<QI16s16s")


class Entry(NamedTuple):
    """An entry that shall be written."""

    key: Digest
    data: bytes
    generation: int
    """When it was last used: the number of the newest pack at that time."""


class Row(NamedTuple):
    """Where an entry stands."""

    key: Digest
    offset: int
    length: int
    generation: int
    """When it was last used, as far as was known when the pack was written."""


class Pack:
    """A pack that was written."""

    def __init__(self, path: Path) -> None:
        """Open a pack.

        Raises:
            OSError: the system refuses.
            DamagedError: it is no whole pack.
        """
        self.path = path
        self.number = number_of(path)
        self._file = path.open("rb", buffering=0)
        try:
            self.size = os.fstat(self._file.fileno()).st_size
            self._index = self._read_index()
        except BaseException:
            self._file.close()
            raise

        keys = range(0, len(self._index), _ROW.size)
        # Opening is most of what a warm build does with a pack, so no row is looked at before it is wanted.
        self.places = {self._index[n : n + 32]: place for place, n in enumerate(keys)}
        """Key → place of its row."""
        self.count = len(keys)
        """Rows of the pack."""

    def _read_index(self) -> bytes:
        foot = self._at(self.size - _FOOT.size, _FOOT.size) if self.size > _FOOT.size else b""
        if foot[-16:] != MAGIC:
            raise DamagedError("it has no end")
        offset, count, digest, _ = _FOOT.unpack(foot)
        if offset + count * _ROW.size + _FOOT.size != self.size:
            raise DamagedError("its end is damaged")
        data = self._at(offset, count * _ROW.size)
        if sha256(data).digest()[:16] != digest:
            raise DamagedError("its index is damaged")
        return data

    def row(self, place: int) -> Row:
        """Return a row of the index."""
        return Row._make(_ROW.unpack_from(self._index, place * _ROW.size))

    def read(self, row: Row) -> bytes:
        """Return an entry as it stands there; fewer bytes where the file has become shorter.

        Raises:
            OSError: the system refuses.
        """
        return self._at(row.offset, row.length)

    def _at(self, offset: int, length: int) -> bytes:
        # With its own place in the file, which another process that was forked from this one does not move.
        if hasattr(os, "pread"):
            return os.pread(self._file.fileno(), length, offset)
        self._file.seek(offset)
        return self._file.read(length)

    def generations(self) -> list[int]:
        """Return when each entry was last used, in the order of the rows."""
        known = [generation for *_, generation in _ROW.iter_unpack(self._index)]
        marks = struct.Struct(f"<{len(known)}I")
        try:
            data = self.path.with_suffix(MARKS).read_bytes()
        except OSError:
            return known
        return list(map(max, known, marks.unpack(data))) if len(data) == marks.size else known

    def mark(self, places: Iterable[int], generation: int) -> None:
        """Note that entries, by their places in the rows, are used in a generation.

        Marks of another process that does so at the same moment may be lost: something is thrown away sooner.

        Raises:
            OSError: the system refuses.
        """
        before = self.generations()
        after = before.copy()
        for place in places:
            after[place] = max(after[place], generation)
        if after != before:
            beside = unique(self.path.parent)
            beside.write_bytes(struct.pack(f"<{len(after)}I", *after))
            beside.replace(self.path.with_suffix(MARKS))

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def remove(self) -> None:
        """Close the pack and take it away, where the system lets one."""
        self.close()
        remove_pack(self.path)


def write_pack(folder: Path, number: int, entries: Iterable[Entry]) -> Path:
    """Write entries as a pack of a number, and return its path.

    Raises:
        OSError: the system refuses; there is no pack then.
    """
    prepare(folder)
    beside = unique(folder)
    try:
        with beside.open("xb") as file:
            file.write(MAGIC)
            index = b"".join(_written(entries, file.write))
            offset = file.tell()
            file.write(index)
            digest = sha256(index).digest()
            file.write(_FOOT.pack(offset, len(index) // _ROW.size, digest[:16], MAGIC))
        # The same entries have the same name, whoever writes them.
        path = folder / f"{number:08d}-{digest.hex()[:12]}.pack"
        beside.replace(path)
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
    return path


def _written(entries: Iterable[Entry], write: Callable[[bytes], int]) -> Iterator[bytes]:
    offset = len(MAGIC)
    for entry in entries:
        write(entry.data)
        yield _ROW.pack(entry.key, offset, len(entry.data), entry.generation)
        offset += len(entry.data)


def remove_pack(path: Path) -> None:
    """Take a pack away with its marks, where the system lets one."""
    for each in (path, path.with_suffix(MARKS)):
        with suppress(OSError):
            each.unlink(missing_ok=True)


def number_of(path: Path) -> int:
    """Return the number of a pack, which grows with every one that is written; 0 for what is no pack."""
    name = _NAME.fullmatch(path.name)
    return int(name[1]) if name else 0


def pack_paths(folder: Path) -> list[Path]:
    """Return the packs of a folder, oldest first.

    Raises:
        OSError: the system refuses.
    """
    if not folder.is_dir():
        return []
    # What has another name is not ours, whatever folder it is that somebody called the cache.
    return sorted(filter(number_of, folder.iterdir()), key=lambda path: (number_of(path), path.name))
