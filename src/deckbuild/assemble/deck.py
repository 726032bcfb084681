"""Session × profile becomes a deck: filter, resolve, keys, order — the order of DITA-OT, for its reason.

What comes in is decoded and of the right form; what goes out has every word and every slide in its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from deckbuild.assemble.agenda import fill_agendas
from deckbuild.assemble.citation import check_sources, source_line
from deckbuild.assemble.filter import parts_for
from deckbuild.assemble.jumps import check_jumps
from deckbuild.assemble.keys import key_values, replace_keys
from deckbuild.assemble.notes import minutes, speaker_notes
from deckbuild.assemble.resolve import ResolvedPart, resolve
from deckbuild.assemble.titles import unique
from deckbuild.diagnostics import error, warning
from deckbuild.model.deck import Deck, DeckPart, DeckSlide

if TYPE_CHECKING:
    from deckbuild.diagnostics import Diagnostic
    from deckbuild.model.source import Module, Profile, Reference, Session, Slide
    from deckbuild.model.text import Paragraph


def assemble(
    session: Session, profile: Profile, modules: Mapping[str, Module], references: Mapping[str, Reference]
) -> tuple[Deck, list[Diagnostic]]:
    """Return the deck of one session for one profile, and what was found wrong.

    *modules* hold every slide that the session calls for, as `read` gives them.

    With errors among the findings the deck is not to be shown: an unknown key stands as it was written.
    """
    findings: list[Diagnostic] = []
    parts = resolve(parts_for(session, profile.id, findings), modules, findings)
    parts = _with_keys(parts, key_values(session, profile, findings), findings)
    parts = fill_agendas(tuple(part for part in parts if part.slides), findings)
    slides = tuple(slide for part in parts for slide in part.slides)
    check_jumps(slides, profile.id, findings)
    for slide in slides:
        check_sources(slide, references, findings)
    if not slides and not findings:
        findings.append(_empty(session, profile))
    findings.extend(_too_long(session, slides))
    return _deck(session, profile, _ordered(parts, references), references), findings


def _with_keys(
    parts: tuple[ResolvedPart, ...], values: Mapping[str, str], findings: list[Diagnostic]
) -> tuple[ResolvedPart, ...]:
    return tuple(
        replace(part, slides=tuple(replace_keys(slide, values, findings) for slide in part.slides))
        for part in parts
    )


def _ordered(parts: tuple[ResolvedPart, ...], references: Mapping[str, Reference]) -> tuple[DeckPart, ...]:
    titles = iter(unique(slide.title for part in parts for slide in part.slides))
    return tuple(
        DeckPart(part.title, tuple(_slide(slide, next(titles), references) for slide in part.slides))
        for part in parts
    )


def _slide(slide: Slide, title: Paragraph, references: Mapping[str, Reference]) -> DeckSlide:
    return DeckSlide(
        id=slide.id,
        layout=slide.layout,
        title=title,
        fields=slide.fields,
        source_line=source_line(slide, references),
        notes=speaker_notes(slide, references),
        minutes=slide.minutes,
        origin=slide.origin,
    )


def _deck(
    session: Session, profile: Profile, parts: tuple[DeckPart, ...], references: Mapping[str, Reference]
) -> Deck:
    return Deck(
        session=session.id,
        profile=profile.id,
        agency=profile.agency,
        title=session.title,
        subtitle=session.subtitle,
        subject=session.subject,
        owner=session.owner,
        language=session.language,
        version=session.version,
        date=session.date,
        review=session.review,
        parts=parts,
        references=references,
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
