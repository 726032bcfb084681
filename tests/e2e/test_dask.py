"""`--scheduler`: real processes on the loopback make the same files as one process here."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from deckbuild.diagnostics.errors import CannotRunError
from deckbuild.pipeline import BuildRequest, build, remote
from tests.support.cli import deckbuild, environment
from tests.support.cluster import Cluster, cluster
from tests.support.many import PROFILES, digests, write_many
from tests.support.small import write_project

pytest.importorskip("distributed", reason="not installed: distributed (deckbuild[dask])")
pytestmark = pytest.mark.slow

DECKS = PROFILES + 2
BUILD = ("build", "--format", "pptx", "--quiet")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_many(tmp_path_factory.mktemp("many"))


@pytest.fixture(scope="module")
def expected(project: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The digests of what one process makes here."""
    output = tmp_path_factory.mktemp("here")
    done = deckbuild(*BUILD, "--no-cache", "--jobs", "1", "--output", output, folder=project)
    assert (done.returncode, done.stderr) == (0, "")
    return digests(output)


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    with cluster(tmp_path_factory.mktemp("two")) as found:
        yield found


def test_two_workers_make_what_one_process_makes(
    two: Cluster, project: Path, expected: dict[str, str], tmp_path: Path
):
    done = deckbuild(*BUILD, "--no-cache", "--scheduler", two.address, "--output", tmp_path, folder=project)

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert len(expected) == DECKS
    assert digests(tmp_path) == expected


def test_what_workers_made_is_known_here_the_next_time(
    two: Cluster, project: Path, expected: dict[str, str], tmp_path: Path
):
    env = {"DECKBUILD_CACHE_DIR": str(tmp_path / "cache")}
    words = ("build", "--format", "pptx", "--output", tmp_path / "out", "--json")
    first = deckbuild(*words, "--scheduler", two.address, folder=project, env=env)
    assert digests(tmp_path / "out") == expected
    made = {each: each.stat().st_mtime_ns for each in (tmp_path / "out").rglob("*.pptx")}

    second = deckbuild(*words, folder=project, env=env)

    assert (first.returncode, second.returncode, second.stdout) == (0, 0, first.stdout)
    assert {each: each.stat().st_mtime_ns for each in (tmp_path / "out").rglob("*.pptx")} == made


def test_workers_make_today_what_was_changed_since(two: Cluster, tmp_path: Path):
    project = write_project(tmp_path / "project")
    words = ("build", "--no-cache", "--quiet", "--scheduler", two.address)
    assert deckbuild(*words, folder=project).returncode == 0
    module = project / "decks/modules/words.yaml"
    module.write_text(
        module.read_text(encoding="utf-8").replace("After this session", "After this hour"), encoding="utf-8"
    )

    assert deckbuild(*words, folder=project).returncode == 0
    there = digests(project / "output")
    assert deckbuild("build", "--no-cache", "--quiet", folder=project).returncode == 0
    assert there == digests(project / "output")


def test_a_fault_is_said_with_its_place_in_the_file_here(two: Cluster, tmp_path: Path):
    project = write_project(tmp_path / "project")
    module = project / "decks/modules/facts.yaml"
    module.write_text(
        module.read_text(encoding="utf-8").replace("layout: table", "layout: tabel"), encoding="utf-8"
    )

    there = deckbuild("build", "--quiet", "--no-cache", "--scheduler", two.address, folder=project)
    here = deckbuild("build", "--quiet", "--no-cache", folder=project)

    assert (there.returncode, there.stderr) == (1, here.stderr)
    assert "decks/modules/facts.yaml:" in there.stderr
    assert not (project / "output").exists()


def test_a_worker_that_is_killed_half_way_loses_nothing(
    project: Path, expected: dict[str, str], tmp_path: Path
):
    (tmp_path / "cluster").mkdir()
    with cluster(tmp_path / "cluster") as found:
        words = [*BUILD, "--no-cache", "--scheduler", found.address, "--output", str(tmp_path / "out")]
        process = subprocess.Popen(
            [sys.executable, "-m", "deckbuild", *words],
            cwd=project,
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        victim = _busy(tmp_path / "cluster")
        found.workers[victim].send_signal(signal.SIGKILL)
        _, said = process.communicate(timeout=120)

    assert found.workers[victim].returncode == -signal.SIGKILL
    assert (process.returncode, said) == (0, "")
    assert digests(tmp_path / "out") == expected


def test_a_build_whose_last_worker_is_lost_ends_and_says_so(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(remote, "LOST", 2.0)
    (tmp_path / "cluster").mkdir()
    request = BuildRequest(project, formats=("pptx",), output=tmp_path / "out", cache=False)
    with cluster(tmp_path / "cluster", workers=1) as found:
        killer = Thread(target=lambda: (_busy(tmp_path / "cluster"), found.workers[0].kill()))
        killer.start()
        with pytest.raises(CannotRunError, match="the last worker was lost, and in 2 seconds no other"):
            build(request, scheduler=found.address)
        killer.join()


def _busy(folder: Path) -> int:
    """Return the number of a worker that has begun to make decks, once there is one."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        for number in (0, 1):
            if any((folder / f"worker-{number}").rglob("output-*/*/*/*.pptx")):
                return number
        time.sleep(0.005)
    raise TimeoutError("no worker begins")


def test_a_scheduler_that_is_not_there_is_said(project: Path, tmp_path: Path):
    done = deckbuild(
        *BUILD, "--no-cache", "--scheduler", "tcp://127.0.0.1:1", "--output", tmp_path, folder=project
    )

    assert done.returncode == 2
    assert "the scheduler tcp://127.0.0.1:1 cannot be reached" in done.stderr
    assert "dask scheduler" in done.stderr


def test_a_scheduler_without_workers_is_said(project: Path, tmp_path: Path):
    with cluster(tmp_path, workers=0) as found:
        done = deckbuild(*BUILD, "--no-cache", "--scheduler", found.address, folder=project)

    assert done.returncode == 2
    assert "has no workers" in done.stderr


def test_without_the_package_it_is_said_how_to_get_it(project: Path, tmp_path: Path):
    broken = tmp_path / "distributed"
    broken.mkdir()
    (broken / "__init__.py").write_text("raise ImportError('not installed')", encoding="utf-8")

    done = deckbuild(
        *BUILD, "--scheduler", "tcp://127.0.0.1:1", folder=project, env={"PYTHONPATH": str(tmp_path)}
    )

    assert done.returncode == 2
    assert "pip install 'deckbuild[dask]'" in done.stderr


def test_a_local_session_is_made_here(tmp_path: Path):
    project = write_project(tmp_path / "project")
    (project / "mine.yaml").write_text("extends: small\nprofile: school\n", encoding="utf-8")

    done = deckbuild("build", "--scheduler", "tcp://127.0.0.1:1", "mine.yaml", folder=project)

    assert done.returncode == 2
    assert "leave --scheduler out" in done.stderr
