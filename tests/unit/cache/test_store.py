"""The store: what is put in one build is found in the next."""

from __future__ import annotations

import os
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from time import perf_counter

import pytest

from deckbuild.cache.pack import pack_paths
from deckbuild.cache.prune import info
from deckbuild.cache.store import Store, read_used
from deckbuild.cache.trouble import Troubles

KEY = sha256(b"key").digest()


@pytest.fixture
def troubles() -> Troubles:
    return Troubles()


def packs(folder: Path) -> list[str]:
    return [path.name for path in pack_paths(folder / "packs")]


def test_what_is_put_is_there_at_once_and_in_the_next_build(tmp_path: Path, troubles: Troubles):
    with Store(tmp_path, troubles) as store:
        digest = store.put(b"a slide")
        store.keep(KEY, b"a record")
        assert (store.get(digest), store.find(KEY)) == (b"a slide", b"a record")

    with Store(tmp_path, troubles) as store:
        assert (store.get(digest), store.find(KEY)) == (b"a slide", b"a record")
    assert digest == sha256(b"a slide").digest()
    assert troubles.found == ()


def test_what_was_never_put_is_not_there(tmp_path: Path, troubles: Troubles):
    with Store(tmp_path / "none", troubles) as store:
        assert (store.get(KEY), store.find(KEY), store.touch(KEY)) == (None, None, False)
    assert troubles.found == ()


def test_a_store_that_is_only_asked_writes_no_pack(tmp_path: Path, troubles: Troubles):
    with Store(tmp_path, troubles) as store:
        store.find(KEY)
    assert packs(tmp_path) == []


def test_a_content_is_kept_once_however_often_it_is_put(tmp_path: Path, troubles: Troubles):
    for _ in range(3):
        with Store(tmp_path, troubles) as store:
            store.put(bytes(5000))
            store.put(bytes(5000))
    assert len(packs(tmp_path)) == 1
    assert info(tmp_path, troubles).entries == 1


def test_the_record_that_was_kept_last_is_found(tmp_path: Path, troubles: Troubles):
    for record in (b"first", b"second", b"third"):
        with Store(tmp_path, troubles) as store:
            store.keep(KEY, record)
    with Store(tmp_path, troubles) as store:
        assert store.find(KEY) == b"third"


def test_a_record_is_no_content_and_a_content_no_record(tmp_path: Path, troubles: Troubles):
    with Store(tmp_path, troubles) as store:
        digest = store.put(b"a content")
        store.keep(KEY, b"a record")
    with Store(tmp_path, troubles) as store:
        assert (store.get(KEY), store.find(digest)) == (None, None)


def test_what_is_too_much_to_wait_becomes_a_pack_before_the_end(tmp_path: Path, troubles: Troubles):
    store = Store(tmp_path, troubles)
    digests = [store.put(bytes([n]) * 3_000_000) for n in range(6)]
    assert len(packs(tmp_path)) == 1
    assert [store.get(digest) == bytes([n]) * 3_000_000 for n, digest in enumerate(digests)] == [True] * 6
    store.close()


def test_the_end_of_a_build_that_failed_keeps_what_was_made(tmp_path: Path, troubles: Troubles):
    def build() -> None:
        with Store(tmp_path, troubles) as store:
            store.put(b"made")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build()
    with Store(tmp_path, troubles) as store:
        assert store.get(sha256(b"made").digest()) == b"made"


def test_the_same_entries_make_the_same_file(tmp_path: Path, troubles: Troubles):
    for name in ("one", "two"):
        with Store(tmp_path / name, troubles) as store:
            store.put(b"a slide")
            store.keep(KEY, b"a record")
    (one,), (two,) = pack_paths(tmp_path / "one/packs"), pack_paths(tmp_path / "two/packs")
    assert (one.name, one.read_bytes()) == (two.name, two.read_bytes())


def test_how_often_records_were_looked_for_and_found_is_counted_over_all_builds(
    tmp_path: Path, troubles: Troubles
):
    for _ in range(2):
        with Store(tmp_path, troubles) as store:
            store.find(KEY)
            store.keep(KEY, b"a record")
            store.find(KEY)
    assert read_used(tmp_path, troubles) == (4, 3)


def test_the_folder_tells_backups_to_leave_it_out_and_other_users_to_stay_out(
    tmp_path: Path, troubles: Troubles
):
    folder = tmp_path / "deep" / "cache"
    with Store(folder, troubles) as store:
        store.put(b"x")
    assert (folder / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172789f06886806bc55\n")
    assert os.name != "posix" or folder.stat().st_mode & 0o077 == 0


def test_opening_ten_thousand_entries_and_finding_one_takes_milliseconds(
    tmp_path: Path, troubles: Troubles, record_property: Callable[[str, object], None]
):

    with Store(tmp_path, troubles) as store:
        for n in range(10_000):
            store.keep(sha256(b"%d" % n).digest(), bytes(100))
    times = []
    for _ in range(5):
        began = perf_counter()
        store = Store(tmp_path, troubles)
        assert store.find(sha256(b"7").digest()) == bytes(100)
        times.append((perf_counter() - began) * 1000)
        store.close()
    record_property("figure", f"{min(times):.1f} ms")
    assert min(times) < 30
