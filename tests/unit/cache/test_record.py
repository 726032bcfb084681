"""Records of whole builds: what a build in which nothing changed looks at."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import pytest

from deckbuild.cache import states
from deckbuild.cache.record import (
    MOST_RECORDS,
    BuildRecord,
    Change,
    Output,
    Reader,
    examine,
    listing,
    read_record,
    write_record,
)
from deckbuild.cache.states import FileState, FileStates, content_digest, stamp
from deckbuild.cache.trouble import Troubles
from tests.support.cli import environment

ASKED = ("build", (), ("school",), None, True, 3)
CODE = b"a compiler"
INPUTS = ("decks/a.yaml", "decks/b.yaml", "assets/brands/one/brand.yaml")


def state_of(path: Path) -> FileState:
    digest = content_digest(str(path))
    assert digest is not None
    return FileState(stamp(str(path)), digest)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    for name in (*INPUTS, "output/a.pptx", "output/b.pptx"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name, encoding="utf-8")
    return folder


@pytest.fixture(autouse=True)
def aged(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every file count as old, as it does two seconds later."""
    monkeypatch.setattr(states, "YOUNG", -(10**12))


def cache(root: Path) -> Path:
    return root.parent / "cache"


def recorded(root: Path) -> BuildRecord:
    files = FileStates(root, cache(root) / "files.table", Troubles())
    for path in INPUTS:
        files.digest(path)
    outputs = [
        Output(f"output/{n}.pptx", "s", n, "pptx", 40, state_of(root / f"output/{n}.pptx")) for n in "ab"
    ]
    seen = (listing(str(root), "decks", ".yaml"), listing(str(root), "assets/brands", "/brand.yaml"))
    own = {"decks/b.yaml": ("decks/b.yaml",)}
    readers = (Reader("s", "a", ()), Reader("s", "b", ("decks/b.yaml",)))
    return BuildRecord(
        ASKED, CODE, files.seen, ("decks/none.yaml",), seen, own, readers, tuple(outputs), b"said"
    )


def kept(root: Path) -> BuildRecord:
    write_record(cache(root), recorded(root), Troubles())
    record = read_record(cache(root), ASKED, Troubles())
    assert record is not None
    return record


def changes(root: Path, record: BuildRecord, code: bytes = CODE) -> tuple[Change, ...]:
    return examine(record, root, code, cache(root)).changes


def test_a_record_comes_back_as_it_was(root: Path):
    assert kept(root) == recorded(root)


def test_where_nothing_changed_there_is_nothing_to_do(root: Path):
    record = kept(root)
    assert examine(record, root, CODE, cache(root)) == ((), record)


def test_what_was_asked_otherwise_has_no_record(root: Path):
    kept(root)
    assert read_record(cache(root), ("build", (), ("club",), None, True, 3), Troubles()) is None


def act(name: str) -> Callable[[Path], object]:
    """Return what changes a project."""
    return {
        "an edit": lambda root: (root / "decks/a.yaml").write_text("other", encoding="utf-8"),
        "an edit of the same size": lambda root: (root / "decks/a.yaml").write_text("decks/A.yaml"),
        "an input less": lambda root: (root / "assets/brands/one/brand.yaml").unlink(),
        "an input more": lambda root: (root / "decks/c.yaml").write_text(""),
        "a brand more": lambda root: (
            (root / "assets/brands/two").mkdir(),
            (root / "assets/brands/two/brand.yaml").write_text(""),
        ),
        "a file that was not there": lambda root: (root / "decks/none.yaml").mkdir(),
        "an output edited": lambda root: (root / "output/a.pptx").write_bytes(b"edited"),
        "an output less": lambda root: (root / "output/b.pptx").unlink(),
    }[name]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("an edit", [Change("input", "decks/a.yaml")]),
        ("an edit of the same size", [Change("input", "decks/a.yaml")]),
        (
            "an input less",
            [Change("input", "assets/brands/one/brand.yaml"), Change("listing", "assets/brands")],
        ),
        ("an input more", [Change("listing", "decks")]),
        ("a brand more", [Change("listing", "assets/brands")]),
        ("a file that was not there", [Change("missing", "decks/none.yaml"), Change("listing", "decks")]),
        ("an output edited", [Change("output", "output/a.pptx")]),
        ("an output less", [Change("output", "output/b.pptx")]),
    ],
)
def test_whatever_changed_is_named(root: Path, name: str, expected: list[Change]):
    record = kept(root)
    act(name)(root)
    assert list(changes(root, record)) == expected


def test_another_compiler_is_a_change(root: Path):
    assert changes(root, kept(root), b"another") == (Change("code"),)


def test_files_of_a_folder_that_no_build_asked_for_are_no_change(root: Path):
    record = kept(root)
    (root / "decks/notes.txt").write_text("mine")
    (root / "assets/brands/drafts").mkdir()
    (root / "output/mine.txt").write_text("mine")
    assert changes(root, record) == ()


def test_a_file_with_another_stamp_and_the_same_content_is_no_change_and_gets_its_new_stamp(root: Path):
    record = kept(root)
    for name in ("decks/a.yaml", "output/a.pptx"):
        os.utime(root / name, ns=(0, 0))
    found, fresh = examine(record, root, CODE, cache(root))
    assert found == ()
    assert fresh != record
    assert fresh.inputs["decks/a.yaml"] == state_of(root / "decks/a.yaml")
    assert fresh.outputs[0].state == state_of(root / "output/a.pptx")


def test_a_young_input_is_looked_into_until_it_is_old(root: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(states, "YOUNG", 2 * 10**9)
    record = kept(root)
    assert {state.stamp for state in record.inputs.values()} == {None}
    assert examine(record, root, CODE, cache(root)) == ((), record)
    monkeypatch.setattr(states, "YOUNG", -(10**12))
    fresh = examine(record, root, CODE, cache(root)).fresh
    assert all(state.stamp for state in fresh.inputs.values())


def test_a_damaged_record_is_told_and_is_none(root: Path):
    kept(root)
    (path,) = (cache(root) / "builds").glob("*.table")
    path.write_bytes(path.read_bytes()[:-3])
    troubles = Troubles()
    assert read_record(cache(root), ASKED, troubles) is None
    assert [each.kind for each in troubles.found] == ["damaged"]


def test_no_more_records_are_kept_than_there_are_ways_to_build(root: Path):
    record = recorded(root)
    for n in range(MOST_RECORDS + 20):
        write_record(cache(root), record._replace(asked=("build", n)), Troubles())
    assert len(list((cache(root) / "builds").iterdir())) == MOST_RECORDS
    assert read_record(cache(root), ("build", MOST_RECORDS + 19), Troubles()) is not None


def test_a_hundred_decks_in_which_nothing_changed_take_milliseconds(
    root: Path, record_property: Callable[[str, object], None]
):
    record = kept(root)
    for n in range(200):
        (root / f"output/{n}.pptx").write_bytes(b"%d" % n)
    outputs = [
        Output(f"output/{n}.pptx", "s", "p", "pptx", 40, state_of(root / f"output/{n}.pptx"))
        for n in range(200)
    ]
    write_record(cache(root), record._replace(outputs=tuple(outputs)), Troubles())
    times = []
    for _ in range(5):
        began = perf_counter()
        read = read_record(cache(root), ASKED, Troubles())
        assert read is not None
        assert changes(root, read) == ()
        times.append((perf_counter() - began) * 1000)
    record_property("figure", f"{min(times):.1f} ms")
    assert min(times) < 20


def test_a_build_in_which_nothing_changed_loads_nothing_heavy(root: Path):
    listing = (
        "import sys\nfrom deckbuild.cache import code, place, record\n"
        "heavy = {'hashlib', 'dataclasses', 'deckbuild.model', 'deckbuild.cache.store'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", listing], env=environment(), capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
