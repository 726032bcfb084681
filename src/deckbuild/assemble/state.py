"""A deck while it is being planned, and the finished plan: which slides, in which parts, and why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from deckbuild.diagnostics import error
from deckbuild.model.dataclasses import dataclass, field
from deckbuild.model.source import LOCAL, SlideHead

if TYPE_CHECKING:
    from deckbuild.diagnostics import Diagnostic
    from deckbuild.model.origin import Origin
    from deckbuild.model.source import LocalSession, Module, Notes, Profile, Session
    from deckbuild.model.text import Paragraph
    from deckbuild.model.trace import Rule, Verdict


@dataclass(frozen=True, slots=True)
class Call:
    """A slide in its place, with what the call says in place of what the module says."""

    slide: str
    """`MODULE/SLIDE`."""
    origin: Origin
    """Of the word that brought it in."""
    title: Paragraph | None = None
    minutes: float | None = None
    notes: Notes | None = None
    """The parts that are written replace those of the slide."""


@dataclass(frozen=True, slots=True)
class PlannedPart:
    """A part with one slide at least."""

    title: str
    calls: tuple[Call, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """Which slides a deck has."""

    parts: tuple[PlannedPart, ...]
    verdicts: tuple[Verdict, ...]
    """On every slide of the modules that the session or one of its changes names."""
    findings: tuple[Diagnostic, ...]

    @property
    def slides(self) -> tuple[str, ...]:
        """The ids of all slides, in order."""
        return tuple(call.slide for part in self.parts for call in part.calls)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a slide stands."""

    part: int
    index: int


@dataclass(slots=True)
class State:
    """A deck that is being planned."""

    session: Session
    profile: Profile
    modules: Mapping[str, Module]
    local: LocalSession | None
    parts: list[tuple[str, list[Call]]] = field(default_factory=list)
    """Title and slides of each part of the session, also of those that nothing is left of."""
    here: dict[str, Call] = field(default_factory=dict)
    """Slide id → call of each slide that the deck has."""
    rules: dict[str, list[Rule]] = field(default_factory=dict)
    """Slide id → what has decided about it."""
    findings: list[Diagnostic] = field(default_factory=list)

    def heads(self, target: str) -> tuple[SlideHead, ...]:
        """Return the slides that a module or slide id names; none where there is none, as `read` has told."""
        id_, _, name = target.partition("/")
        if id_ == LOCAL and name:
            slide = self.local.slides.get(name) if self.local else None
            return (SlideHead(slide.id, slide.origin, when=slide.when),) if slide else ()
        module = self.modules.get(id_)
        if module is None:
            return ()
        if not name:
            return tuple(module.heads.values())
        return (module.heads[name],) if name in module.heads else ()

    def places(self, target: str) -> list[Place]:
        """Return where the slides stand that a module or slide id names."""
        return [
            Place(number, index)
            for number, (_, calls) in enumerate(self.parts)
            for index, call in enumerate(calls)
            if call.slide == target or call.slide.partition("/")[0] == target
        ]

    def put(self, call: Call, place: Place) -> None:
        """Put a slide at a place, before what stands there."""
        self.parts[place.part][1].insert(place.index, call)
        self.here[call.slide] = call

    def take(self, place: Place) -> str:
        """Take a slide out of its place, and return its id."""
        slide = self.parts[place.part][1].pop(place.index).slide
        del self.here[slide]
        return slide

    def note(self, slide: str, *rules: Rule) -> None:
        """Note what has decided about a slide."""
        self.rules.setdefault(slide, []).extend(rules)

    def is_new(self, slide: str, origin: Origin) -> bool:
        """Return whether the deck lacks a slide so far; a second call for it, at *origin*, is an error."""
        before = self.here.get(slide)
        if before is None:
            return True
        self.findings.append(
            error(
                "DB206",
                f"the slide “{slide}” stands in the session twice",
                origin,
                ("Take one of the two calls out, or give the second text a slide of its own in the module.",),
                ((before.origin, "the first call"),),
            )
        )
        return False
