"""What a build is asked for, what it tells on its way, and what it made."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from deckbuild.model.dataclasses import dataclass

if TYPE_CHECKING:
    from deckbuild.diagnostics import Diagnostic, SourceMap


@dataclass(frozen=True, slots=True)
class BuildRequest:
    """What to build. Dates come from the sessions alone: `SOURCE_DATE_EPOCH` and the clock change nothing."""

    project: Path
    """A folder of the project: the one with `decks/deckbuild.yaml`, or any below it.

    With `Path()`, a local session's `project` goes first, and where this folder is in no project, the local
    session's own folder is looked at.
    """
    sessions: tuple[str, ...] = ()
    """Ids, and paths of local sessions, which end with `.yaml`; empty for all sessions of the project."""
    profiles: tuple[str, ...] = ()
    """Ids; empty for all of each session. Nothing of the others is read."""
    formats: tuple[str, ...] = ()
    """Names of `formats`; empty for the deck and the kinds of each session's `handouts`."""
    pack: bool = False
    """Without formats: the deck and the whole pack, in place of the kinds."""
    output: Path | None = None
    """None for the folder `output` of the project."""
    brand: str | None = None
    """Id of a brand in place of each profile's or session's own; None for these."""
    verify: bool = False
    """Re-open every file before it takes its place, and compare it with its session."""
    write: bool = True
    """False where all is made, and nothing is written: to hear what is wrong."""
    cache: bool = True
    """False where nothing made before may be used, and nothing is kept."""


@dataclass(frozen=True, slots=True)
class BuiltFile:
    """A file that was written, or that stood there already with the same bytes."""

    path: Path
    session: str
    profile: str
    format: str
    slides: int
    bytes: int
    sha256: str
    written: bool = True
    """False where it stood there already."""


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build made and found."""

    root: Path
    """The project's folder."""
    files: tuple[BuiltFile, ...]
    diagnostics: tuple[Diagnostic, ...]
    places: SourceMap
    could_run: bool = True
    """False where the request names what the project does not have, and nothing was tried."""


@dataclass(frozen=True, slots=True)
class Step:
    """How far a build is."""

    done: int
    total: int
    """Steps in all; 0 while the project is read and nobody knows."""
    text: str
    """What is being done."""


Report = Callable[[Step], None]
