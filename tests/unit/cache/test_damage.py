"""Damaged files of the cache: found by their digests, told once, and made anew."""

from __future__ import annotations

import random
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from deckbuild.cache.pack import pack_paths
from deckbuild.cache.prune import clear
from deckbuild.cache.sealed import read_table, write_table
from deckbuild.cache.store import Store
from deckbuild.cache.trouble import Troubles

CONTENTS = [bytes([n]) * (50 + 40 * n) for n in range(6)]
RECORDS = {sha256(b"key %d" % n).digest(): b"record %d" % n for n in range(6)}


def filled(folder: Path) -> Path:
    """Return the only pack of a new store with every content and record."""
    clear(folder)
    with Store(folder, Troubles()) as store:
        for content in CONTENTS:
            store.put(content)
        for key, record in RECORDS.items():
            store.keep(key, record)
    (path,) = pack_paths(folder / "packs")
    return path


def found(folder: Path) -> tuple[list[bytes], list[bytes], Troubles]:
    """Return the contents and records that there are, each of which is what was put."""
    troubles = Troubles()
    with Store(folder, troubles) as store:
        contents = [store.get(sha256(each).digest()) for each in CONTENTS]
        records = [store.find(key) for key in RECORDS]
    assert all(each in (None, expected) for each, expected in zip(contents, CONTENTS, strict=True))
    assert all(each in (None, expected) for each, expected in zip(records, RECORDS.values(), strict=True))
    return [each for each in contents if each], [each for each in records if each], troubles


def test_every_flipped_byte_is_found_and_costs_one_entry_or_the_pack(tmp_path: Path):
    whole = filled(tmp_path).read_bytes()
    lost = set()
    for place in range(0, len(whole), 7):
        path = filled(tmp_path)
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0x10]) + whole[place + 1 :])
        contents, records, troubles = found(tmp_path)
        missing = len(CONTENTS) + len(RECORDS) - len(contents) - len(records)
        # The first sixteen bytes are the magic of the file, which nobody reads.
        assert bool(missing) == (place >= 16)
        assert [each.kind for each in troubles.found] == (["damaged"] if missing else [])
        lost.add(missing)
    assert lost == {0, 1, 12}


@pytest.mark.parametrize("share", [0.0, 0.01, 0.3, 0.6, 0.9, 0.99, 0.9999])
def test_a_pack_that_ends_too_soon_is_taken_away_and_told(tmp_path: Path, share: float):
    path = filled(tmp_path)
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    contents, records, troubles = found(tmp_path)
    assert (contents, records) == ([], [])
    assert [(each.kind, each.path) for each in troubles.found] == [("damaged", path)]
    assert not path.exists()


def test_a_pack_that_ends_too_soon_while_it_is_open_loses_its_entries_alone(tmp_path: Path):
    path = filled(tmp_path)
    troubles = Troubles()
    with Store(tmp_path, troubles) as store:
        assert store.get(sha256(CONTENTS[0]).digest()) == CONTENTS[0]
        with path.open("r+b") as file:
            file.truncate(200)
        assert store.get(sha256(CONTENTS[5]).digest()) is None
    assert [each.kind for each in troubles.found] == ["damaged"]


def test_what_was_damaged_and_is_put_again_is_found_from_then_on(tmp_path: Path):
    path = filled(tmp_path)
    data = path.read_bytes()
    place = data.index(CONTENTS[3])
    path.write_bytes(data[:place] + b"?" + data[place + 1 :])
    digest = sha256(CONTENTS[3]).digest()
    with Store(tmp_path, Troubles()) as store:
        assert store.get(digest) is None
        store.put(CONTENTS[3])
        assert store.get(digest) == CONTENTS[3]
    contents, records, troubles = found(tmp_path)
    assert (contents, records, troubles.found) == (CONTENTS, list(RECORDS.values()), ())


def test_any_bytes_in_place_of_a_pack_are_no_more_than_nothing(tmp_path: Path):
    noise = random.Random(7)
    for size in (0, 1, 44, 45, 60, 500, 5000):
        path = filled(tmp_path)
        path.write_bytes(noise.randbytes(size))
        assert found(tmp_path)[:2] == ([], [])


def table(folder: Path) -> Path:
    write_table(folder / "x.table", {"a": (1, 2.5, b"b", None)}, Troubles())
    return folder / "x.table"


def test_a_table_comes_back_as_it_was(tmp_path: Path):
    assert read_table(table(tmp_path), Troubles()) == {"a": (1, 2.5, b"b", None)}


def test_every_damage_to_a_table_makes_it_none_and_is_told(tmp_path: Path):
    data = table(tmp_path).read_bytes()
    flipped = [data[:n] + bytes([data[n] ^ 1]) + data[n + 1 :] for n in range(len(data))]
    for damaged in (*flipped, *(data[:n] for n in range(len(data)))):
        (tmp_path / "x.table").write_bytes(damaged)
        troubles = Troubles()
        assert read_table(tmp_path / "x.table", troubles) is None
        assert [each.kind for each in troubles.found] == ["damaged"]


def test_files_of_others_in_the_folder_are_left_alone(tmp_path: Path):
    filled(tmp_path)
    for name in ("pack-1.pack", "00000001-xyz.pack", "notes.txt"):
        (tmp_path / "packs" / name).write_text("mine")
    assert len(found(tmp_path)[0]) == len(CONTENTS)
    assert {path.name for path in (tmp_path / "packs").iterdir() if path.read_bytes() == b"mine"} == {
        "pack-1.pack",
        "00000001-xyz.pack",
        "notes.txt",
    }


@pytest.mark.parametrize(
    "spoil",
    [
        lambda folder: folder.write_text("a file where the folder should be"),
        lambda folder: (folder.mkdir(), (folder / "packs").write_text("a file")),
    ],
)
def test_a_folder_that_cannot_be_one_is_told_once_and_the_build_goes_on(
    tmp_path: Path, spoil: Callable[[Path], object]
):
    folder = tmp_path / "cache"
    spoil(folder)
    troubles = Troubles()
    for _ in range(2):
        with Store(folder, troubles) as store:
            digest = store.put(b"x")
            assert store.get(digest) == b"x"
    assert [each.kind for each in troubles.found] == ["unwritable"]
    assert "the build goes on" in troubles.found[0].message
