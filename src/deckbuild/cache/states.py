"""The files of a project by what `stat` says of them: the digest of one that did not change is known unread.

A stamp is size, time of change, time of status change and inode. A file whose stamp is as it was is taken
to hold what it held; git's index does the same, and so we have its trap ("racily clean", git's technical
documentation racy-git.txt): what is written twice within one tick of the file system's clock has the same
stamp for two contents. So the stamp of a file that was younger than two seconds when it was digested is
not kept, and the file is digested again the next time. Two seconds are the longest tick there is (FAT),
and they make up for a server whose clock is a little behind.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from deckbuild.cache.sealed import Digest, now, read_table, write_table
from deckbuild.cache.trouble import Troubles

Stamp = tuple[int, int, int, int]
"""Size in bytes, st_mtime_ns, st_ctime_ns, st_ino."""

YOUNG = 2_000_000_000
"""Nanoseconds within which a file may have been written twice without a new stamp."""

MOST_KNOWN = 20_000
"""Files whose digests are kept although nobody asked for them this time."""


def stamp(place: str) -> Stamp | None:
    """Return the stamp of a file, links followed; None where there is none, or none that can be reached."""
    try:
        found = os.stat(place)  # noqa: PTH116  a Path for each costs more than what is asked
    except (OSError, ValueError):
        return None
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino


def is_young(found: Stamp, now: int) -> bool:
    """Return whether a file may change without a new stamp. *now* is of the same clock; 0 for not known."""
    # On Windows st_ctime is when the file was made; elsewhere no program can set it, as it can st_mtime.
    changed = found[1] if sys.platform == "win32" else found[2]
    return changed > now - YOUNG


class FileState(NamedTuple):
    """What a file held, and how to know it again."""

    stamp: Stamp | None
    """None for a file that was young, whose content must be looked at again."""
    digest: Digest


class FileStates:
    """The files below a folder. What is said of one is said as long as this lives: a build sees one state."""

    def __init__(self, root: Path, table: Path, troubles: Troubles) -> None:
        """*root* is the project's folder, absolute; *table* is where the states are kept."""
        self._root = root
        self._table = table
        self._troubles = troubles
        self._seen: dict[str, FileState] = {}
        self._now: int | None = None

    @property
    def seen(self) -> Mapping[str, FileState]:
        """The files that were asked for and are there, by project path."""
        return self._seen

    def digest(self, path: str) -> Digest | None:
        """Return the digest of a file by its project path, which is read only where its stamp is a new one.

        None where there is no file, or none that can be read.
        """
        if path in self._seen:
            return self._seen[path].digest
        before = stamp(f"{self._root}/{path}")
        known = self._known.get(path)
        if known is not None and known.stamp == before:
            self._seen[path] = known
            return known.digest
        before = self.before(path)
        digest = None if before is None else content_digest(f"{self._root}/{path}")
        return digest and self._note(path, before, digest)

    def before(self, path: str) -> Stamp | None:
        """Return the stamp of a file that is about to be read, for `note`; None where there is none."""
        if self._now is None:
            # Before the first of the files is read, and not again: an earlier time makes more of them young.
            self._now = now(self._table.parent)
        return stamp(f"{self._root}/{path}")

    def note(self, path: str, before: Stamp | None, data: bytes) -> Digest:
        """Remember and return the digest of a file that was read. *before* is what `before` said of it."""
        if path in self._seen:
            return self._seen[path].digest
        from hashlib import sha256  # loads OpenSSL, which a build in which nothing changed does not need

        return self._note(path, before, sha256(data).digest())

    def save(self) -> None:
        """Keep the states for the next time, where one of them is new."""
        sure = {path: state for path, state in self._seen.items() if state.stamp}
        if all(self._known.get(path) == state for path, state in sure.items()):
            return
        kept = self._known if len(self._known) < MOST_KNOWN else {}
        write_table(
            self._table, {path: tuple(state) for path, state in {**kept, **sure}.items()}, self._troubles
        )

    def _note(self, path: str, before: Stamp | None, digest: Digest) -> Digest:
        sure = before is not None and self._now is not None and not is_young(before, self._now)
        self._seen[path] = FileState(before if sure else None, digest)
        return digest

    @cached_property
    def _known(self) -> dict[str, FileState]:
        table = read_table(self._table, self._troubles)
        if not isinstance(table, dict):
            return {}
        return {path: FileState(*row) for path, row in table.items()}


def content_digest(place: str) -> Digest | None:
    """Return the digest of a file's content; None where it cannot be read."""
    from hashlib import file_digest

    try:
        with Path(place).open("rb") as file:
            return file_digest(file, "sha256").digest()
    except OSError:
        return None
