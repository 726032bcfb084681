"""Questions about a project and their answers: the same reading and assembling as a build, without its outputs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from deckbuild.diagnostics import Diagnostic, SourceMap

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Question:
    """What a question is about."""

    project: Path
    """A folder of the project."""
    sessions: tuple[str, ...] = ()
    """Ids, and paths of local sessions; empty for all of the project."""
    profiles: tuple[str, ...] = ()
    """Ids; empty for all of each session."""


@dataclass(frozen=True, slots=True)
class Answer(Generic[T]):
    """What was found out."""

    value: T | None
    """None where faults leave nothing to tell."""
    diagnostics: tuple[Diagnostic, ...]
    places: SourceMap
    could_run: bool = True
    """False where the question names what the project does not have."""
