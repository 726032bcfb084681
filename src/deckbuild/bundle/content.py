"""A file's bytes in, its content digest out: what it says, whatever compressed it (`docs/release.md`).

Two builds of zlib deflate one text to different bytes, both right. So a package (.pptx, and the .xlsx in it)
is digested by its parts as they were before, in the order of their names; a PDF with its streams inflated and
without what follows from their lengths: these lengths, the table of objects, the file's identifier.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from hashlib import sha256

from deckbuild.bundle.inflate import BrokenPackageError, members

MOST_INFLATED = 300_000_000
"""Bytes that the streams of one PDF may have."""
_DEEPEST = 3
"""Packages in one another: a deck, the workbook of its chart, and one to spare."""
_STREAM = re.compile(rb"/Length (\d{1,10})>>\nstream\n")
_IDENTIFIER = re.compile(rb"/ID\s*\[[^\]]*\]")


def content_digest(name: str, data: bytes) -> str:
    """Return the content digest of a file, hexadecimal; of one that nothing is known of, that of its bytes.

    Raises:
        BrokenPackageError: it is damaged.
    """
    if name.endswith(".pptx"):
        return _package(data, _DEEPEST)
    if name.endswith(".pdf"):
        return _pdf(data)
    return sha256(data).hexdigest()


def _package(data: bytes, deepest: int) -> str:
    whole = sha256()
    parts = members(data)
    for name in sorted(parts):
        part = parts[name]
        nested = deepest > 1 and part.startswith(b"PK\3\4")
        digest = _package(part, deepest - 1) if nested else sha256(part).hexdigest()
        whole.update(f"{digest}  {name}\n".encode("utf-8", "surrogateescape"))
    return whole.hexdigest()


def _pdf(data: bytes) -> str:
    whole = sha256()
    for piece in _pieces(data):
        whole.update(b"%d\n" % len(piece))
        whole.update(piece)
    return whole.hexdigest()


def _pieces(data: bytes) -> Iterator[bytes]:
    """Yield a PDF of ours in pieces: what stands between streams, and the streams."""
    at = total = 0
    while found := _STREAM.search(data, at):
        head, start = data[at : found.start()], found.end()
        end = start + int(found[1])
        if end > len(data):
            raise BrokenPackageError(f"the stream at byte {start} breaks off")
        stream = data[start:end]
        if b"/FlateDecode" in head[head.rfind(b" obj") + 1 :]:
            stream = _inflated(stream, MOST_INFLATED - total)
            total += len(stream)
        yield head
        yield stream
        at = end
    table = data.rfind(b"\nxref\n", at)
    trailer = data.rfind(b"\ntrailer", at)
    last = data.rfind(b"\nstartxref", at)
    if not at <= table <= trailer <= last:
        yield data[at:]
        return
    yield data[at:table]
    yield _IDENTIFIER.sub(b"", data[trailer:last])


def _inflated(stream: bytes, most: int) -> bytes:
    inflater = zlib.decompressobj()
    try:
        made = inflater.decompress(stream, most + 1)
    except zlib.error as fault:
        raise BrokenPackageError(f"a stream cannot be inflated: {fault}") from fault
    if len(made) > most or not inflater.eof:
        raise BrokenPackageError("a stream breaks off, or is too large")
    return made
