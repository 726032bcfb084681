"""Slides × decks: what is in, what is out and why; what each deck covers and lacks; what nobody uses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import TYPE_CHECKING

from deckbuild.model.dataclasses import dataclass
from deckbuild.pipeline.survey import (
    Answer,
    PlannedDeck,
    Question,
    Reason,
    Survey,
    Where,
    by_name,
    in_deck_order,
    survey,
)

if TYPE_CHECKING:
    from deckbuild.model.source import SlideHead
    from deckbuild.model.trace import Verdict


@dataclass(frozen=True, slots=True)
class Cell:
    """A slide in a deck, or not."""

    included: bool
    part: str
    """Title of its part; empty where it is out."""
    reason: Reason | None
    """The rule that decided; None where nothing names the slide."""

    @property
    def kind(self) -> str:
        """The kind of the rule that decided; empty where nothing names the slide."""
        return self.reason.kind if self.reason else ""

    def as_object(self) -> dict[str, object]:
        """Return it for JSON."""
        rule = self.reason.as_object() if self.reason else None
        return {"included": self.included, "part": self.part, "rule": rule}


@dataclass(frozen=True, slots=True)
class Variant:
    """A column: a deck."""

    profile: str
    agency: str
    included: tuple[str, ...]
    """Ids of its slides, in order."""
    verdicts: Mapping[str, Cell]
    """Slide id → what was decided."""
    outcomes: Mapping[str, tuple[str, ...]]
    """Outcome id → ids of the slides that serve it."""
    mandatory_missing: tuple[str, ...]
    """Mandatory slides that it lacks."""

    def names(self, slide: str) -> bool:
        """Return whether a rule of the deck names a slide."""
        return slide in self.verdicts and self.verdicts[slide].reason is not None

    def as_object(self) -> dict[str, object]:
        """Return it for JSON."""
        return {
            "profile": self.profile,
            "agency": self.agency,
            "slides": list(self.included),
            "verdicts": {id_: cell.as_object() for id_, cell in by_name(self.verdicts).items()},
            "outcomes": {id_: list(slides) for id_, slides in by_name(self.outcomes).items()},
            "mandatory-missing": sorted(self.mandatory_missing),
        }


@dataclass(frozen=True, slots=True)
class Row:
    """A slide."""

    id: str
    title: str
    """As it is written."""
    place: Where

    def as_object(self) -> dict[str, object]:
        """Return it for JSON."""
        return {"id": self.id, "title": self.title, **self.place.as_object()}


@dataclass(frozen=True, slots=True)
class SessionMatrix:
    """A session, or a local session, with its decks."""

    id: str
    title: str
    extends: str
    """The session that a local session extends; empty for a shared one."""
    file: str
    outcomes: Mapping[str, str]
    """Id → what people can do afterwards."""
    mandatory: tuple[str, ...]
    slides: tuple[Row, ...]
    """In the order of the decks; those that no deck has come last."""
    variants: tuple[Variant, ...]

    def as_object(self) -> dict[str, object]:
        """Return it for JSON."""
        return {
            "id": self.id,
            "title": self.title,
            "extends": self.extends or None,
            "file": self.file,
            "outcomes": by_name(self.outcomes),
            "mandatory": sorted(self.mandatory),
            "slides": [each.as_object() for each in sorted(self.slides, key=lambda row: row.id)],
            "variants": [each.as_object() for each in sorted(self.variants, key=lambda one: one.profile)],
        }


@dataclass(frozen=True, slots=True)
class Orphan:
    """A module, or a slide of a module that is used, which is in no deck."""

    id: str
    place: Where


@dataclass(frozen=True, slots=True)
class Matrix:
    """The sessions asked for, and what no session of the project uses."""

    sessions: tuple[SessionMatrix, ...]
    orphans: tuple[Orphan, ...]
    """Sorted by id; an id without a stroke is a whole module."""

    def as_object(self) -> dict[str, object]:
        """Return it for JSON."""
        modules = [each for each in self.orphans if "/" not in each.id]
        slides = [each for each in self.orphans if "/" in each.id]
        return {
            "sessions": [each.as_object() for each in sorted(self.sessions, key=lambda one: one.id)],
            "orphans": {
                "modules": [{"id": each.id, **each.place.as_object()} for each in modules],
                "slides": [{"id": each.id, **each.place.as_object()} for each in slides],
            },
        }


def matrix(question: Question) -> Answer[Matrix]:
    """Return who gets which slide.

    Raises:
        ProjectNotFoundError: the folder is in no project.
    """
    answer = survey(question)
    found = answer.value
    if found is None:
        return Answer(None, answer.diagnostics, answer.places, answer.could_run)
    groups = (list(decks) for _, decks in groupby(found.asked(question), key=lambda deck: deck.id))
    made = Matrix(tuple(_session(found, decks) for decks in groups), tuple(_orphans(found)))
    return Answer(made, answer.diagnostics, answer.places)


def _session(found: Survey, decks: list[PlannedDeck]) -> SessionMatrix:
    session, local = decks[0].variant.session, decks[0].variant.local
    heads = found.heads(local) if local else found.heads()
    ids = in_deck_order(deck.plan.slides for deck in decks)
    ids += [each.slide for deck in decks for each in deck.plan.verdicts]
    rows = [Row(id_, heads[id_].title, found.where_named(heads[id_].origin)) for id_ in dict.fromkeys(ids)]
    return SessionMatrix(
        id=decks[0].id,
        title=(local and local.title) or session.title,
        extends=session.id if local else "",
        file=(local or session).origin.document,
        outcomes={id_: text.text for id_, text in session.outcomes.items()},
        mandatory=session.mandatory,
        slides=tuple(rows),
        variants=tuple(_variant(found, heads, deck) for deck in decks),
    )


def _variant(found: Survey, heads: Mapping[str, SlideHead], deck: PlannedDeck) -> Variant:
    slides = deck.plan.slides
    covered = {id_: (*heads[id_].covers, *_covered(found, id_)) for id_ in slides}
    return Variant(
        profile=deck.variant.profile.id,
        agency=deck.variant.profile.agency,
        included=slides,
        verdicts={each.slide: _cell(found, each) for each in deck.plan.verdicts},
        outcomes={
            outcome: tuple(id_ for id_ in slides if outcome in covered[id_])
            for outcome in deck.variant.session.outcomes
        },
        mandatory_missing=tuple(each for each in deck.variant.session.mandatory if each not in slides),
    )


def _covered(found: Survey, slide: str) -> tuple[str, ...]:
    """Return the outcomes that a slide's module serves."""
    module = found.project.modules.get(slide.partition("/")[0])
    return module.covers if module else ()


def _cell(found: Survey, verdict: Verdict) -> Cell:
    reason = found.reason(verdict.rules[-1]) if verdict.rules else None
    return Cell(verdict.included, verdict.part, reason)


def _orphans(found: Survey) -> Iterator[Orphan]:
    used = set(_used(found.decks))
    modules = {id_.partition("/")[0] for id_ in used}
    for id_, module in by_name(found.project.modules).items():
        if id_ not in modules:
            yield Orphan(id_, found.where(module.origin))
            continue
        for head in sorted(module.heads.values(), key=lambda one: one.id):
            if head.id not in used:
                yield Orphan(head.id, found.where_named(head.origin))


def _used(decks: Iterable[PlannedDeck]) -> Iterator[str]:
    for deck in decks:
        yield from deck.plan.slides
