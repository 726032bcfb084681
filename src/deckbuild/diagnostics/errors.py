"""The exceptions of the program: only for faults of the program or the system, never for bad input.

DeckbuildError
├── CannotRunError             there is nothing to work on, or it cannot be reached (exit code 2)
│   ├── ProjectNotFoundError   no workspace file in the folder or above it
│   └── FileError              the system refuses to read or write a file
└── InternalError              one of our own rules does not hold: always our mistake (exit code 3)
"""

from __future__ import annotations

from typing import ClassVar


class DeckbuildError(Exception):
    """A fault that ends the run."""

    exit_code: ClassVar[int] = 3
    """What the process returns."""


class CannotRunError(DeckbuildError):
    """The command cannot begin or go on."""

    exit_code = 2


class ProjectNotFoundError(CannotRunError):
    """There is no project in the folder."""


class FileError(CannotRunError):
    """The system refused a file."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        """As it is shown to the user."""
        self.reason = reason
        """In the system's words."""

    def __reduce__(self) -> tuple[type[FileError], tuple[str, str]]:
        # Processes send each other what went wrong.
        return type(self), (self.path, self.reason)


class InternalError(DeckbuildError):
    """A rule of the program does not hold."""
