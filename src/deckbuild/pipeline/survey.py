"""Questions about a project: the same reading and planning as for a build, without opening a slide.

What comes out are plans: which slides each deck has, in which order, and every rule that decided.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from deckbuild.diagnostics import has_errors
from deckbuild.model.dataclasses import dataclass, replace
from deckbuild.model.origin import Origin
from deckbuild.pipeline.request import BuildRequest

if TYPE_CHECKING:
    from deckbuild.assemble import Plan
    from deckbuild.diagnostics import Diagnostic, SourceMap
    from deckbuild.model.source import LocalSession, SlideHead
    from deckbuild.model.trace import Rule
    from deckbuild.pipeline.plan import Variant
    from deckbuild.read.project import OpenProject, Project

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Question:
    """What a question is about."""

    project: Path
    """A folder of the project."""
    sessions: tuple[str, ...] = ()
    """Ids, and paths of local sessions; empty for all sessions of the project."""
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


@dataclass(frozen=True, slots=True)
class Where:
    """A place in a file of the project."""

    file: str
    """Project path; empty for nowhere."""
    line: int | None
    """From 1; None where the file has no such place."""
    column: int | None

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" if self.line else self.file

    def as_object(self) -> dict[str, object]:
        """Return it for JSON."""
        return {"file": self.file, "line": self.line, "column": self.column}


@dataclass(frozen=True, slots=True)
class Reason:
    """A rule that decided about a slide, with its place looked up."""

    kind: str
    text: str
    layer: str
    why: str
    """The author's reason; empty for what is no change."""
    place: Where

    def as_object(self) -> dict[str, object]:
        """Return it for JSON."""
        own = {"kind": self.kind, "text": self.text, "layer": self.layer, "why": self.why}
        return own | self.place.as_object()


@dataclass(frozen=True, slots=True)
class PlannedDeck:
    """A variant, and which slides it has."""

    variant: Variant
    plan: Plan

    @property
    def id(self) -> str:
        """Id of the session, or of the local session."""
        return self.variant.local.id if self.variant.local else self.variant.session.id


@dataclass(frozen=True, slots=True)
class Survey:
    """A project and the plans of its decks."""

    opened: OpenProject
    decks: tuple[PlannedDeck, ...]
    """In the order of the sessions and of each session's profiles; local sessions come last."""

    @property
    def project(self) -> Project:
        """The project, without slides."""
        return self.opened.project

    def asked(self, question: Question) -> list[PlannedDeck]:
        """Return the decks that a question is about, where the survey is of more."""
        return [
            deck
            for deck in self.decks
            if (not question.profiles or deck.variant.profile.id in question.profiles)
            and (deck.variant.local or not question.sessions or deck.id in question.sessions)
        ]

    def heads(self, *locals_: LocalSession) -> dict[str, SlideHead]:
        """Return id → head of every slide of the modules that were read, and of these local sessions."""
        from deckbuild.model.source import SlideHead

        shared = (head for module in self.project.modules.values() for head in module.heads.values())
        own = (
            SlideHead(each.id, each.origin, each.title.text, each.layout, each.when, each.covers)
            for local in locals_
            for each in local.slides.values()
        )
        return {head.id: head for head in (*shared, *own)}

    def where(self, origin: Origin) -> Where:
        """Return where something stands."""
        return where(origin, self.project.places)

    def where_named(self, origin: Origin) -> Where:
        """Return where the name of something stands, such as a slide's, rather than its first field."""
        return where(replace(origin, key=True), self.project.places)

    def reason(self, rule: Rule) -> Reason:
        """Return a rule with its place."""
        return Reason(rule.kind, rule.text, rule.layer, rule.why, self.where(rule.origin))


def survey(question: Question) -> Answer[Survey]:
    """Return the whole project with the plans of all its decks, and what was found wrong.

    All of it is read, whatever the question is about: what nobody uses cannot be told from less.

    Raises:
        ProjectNotFoundError: the folder is in no project.
    """
    from deckbuild.pipeline.plan import local_files, planned, variants
    from deckbuild.pipeline.survey_files import open_files
    from deckbuild.read.project import Wanted, open_project

    folder, asked, files = local_files(question.project, question.sessions)
    known = open_files(folder).names("sessions")
    # Beside local sessions `read` takes none but those asked for.
    sessions = tuple(dict.fromkeys((*asked, *known))) if asked or files else ()
    opened = open_project(folder, Wanted(sessions, locals=files, all_modules=True))
    project, found = opened.project, opened.reading.found
    wrong = unknown(found, question.profiles, project)
    if wrong:
        return Answer(None, wrong, project.places, could_run=False)
    request = BuildRequest(folder, sessions)
    decks = tuple(PlannedDeck(each, planned(each, project)) for each in variants(request, project))
    more = [replace(each, deck=deck.variant.name) for deck in decks for each in deck.plan.findings]
    return Answer(Survey(opened, decks), (*found, *more), project.places)


def unknown(
    found: Iterable[Diagnostic], profiles: tuple[str, ...], project: Project
) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the question: names of the findings that no file holds, and of profiles."""
    from deckbuild.pipeline.plan import unknown_profiles

    wrong = [each for each in found if not each.origin.document]
    if not has_errors(found):
        wrong += unknown_profiles(BuildRequest(project.root, profiles=profiles), project)
    return tuple(wrong)


def where(origin: Origin, places: SourceMap) -> Where:
    """Return where something stands."""
    place = places.place(origin)
    return Where(origin.document, place.line if place else None, place.column if place else None)


def in_deck_order(decks: Iterable[Iterable[str]]) -> list[str]:
    """Return the slides of several decks once each, in an order that keeps each deck's where it can be."""
    merged: list[str] = []
    for deck in decks:
        at = 0
        for id_ in deck:
            if id_ in merged:
                at = merged.index(id_) + 1
            else:
                merged.insert(at, id_)
                at += 1
    return merged


def by_name(values: Mapping[str, T]) -> dict[str, T]:
    """Return a mapping with its names sorted."""
    return {name: values[name] for name in sorted(values)}
