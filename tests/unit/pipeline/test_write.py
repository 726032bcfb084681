"""Finished bytes become files, together or not at all."""

from pathlib import Path

import pytest

from deckbuild.diagnostics import Diagnostic, error
from deckbuild.model.origin import NOWHERE
from deckbuild.pipeline.write import write_together


def nothing_wrong(_beside: Path, _place: Path) -> list[Diagnostic]:
    return []


def contents(folder: Path) -> dict[str, bytes]:
    files = sorted(each for each in folder.rglob("*") if each.is_file())
    return {each.relative_to(folder).as_posix(): each.read_bytes() for each in files}


def test_files_take_their_places_in_folders_that_are_made(tmp_path: Path):
    files = {tmp_path / "a" / "one": b"1", tmp_path / "b" / "c" / "two": b"2"}

    assert write_together(files, nothing_wrong) == (frozenset(files), [])
    assert contents(tmp_path) == {"a/one": b"1", "b/c/two": b"2"}


def test_what_stood_there_is_replaced(tmp_path: Path):
    (tmp_path / "one").write_bytes(b"before")

    assert write_together({tmp_path / "one": b"after"}, nothing_wrong) == (frozenset((tmp_path / "one",)), [])
    assert contents(tmp_path) == {"one": b"after"}


def test_a_file_that_holds_the_same_already_is_left_alone_and_still_examined(tmp_path: Path):
    for name in ("one", "two"):
        (tmp_path / name).write_bytes(b"before")
    inode = (tmp_path / "one").stat().st_ino
    seen = []

    def examine(beside: Path, _place: Path) -> list[Diagnostic]:
        seen.append(beside.read_bytes())
        return []

    written, found = write_together({tmp_path / "one": b"before", tmp_path / "two": b"after!"}, examine)

    assert (written, found, seen) == (frozenset((tmp_path / "two",)), [], [b"before", b"after!"])
    assert (tmp_path / "one").stat().st_ino == inode


def test_each_file_is_examined_before_any_takes_its_place(tmp_path: Path):
    seen = []

    def examine(beside: Path, place: Path) -> list[Diagnostic]:
        seen.append((beside.read_bytes(), place.name, place.exists()))
        return []

    write_together({tmp_path / "one": b"1", tmp_path / "two": b"2"}, examine)

    assert seen == [(b"1", "one", False), (b"2", "two", False)]


def test_a_finding_in_one_file_keeps_all_from_their_places(tmp_path: Path):
    (tmp_path / "one").write_bytes(b"before")
    finding = error("DB404", "the text differs", NOWHERE)

    written, found = write_together(
        {tmp_path / "one": b"1", tmp_path / "two": b"2"},
        lambda _, place: [finding] if place.name == "two" else [],
    )

    assert (written, found, contents(tmp_path)) == (frozenset(), [finding], {"one": b"before"})


def test_a_place_that_the_system_refuses_is_a_finding_and_leaves_nothing_beside_it(tmp_path: Path):
    (tmp_path / "two" / "full").mkdir(parents=True)

    _, found = write_together({tmp_path / "two": b"2"}, nothing_wrong)

    assert [(each.code, each.severity, len(each.hints)) for each in found] == [("DB501", "error", 1)]
    assert str(tmp_path / "two") in found[0].message
    assert contents(tmp_path) == {}


def test_an_interruption_leaves_what_stood_there_and_nothing_beside_it(tmp_path: Path):
    (tmp_path / "one").write_bytes(b"before")

    def interrupt(_beside: Path, _place: Path) -> list[Diagnostic]:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_together({tmp_path / "one": b"after"}, interrupt)

    assert contents(tmp_path) == {"one": b"before"}


def test_a_file_that_stands_where_a_folder_is_wanted_is_named(tmp_path: Path):
    (tmp_path / "file").write_bytes(b"")

    for place in (tmp_path / "file/one", tmp_path / "file/b/one"):
        _, (refused,) = write_together({place: b"1"}, nothing_wrong)
        assert refused.message == f"{place} cannot be written: {tmp_path / 'file'} is no folder"
