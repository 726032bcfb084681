"""Jumps between slides: each `slide:MODULE/SLIDE` must lead to a slide that this deck has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from deckbuild.diagnostics import did_you_mean, error

if TYPE_CHECKING:
    from deckbuild.assemble.shared import Shared
    from deckbuild.diagnostics import Diagnostic
    from deckbuild.model.origin import Origin
    from deckbuild.model.source import Slide
    from deckbuild.model.text import Paragraph


def check_jumps(
    slides: tuple[Slide, ...],
    others: Iterable[Paragraph],
    profile: str,
    shared: Shared,
    findings: list[Diagnostic],
) -> None:
    """Append a finding for each jump, on a slide or in *others*, to a slide that the deck does not have."""
    here = {slide.id for slide in slides}
    for jumps in (*(shared.traits(slide).jumps for slide in slides), _jumps(others)):
        findings.extend(
            error(
                "DB205",
                f"the link leads to the slide “{target}”, which the deck for {profile} does not have",
                origin,
                _hints(target, here),
                word=f"slide:{target}",
            )
            for target, origin in jumps
            if target not in here
        )


def _jumps(paragraphs: Iterable[Paragraph]) -> Iterator[tuple[str, Origin]]:
    for paragraph in paragraphs:
        for run in paragraph.runs:
            if run.link and run.link.slide is not None:
                yield run.link.slide, paragraph.origin


def _hints(target: str, here: set[str]) -> tuple[str, ...]:
    """Return what to do: correct the id where a similar one is in the deck, and in any case use the slide."""
    near = [hint for hint in did_you_mean(target, here) if hint.startswith("Write ")]
    return (*near, f"Add `use: {target}` to the session for this profile, or take the link out.")
