"""A unit and the digests of a project's files in, the files of its decks out: what a worker does.

A worker of a cluster keeps contents by their digest, and projects laid out from them, in the folder that Dask
gives it. What it lacks of a project it says, and is given the unit again together with that.
"""

from __future__ import annotations

import hashlib
import os
import platform
import shutil
import tempfile
import threading
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from deckbuild.diagnostics.errors import CannotRunError
from deckbuild.model.dataclasses import replace
from deckbuild.pipeline.snapshot import Snapshot
from deckbuild.pipeline.units import Unit
from deckbuild.pipeline.work import UnitResult
from deckbuild.pipeline.worker import work_alone

MOST_PROJECTS = 2
"""States of projects that a worker keeps."""

_lock = threading.RLock()
_one = threading.Lock()
"""Python makes one deck at a time, however many threads a worker has."""
_used: Counter[str] = Counter()
"""Digest of a project → threads that make decks of it now."""


class Lacks(NamedTuple):
    """What a worker has not got."""

    digests: frozenset[str]


class Done(NamedTuple):
    """A unit that was made elsewhere."""

    result: UnitResult
    """Its paths begin at the output folder."""
    contents: Mapping[str, bytes]
    """Path from the output folder → bytes."""


def given(value: object) -> object:
    """Return what a task is given: what many tasks need travels as the result of one."""
    return value


def errand(
    unit: Unit,
    code: bytes,
    project: Snapshot,
    contents: Iterable[Mapping[str, bytes]],
    place: Path | None = None,
) -> Lacks | Done:
    """Make a unit of a project.

    Args:
        unit: The variants.
        code: The state of the compiler that the result is to be of.
        project: What its folder holds.
        contents: Digest → bytes, of some of it.
        place: The folder of the worker; None for the one that Dask gives it.

    Raises:
        CannotRunError: this is another compiler.
        FileError: the system refuses to read a font.
    """
    place = place or _place()
    cache = _cache(place)
    _check_code(code, cache)
    with _laid_out(project, contents, place) as root:
        if isinstance(root, Lacks):
            return root
        with _one, tempfile.TemporaryDirectory(dir=place, prefix="output-") as folder:
            output = Path(folder).resolve()
            request = replace(unit.request, project=root, output=output)
            # The folder of a state of a project never changes.
            made = work_alone(replace(unit, request=request), root, cache=cache, keep=True)
            return _done(made, output)


def _done(result: UnitResult, output: Path) -> Done:
    files = tuple(replace(each, path=each.path.relative_to(output)) for each in result.files)
    contents = {each.path.as_posix(): (output / each.path).read_bytes() for each in files}
    return Done(replace(result, files=files), contents)


def _place() -> Path:
    from distributed import get_worker

    return Path(get_worker().local_directory) / "deckbuild"


def _cache(place: Path) -> Path:
    """Return the folder of the cache: one that workers share where the environment names one."""
    from deckbuild.cache.place import VARIABLE

    named = Path(os.environ.get(VARIABLE, "")).expanduser()
    return named if named.is_absolute() else place / "cache"


def _check_code(code: bytes, cache: Path) -> None:
    from deckbuild.cache.code import code_state
    from deckbuild.cache.trouble import Troubles

    if code_state(cache, Troubles()) != code:
        raise CannotRunError(
            f"the worker in process {os.getpid()} of {platform.node()} runs another deckbuild, Python or "
            "package than this: install the same on both"
        )


@contextmanager
def _laid_out(
    project: Snapshot, contents: Iterable[Mapping[str, bytes]], place: Path
) -> Iterator[Path | Lacks]:
    """Give the folder of a project, or what is lacking of it; it stays as long as this is open."""
    digest = project.digest
    root = place / "projects" / digest
    with _lock:
        _keep(contents, place)
        lacking = frozenset() if root.is_dir() else _lacking(project, place)
        if not lacking:
            if not root.is_dir():
                _lay_out(project, place, root)
            os.utime(root)
            _used[digest] += 1
            _forget(place)
    if lacking:
        yield Lacks(lacking)
        return
    try:
        yield root
    finally:
        with _lock:
            _used[digest] -= 1


def _keep(contents: Iterable[Mapping[str, bytes]], place: Path) -> None:
    for some in contents:
        for digest, data in some.items():
            path = _content(place, digest)
            if not path.exists() and hashlib.sha256(data).hexdigest() == digest:
                path.parent.mkdir(parents=True, exist_ok=True)
                beside = path.with_suffix(".part")
                beside.write_bytes(data)
                beside.replace(path)


def _content(place: Path, digest: str) -> Path:
    return place / "contents" / digest[:2] / digest


def _lacking(project: Snapshot, place: Path) -> frozenset[str]:
    return frozenset(each for each in project.files.values() if not _content(place, each).exists())


def _lay_out(project: Snapshot, place: Path, root: Path) -> None:
    """Make a project's folder from contents."""
    root.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(dir=root.parent, prefix=".part-"))
    for path, digest in project.files.items():
        file = beside / path
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            file.hardlink_to(_content(place, digest))
        except OSError:  # not on every file system
            shutil.copyfile(_content(place, digest), file)
    for path, target in project.links.items():
        (beside / path).parent.mkdir(parents=True, exist_ok=True)
        (beside / path).symlink_to(target)
    beside.rename(root)


def _forget(place: Path) -> None:
    """Take away the projects that were not used for longest, and the contents that no other has."""
    projects = sorted((place / "projects").iterdir(), key=lambda path: (path.stat().st_mtime_ns, path.name))
    old = [each for each in projects[:-MOST_PROJECTS] if not _used[each.name]]
    for each in old:
        shutil.rmtree(each, ignore_errors=True)
    if old:
        for path in sorted((place / "contents").rglob("*")):
            with suppress(OSError):
                if path.is_file() and path.stat().st_nlink == 1:
                    path.unlink()
