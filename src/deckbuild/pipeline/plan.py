"""A request in, the project with what its variants need and nothing else out; and names that there are not.

A variant is a session for a profile, or a local session. Which slides a variant has is planned before any of
them is opened, so that a picture that no variant shows is never read.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from deckbuild.diagnostics import did_you_mean, error
from deckbuild.model.origin import NOWHERE
from deckbuild.pipeline.formats import DECK, formats

if TYPE_CHECKING:
    from deckbuild.assemble import Assembly, Plan
    from deckbuild.diagnostics import Diagnostic
    from deckbuild.model.source import LocalSession, Profile, Session
    from deckbuild.pipeline.request import BuildRequest
    from deckbuild.read.project import Project


_ENDINGS = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Variant:
    """A session for a profile, with a local session on top where there is one."""

    session: Session
    profile: Profile
    brand: str
    """Id of its brand: the request's, else the profile's, else the session's."""
    formats: tuple[str, ...]
    """What to write: the request's formats, else the deck and the session's handouts."""
    local: LocalSession | None = None

    @property
    def name(self) -> str:
        """`SESSION/PROFILE`."""
        return f"{self.local.id if self.local else self.session.id}/{self.profile.id}"


@dataclass(frozen=True, slots=True)
class Prepared:
    """A project with the slides that its variants have."""

    project: Project
    variants: tuple[Variant, ...]
    """In the order of the sessions and of each session's profiles; local sessions come last."""
    found: tuple[Diagnostic, ...]
    """What reading found wrong."""


def prepare(request: BuildRequest) -> Prepared:
    """Read what a request asks for.

    Raises:
        ProjectNotFoundError: there is no project in the folder or above it.
    """
    from deckbuild.read.project import Wanted, open_project

    folder, sessions, locals_ = local_files(request.project, request.sessions)
    brands = (request.brand,) if request.brand else ()
    opened = open_project(folder, Wanted(sessions, request.profiles, brands, locals_))
    chosen = tuple(variants(request, opened.project))
    slides: dict[str, list[Profile]] = {}
    for variant in chosen:
        for slide in planned(variant, opened.project).slides:
            slides.setdefault(slide, []).append(variant.profile)
    project = opened.with_slides(slides)
    return Prepared(project, chosen, tuple(opened.reading.found))


def planned(variant: Variant, project: Project) -> Plan:
    """Return which slides a variant has, and a verdict on every slide that it might have."""
    from deckbuild.assemble import plan

    return plan(
        variant.session,
        variant.profile,
        project.modules,
        local=variant.local,
        others=project.profiles.values(),
    )


def assembled(variant: Variant, project: Project) -> Assembly:
    """Return the deck of a variant, and how it came about."""
    from deckbuild.assemble import assemble

    return assemble(
        variant.session,
        variant.profile,
        project.modules,
        project.references,
        keys=project.keys,
        local=variant.local,
        others=project.profiles.values(),
    )


def local_files(folder: Path, names: Sequence[str]) -> tuple[Path, tuple[str, ...], tuple[Path, ...]]:
    """Return a folder of the project, the ids of sessions, and the files of local sessions.

    Names that end with `.yaml` are files. Where *folder* is only `Path()`, the `project` of the first of them
    goes first; and where that folder is in no project, the file's own folder is looked at.
    """
    from deckbuild.diagnostics.errors import ProjectNotFoundError
    from deckbuild.read.local import project_of
    from deckbuild.read.project import find_root

    ids = tuple(name for name in names if not name.endswith(_ENDINGS))
    files = tuple(Path(name) for name in names if name.endswith(_ENDINGS))
    if not files or folder != Path():
        return folder, ids, files
    named = project_of(files[0])
    if named is not None:
        return named, ids, files
    try:
        return find_root(folder), ids, files
    except ProjectNotFoundError:
        return files[0].parent, ids, files


def variants(request: BuildRequest, project: Project) -> Iterator[Variant]:
    """Yield the variants that a request asks for, of what was read."""
    for session in project.sessions.values():
        if session.id in request.sessions or not request.sessions:
            for name in session.profiles:
                if name in project.profiles and (not request.profiles or name in request.profiles):
                    yield _variant(request, session, project.profiles[name])
    for local in project.locals.values():
        if local.extends in project.sessions and local.profile in project.profiles:
            yield _variant(request, project.sessions[local.extends], project.profiles[local.profile], local)


def _variant(
    request: BuildRequest, session: Session, profile: Profile, local: LocalSession | None = None
) -> Variant:
    brand = request.brand or profile.brand or session.brand
    wanted = tuple(dict.fromkeys(request.formats or (DECK, *session.handouts)))
    return Variant(session, profile, brand, wanted, local)


def unknown_formats(request: BuildRequest) -> list[Diagnostic]:
    """Return an error for each format of the request that there is not."""
    return list(_unknown("DB504", "format", request.formats, formats()))


def unknown_handouts(project: Project) -> list[Diagnostic]:
    """Return an error for each format that a session names among its handouts and that there is not."""
    known = formats()
    return [
        error(
            "DB504",
            f"there is no format “{name}”",
            session.origin.at("handouts", n),
            did_you_mean(name, known),
        )
        for session in project.sessions.values()
        for n, name in enumerate(session.handouts)
        if name not in known
    ]


def unknown_profiles(request: BuildRequest, project: Project) -> list[Diagnostic]:
    """Return an error for each profile of the request that none of the chosen sessions has."""
    known = {profile for session in project.sessions.values() for profile in session.profiles}
    return list(_unknown("DB203", "profile", request.profiles, known))


def _unknown(code: str, noun: str, names: Iterable[str], known: Collection[str]) -> Iterator[Diagnostic]:
    for name in names:
        if name not in known:
            yield error(code, f"there is no {noun} “{name}”", NOWHERE, did_you_mean(name, known))
