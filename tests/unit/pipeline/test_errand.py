"""What a worker does, without a cluster: it says what it lacks, keeps what it is given, and makes a unit."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

import pytest

from deckbuild.cache.code import code_state
from deckbuild.cache.states import content_digest
from deckbuild.cache.trouble import Troubles
from deckbuild.diagnostics.errors import CannotRunError
from deckbuild.pipeline import BuildRequest, build
from deckbuild.pipeline.errand import MOST_PROJECTS, Done, Lacks, errand
from deckbuild.pipeline.snapshot import Snapshot, snapshot
from deckbuild.pipeline.units import Unit
from tests.support.many import digests
from tests.support.small import write_project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project")


@pytest.fixture
def code(tmp_path: Path) -> bytes:
    return code_state(tmp_path, Troubles())


def taken(root: Path) -> Snapshot:
    return snapshot(root, [root / "output"], lambda path: content_digest(str(root / path)))


def contents(root: Path, project: Snapshot) -> Mapping[str, bytes]:
    return {digest: (root / path).read_bytes() for path, digest in project.files.items()}


def unit(root: Path) -> Unit:
    return Unit(BuildRequest(root, formats=("pptx",), cache=False))


def test_a_worker_says_what_it_lacks_and_with_that_makes_what_is_made_here(
    project: Path, code: bytes, tmp_path: Path
):
    there, worker = taken(project), tmp_path / "worker"
    whole = contents(project, there)
    some = dict(sorted(whole.items())[:5])

    assert errand(unit(project), code, there, (), worker) == Lacks(frozenset(whole))
    assert errand(unit(project), code, there, [some], worker) == Lacks(frozenset(whole.keys() - some.keys()))
    made = errand(unit(project), code, there, [whole], worker)

    build(unit(project).request)
    assert isinstance(made, Done)
    assert {path: hashlib.sha256(data).hexdigest() for path, data in made.contents.items()} == digests(
        project / "output"
    )
    assert {each.path.as_posix() for each in made.result.files} == {*made.contents}


def test_what_a_worker_has_is_not_sent_again(project: Path, code: bytes, tmp_path: Path):
    first, worker = taken(project), tmp_path / "worker"
    errand(unit(project), code, first, [contents(project, first)], worker)
    module = project / "decks/modules/words.yaml"
    module.write_text(module.read_text(encoding="utf-8") + "# changed\n", encoding="utf-8")
    second = taken(project)

    assert isinstance(errand(unit(project), code, first, (), worker), Done)
    assert errand(unit(project), code, second, (), worker) == Lacks(
        frozenset({second.files["decks/modules/words.yaml"]})
    )


def test_what_is_not_what_its_digest_says_is_not_taken(project: Path, code: bytes, tmp_path: Path):
    there = taken(project)
    forged = {digest: data + b"\n" for digest, data in contents(project, there).items()}

    assert errand(unit(project), code, there, [forged], tmp_path / "worker") == Lacks(
        frozenset(there.files.values())
    )


def test_a_worker_keeps_the_latest_projects_and_what_they_hold(project: Path, code: bytes, tmp_path: Path):
    worker, states = tmp_path / "worker", []
    for number in range(MOST_PROJECTS + 2):
        (project / "decks/note.txt").write_text(f"{number}", encoding="utf-8")
        states.append(taken(project))
        errand(unit(project), code, states[-1], [contents(project, states[-1])], worker)

    kept = {each.name for each in (worker / "projects").iterdir()}
    held = {each.name for each in (worker / "contents").rglob("*") if each.is_file()}
    assert kept == {each.digest for each in states[-MOST_PROJECTS:]}
    assert held == {digest for each in states[-MOST_PROJECTS:] for digest in each.files.values()}


def test_a_worker_of_another_compiler_refuses(project: Path, tmp_path: Path):
    with pytest.raises(CannotRunError, match="runs another deckbuild"):
        errand(unit(project), b"another", taken(project), (), tmp_path / "worker")


def test_workers_share_the_cache_that_the_environment_names(
    project: Path, code: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("DECKBUILD_CACHE_DIR", str(tmp_path / "shared"))
    monkeypatch.delenv("DECKBUILD_NO_CACHE", raising=False)
    there = taken(project)
    cached = Unit(BuildRequest(project, formats=("pptx",)))

    for name in ("one", "two"):
        made = errand(cached, code, there, [contents(project, there)], tmp_path / name)
        assert isinstance(made, Done)
        assert made.result.seen is not None

    assert [each.name for each in (tmp_path / "shared" / "packs").glob("*.pack")] != []
    assert not (tmp_path / "two" / "cache" / "packs").exists()
