"""The agenda's entries, from the session's parts: title with a jump, number of slides, time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from deckbuild.assemble.notes import minutes
from deckbuild.diagnostics import error
from deckbuild.model.dataclasses import replace
from deckbuild.model.source import LinkItem
from deckbuild.model.text import Link, Paragraph, Run, plain

if TYPE_CHECKING:
    from deckbuild.assemble.resolve import ResolvedPart
    from deckbuild.diagnostics import Diagnostic
    from deckbuild.model.source import Slide


def fill_agendas(parts: tuple[ResolvedPart, ...], findings: list[Diagnostic]) -> tuple[ResolvedPart, ...]:
    """Return the parts with every agenda filled that writes no `entries` of its own."""
    return tuple(
        replace(
            part,
            slides=tuple(
                _filled(slide, parts, findings) if _is_empty_agenda(slide) else slide for slide in part.slides
            ),
        )
        for part in parts
    )


def _is_empty_agenda(slide: Slide) -> bool:
    return slide.layout == "agenda" and not slide.fields.get("entries")


def _filled(agenda: Slide, parts: tuple[ResolvedPart, ...], findings: list[Diagnostic]) -> Slide:
    entries = tuple(_entry(title, slides) for title, slides in _to_come(agenda, parts))
    if not entries:
        findings.append(
            error(
                "DB213",
                f"nothing follows the agenda “{agenda.id}”, so it has nothing to list",
                agenda.origin,
                ("Move the agenda before the slides that it announces, or write its `entries`.",),
            )
        )
    return replace(agenda, fields={**agenda.fields, "entries": entries})


def _to_come(agenda: Slide, parts: tuple[ResolvedPart, ...]) -> Iterator[tuple[str, tuple[Slide, ...]]]:
    """Yield each part's title and the slides of it that follow the agenda."""
    passed = False
    for part in parts:
        slides = part.slides
        if not passed and any(slide.id == agenda.id for slide in slides):
            passed = True
            slides = slides[[slide.id for slide in slides].index(agenda.id) + 1 :]
        if passed and slides:
            yield part.title, slides


def _entry(title: str, slides: tuple[Slide, ...]) -> LinkItem:
    count = "1 slide" if len(slides) == 1 else f"{len(slides)} slides"
    time = sum(slide.minutes or 0 for slide in slides)
    audience = plain(f"{count} · {minutes(time)}" if time else count)
    return LinkItem(Paragraph((Run(title, link=Link(f"slide:{slides[0].id}")),)), audience)
