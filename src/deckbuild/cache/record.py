"""A whole build by what it read and wrote, so that the next one knows that there is nothing to do.

The record holds the stamp and digest of each file that was read, the files that were looked for in vain,
the names that were listed, and the stamp and digest of each file that was written. Where all of it is as
it was, asking for stamps is all that the next build does: for 100 decks in two milliseconds, with no
other room loaded. Where a stamp is another (a fresh checkout, a file that was copied back) contents
decide.

Outputs are trusted by the stamp that they had when they took their place, however young: nobody but us
writes them, and whoever edits one does so at a later tick of the clock.
"""

from __future__ import annotations

import os
import sys
import zlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Literal, NamedTuple

from deckbuild.cache.sealed import BUILDS, Digest, now, pack_plain, read_table, write_table
from deckbuild.cache.states import FileState, content_digest, is_young, stamp
from deckbuild.cache.trouble import DamagedError, Troubles

MOST_RECORDS = 64
"""Records that are kept: one for each way in which a project is built."""

Asked = tuple[str | int | bool | tuple[str, ...] | None, ...]
"""A request as plain values."""


class Listing(NamedTuple):
    """What a folder was seen to hold."""

    folder: str
    """Below the root."""
    suffix: str
    """That of file names (`.yaml`), or with a slash the path of a file in each folder (`/brand.yaml`)."""
    names: tuple[str, ...]
    """Of the entries that have it, sorted; none where there is no folder."""


class Output(NamedTuple):
    """A file that was written."""

    path: str
    """Absolute, or below the root."""
    session: str
    profile: str
    format: str
    slides: int
    state: FileState


class Reader(NamedTuple):
    """A deck, and what is read for some decks only that is read for it."""

    session: str
    profile: str
    documents: tuple[str, ...]
    """Its modules and its profile, by their paths below the root."""


class BuildRecord(NamedTuple):
    """A build that ran to its end."""

    asked: Asked
    """What was asked for, and what else of the surroundings decides what comes out."""
    code: Digest
    """State of the compiler (`code.code_state`)."""
    inputs: Mapping[str, FileState]
    """Files that were read, by their paths below the root."""
    missing: tuple[str, ...]
    """Paths where a file was looked for and there was none."""
    listings: tuple[Listing, ...]
    own: Mapping[str, tuple[str, ...]]
    """Document → inputs that only its readers depend on; all other inputs are everybody's."""
    readers: tuple[Reader, ...]
    outputs: tuple[Output, ...]
    said: bytes
    """What was found wrong, as `serialise.dumps` writes a tuple of diagnostics; empty for nothing."""


class Change(NamedTuple):
    """Something that is not as it was."""

    kind: Literal["code", "input", "missing", "listing", "output"]
    """`missing`: what was not there is there now."""
    path: str = ""


class Examined(NamedTuple):
    """A record held against the files."""

    changes: tuple[Change, ...]
    """None where there is nothing to do."""
    fresh: BuildRecord
    """The record with today's stamps, without the inputs that have changed; worth keeping where nothing has,
    and it is not the one that was examined."""


def read_record(folder: Path, asked: Asked, troubles: Troubles) -> BuildRecord | None:
    """Return the record of the last build that was asked the same, from a cache's folder; None for none."""
    path = _path(folder, asked)
    found = read_table(path, troubles)
    try:
        record = _whole(found) if isinstance(found, tuple) else None
    except (TypeError, ValueError, AttributeError) as fault:
        troubles.add("damaged", path, DamagedError(f"it is no record of a build: {fault}"))
        return None
    return record if record and record.asked == asked else None


def write_record(folder: Path, record: BuildRecord, troubles: Troubles) -> None:
    """Keep a record in place of the one that was asked the same."""
    path = _path(folder, record.asked)
    if not path.exists():
        _make_room(folder / BUILDS)
    write_table(path, _plain(record), troubles)


def listing(root: str, folder: str, suffix: str) -> Listing:
    """Return which names of a folder have a suffix."""
    try:
        # One string for each name, however many units of a plan list the folder.
        names = sorted(map(sys.intern, os.listdir(f"{root}/{folder}")))  # noqa: PTH208, TID251  sorted at once
    except OSError:
        names = []
    if suffix.startswith("/"):
        return Listing(
            folder, suffix, tuple(each for each in names if stamp(f"{root}/{folder}/{each}{suffix}"))
        )
    return Listing(folder, suffix, tuple(each for each in names if each.endswith(suffix)))


def examine(record: BuildRecord, root: Path, code: Digest, folder: Path) -> Examined:
    """Return what has changed since a build, and its record with today's stamps.

    *root* is the project's folder, *code* today's state of the compiler, *folder* the cache's.
    """
    base = str(root)
    clock = _Clock(folder)
    inputs = {path: _today(f"{base}/{path}", state, clock) for path, state in record.inputs.items()}
    outputs = [(each, _today(os.path.join(base, each.path), each.state, None)) for each in record.outputs]  # noqa: PTH118
    changes = [
        *([] if code == record.code else [Change("code")]),
        *(Change("input", path) for path, state in inputs.items() if state is None),
        *(Change("missing", path) for path in record.missing if stamp(f"{base}/{path}")),
        *_listing_changes(base, record.listings),
        *(Change("output", each.path) for each, state in outputs if state is None),
    ]
    fresh = record._replace(
        inputs={path: state for path, state in inputs.items() if state},
        outputs=tuple(each._replace(state=state or each.state) for each, state in outputs),
    )
    return Examined(tuple(changes), fresh)


class _Clock:
    """The time of the cache's file system, asked once and only where something is to be digested."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._now: int | None = None

    def now(self) -> int:
        if self._now is None:
            self._now = now(self._folder)
        return self._now


def _today(place: str, state: FileState, clock: _Clock | None) -> FileState | None:
    """Return today's state of a file that holds what it held; None where it does not. No clock trusts any."""
    found = stamp(place)
    if found is None or found == state.stamp:
        return state if found else None
    time = clock.now() if clock else 0
    if content_digest(place) != state.digest:
        return None
    return FileState(None if clock and is_young(found, time) else found, state.digest)


def _listing_changes(root: str, listings: Iterable[Listing]) -> Iterable[Change]:
    return (
        Change("listing", each.folder) for each in listings if listing(root, each.folder, each.suffix) != each
    )


def _path(folder: Path, asked: Asked) -> Path:
    return folder / BUILDS / f"{zlib.crc32(pack_plain(asked)):08x}.table"


def _make_room(folder: Path) -> None:
    """Take away the oldest records where there are many."""
    with suppress(OSError):
        if folder.is_dir():
            paths = sorted(folder.glob("*.table"), key=lambda path: (path.stat().st_mtime_ns, path.name))
            for path in paths[: -(MOST_RECORDS - 1)]:
                path.unlink()


def _plain(record: BuildRecord) -> tuple[object, ...]:
    return (
        record.asked,
        record.code,
        {path: tuple(state) for path, state in record.inputs.items()},
        record.missing,
        tuple(tuple(each) for each in record.listings),
        dict(record.own),
        tuple(tuple(each) for each in record.readers),
        tuple((*each[:-1], tuple(each.state)) for each in record.outputs),
        record.said,
    )


def _whole(found: tuple[object, ...]) -> BuildRecord:
    record = BuildRecord(*found)  # type: ignore[arg-type]
    return record._replace(
        inputs={path: FileState(*state) for path, state in record.inputs.items()},
        listings=tuple(Listing(*each) for each in record.listings),
        readers=tuple(Reader(*each) for each in record.readers),
        outputs=tuple(Output(*each[:-1], FileState(*each[-1])) for each in record.outputs),
    )
