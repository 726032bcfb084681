"""The files of a project: paths as authors write them in, project paths and bytes out, from inside alone.

A local session may lie elsewhere. Its project path then begins with `../`, and what it names lies in its own
folder or in the project.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Protocol

from deckbuild.diagnostics import Diagnostic, error
from deckbuild.model.dataclasses import dataclass
from deckbuild.model.origin import Origin

if TYPE_CHECKING:
    from deckbuild.read.nodes import Tree

MOST_SHOWN = 120
"""Letters of a path that a message shows."""

_ABSOLUTE = re.compile(r"/|[A-Za-z]:|[A-Za-z][A-Za-z0-9+.-]+://|~")


class Watch(Protocol):
    """Is told of everything that is asked of the files, so that it can be known later what has changed."""

    def looked(self, path: str, document: str, *, there: bool) -> None:
        """Take note that a file was looked for because *document* names it (empty for none)."""

    def listed(self, folder: str, suffix: str) -> None:
        """Take note that the names of a folder were asked for."""

    def before(self, path: str) -> None:
        """Take note that a file is about to be read."""

    def read(self, path: str, document: str, data: bytes) -> None:
        """Take note of a whole file that *document* names, or of *document* itself."""


class Parsed(Protocol):
    """Remembers what YAML files were parsed to."""

    def tree(self, path: str) -> dict[str, Tree] | None:
        """Return what a file was parsed to that held what this one holds; None where nobody knows."""

    def keep_tree(self, path: str, tree: dict[str, Tree]) -> None:
        """Take what a file without faults was parsed to."""


@dataclass(frozen=True, slots=True)
class Files:
    """The one way to a project's files."""

    root: Path
    """The project's folder, absolute, with symbolic links resolved."""
    local: frozenset[Path] = frozenset()
    """Folders of local sessions outside the project, absolute, with symbolic links resolved."""
    watch: Watch | None = None
    parsed: Parsed | None = None

    def find(self, written: str, origin: Origin) -> str | Diagnostic:
        """Return the project path of a file that is named in the document of *origin*, or why there is none.

        The path is relative to the project, with forward slashes and without `..`.
        """
        if "\\" in written:
            hint = f"Write `{written.replace(chr(92), '/')}`."
            return error(
                "DB109", f"the path “{written}” has backslashes; wanted forward slashes", origin, [hint]
            )
        if _ABSOLUTE.match(written):
            hint = "Copy the file into the project, and write its path relative to this file."
            return error("DB109", f"“{written}” is no relative path", origin, [hint])
        path = self._normal(written, origin)
        if path is None or not self.inside(path, origin):
            around = "the project" if self._is_inside(origin.document) else "this folder and the project"
            message = f"the path “{written}” leads out of {around}"
            return error("DB109", message, origin, [f"Copy the file into {around.partition(' and')[0]}."])
        return path if self.exists(path, origin.document) else self._missing(path, origin)

    def inside(self, path: str, origin: Origin | None = None) -> bool:
        """Return whether a project path stays in the project when its symbolic links are followed.

        For a path that a local session names at *origin*, the folder of that file counts as well.
        """
        place = real(self.root / path)
        if place.is_relative_to(self.root):
            return True
        own = real(self.root / origin.document).parent if origin else None
        return own in self.local and place.is_relative_to(own)

    def path_of(self, file: Path) -> str:
        """Return the project path of a file, which begins with `../` outside the project."""
        try:
            return Path(os.path.relpath(real(file), self.root)).as_posix()
        except ValueError:  # on another drive of Windows
            return real(file).as_posix()

    def _normal(self, written: str, origin: Origin) -> str | None:
        if self._is_inside(origin.document):
            return normal(PurePosixPath(origin.document).parent, written)
        # Only where links are not followed does the path keep the name that its author gave it.
        place = os.path.normpath(self.root / PurePosixPath(origin.document).parent / written)
        try:
            return Path(os.path.relpath(place, self.root)).as_posix()
        except ValueError:
            return Path(place).as_posix()

    def _is_inside(self, document: str) -> bool:
        """Return whether a document's project path says that it lies in the project."""
        return not document.startswith("../") and not _ABSOLUTE.match(document)

    def exists(self, path: str, document: str = "") -> bool:
        """Return whether there is a file (not a folder) at a project path; *document* is what names it."""
        try:
            there = (self.root / path).is_file()
        except (OSError, ValueError):  # a name too long for the system, or with a character that it has not
            there = False
        if self.watch:
            self.watch.looked(path, document, there=there)
        return there

    def names(self, folder: str, suffix: str) -> tuple[str, ...]:
        """Return what stands before *suffix* in the paths of a folder's files that end with it, sorted.

        The suffix may be that of a file name (`.yaml`) or a file in a folder (`/brand.yaml`).
        """
        if self.watch:
            self.watch.listed(folder, suffix)
        place = self.root / folder
        found = place.glob(f"*{suffix}") if place.is_dir() else ()
        return tuple(sorted(each.relative_to(place).as_posix().removesuffix(suffix) for each in found))

    def read(self, path: str, origin: Origin, most: int) -> bytes | Diagnostic:
        """Return a file's bytes, at most one more than *most*; or why it is not read."""
        place = self.root / path
        target = real(place)
        if not any(target.is_relative_to(each) for each in (self.root, *self.local)):
            message = f"{path} is a symbolic link that leads out of the project"
            return error("DB109", message, origin, ["Put a copy of the file in its place."])
        try:
            # A pipe would be waited for, and a device never ends.
            if not stat.S_ISREG(place.stat().st_mode):
                message = f"{path} cannot be read: it is no ordinary file"
                return error("DB502", message, origin, ["Put a file in its place."])
            if self.watch:
                self.watch.before(path)
            with place.open("rb") as file:
                data = file.read(most + 1)
        except OSError as fault:
            reason = fault.strerror or type(fault).__name__
            linked = place.is_symlink()
            hint = "Put a copy of the file in its place." if linked else "Check the file's permissions."
            what = "the symbolic link " if linked else ""
            return error("DB502", f"{what}{path} cannot be read: {reason}", origin, [hint])
        if self.watch and len(data) <= most:
            self.watch.read(path, origin.document, data)
        return data

    def _missing(self, path: str, origin: Origin) -> Diagnostic:
        hint = f"Write the path of a file, relative to {PurePosixPath(origin.document).parent}."
        near = self._similar(PurePosixPath(path))
        hints = [f"Did you mean `{near[0]}`? Correct the name." if near else hint]
        what = "is a folder" if self._is_folder(path) else self._refusal(path)
        shown = path if len(path) <= MOST_SHOWN else f"{path[:MOST_SHOWN]}…"
        return error("DB108", f"the file {shown} {what}", origin, hints)

    def _refusal(self, path: str) -> str:
        """Return in words why there is no file, for what is no folder."""
        try:
            (self.root / path).stat()
        except PermissionError as fault:
            return f"cannot be reached: {fault.strerror}"
        except (OSError, ValueError):
            return "does not exist"
        return "is no ordinary file"

    def _is_folder(self, path: str) -> bool:
        try:
            return (self.root / path).is_dir()
        except (OSError, ValueError):
            return False

    def _similar(self, path: PurePosixPath) -> Sequence[str]:
        from difflib import get_close_matches  # on no good path

        if not self._is_folder(path.parent.as_posix()):
            return []
        try:
            names = sorted(each.name for each in (self.root / path.parent).iterdir() if each.is_file())
        except OSError:
            return []
        return get_close_matches(path.name, names, n=1)


def real(place: Path) -> Path:
    """Return a path with its symbolic links followed; as it is where they lead in a circle."""
    try:
        return place.resolve()
    except (OSError, RuntimeError, ValueError):
        return place


def normal(folder: PurePosixPath, written: str) -> str | None:
    """Return *written*, relative to *folder*, without `.` and `..`; None where it leads above the project."""
    parts: list[str] = []
    for part in (folder / written).parts:
        if part == "..":
            if not parts:
                return None
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)
