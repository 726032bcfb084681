"""Facilitator guide: a deck in; the session at a glance, its plan with times, and every slide's notes out.

What is to be done stands before what is to be said, and what only the facilitator may know in a frame.
"""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.diagnostics import Diagnostic
from deckbuild.model.dataclasses import replace
from deckbuild.model.deck import Deck
from deckbuild.model.document import Block, Document, Heading, PageOptions, Section
from deckbuild.model.text import plain
from deckbuild.pack.at_a_glance import at_a_glance
from deckbuild.pack.documents import document
from deckbuild.pack.guide_slide import guide_slide
from deckbuild.pack.headings import PART
from deckbuild.pack.session_plan import session_plan, warnings_of
from deckbuild.pack.timing import TimedPart, Timetable, clock, minutes_of, timetable

KIND = "facilitator-guide"


def compose(deck: Deck, options: PageOptions) -> tuple[Document, list[Diagnostic]]:
    """Return the guide, and a finding where slides without minutes leave time that nobody has planned."""
    times = timetable(deck)
    blocks = [
        Section((_heading("The session at a glance"), at_a_glance(deck))),
        Section((_heading("Session plan"), *warnings_of(times), session_plan(times)), together=True),
        *(block for number, part in enumerate(times.parts, 1) for block in _part(number, part)),
    ]
    return document(KIND, deck, options, blocks), list(_unplanned(times))


def _heading(words: str) -> Heading:
    return Heading(PART, plain(words))


def _part(number: int, part: TimedPart) -> Iterator[Block]:
    """Yield the part's slides; its heading says when it begins and how long it takes."""
    eyebrow = f"Part {number} · begins at {clock(part.start)} · {minutes_of(part.minutes)}"
    for timed in part.slides:
        yield Section(
            tuple(
                replace(block, eyebrow=eyebrow)
                if isinstance(block, Heading) and block.level == PART
                else block
                for block in guide_slide(timed)
            )
        )


def _unplanned(times: Timetable) -> Iterator[Diagnostic]:
    if not times.in_hand or not times.untimed:
        return
    first, *others = (each.slide for each in times.untimed)
    names = ", ".join(f"`{each.slide.id}`" for each in times.untimed)
    yield Diagnostic(
        "DB225",
        "info",
        f"{minutes_of(times.in_hand)} of the session are left, and no minutes are given for {names}",
        first.origin,
        ("Give these slides their `minutes`.",),
        tuple((other.origin, "no minutes either") for other in others),
    )
