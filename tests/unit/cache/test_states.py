"""Files known by their stamps."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

import pytest

from deckbuild.cache import states
from deckbuild.cache.states import FileStates, is_young, stamp
from deckbuild.cache.trouble import Troubles


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    folder.mkdir()
    return folder


def opened(root: Path) -> FileStates:
    return FileStates(root, root.parent / "cache" / "files.table", Troubles())


def write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def aged(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every file count as old, as it does two seconds later."""
    monkeypatch.setattr(states, "YOUNG", -(10**12))


def build(root: Path, *paths: str) -> dict[str, bytes | None]:
    """Return what one build learns of files, and keep it for the next."""
    known = opened(root)
    digests = {path: known.digest(path) for path in paths}
    known.save()
    return digests


def spoil(root: Path, path: str) -> None:
    """Put another digest into the table, so that it can be told whether a file is read or known."""
    known = opened(root)
    state = known._known[path]
    known._seen[path] = state._replace(digest=b"known by its stamp")
    known.save()


def test_a_file_has_the_digest_of_its_content(root: Path):
    write(root / "a.yaml", "a: 1")
    assert build(root, "a.yaml") == {"a.yaml": sha256(b"a: 1").digest()}


def test_a_file_that_did_not_change_is_not_read_again(root: Path, monkeypatch: pytest.MonkeyPatch):
    aged(monkeypatch)
    write(root / "a.yaml", "a: 1")
    build(root, "a.yaml")
    spoil(root, "a.yaml")
    assert build(root, "a.yaml") == {"a.yaml": b"known by its stamp"}


def test_a_file_that_changed_is_read_again(root: Path, monkeypatch: pytest.MonkeyPatch):
    aged(monkeypatch)
    write(root / "a.yaml", "a: 1")
    build(root, "a.yaml")
    spoil(root, "a.yaml")
    write(root / "a.yaml", "a: 22")
    assert build(root, "a.yaml") == {"a.yaml": sha256(b"a: 22").digest()}


@pytest.mark.skipif(os.name != "posix", reason="Windows has no time of status change")
def test_a_file_of_the_same_size_and_time_is_read_again(root: Path, monkeypatch: pytest.MonkeyPatch):
    aged(monkeypatch)
    write(root / "a.yaml", "a: 1")
    build(root, "a.yaml")
    spoil(root, "a.yaml")
    before = (root / "a.yaml").stat()
    write(root / "a.yaml", "a: 2")
    os.utime(root / "a.yaml", ns=(before.st_atime_ns, before.st_mtime_ns))
    assert build(root, "a.yaml") == {"a.yaml": sha256(b"a: 2").digest()}


def test_a_file_that_was_put_in_the_place_of_another_is_read(root: Path, monkeypatch: pytest.MonkeyPatch):
    aged(monkeypatch)
    write(root / "a.yaml", "a: 1")
    build(root, "a.yaml")
    spoil(root, "a.yaml")
    before = (root / "a.yaml").stat()
    write(root / "b.yaml", "a: 2")
    os.utime(root / "b.yaml", ns=(before.st_atime_ns, before.st_mtime_ns))
    (root / "b.yaml").replace(root / "a.yaml")
    assert build(root, "a.yaml") == {"a.yaml": sha256(b"a: 2").digest()}


def test_a_file_that_was_just_written_is_read_again_although_its_stamp_is_the_same(root: Path):
    write(root / "a.yaml", "a: 1")
    os.utime(root / "a.yaml", ns=(10**18, 10**18))  # a long past time is no proof that it is old
    build(root, "a.yaml")
    assert opened(root)._known == {}
    assert build(root, "a.yaml") == {"a.yaml": sha256(b"a: 1").digest()}


def test_only_what_is_older_than_two_seconds_is_old():
    now = 100 * 10**9
    changed = [now - 3 * 10**9, now - 10**9, now, now + 10**9]
    assert [is_young((1, each, each, 1), now) for each in changed] == [False, True, True, True]
    assert is_young((1, 5, 5, 1), 0)


def test_where_there_is_no_file_there_is_no_digest(root: Path):
    (root / "folder").mkdir()
    assert build(root, "none.yaml", "folder", "a\0b") == {"none.yaml": None, "folder": None, "a\0b": None}
    assert opened(root).seen == {}


def test_one_build_sees_one_state_of_a_file(root: Path):
    write(root / "a.yaml", "a: 1")
    known = opened(root)
    first = known.digest("a.yaml")
    write(root / "a.yaml", "a: 22")
    assert known.digest("a.yaml") == first
    assert known.note("a.yaml", known.before("a.yaml"), b"a: 22") == first


def test_a_file_that_somebody_else_reads_is_known_too(root: Path, monkeypatch: pytest.MonkeyPatch):
    aged(monkeypatch)
    write(root / "a.yaml", "a: 1")
    known = opened(root)
    before = known.before("a.yaml")
    assert known.note("a.yaml", before, (root / "a.yaml").read_bytes()) == sha256(b"a: 1").digest()
    assert known.seen["a.yaml"].stamp == stamp(str(root / "a.yaml")) == before
    seen = dict(known.seen)
    known.save()
    assert opened(root)._known == seen


def test_files_that_were_not_asked_for_stay_known(root: Path, monkeypatch: pytest.MonkeyPatch):
    aged(monkeypatch)
    for name in "abc":
        write(root / name, name)
    build(root, "a", "b")
    build(root, "c")
    assert set(opened(root)._known) == {"a", "b", "c"}


def test_a_build_that_learns_nothing_writes_nothing(root: Path, monkeypatch: pytest.MonkeyPatch):
    aged(monkeypatch)
    write(root / "a", "a")
    build(root, "a")
    table = root.parent / "cache" / "files.table"
    table.chmod(0o400)
    before = table.stat()
    build(root, "a")
    assert table.stat() == before


def test_a_local_file_outside_the_project_is_known_too(root: Path):
    write(root.parent / "mine.yaml", "a: 1")
    assert build(root, "../mine.yaml") == {"../mine.yaml": sha256(b"a: 1").digest()}
