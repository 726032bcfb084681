"""A folder in, the project that it lies in out. Nothing else of this room is loaded for it."""

from __future__ import annotations

from pathlib import Path

from deckbuild.diagnostics.errors import ProjectNotFoundError

WORKSPACE = "decks/deckbuild.yaml"
"""Project path of the file that makes a folder a project."""


def find_root(folder: Path) -> Path:
    """Return the nearest folder, from *folder* upwards, that holds a project; absolute, links resolved.

    Raises:
        ProjectNotFoundError: there is none.
    """
    try:
        start = folder.resolve(strict=True)
    except (OSError, RuntimeError, ValueError) as fault:
        # The current folder is deleted, links lead in a circle, or no system takes such a name.
        reason = getattr(fault, "strerror", None) or fault
        raise ProjectNotFoundError(f"the folder {str(folder)[:120]} cannot be reached: {reason}") from fault
    for each in (start, *start.parents):
        if (each / WORKSPACE).is_file():
            return each
    raise ProjectNotFoundError(f"there is no {WORKSPACE} in {folder} or above it")
