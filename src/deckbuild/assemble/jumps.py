"""Jumps between slides: each `slide:MODULE/SLIDE` must lead to a slide that this deck has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from deckbuild.assemble.walk import paragraphs_of_slide
from deckbuild.diagnostics import did_you_mean, error

if TYPE_CHECKING:
    from deckbuild.diagnostics import Diagnostic
    from deckbuild.model.origin import Origin
    from deckbuild.model.source import Slide


def check_jumps(slides: tuple[Slide, ...], profile: str, findings: list[Diagnostic]) -> None:
    """Append a finding for each jump to a slide that the deck does not have."""
    here = {slide.id for slide in slides}
    for slide in slides:
        findings.extend(
            error(
                "DB205",
                f"the link leads to the slide “{target}”, which the deck for {profile} does not have",
                origin,
                _hints(target, here),
                word=f"slide:{target}",
            )
            for target, origin in _jumps(slide)
            if target not in here
        )


def _jumps(slide: Slide) -> Iterator[tuple[str, Origin]]:
    for paragraph in paragraphs_of_slide(slide):
        for run in paragraph.runs:
            if run.link and run.link.slide is not None:
                yield run.link.slide, paragraph.origin


def _hints(target: str, here: set[str]) -> tuple[str, ...]:
    """Return what to do: correct the id where a similar one is in the deck, and in any case use the slide."""
    near = [hint for hint in did_you_mean(target, here) if hint.startswith("Write ")]
    return (*near, f"Add `use: {target}` to the session for this profile, or take the link out.")
