"""`--jobs`: the same files whatever the number; stopped or killed, nothing half-written and nobody left."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from tests.support.cli import deckbuild, environment
from tests.support.many import PROFILES, digests, write_many

DECKS = PROFILES + 2
PATIENCE = 30
"""Seconds that a process may take to end."""
pytestmark = pytest.mark.slow
BUILD = ("build", "--format", "pptx", "--no-cache", "--quiet")
needs_proc = pytest.mark.skipif(sys.platform != "linux", reason="processes are found in /proc")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that tests may build but not change."""
    return write_many(tmp_path_factory.mktemp("many"))


@pytest.fixture(scope="module")
def expected(project: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The digests of what one process makes."""
    output = tmp_path_factory.mktemp("one")
    done = deckbuild(*BUILD, "--jobs", "1", "--output", output, folder=project)
    assert (done.returncode, done.stderr) == (0, "")
    return digests(output)


@contextmanager
def building(project: Path, output: Path, *words: str) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-m", "deckbuild", *BUILD, "--output", str(output), *words],
        cwd=project,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    )
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def children(group: int) -> list[int]:
    """Return the processes of a group but its leader."""
    found = []
    for each in Path("/proc").iterdir():
        with suppress(OSError, ValueError, IndexError):
            fields = (each / "stat").read_text().rpartition(")")[2].split()
            # State, parent, group; one that has ended and that nobody has asked about is none.
            if int(fields[2]) == group != int(each.name) and fields[0] != "Z":
                found.append(int(each.name))
    return sorted(found)


def until(what: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not what():
        assert time.monotonic() < end, "it takes too long"
        time.sleep(0.01)


def written(output: Path) -> list[Path]:
    return sorted(output.rglob("*.pptx")) if output.exists() else []


def unfinished(output: Path) -> list[Path]:
    return sorted(output.rglob("*.part"))


def test_two_processes_make_what_one_makes(project: Path, expected: dict[str, str], tmp_path: Path):
    done = deckbuild(*BUILD, "--jobs", "2", "--output", tmp_path, folder=project)

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert len(expected) == DECKS
    assert digests(tmp_path) == expected


def test_with_the_cache_the_next_build_finds_everything_done(project: Path, tmp_path: Path):
    env = {"DECKBUILD_CACHE_DIR": str(tmp_path / "cache")}
    words = ("build", "--format", "pptx", "--output", tmp_path / "out", "--json")
    first = deckbuild(*words, "--jobs", "2", folder=project, env=env)
    stamps = {path: path.stat().st_mtime_ns for path in written(tmp_path / "out")}

    second = deckbuild(*words, folder=project, env=env)

    assert (first.returncode, second.returncode, first.stdout) == (0, 0, second.stdout)
    assert {path: path.stat().st_mtime_ns for path in written(tmp_path / "out")} == stamps


@needs_proc
def test_a_process_that_is_killed_loses_nothing(project: Path, expected: dict[str, str], tmp_path: Path):
    with building(project, tmp_path, "--jobs", "2") as process:
        until(lambda: len(written(tmp_path)) > 10)
        os.kill(children(process.pid)[0], signal.SIGKILL)
        _, said = process.communicate(timeout=2 * PATIENCE)

    assert (process.returncode, said) == (0, "")
    for each in unfinished(tmp_path):  # what the process had not finished; its place is another's
        each.unlink()
    assert digests(tmp_path) == expected


@needs_proc
@pytest.mark.parametrize("to_all", [True, False], ids=["a terminal's", "to the first process"])
def test_ctrl_c_ends_all_processes_with_whole_files_alone(
    project: Path, expected: dict[str, str], tmp_path: Path, to_all: bool
):
    with building(project, tmp_path, "--jobs", "2") as process:
        until(lambda: len(written(tmp_path)) > 10)
        (os.killpg if to_all else os.kill)(process.pid, signal.SIGINT)
        _, said = process.communicate(timeout=PATIENCE)

        assert (process.returncode, said) == (130, "deckbuild: interrupted; nothing is half-written\n")
        assert children(process.pid) == []
    found = digests(tmp_path)
    assert found.items() < expected.items()


@needs_proc
def test_without_the_first_process_the_others_end_at_the_end_of_a_step(
    project: Path, expected: dict[str, str], tmp_path: Path
):
    with building(project, tmp_path, "--jobs", "2") as process:
        until(lambda: len(written(tmp_path)) > 10)
        process.kill()
        until(lambda: not children(process.pid))

    assert unfinished(tmp_path) == []
    assert digests(tmp_path).items() < expected.items()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--jobs", "0"), "--jobs is the number of processes, 1 or more."),
        (("--jobs", "2", "--scheduler", "tcp://127.0.0.1:1"), "leave one of --jobs and --scheduler out"),
    ],
)
def test_what_makes_no_sense_is_said_before_anything_is_done(
    project: Path, tmp_path: Path, words: tuple[str, ...], says: str
):
    done = deckbuild(*BUILD, *words, "--output", tmp_path, folder=project)

    assert done.returncode == 2
    assert says in " ".join(done.stderr.replace("│", " ").split())
    assert written(tmp_path) == []
