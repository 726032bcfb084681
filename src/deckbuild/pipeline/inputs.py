"""The files that a build reads, each with its digest: what a bundle was made of."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from deckbuild.diagnostics.errors import FileError

if TYPE_CHECKING:
    from deckbuild.pipeline.plan import Prepared
    from deckbuild.pipeline.request import BuildRequest


class Input(NamedTuple):
    """A file as it was read."""

    bytes: int
    sha256: str


class _Gathered:
    """Is told what is read (`read.files.Watch`)."""

    def __init__(self) -> None:
        self.named: set[str] = set()
        self.read_: dict[str, Input] = {}

    def looked(self, path: str, document: str, *, there: bool) -> None:
        """Take note of a file that is there: it is read now or later."""
        if there:
            self.named.add(path)

    def listed(self, folder: str, suffix: str) -> None:
        """Names alone change no output that the files do not."""

    def before(self, path: str) -> None:
        """Nothing is to be done before a file is read."""

    def read(self, path: str, document: str, data: bytes) -> None:
        """Take note of a file's bytes."""
        self.read_[path] = _input(data)


def prepared_with_inputs(request: BuildRequest) -> tuple[Prepared, dict[str, Input]]:
    """Return what was read for a request, and the files that it and its build read, by path, sorted.

    Raises:
        ProjectNotFoundError: there is no project in the folder or above it.
        FileError: a file of those cannot be read.
    """
    from deckbuild.pipeline.plan import prepare

    gathered = _Gathered()
    prepared = prepare(request, watch=gathered)
    project = prepared.project
    fonts = [project.brands[each.brand].fonts for each in prepared.variants if each.brand in project.brands]
    faces = {path for font in fonts for path in (font.regular, font.bold, font.italic, font.bold_italic)}
    paths = sorted(gathered.named | gathered.read_.keys() | faces)
    return prepared, {path: gathered.read_.get(path) or on_disk(project.root, path) for path in paths}


def on_disk(root: Path, path: str) -> Input:
    """Return a file of a project as it is now.

    Raises:
        FileError: it cannot be read.
    """
    try:
        return _input((root / path).read_bytes())
    except OSError as fault:
        raise FileError(path, fault.strerror or type(fault).__name__) from fault


def changed(root: Path, inputs: dict[str, Input]) -> list[str]:
    """Return the files that are not any more what they were, or not there any more."""
    found = []
    for path, before in inputs.items():
        try:
            now: Input | None = on_disk(root, path)
        except FileError:
            now = None
        if now != before:
            found.append(path)
    return found


def _input(data: bytes) -> Input:
    return Input(len(data), sha256(data).hexdigest())
