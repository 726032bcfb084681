"""Session × profile becomes a deck: filter, resolve, keys, order — the order of DITA-OT, for its reason.

What comes in is decoded and of the right form; what goes out has every word and every slide in its place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from deckbuild.assemble.agenda import fill_agendas
from deckbuild.assemble.briefing import boxes_of
from deckbuild.assemble.citation import cited, source_line, unknown_sources
from deckbuild.assemble.filter import slide_for
from deckbuild.assemble.jumps import check_jumps
from deckbuild.assemble.keys import Keys, key_values, replace_keys, slot_warnings
from deckbuild.assemble.notes import guide, minutes, speaker_notes
from deckbuild.assemble.plan import plan
from deckbuild.assemble.resolve import ResolvedPart, resolve
from deckbuild.assemble.shared import Shared
from deckbuild.assemble.texts import Texts, texts_for
from deckbuild.assemble.titles import unique
from deckbuild.diagnostics import error, warning
from deckbuild.model.dataclasses import dataclass, replace
from deckbuild.model.deck import Deck, DeckPart, DeckSlide
from deckbuild.model.origin import NOWHERE
from deckbuild.model.source import TRAINER

if TYPE_CHECKING:
    from deckbuild.assemble.state import Plan
    from deckbuild.diagnostics import Diagnostic
    from deckbuild.model.source import (
        KeyDeclaration,
        LocalSession,
        Module,
        Profile,
        Reference,
        Session,
        Slide,
    )
    from deckbuild.model.text import Paragraph
    from deckbuild.model.trace import Slot, Verdict


@dataclass(frozen=True, slots=True)
class Assembly:
    """A deck, and how it came about."""

    deck: Deck
    """With errors among the findings it is not to be shown: a key without value stands as it was written."""
    verdicts: tuple[Verdict, ...]
    """On every slide of the modules that the session or a change to it names; those of the deck first."""
    slots: tuple[Slot, ...]
    """Local keys without value, by name."""
    findings: list[Diagnostic]


def assemble(
    session: Session,
    profile: Profile,
    modules: Mapping[str, Module],
    references: Mapping[str, Reference],
    *,
    keys: Mapping[str, KeyDeclaration] | None = None,
    local: LocalSession | None = None,
    others: Iterable[Profile] = (),
    shared: Shared | None = None,
    planned: Plan | None = None,
) -> Assembly:
    """Return the deck of one session for one profile, and what was found wrong.

    Args:
        session: The shared session.
        profile: The agency.
        modules: With the slides that the deck has, as `read` gives them; one that is missing is left out.
        references: The sources, by id.
        keys: The keys that the project declares.
        local: A trainer's session on top; None for the agency's own deck.
        others: Profiles of the session whose changes name further slides that verdicts are wanted on.
        shared: Remembers slides from one deck of the project to the next; None for a deck by itself.
        planned: The plan of these, where it is made already.
    """
    shared = shared or Shared()
    planned = planned or plan(session, profile, modules, local=local, others=others)
    findings = list(planned.findings)
    known = Keys(key_values(session, profile, keys or {}, local), keys or {})
    parts = _for_profile(resolve(planned, modules, local, shared), profile, known, shared, findings)
    parts = fill_agendas(tuple(part for part in parts if part.slides), findings)
    slides = tuple(slide for part in parts for slide in part.slides)
    texts = texts_for(session, profile, known, findings)
    check_jumps(slides, texts.paragraphs, profile.id, shared, findings)
    texts = replace(texts, briefing=boxes_of(texts.briefing, planned, profile.id, findings))
    findings += [each for slide in slides for each in _unknown_sources(slide, references, shared)]
    if not planned.parts and not findings:
        findings.append(_empty(session, profile))
    slots = known.slots()
    findings += [*slot_warnings(slots), *_too_long(session, slides)]
    ordered = _ordered(parts, references, modules, shared)
    made = _deck(session, profile, local, texts, ordered, references)
    return Assembly(made, planned.verdicts, slots, findings)


def _for_profile(
    parts: tuple[ResolvedPart, ...],
    profile: Profile,
    keys: Keys,
    shared: Shared,
    findings: list[Diagnostic],
) -> tuple[ResolvedPart, ...]:
    """Return the parts with what of each slide is for the profile, its keys replaced."""
    names = profile.names

    def made(slide: Slide) -> Slide:
        return shared.for_profile(
            slide, names, keys, lambda: replace_keys(slide_for(slide, names), keys, findings)
        )

    return tuple(replace(part, slides=tuple(made(slide) for slide in part.slides)) for part in parts)


def _unknown_sources(slide: Slide, references: Mapping[str, Reference], shared: Shared) -> list[Diagnostic]:
    return shared.once("sources", slide, (id(references),), lambda: unknown_sources(slide, references))


def _ordered(
    parts: tuple[ResolvedPart, ...],
    references: Mapping[str, Reference],
    modules: Mapping[str, Module],
    shared: Shared,
) -> tuple[DeckPart, ...]:
    titles = iter(unique(slide.title for part in parts for slide in part.slides))

    def made(slide: Slide) -> DeckSlide:
        title = next(titles)
        if title is not slide.title:
            return _slide(slide, title, references, modules)
        known = (id(references), id(modules))
        return shared.once("deck", slide, known, lambda: _slide(slide, title, references, modules))

    return tuple(DeckPart(part.title, tuple(made(slide) for slide in part.slides)) for part in parts)


def _slide(
    slide: Slide, title: Paragraph, references: Mapping[str, Reference], modules: Mapping[str, Module]
) -> DeckSlide:
    module = modules.get(slide.id.partition("/")[0])
    return DeckSlide(
        id=slide.id,
        layout=slide.layout,
        title=title,
        fields=slide.fields,
        source_line=source_line(slide, references),
        notes=speaker_notes(slide, references),
        minutes=slide.minutes,
        origin=slide.origin,
        guide=guide(slide, references),
        covers=tuple(dict.fromkeys((*(module.covers if module else ()), *slide.covers))),
        cites=cited(slide),
    )


def _deck(
    session: Session,
    profile: Profile,
    local: LocalSession | None,
    texts: Texts,
    parts: tuple[DeckPart, ...],
    references: Mapping[str, Reference],
) -> Deck:
    return Deck(
        session=local.id if local else session.id,
        profile=profile.id,
        agency=profile.agency,
        title=local.title if local and local.title else session.title,
        subtitle=session.subtitle,
        subject=session.subject,
        owner=session.owner,
        language=session.language,
        version=session.version,
        date=session.date,
        review=session.review,
        parts=parts,
        references=references,
        minutes=session.minutes,
        audience=session.audience,
        aims=texts.aims,
        outcomes=texts.outcomes,
        level=session.level,
        board=profile.footer,
        marking=session.marking,
        materials=texts.materials,
        briefing=texts.briefing,
        evaluation=texts.evaluation,
        actions=texts.actions,
        origin=session.origin,
        trainer=local.keys.get(TRAINER, "") if local else "",
        title_origin=(local if local and local.title else session).origin.at("title"),
        agency_origin=profile.origin.at("agency"),
        trainer_origin=local.origin.at("trainer") if local else NOWHERE,
    )


def _too_long(session: Session, slides: tuple[Slide, ...]) -> Iterator[Diagnostic]:
    time = sum(slide.minutes or 0 for slide in slides)
    if time > session.minutes:
        yield warning(
            "DB210",
            f"the slides take {minutes(time)}, and the session has {minutes(session.minutes)}",
            session.origin.at("minutes"),
            ("Give the session more time, give slides less, or leave some out.",),
        )


def _empty(session: Session, profile: Profile) -> Diagnostic:
    return error(
        "DB209",
        f"no slide of the session “{session.id}” is left for the profile “{profile.id}”",
        session.origin.at("parts"),
        (f"Look at `only` and `except` of its slides, or take {profile.id} out of its `profiles`.",),
    )
