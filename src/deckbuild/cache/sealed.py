"""Small tables as files: plain values in, a file with a checksum out, written beside its place and renamed.

A table is read whole or not at all. The checksum is CRC-32, which finds what disks and kills do to a file
of some kilobytes and is at hand without loading OpenSSL: a build in which nothing changed reads only such
tables.

Values are marshalled (`marshal`, version 2): tuples, lists, dicts, str, bytes, int, float, bool and None.
That is the quickest there is (see `serialise`), makes no object but these, and runs nothing that it
reads.
"""

from __future__ import annotations

import marshal
import os
import re
import sys
import zlib
from contextlib import suppress
from pathlib import Path

from deckbuild.cache.trouble import DamagedError, Troubles

Digest = bytes
"""SHA-256 of a content: what manifests and packages call it too, and quickest with today's processors."""

MAGIC = b"deckbuild cache table 1\n"
PACKS = "packs"
BUILDS = "builds"
"""Folders below the cache's own."""

TAG_NAME = "CACHEDIR.TAG"
TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# Made by deckbuild; it can be deleted at any time.\n"
"""Tells programs that make backups to leave the folder out (https://bford.info/cachedir/)."""

PART = re.compile(r"[0-9]+-[0-9a-f]{12}\.part")
"""Name of a file that is being written."""

BUILD = re.compile(r"[0-9a-f]{8}\.table")
"""Name of a build's record."""

_VERSION = 2
"""Of marshal: the last in which equal values make equal bytes (later ones write who else holds an object)."""


def pack_plain(value: object) -> bytes:
    """Return a plain value as bytes; equal values of equal types make equal bytes.

    Raises:
        ValueError: it holds something that is not plain.
    """
    return marshal.dumps(value, _VERSION)  # type: ignore[arg-type]


def unpack_plain(data: bytes) -> object:
    """Return the plain value that bytes hold.

    Raises:
        DamagedError: they hold none.
    """
    try:
        if sys.version_info >= (3, 13):
            found: object = marshal.loads(data, allow_code=False)
        else:
            found = marshal.loads(data)
    except (ValueError, EOFError, TypeError) as fault:
        raise DamagedError("these bytes hold no value") from fault
    return found


def read_table(path: Path, troubles: Troubles) -> object:
    """Return what a table holds; None where there is none, or none that is whole."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as fault:
        troubles.add("unreadable", path, fault)
        return None
    try:
        head = len(MAGIC) + 4
        if data[: len(MAGIC)] != MAGIC or int.from_bytes(data[len(MAGIC) : head]) != zlib.crc32(data[head:]):
            raise DamagedError("its checksum does not agree")
        return unpack_plain(data[head:])
    except DamagedError as fault:
        troubles.add("damaged", path, fault)
        return None


def write_table(path: Path, value: object, troubles: Troubles) -> None:
    """Put a plain value in the place of a table; where the system refuses, what stood there stays."""
    body = pack_plain(value)
    beside = unique(path.parent)
    try:
        prepare(path.parent)
        beside.write_bytes(b"".join((MAGIC, zlib.crc32(body).to_bytes(4), body)))
        beside.replace(path)
    except OSError as fault:
        troubles.add("unwritable", path, fault)
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def unique(folder: Path) -> Path:
    """Return a path for a file that is still being written, which no other process takes."""
    return folder / f"{os.getpid()}-{os.urandom(6).hex()}.part"


def prepare(folder: Path) -> None:
    """Make a folder of the cache, for its user alone.

    Raises:
        OSError: the system refuses.
    """
    if folder.is_dir():
        return
    if folder.name in (PACKS, BUILDS):
        prepare(folder.parent)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if folder.name not in (PACKS, BUILDS):
        (folder / TAG_NAME).write_text(TAG, encoding="ascii")


def now(folder: Path) -> int:
    """Return the time of the file system of a folder, in nanoseconds; 0 where nothing can be written there.

    The times of files are compared with it: the clock of the process may be another one.
    """
    beside = unique(folder)
    try:
        prepare(folder)
        beside.touch()
        return beside.stat().st_mtime_ns
    except OSError:
        return 0
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
