"""Contents by their digest, and records by their key: what is put here in one build is found in the next.

Everything lies in packs (`pack`). What is put waits in memory and becomes a pack when there is enough of
it and at the end; until then, and after a kill, it is simply not there. A content is checked against its
digest and a record against its key and checksum whenever one is read: what is damaged is not there, and
the next thing put under that key is found first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from hashlib import sha256
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

from deckbuild.cache.pack import Entry, Pack, Row, pack_paths, remove_pack, write_pack
from deckbuild.cache.sealed import PACKS, Digest, read_table, write_table
from deckbuild.cache.trouble import DamagedError, Troubles

MOST_BYTES = 512 * 1024 * 1024
"""Size above which the store throws away what was not used for longest."""
MOST_WAITING = 16 * 1024 * 1024
"""Bytes that wait in memory before they become a pack."""
SMALL = 32 * 1024 * 1024
"""Bytes below which a pack may be joined with others."""
MOST_SMALL = 12
"""Small packs above which some are joined."""
_SEAL = 16


class Used(NamedTuple):
    """How much the store was asked, and had."""

    asked: int
    found: int


class Apart(NamedTuple):
    """What a copy of a store did in another process."""

    pack: str
    """Path of what it wrote; empty where the system refused."""
    used: Used


class Store:
    """The store in a folder. It is opened when first asked; each process has its own."""

    def __init__(self, folder: Path, troubles: Troubles, *, limit: int = MOST_BYTES) -> None:
        """*folder* need not exist. *limit* is in bytes; while a build runs, what it makes comes on top."""
        self._folder = folder
        self._packs_folder = folder / PACKS
        self._troubles = troubles
        self._limit = limit
        self._opened: list[Pack] | None = None
        self._waiting: dict[Digest, bytes] = {}
        self._waiting_bytes = 0
        self._hits: dict[Pack, set[int]] = defaultdict(set)
        self._asked = self._found = 0
        self._apart: int | None = None
        """How many entries waited when the store came to stand apart."""

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        # What was made before a fault or Ctrl-C is as good as any.
        self.close()

    def get(self, digest: Digest) -> bytes | None:
        """Return a content; None where it is not there, or damaged."""
        waiting = self._waiting.get(digest)
        if waiting is not None:
            return waiting
        data = self._read(digest)
        if data is not None and sha256(data).digest() != digest:
            self._drop(digest, "a content does not have its digest")
            return None
        return data

    def put(self, content: bytes) -> Digest:
        """Keep a content, and return its digest."""
        digest = sha256(content).digest()
        self.put_as(digest, content)
        return digest

    def put_as(self, digest: Digest, content: bytes) -> None:
        """Keep a content whose digest is known."""
        if not self.touch(digest):
            self._wait(digest, content)

    def touch(self, key: Digest) -> bool:
        """Return whether there is an entry, and note that it is of use."""
        found = self._place(key)
        if found is not None:
            self._hits[found[0]].add(found[1])
        return found is not None or key in self._waiting

    def find(self, key: Digest, *, counts: bool = True) -> bytes | None:
        """Return the record of a key; None where there is none, or a damaged one. *counts*: in `Used`."""
        self._asked += counts
        data = self._waiting.get(key) or self._read(key)
        if data is None:
            return None
        if data[:_SEAL] != _seal(key, data[_SEAL:]):
            self._drop(key, "a record does not have its checksum")
            return None
        self._found += counts
        return data[_SEAL:]

    def keep(self, key: Digest, record: bytes) -> None:
        """Keep a record, in place of any that the key had."""
        self._wait(key, _seal(key, record) + record)

    def stand_apart(self) -> None:
        """Begin to be a copy of the store in a forked process, which is closed by `apart`."""
        self._apart = len(self._waiting)
        self._asked = self._found = 0

    def apart(self) -> Apart:
        """Write as a pack what was put since the store stands apart, and return what `take` takes."""
        entries = islice(self._waiting.items(), self._apart, None)
        return Apart(str(self._write(entries) or ""), Used(self._asked, self._found))

    def take(self, apart: Apart) -> None:
        """Have what a copy of this store was given while it stood apart."""
        pack = open_pack(Path(apart.pack), self._troubles) if apart.pack else None
        if pack is not None:
            self._packs.insert(0, pack)
        self._asked += apart.used.asked
        self._found += apart.used.found

    def flush(self) -> None:
        """Write what waits as a pack. Where the system refuses, it is lost, and nothing more is kept."""
        entries, self._waiting, self._waiting_bytes = self._waiting, {}, 0
        if not entries or self._troubles.has("unwritable"):
            return
        path = self._write(entries.items())
        pack = open_pack(path, self._troubles) if path else None
        if pack is not None:
            self._packs.insert(0, pack)

    def _write(self, entries: Iterable[tuple[Digest, bytes]]) -> Path | None:
        """Write entries as a pack; None where the system refuses."""
        number = 1 + max((pack.number for pack in self._packs), default=0)
        try:
            return write_pack(self._packs_folder, number, (Entry(*each, number) for each in entries))
        except OSError as fault:
            self._troubles.add("unwritable", self._packs_folder, fault)
            return None

    def close(self) -> None:
        """Write what waits, note what was used, and make the store as small as it shall be."""
        self.flush()
        if not self._troubles.has("unwritable"):
            self._note_use()
        packs, self._opened = self._packs, None
        for pack in packs:
            pack.close()
        self._asked = self._found = 0
        if needs_pruning([pack.size for pack in packs], self._limit) and not self._troubles.has("unwritable"):
            from deckbuild.cache.prune import prune

            prune(self._folder, self._limit, self._troubles)

    def _note_use(self) -> None:
        newest = max((pack.number for pack in self._packs), default=0)
        try:
            for pack, places in self._hits.items():
                pack.mark(places, newest)
        except OSError as fault:
            self._troubles.add("unwritable", self._packs_folder, fault)
        self._hits.clear()
        if self._asked:
            used = read_used(self._folder, self._troubles)
            write_table(
                self._folder / "used.table",
                (used.asked + self._asked, used.found + self._found),
                self._troubles,
            )

    @property
    def _packs(self) -> list[Pack]:
        """The packs, latest first: what was damaged in an earlier one was made anew in a later one."""
        if self._opened is None:
            found = (
                open_pack(path, self._troubles) for path in all_packs(self._packs_folder, self._troubles)
            )
            self._opened = [pack for pack in found if pack is not None][::-1]
        return self._opened

    def _place(self, key: Digest) -> tuple[Pack, int] | None:
        """Return where an entry stands."""
        for pack in self._packs:
            place = pack.places.get(key)
            if place is not None:
                return pack, place
        return None

    def _read(self, key: Digest) -> bytes | None:
        found = self._place(key)
        if found is None:
            return None
        pack, place = found
        try:
            data = pack.read(pack.row(place))
        except OSError as fault:
            self._troubles.add("unreadable", pack.path, fault)
            return None
        self._hits[pack].add(place)
        return data

    def _drop(self, key: Digest, reason: str) -> None:
        """Forget an entry of a pack that is not what was written."""
        found = self._place(key)
        if found is not None:
            pack, place = found
            del pack.places[key]
            self._hits[pack].discard(place)
            self._troubles.add("damaged", pack.path, DamagedError(reason))

    def _wait(self, key: Digest, data: bytes) -> None:
        self._waiting[key] = data
        self._waiting_bytes += len(data)
        if self._waiting_bytes >= MOST_WAITING and self._apart is None:
            self.flush()


def all_packs(folder: Path, troubles: Troubles) -> list[Path]:
    """Return the packs of a folder, oldest first; none where it cannot be read."""
    try:
        return pack_paths(folder)
    except OSError as fault:
        troubles.add("unreadable", folder, fault)
        return []


def open_pack(path: Path, troubles: Troubles) -> Pack | None:
    """Open a pack; None where it is gone, refused, or damaged, which takes it away."""
    try:
        return Pack(path)
    except FileNotFoundError:  # another process has joined it with others
        return None
    except OSError as fault:
        troubles.add("unreadable", path, fault)
    except DamagedError as fault:
        troubles.add("damaged", path, fault)
        remove_pack(path)
    return None


def needs_pruning(sizes: Sequence[int], limit: int) -> bool:
    """Return whether packs of these sizes are too large together, or too many of them small."""
    return sum(sizes) > limit or sum(size < SMALL for size in sizes) > MOST_SMALL


def is_whole(row: Row, data: bytes) -> bool:
    """Return whether an entry is what was written, be it a content or a record."""
    return sha256(data).digest() == row.key or data[:_SEAL] == _seal(row.key, data[_SEAL:])


def read_used(folder: Path, troubles: Troubles) -> Used:
    """Return how much all builds asked the store in a folder. Of two builds at once one may be missing."""
    found = read_table(folder / "used.table", troubles)
    return Used(*found) if isinstance(found, tuple) and len(found) == 2 else Used(0, 0)


def _seal(key: Digest, record: bytes) -> bytes:
    return sha256(key + record).digest()[:_SEAL]
