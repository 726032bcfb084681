"""The variants that a request asks for: sessions × profiles, and names that the project does not have."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from deckbuild.diagnostics import did_you_mean, error
from deckbuild.model.origin import NOWHERE
from deckbuild.pipeline.formats import formats

if TYPE_CHECKING:
    from deckbuild.diagnostics import Diagnostic
    from deckbuild.model.source import Profile, Session
    from deckbuild.pipeline.request import BuildRequest
    from deckbuild.read.project import Project


@dataclass(frozen=True, slots=True)
class Variant:
    """A session for a profile."""

    session: Session
    profile: Profile

    @property
    def name(self) -> str:
        """`SESSION/PROFILE`."""
        return f"{self.session.id}/{self.profile.id}"


def variants(request: BuildRequest, project: Project) -> list[Variant]:
    """Return the variants asked for, in the order of the sessions and of each session's profiles."""
    return [
        Variant(replace(session, brand=request.brand or session.brand), project.profiles[profile])
        for session in project.sessions.values()
        for profile in session.profiles
        if not request.profiles or profile in request.profiles
    ]


def unknown_formats(request: BuildRequest) -> list[Diagnostic]:
    """Return an error for each format that there is not."""
    return list(_unknown("DB504", "format", request.formats, formats()))


def unknown_profiles(request: BuildRequest, project: Project) -> list[Diagnostic]:
    """Return an error for each profile that none of the chosen sessions has."""
    known = {profile for session in project.sessions.values() for profile in session.profiles}
    return list(_unknown("DB203", "profile", request.profiles, known))


def _unknown(code: str, noun: str, names: Iterable[str], known: Collection[str]) -> Iterator[Diagnostic]:
    for name in names:
        if name not in known:
            yield error(code, f"there is no {noun} “{name}”", NOWHERE, did_you_mean(name, known))
