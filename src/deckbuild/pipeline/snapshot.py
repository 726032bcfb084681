"""A project's folder as content by digest: what has to travel to a machine that does not have it.

Of a project travels every file but its output folder, what begins with a dot, and files larger than any that
can be read. A link that leads out of the project travels as a link, for the same to be said of it there.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from deckbuild.diagnostics.errors import CannotRunError, FileError

MOST_FILE = 64 * 1024 * 1024
"""Bytes of a file; no input may have as many."""
MOST_ALL = 2 * 1024 * 1024 * 1024
"""Bytes of all files."""
LEFT_OUT = frozenset(("__pycache__", "node_modules"))


class Snapshot(NamedTuple):
    """What a project's folder holds."""

    files: Mapping[str, str]
    """Path below the folder, with forward slashes → digest in hexadecimal digits."""
    links: Mapping[str, str]
    """Path → where it leads, as the link says."""

    @property
    def digest(self) -> str:
        """The identity of the whole, in hexadecimal digits."""
        text = repr((sorted(self.files.items()), sorted(self.links.items())))
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def snapshot(root: Path, without: Collection[Path], digest: Callable[[str], bytes | None]) -> Snapshot:
    """Return what a project's folder holds.

    Args:
        root: The folder.
        without: Folders below it that do not count.
        digest: Returns the digest of a file by its path; None for one that cannot be read.

    Raises:
        CannotRunError: there is too much of it.
    """
    files, links, size = {}, {}, 0
    for path in _paths(root, without):
        name = path.relative_to(root).as_posix()
        if path.is_symlink() and (path.is_dir() or not path.resolve().is_relative_to(root.resolve())):
            links[name] = os.fspath(path.readlink())
            continue
        bytes_ = path.stat().st_size
        size += bytes_ if bytes_ <= MOST_FILE else 0
        found = digest(name) if bytes_ <= MOST_FILE else None
        if found is not None:
            files[name] = found.hex()
    if size > MOST_ALL:
        raise CannotRunError(
            f"{root} holds {size // 1_000_000:,} MB, which is too much to send to a cluster: "
            "move what is no part of the project out of its folder"
        )
    return Snapshot(files, links)


def content(root: Path, path: str, digest: str) -> bytes:
    """Return the bytes of a file of a snapshot.

    Raises:
        FileError: it cannot be read, or is not what it was.
    """
    try:
        data = (root / path).read_bytes()
    except OSError as fault:
        raise FileError(path, fault.strerror or type(fault).__name__) from fault
    if hashlib.sha256(data).hexdigest() != digest:
        raise FileError(path, "it was changed while decks were made of it; build again")
    return data


def _paths(folder: Path, without: Collection[Path]) -> Iterator[Path]:
    """Yield the files and links below a folder, sorted in each."""
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        return  # it cannot be read here either
    for each in entries:
        if each.name.startswith(".") or each.name in LEFT_OUT or each in without:
            continue
        if each.is_symlink() or each.is_file():
            if each.exists() or each.is_symlink():
                yield each
        elif each.is_dir():
            yield from _paths(each, without)
