"""One side of a comparison: a bundle, a deck, a folder, or a revision of the project, in; its decks out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from deckbuild.diagnostics import SourceMap, has_errors
from deckbuild.diagnostics.errors import CannotRunError
from deckbuild.pipeline.bundles import deck_texts, file_bytes, read_bundle, texts_of
from deckbuild.pipeline.request import BuildRequest

if TYPE_CHECKING:
    from subprocess import CompletedProcess

    from deckbuild.bundle.diff.values import DeckText
    from deckbuild.diagnostics import Diagnostic

GIT = "git:"
"""What a side begins with that is a revision."""


@dataclass(frozen=True, slots=True)
class Side:
    """The decks of one side."""

    decks: Mapping[str, DeckText]
    """By `SESSION/PROFILE`, or by the path of their file without its ending."""
    findings: tuple[Diagnostic, ...] = ()
    places: SourceMap = field(default_factory=SourceMap)
    could_run: bool = True
    is_one: bool = False
    """Whether it is a deck by itself, which is compared with one deck of the other side."""


def side(name: str, project: Path, sessions: tuple[str, ...]) -> Side:
    """Return the decks of a side.

    Args:
        name: `git:REV`, or a path: of a bundle (.zip), a deck (.pptx), a project or a folder of decks.
        project: A folder of the project that `git:` is a revision of.
        sessions: Ids of the sessions of a project that are built; empty for all.

    Raises:
        CannotRunError: there is no such thing, or it cannot be read.
    """
    if name.startswith(GIT):
        return _revision(name.removeprefix(GIT), project, sessions)
    path = Path(name)
    match path.suffix.lower():
        case ".zip":
            return _bundle(path)
        case ".pptx":
            texts, found = texts_of("", {path.stem: (name, file_bytes(path))})
            return Side(texts, tuple(found), is_one=True)
    from deckbuild.read.root import WORKSPACE

    if (path / WORKSPACE).is_file():
        return _built(path, sessions)
    if path.is_dir():
        return _folder(path)
    raise CannotRunError(f"{name}: wanted a bundle (.zip), a deck (.pptx), a folder, or git:REVISION")


def _bundle(path: Path) -> Side:
    bundle, found = read_bundle(path)
    if bundle is None or has_errors(found):
        return Side({}, tuple(found))
    texts, more = deck_texts(bundle)
    return Side(texts, (*found, *more))


def _folder(folder: Path) -> Side:
    """Return the decks in a folder, at any depth. PowerPoint's lock files begin with `~$`."""
    paths = [each for each in sorted(folder.rglob("*.pptx")) if not each.name.startswith(("~$", "."))]
    decks = {_name(each.relative_to(folder)): (each.as_posix(), file_bytes(each)) for each in paths}
    if not decks:
        raise CannotRunError(f"there is no deck in {folder}")
    texts, found = texts_of("", decks)
    return Side(texts, tuple(found))


def _name(path: Path) -> str:
    """Return what a deck is called: `SESSION/PROFILE` where it lies as a build puts it."""
    *folders, _ = path.parts
    if len(folders) >= 2 and path.stem == f"{folders[-2]}-{folders[-1]}":
        return f"{folders[-2]}/{folders[-1]}"
    return path.with_suffix("").as_posix()


def _built(project: Path, sessions: tuple[str, ...]) -> Side:
    """Return the decks of a project as it is, built for the purpose."""
    import tempfile

    from deckbuild.pipeline.build import build

    with tempfile.TemporaryDirectory(prefix="deckbuild-") as folder:
        request = BuildRequest(project, sessions, formats=("pptx",), output=Path(folder), cache=False)
        result = build(request)
        wrong = tuple(each for each in result.diagnostics if each.severity == "error")
        if wrong:
            return Side({}, wrong, result.places, result.could_run)
        decks = {
            f"{each.session}/{each.profile}": (each.path.name, each.path.read_bytes())
            for each in result.files
        }
    texts, found = texts_of("", decks)
    return Side(texts, tuple(found))


def _revision(revision: str, project: Path, sessions: tuple[str, ...]) -> Side:
    """Return the decks of a revision: `git archive` writes its files into a folder of their own."""
    import tarfile
    import tempfile

    from deckbuild.read.root import find_root

    root = find_root(project)
    if _git(root, "rev-parse", "--git-dir").returncode:
        raise CannotRunError(f"git:{revision}: {root} is in no git repository")
    commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if commit.returncode:
        raise CannotRunError(f"git:{revision}: there is no such revision in {root}")
    with tempfile.TemporaryDirectory(prefix="deckbuild-") as folder:
        tar, files = Path(folder) / "revision.tar", Path(folder) / "files"
        sha = commit.stdout.decode("ascii", "replace").strip()
        done = _git(root, "archive", "--format=tar", f"--output={tar}", sha)
        if done.returncode:
            raise CannotRunError(f"git:{revision}: {done.stderr.decode('utf-8', 'replace').strip()}")
        with tarfile.open(tar) as archive:
            archive.extractall(files, filter="data")
        return _built(files, sessions)


def _git(root: Path, *arguments: str) -> CompletedProcess[bytes]:
    import subprocess

    try:
        return subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=False)
    except OSError as fault:
        raise CannotRunError(f"git cannot be run: {fault.strerror or fault}") from fault
    except ValueError as fault:  # a NUL in the name of the revision
        raise CannotRunError(f"git cannot be asked: {fault}") from fault
