"""Units made by this process, by several, and by an executor: the same files, and nothing left behind."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

import pytest

from deckbuild.diagnostics.emit import json_objects
from deckbuild.diagnostics.errors import CannotRunError, FileError
from deckbuild.pipeline import BuildRequest, BuildResult, Step, build
from deckbuild.pipeline import jobs as jobs_module
from deckbuild.pipeline.hands import Hands, carry_out
from deckbuild.pipeline.jobs import in_processes
from deckbuild.pipeline.joined import joined
from deckbuild.pipeline.units import Unit, units
from deckbuild.pipeline.work import UnitResult
from deckbuild.pipeline.workshop import Workshop
from tests.support.many import digests, write_many
from tests.support.small import WORDS

T = TypeVar("T")

COUNT = 6
needs_fork = pytest.mark.skipif(sys.platform != "linux", reason="processes are not forked here")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that tests may build but not change."""
    return write_many(tmp_path_factory.mktemp("project"), COUNT)


def plan(project: Path, output: Path) -> tuple[Unit, ...]:
    """Return a plan of several small units."""
    request = BuildRequest(project, formats=("pptx",), output=output, cache=False)
    found = units(request, project, room=3)
    assert len(found) == 3
    return found


def made(project: Path, output: Path, hands: Hands) -> UnitResult:
    return joined(carry_out(plan(project, output), hands, project, Workshop(), lambda _: None))


def shape(result: UnitResult, output: Path) -> tuple[list[str], list[dict[str, object]]]:
    """Return what of a result may not depend on who made it."""
    from deckbuild.diagnostics import SourceMap

    assert isinstance(result.places, SourceMap)
    files = [each.path.relative_to(output).as_posix() for each in result.files]
    return files, json_objects(result.findings, result.places)


@pytest.mark.parametrize("way", ["two processes", "more processes than units", "threads", "beside a thread"])
def test_whoever_makes_the_units_the_files_are_the_same_in_the_same_order(
    project: Path, tmp_path: Path, way: str
):
    here = made(project, tmp_path / "here", Hands(jobs=1))
    with ThreadPoolExecutor(2) as threads:
        if way == "beside a thread":  # where a process is not forked
            threads.submit(int).result()
        hands = {"threads": Hands(executor=threads), "more processes than units": Hands(jobs=8)}
        there = made(project, tmp_path / "there", hands.get(way, Hands(jobs=2)))

    assert digests(tmp_path / "there") == digests(tmp_path / "here")
    assert shape(there, tmp_path / "there") == shape(here, tmp_path / "here")


def test_one_unit_and_several_make_the_same(project: Path, tmp_path: Path):
    whole = build(BuildRequest(project, formats=("pptx",), output=tmp_path / "whole", cache=False), jobs=1)
    parts = made(project, tmp_path / "parts", Hands(jobs=2))

    assert digests(tmp_path / "parts") == digests(tmp_path / "whole")
    assert [each.sha256 for each in parts.files] == [each.sha256 for each in whole.files]


def test_a_finding_of_several_units_is_one_with_its_place_and_all_its_decks(tmp_path: Path):
    project = write_many(tmp_path / "project", COUNT)
    long = WORDS.replace("name **three** plants", "name **three** plants " * 60)
    (project / "decks/modules/words.yaml").write_text(long, encoding="utf-8")
    request = BuildRequest(project, formats=("pptx",), output=tmp_path / "out", cache=False)

    whole = build(request, jobs=1)
    parts = made(project, tmp_path / "out", Hands(jobs=2))

    expected = json_objects(whole.diagnostics, whole.places)
    errors = [each for each in expected if each["severity"] == "error"]
    assert len(errors) == 1
    assert (errors[0]["count"], len(errors[0]["decks"])) == (COUNT + 2, COUNT + 2)  # type: ignore[arg-type]
    assert errors[0]["line"] is not None
    assert shape(parts, tmp_path / "out")[1] == expected


def test_a_fault_in_one_profile_leaves_the_decks_of_all_others(tmp_path: Path):
    project = write_many(tmp_path / "project", COUNT)
    (project / "decks/profiles/p001.yaml").write_text("agency: [", encoding="utf-8")
    (project / "decks/profiles/p003.yaml").write_text("agency: P3\nkinds: none\n", encoding="utf-8")

    result = made(project, tmp_path / "out", Hands(jobs=2))

    assert sorted(each.profile for each in result.files) == ["club", "p000", "p002", "p004", "p005", "school"]
    assert {each["file"] for each in shape(result, tmp_path / "out")[1]} == {
        "decks/profiles/p001.yaml",
        "decks/profiles/p003.yaml",
    }
    assert all(each["line"] for each in shape(result, tmp_path / "out")[1])


def test_a_fault_of_the_session_stops_every_unit(tmp_path: Path):
    project = write_many(tmp_path / "project", COUNT)
    path = project / "decks/sessions/small.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("minutes: 60", "minutes: long"), encoding="utf-8"
    )

    result = made(project, tmp_path / "out", Hands(jobs=2))

    assert (result.files, len(shape(result, tmp_path / "out")[1])) == ((), 1)


def test_a_name_that_there_is_not_is_said_once_and_nothing_is_tried(tmp_path: Path):
    project = write_many(tmp_path / "project", COUNT)
    request = BuildRequest(project, formats=("pptx", "pptz"), output=tmp_path / "out", cache=False)

    result = joined(
        carry_out(units(request, project, room=30), Hands(jobs=2), project, Workshop(), lambda _: None)
    )

    assert (result.could_run, [each.code for each in result.findings]) == (False, ["DB504"])


def test_the_cache_of_processes_serves_the_next_build(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("DECKBUILD_CACHE_DIR", str(tmp_path / "cache"))
    parts = [
        Unit(BuildRequest(project, formats=("pptx",), output=tmp_path / "out"), each.names)
        for each in plan(project, tmp_path)
    ]
    first = joined(in_processes(parts, project, 2, lambda _: None))

    second = joined(in_processes(parts, project, 2, lambda _: None))

    assert {each.written for each in first.files} == {True}
    assert {each.written for each in second.files} == {False}
    assert first.seen is not None
    assert second.seen is not None
    assert (
        {*first.seen.inputs} == {*second.seen.inputs} > {f"decks/profiles/p00{n}.yaml" for n in range(COUNT)}
    )
    assert [each.profile for each in first.readers][:3] == ["school", "club", "p000"]


def test_progress_counts_decks_to_the_end(project: Path, tmp_path: Path):
    for jobs in (1, 2):
        steps: list[Step] = []

        carry_out(plan(project, tmp_path), Hands(jobs=jobs), project, Workshop(), steps.append)

        assert {each.total for each in steps} == {COUNT + 2}
        assert [each.done for each in steps] == sorted(each.done for each in steps)
        assert jobs == 1 or steps[-1].done == COUNT + 2


class KillerOnce:
    """Kills the process that makes a unit, the first time that it comes there."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __call__(self) -> None:
        try:
            self.mark.touch(exist_ok=False)
        except FileExistsError:
            return
        os.kill(os.getpid(), signal.SIGKILL)


def before_each_unit(monkeypatch: pytest.MonkeyPatch, what: Callable[[], None]) -> None:
    """Have processes that are forked from now on do something as they begin a unit."""
    real = jobs_module.work
    monkeypatch.setattr(jobs_module, "work", _Before(what, real))


class _Before:
    def __init__(self, what: Callable[[], None], real: Callable[[int, Unit, Path], UnitResult]) -> None:
        self.what = what
        self.real = real

    def __call__(self, at: int, unit: Unit, root: Path) -> UnitResult:
        if at == 1:
            self.what()
        return self.real(at, unit, root)

    def __reduce__(self) -> tuple[type[_Before], tuple[object, ...]]:
        return type(self), (self.what, self.real)


@needs_fork
def test_the_unit_of_a_process_that_dies_is_made_again(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    before_each_unit(monkeypatch, KillerOnce(tmp_path / "mark"))
    here = made(project, tmp_path / "here", Hands(jobs=1))

    there = made(project, tmp_path / "there", Hands(jobs=2))

    assert (tmp_path / "mark").exists()
    assert digests(tmp_path / "there") == digests(tmp_path / "here")
    assert shape(there, tmp_path / "there") == shape(here, tmp_path / "here")


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@needs_fork
def test_processes_that_die_again_and_again_end_the_build(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    before_each_unit(monkeypatch, die)

    with pytest.raises(CannotRunError, match="--jobs"):
        made(project, tmp_path, Hands(jobs=2))


def refuse() -> None:
    raise FileError("assets/fonts/arimo/Arimo.ttf", "out of order")


@needs_fork
def test_what_the_system_refuses_a_process_is_said_as_here(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    before_each_unit(monkeypatch, refuse)

    with pytest.raises(FileError) as caught:
        made(project, tmp_path, Hands(jobs=2))

    assert (caught.value.path, caught.value.reason) == ("assets/fonts/arimo/Arimo.ttf", "out of order")


class Collector(Executor):
    """An executor that does what it is given at once, and keeps what that was."""

    def __init__(self) -> None:
        self.given: list[object] = []

    def submit(self, fn: Callable[..., T], /, *args: object, **more: object) -> Future[T]:
        self.given.append(args[0])
        done: Future[T] = Future()
        done.set_result(fn(*args, **more))
        return done


def test_an_executor_is_given_each_unit_of_the_plan(project: Path, tmp_path: Path):
    executor = Collector()
    request = BuildRequest(project, formats=("pptx",), output=tmp_path, cache=False)

    result: BuildResult = build(request, executor=executor)

    assert executor.given == [Unit(request)]
    assert len(result.files) == COUNT + 2
