"""A store that has become too large, and what stays of it."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

from deckbuild.cache.pack import pack_paths
from deckbuild.cache.prune import clear, info, prune
from deckbuild.cache.sealed import write_table
from deckbuild.cache.store import Store
from deckbuild.cache.trouble import Troubles

SIZE = 10_000


def content(n: int) -> bytes:
    return sha256(b"%d" % n).digest() * (SIZE // 32)


def digest(n: int) -> bytes:
    return sha256(content(n)).digest()


def fill(folder: Path, *numbers: int, reads: tuple[int, ...] = (), limit: int = 10**9) -> Troubles:
    """Run a build that makes some contents and uses others."""
    troubles = Troubles()
    with Store(folder, troubles, limit=limit) as store:
        for n in numbers:
            store.put(content(n))
        for n in reads:
            assert store.get(digest(n)) == content(n)
    return troubles


def there(folder: Path) -> set[int]:
    with Store(folder, Troubles()) as store:
        return {n for n in range(200) if store.get(digest(n)) == content(n)}


def test_what_was_not_used_for_longest_goes_first(tmp_path: Path):
    fill(tmp_path, *range(10))
    fill(tmp_path, 10, reads=(3, 7))
    fill(tmp_path, 11)
    pruned = prune(tmp_path, 6 * SIZE, Troubles())
    assert there(tmp_path) == {3, 7, 10, 11}
    assert pruned.entries == 8
    assert pruned.size > 7 * SIZE


def test_what_is_put_again_counts_as_used_though_it_is_not_written_again(tmp_path: Path):
    fill(tmp_path, *range(10))
    fill(tmp_path, 10, 4)
    prune(tmp_path, 3 * SIZE, Troubles())
    assert there(tmp_path) == {4, 10}


def test_a_build_keeps_the_store_within_its_limit(tmp_path: Path):
    for n in range(60):
        fill(tmp_path, n, limit=20 * SIZE)
        assert info(tmp_path, Troubles()).size < 21 * SIZE
    assert there(tmp_path) >= set(range(50, 60))


def test_what_every_build_uses_stays_for_ever(tmp_path: Path):
    fill(tmp_path, 0, 1)
    for n in range(2, 60):
        fill(tmp_path, n, reads=(0, 1), limit=12 * SIZE)
    assert there(tmp_path) >= {0, 1, 58, 59}


def test_small_packs_are_joined_and_nothing_is_lost(tmp_path: Path):
    for n in range(40):
        fill(tmp_path, n)
        assert len(pack_paths(tmp_path / "packs")) <= 13
    assert there(tmp_path) == set(range(40))
    assert info(tmp_path, Troubles()).entries == 40


def test_a_damaged_entry_does_not_outlive_its_pack(tmp_path: Path):
    with Store(tmp_path, Troubles()) as store:
        store.put(b"a small one goes first where packs are joined")
    (path,) = pack_paths(tmp_path / "packs")
    path.write_bytes(path.read_bytes().replace(b"small", b"SMALL"))
    for n in range(30):
        fill(tmp_path, n)
    assert info(tmp_path, Troubles()).entries == 30
    assert there(tmp_path) == set(range(30))


def test_a_build_that_is_running_keeps_what_it_has_opened(tmp_path: Path):
    fill(tmp_path, *range(5))
    with Store(tmp_path, Troubles()) as running:
        assert running.get(digest(0)) == content(0)
        prune(tmp_path, 0, Troubles())
        assert [running.get(digest(n)) == content(n) for n in range(5)] == [True] * 5
    assert there(tmp_path) == set()


def test_nothing_goes_where_there_is_room(tmp_path: Path):
    fill(tmp_path, *range(5))
    before = {path: path.read_bytes() for path in pack_paths(tmp_path / "packs")}
    assert prune(tmp_path, 10**9, Troubles()) == (0, 0)
    assert {path: path.read_bytes() for path in pack_paths(tmp_path / "packs")} == before


def test_info_counts_entries_bytes_and_hits(tmp_path: Path):
    fill(tmp_path, 1, 2)
    fill(tmp_path, 3)
    with Store(tmp_path, Troubles()) as store:
        store.find(digest(77))
    said = info(tmp_path, Troubles())
    assert (said.entries, said.packs, said.asked, said.found) == (3, 2, 1, 0)
    assert said.size == sum(path.stat().st_size for path in tmp_path.rglob("*") if path.is_file())


def test_info_of_no_cache_is_zero_and_makes_none(tmp_path: Path):
    assert info(tmp_path / "none", Troubles())[1:] == (0, 0, 0, 0, 0)
    assert not (tmp_path / "none").exists()


def test_clearing_takes_everything_of_the_cache_and_nothing_else(tmp_path: Path):
    folder = tmp_path / "cache"
    fill(folder, 1)
    write_table(folder / "code.table", 1, Troubles())
    write_table(folder / "builds" / "0a1b2c3d.table", 1, Troubles())
    (folder / "builds" / "mine.txt").write_text("mine")
    (folder / "mine.table").write_text("mine")
    assert clear(folder) > SIZE
    assert sorted(path.name for path in folder.rglob("*") if path.is_file()) == ["mine.table", "mine.txt"]
    (folder / "builds" / "mine.txt").unlink()
    (folder / "mine.table").unlink()
    clear(folder)
    assert clear(folder) == 0


def test_a_cache_that_is_cleared_leaves_no_folder(tmp_path: Path):
    fill(tmp_path / "cache", 1)
    clear(tmp_path / "cache")
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_build_left_behind_goes_after_an_hour(tmp_path: Path):
    fill(tmp_path, 1)
    old, new = (tmp_path / "packs" / f"{n}-0123456789ab.part" for n in (1, 2))
    for path in (old, new):
        path.write_bytes(b"half a pack")
    os.utime(old, ns=(0, new.stat().st_mtime_ns - 3700 * 10**9))
    prune(tmp_path, 10**9, Troubles())
    assert (old.exists(), new.exists()) == (False, True)
