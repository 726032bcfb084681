"""The boxes of a briefing against the deck: a slide whose words stand in a box is one of the deck's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuild.diagnostics import did_you_mean, error, has_errors, warning
from deckbuild.model.dataclasses import replace

if TYPE_CHECKING:
    from deckbuild.assemble.state import Plan
    from deckbuild.diagnostics import Diagnostic
    from deckbuild.model.origin import Origin
    from deckbuild.model.source import BriefingBox
    from deckbuild.model.trace import Rule


def boxes_of(
    briefing: tuple[BriefingBox, ...], plan: Plan, profile: str, findings: list[Diagnostic]
) -> tuple[BriefingBox, ...]:
    """Return the boxes with those of their slides that the deck has.

    A slide that it does not have is an error, but where a local session took it out: that trainer cannot
    change the briefing. A box that is left with nothing is an error in any case.
    """
    here = frozenset(plan.slides)
    rules = {verdict.slide: verdict.rules for verdict in plan.verdicts}
    made = []
    for box in briefing:
        kept = replace(box, slides=tuple(each for each in box.slides if each in here))
        missing = [
            _not_there(slide, box.origin.at("slides", n), rules.get(slide, ()), here, profile)
            for n, slide in enumerate(box.slides)
            if slide not in here
        ]
        if not kept.text and not kept.slides and not has_errors(missing):
            missing.append(_empty(box, profile))
        findings += missing
        made.append(kept)
    return tuple(made)


def _not_there(
    slide: str, place: Origin, rules: tuple[Rule, ...], here: frozenset[str], profile: str
) -> Diagnostic:
    if not rules:
        message = f"the briefing names the slide “{slide}”, which is not in the deck"
        return error("DB221", message, place, did_you_mean(slide, here))
    last = rules[-1]
    message = f"the briefing names the slide “{slide}”, which is not in the deck for {profile}: {last.text}"
    related = [(last.origin, f"{last.text}{f' ({last.why})' if last.why else ''}")]
    if last.layer == "local":
        hint = "Look whether the box still says what it should without the slide."
        return warning("DB221", message, place, [hint], related)
    hint = "Name a slide that every profile has, or write the box’s words as `text`."
    return error("DB221", message, place, [hint], related)


def _empty(box: BriefingBox, profile: str) -> Diagnostic:
    message = f"nothing stands in the box “{box.heading.text}” of the briefing for {profile}"
    hint = "Write a `text` for everybody, or name a slide that the deck has."
    return error("DB222", message, box.origin, [hint])
