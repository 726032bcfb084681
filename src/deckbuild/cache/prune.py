"""A store that has become too large or too scattered in, a smaller one out: what was not used for longest
goes.

Of each entry the packs tell when it was last used, counted in packs that were written since. Packs of
which nothing goes stay as they are; the rest of the others moves to new packs, and only then are the old
ones taken away. A build that reads one of them meanwhile keeps it open, or finds it gone and makes again
what was in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from deckbuild.cache.pack import MARKS, Entry, Pack, number_of, write_pack
from deckbuild.cache.sealed import BUILD, BUILDS, PACKS, PART, TAG_NAME, Digest, now
from deckbuild.cache.store import MOST_SMALL, SMALL, all_packs, is_whole, open_pack, read_used
from deckbuild.cache.trouble import Troubles

KEPT = 0.75
"""Share of the limit that stays, so that not every build has to throw something away."""
LARGEST = 2 * SMALL
"""Bytes of a pack that is made of others, about."""
LEFT_BEHIND = 3600 * 10**9
"""Nanoseconds after which a file that is being written belongs to a process that was killed."""
TABLES = ("code.table", "files.table", "used.table", TAG_NAME)
"""Files in the cache's own folder."""


class Info(NamedTuple):
    """What a cache holds."""

    folder: Path
    entries: int
    """Contents and records, each once."""
    size: int
    """Bytes of all files."""
    packs: int
    asked: int
    """Records that builds looked for, since the cache was made."""
    found: int
    """Of these, how many were there."""


class Pruned(NamedTuple):
    """What was thrown away."""

    entries: int
    size: int
    """Bytes by which the store is smaller; less than 0 where the entries did not fit into fewer."""


class _Live(NamedTuple):
    """An entry that counts."""

    generation: int
    number: int
    place: int
    pack: Pack


def info(folder: Path, troubles: Troubles) -> Info:
    """Return what the cache in a folder holds."""
    packs = _open_all(folder, troubles)
    entries = len(_live(packs))
    for pack in packs:
        pack.close()
    used = read_used(folder, troubles)
    size = sum(map(_size, _ours(folder)))
    return Info(folder, entries, size, len(packs), used.asked, used.found)


def prune(folder: Path, limit: int, troubles: Troubles) -> Pruned:
    """Make the store in a folder no larger than *limit* bytes, and join small packs where there are many."""
    packs = _open_all(folder, troubles)
    live = _live(packs)
    before = sum(pack.size for pack in packs)
    kept = live if before <= limit else _latest(live, int(limit * KEPT))
    moved = _moved(packs, live, kept)
    try:
        written = _rewrite(folder / PACKS, packs, moved, kept)
    except OSError as fault:
        troubles.add("unwritable", folder / PACKS, fault)
        for pack in packs:
            pack.close()
        return Pruned(0, 0)
    gone = sum(pack.size for pack in moved)
    for pack in packs:
        pack.remove() if pack in moved else pack.close()
    _sweep(folder)
    return Pruned(len(live) - len(kept), gone - sum(map(_size, written)))


def clear(folder: Path) -> int:
    """Take away everything that the cache has in a folder, and nothing else; return the bytes."""
    size = 0
    for path in _ours(folder):
        with suppress(OSError):
            each = _size(path)
            path.unlink()
            size += each
    for place in (folder / PACKS, folder / BUILDS, folder):
        with suppress(OSError):
            place.rmdir()
    return size


def _ours(folder: Path) -> list[Path]:
    """Return the files of a cache, and nothing else that lies in a folder that somebody called the cache."""
    packs, builds = _files(folder / PACKS), _files(folder / BUILDS)
    return [
        *(path for path in packs if number_of(path.with_suffix(".pack")) or PART.fullmatch(path.name)),
        *(path for path in builds if BUILD.fullmatch(path.name) or PART.fullmatch(path.name)),
        *(path for path in _files(folder) if path.name in TABLES or PART.fullmatch(path.name)),
    ]


def _files(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.is_file())
    except OSError:
        return []


def _size(path: Path) -> int:
    """Return the bytes of a file; 0 where another process has taken it away."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _open_all(folder: Path, troubles: Troubles) -> list[Pack]:
    opened = (open_pack(path, troubles) for path in all_packs(folder / PACKS, troubles))
    return [pack for pack in opened if pack is not None]


def _live(packs: Sequence[Pack]) -> dict[Digest, _Live]:
    """Return the entries that count: of several with one key that of the latest pack, used when any was."""
    live: dict[Digest, _Live] = {}
    for pack in packs:
        generations = pack.generations()
        for key, place in pack.places.items():
            earlier = live.get(key)
            latest = max(generations[place], earlier.generation) if earlier else generations[place]
            live[key] = _Live(latest, pack.number, place, pack)
    return live


def _latest(live: Mapping[Digest, _Live], room: int) -> dict[Digest, _Live]:
    """Return the entries used last, as many as there is room for, in bytes."""
    kept: dict[Digest, _Live] = {}
    for key, each in sorted(live.items(), key=lambda item: (item[1][:3], item[0]), reverse=True):
        room -= each.pack.row(each.place).length
        if room < 0:
            break
        kept[key] = each
    return kept


def _moved(packs: Sequence[Pack], live: Mapping[Digest, _Live], kept: Mapping[Digest, _Live]) -> list[Pack]:
    """Return the packs to be taken away once what stays of them stands elsewhere."""
    stays = dict.fromkeys((pack.path for pack in packs), 0)
    for each in kept.values():
        stays[each.pack.path] += 1
    moved = [pack for pack in packs if len(kept) < len(live) and stays[pack.path] < pack.count]
    small = [pack for pack in packs if pack not in moved and pack.size < SMALL]
    if len(small) > MOST_SMALL:
        # The larger half stays, so that no entry is copied again with every small pack that is added.
        moved += sorted(small, key=lambda pack: pack.size, reverse=True)[MOST_SMALL // 2 :]
    return moved


def _rewrite(
    folder: Path, packs: Sequence[Pack], moved: Sequence[Pack], kept: Mapping[Digest, _Live]
) -> list[Path]:
    """Write what stays of the packs that go into new ones."""
    going = {pack.path for pack in moved}
    staying = sorted(
        ((each.number, each.place, key) for key, each in kept.items() if each.pack.path in going),
    )
    number = 1 + max((pack.number for pack in packs), default=0)
    written = []
    for chunk in _chunks([key for *_, key in staying], kept):
        written.append(write_pack(folder, number, _entries(chunk, kept)))
        number += 1
    return written


def _chunks(keys: Sequence[Digest], kept: Mapping[Digest, _Live]) -> Iterator[list[Digest]]:
    chunk: list[Digest] = []
    size = 0
    for key in keys:
        chunk.append(key)
        size += kept[key].pack.row(kept[key].place).length
        if size >= LARGEST:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _entries(keys: Sequence[Digest], kept: Mapping[Digest, _Live]) -> Iterator[Entry]:
    """Yield entries read from their packs, but for damaged ones, which must not outlive their pack."""
    for key in keys:
        each = kept[key]
        row = each.pack.row(each.place)
        data = each.pack.read(row)
        if is_whole(row, data):
            yield Entry(key, data, each.generation)


def _sweep(folder: Path) -> None:
    """Take away what killed processes were writing, and marks of packs that are gone."""
    time = now(folder)
    for path in (*_files(folder), *_files(folder / PACKS), *_files(folder / BUILDS)):
        pack = path.with_suffix(".pack")
        orphan = path.suffix == MARKS and number_of(pack) and not pack.exists()
        with suppress(OSError):
            if (orphan or PART.fullmatch(path.name)) and path.stat().st_mtime_ns < time - LEFT_BEHIND:
                path.unlink()
