"""A request in, the project with what its variants need and nothing else out; and names that there are not.

A variant is a session for a profile, or a local session. Which slides a variant has is planned before any of
them is opened, so that a picture that no variant shows is never read.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from deckbuild.diagnostics import did_you_mean, error
from deckbuild.model.dataclasses import dataclass, field, replace
from deckbuild.model.document import PageOptions
from deckbuild.model.origin import NOWHERE, Origin
from deckbuild.pipeline.handouts import page_options, wanted_formats

if TYPE_CHECKING:
    from deckbuild.assemble import Assembly, Plan
    from deckbuild.assemble.shared import Shared
    from deckbuild.diagnostics import Diagnostic
    from deckbuild.model.source import LocalSession, Profile, Session
    from deckbuild.pipeline.request import BuildRequest
    from deckbuild.read.files import Parsed, Watch
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
    """What to write: the request's formats, else the deck and its handouts, or the deck and its pack."""
    named: Mapping[str, Origin] = field(default_factory=dict)
    """Format → where it is named. One that is only implied falls away where the deck has not its matter."""
    options: PageOptions = field(default_factory=PageOptions)
    """How its documents are printed."""
    local: LocalSession | None = None
    plan: Plan | None = None
    """Its slides, once they are planned; without what only the changes of other profiles name."""

    @property
    def id(self) -> str:
        """Id of its session, or of its local session."""
        return self.local.id if self.local else self.session.id

    @property
    def name(self) -> str:
        """`SESSION/PROFILE`."""
        return f"{self.id}/{self.profile.id}"


@dataclass(frozen=True, slots=True)
class Prepared:
    """A project with the slides that its variants have."""

    project: Project
    variants: tuple[Variant, ...]
    """In the order of the sessions and of each session's profiles; local sessions come last."""
    found: tuple[Diagnostic, ...]
    """What reading found wrong."""


def prepare(
    request: BuildRequest,
    *,
    only: Collection[str] | None = None,
    watch: Watch | None = None,
    parsed: Parsed | None = None,
) -> Prepared:
    """Read what a request asks for.

    Args:
        request: What is asked for.
        only: Names of the variants that are wanted of those asked for; None for all.
        watch: Is told what is read.
        parsed: Remembers what was parsed.

    Raises:
        ProjectNotFoundError: there is no project in the folder or above it.
    """
    from deckbuild.read.project import Wanted, open_project

    folder, sessions, locals_ = local_files(request.project, request.sessions)
    brands = (request.brand,) if request.brand else ()
    profiles, decks = request.profiles, None
    if only is not None:
        # All sessions are read, since what one of them says can be wrong because of another.
        profiles, decks = tuple(sorted({name.rpartition("/")[2] for name in only})), frozenset(only)
    opened = open_project(folder, Wanted(sessions, profiles, brands, locals_, decks=decks), watch, parsed)
    chosen = tuple(
        replace(each, plan=planned(each, opened.project, alone=True))
        for each in variants(request, opened.project)
        if only is None or each.name in only
    )
    slides: dict[str, list[Profile]] = {}
    for variant in chosen:
        for slide in variant.plan.slides if variant.plan else ():
            slides.setdefault(slide, []).append(variant.profile)
    project = opened.with_slides(slides)
    return Prepared(project, chosen, tuple(opened.reading.found))


def planned(variant: Variant, project: Project, *, alone: bool = False) -> Plan:
    """Return which slides a variant has, and a verdict on every slide that it might have.

    *alone* leaves out what only the changes of other profiles name.
    """
    from deckbuild.assemble import plan

    return plan(
        variant.session,
        variant.profile,
        project.modules,
        local=variant.local,
        others=() if alone else project.profiles.values(),
    )


def assembled(variant: Variant, project: Project, shared: Shared | None = None) -> Assembly:
    """Return the deck of a variant, and how it came about; *shared* remembers slides between variants."""
    from deckbuild.assemble import assemble

    return assemble(
        variant.session,
        variant.profile,
        project.modules,
        project.references,
        keys=project.keys,
        local=variant.local,
        others=project.profiles.values() if shared is None else (),
        shared=shared,
        planned=None if shared is None else variant.plan,
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
    handouts = profile.handouts.over(session.handouts)
    named = wanted_formats(request, handouts)
    return Variant(
        session=session,
        profile=profile,
        brand=request.brand or profile.brand or session.brand,
        formats=tuple(named),
        named={name: place for name, place in named.items() if place is not None},
        options=page_options(handouts),
        local=local,
    )


def unknown_profiles(request: BuildRequest, project: Project) -> list[Diagnostic]:
    """Return an error for each profile of the request that none of the chosen sessions has."""
    known = {profile for session in project.sessions.values() for profile in session.profiles}
    return list(_unknown("DB203", "profile", request.profiles, known))


def _unknown(code: str, noun: str, names: Iterable[str], known: Collection[str]) -> Iterator[Diagnostic]:
    for name in names:
        if name not in known:
            yield error(code, f"there is no {noun} “{name}”", NOWHERE, did_you_mean(name, known))
