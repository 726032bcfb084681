"""The files of a project: paths as authors write them in, project paths and bytes out, from inside alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from deckbuild.diagnostics import Diagnostic, error
from deckbuild.model.origin import Origin

_ABSOLUTE = re.compile(r"/|[A-Za-z]:|[A-Za-z][A-Za-z0-9+.-]+://|~")


@dataclass(frozen=True, slots=True)
class Files:
    """The one way to a project's files."""

    root: Path
    """The project's folder, absolute, with symbolic links resolved."""

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
        path = normal(PurePosixPath(origin.document).parent, written)
        if path is None or not self.inside(path):
            return _outside(written, origin)
        return path if self.exists(path) else self._missing(path, origin)

    def inside(self, path: str) -> bool:
        """Return whether a project path stays in the project when its symbolic links are followed."""
        return (self.root / path).resolve().is_relative_to(self.root)

    def exists(self, path: str) -> bool:
        """Return whether there is a file (not a folder) at a project path."""
        return (self.root / path).is_file()

    def names(self, folder: str, suffix: str) -> tuple[str, ...]:
        """Return what stands before *suffix* in the paths of a folder's files that end with it, sorted.

        The suffix may be that of a file name (`.yaml`) or a file in a folder (`/brand.yaml`).
        """
        place = self.root / folder
        found = place.glob(f"*{suffix}") if place.is_dir() else ()
        return tuple(sorted(each.relative_to(place).as_posix().removesuffix(suffix) for each in found))

    def read(self, path: str, origin: Origin, most: int) -> bytes | Diagnostic:
        """Return a file's bytes, at most one more than *most*; or why there are none."""
        if not self.inside(path):
            return _outside(path, origin)
        try:
            with (self.root / path).open("rb") as file:
                return file.read(most + 1)
        except OSError as fault:
            reason = fault.strerror or type(fault).__name__
            return error(
                "DB502", f"{path} cannot be read: {reason}", origin, ["Check the file's permissions."]
            )

    def _missing(self, path: str, origin: Origin) -> Diagnostic:
        hint = f"Write the path of a file, relative to {PurePosixPath(origin.document).parent}."
        near = self._similar(PurePosixPath(path))
        hints = [f"Did you mean `{near[0]}`? Correct the name." if near else hint]
        what = "is a folder" if (self.root / path).is_dir() else "does not exist"
        return error("DB108", f"the file {path} {what}", origin, hints)

    def _similar(self, path: PurePosixPath) -> Sequence[str]:
        from difflib import get_close_matches  # on no good path

        folder = self.root / path.parent
        names = sorted(each.name for each in folder.iterdir() if each.is_file()) if folder.is_dir() else []
        return get_close_matches(path.name, names, n=1)


def _outside(path: str, origin: Origin) -> Diagnostic:
    message = f"the path “{path}” leads out of the project"
    return error("DB109", message, origin, ["Copy the file into the project."])


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
