"""What was decided about every slide that might be in a deck, and whether those are in it that must be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from deckbuild.diagnostics import did_you_mean, error
from deckbuild.model.trace import Verdict

if TYPE_CHECKING:
    from deckbuild.assemble.state import State
    from deckbuild.model.source import Change, Profile


def verdicts(state: State, others: Iterable[Profile]) -> tuple[Verdict, ...]:
    """Return a verdict on each slide of every module that the session or a change to it names.

    Slides of the deck come first, in its order; then the others by module, in the order of the session.
    """
    parts = {call.slide: title for title, calls in state.parts for call in calls}
    modules = dict.fromkeys(target.partition("/")[0] for target in _named(state, others))
    slides = [head.id for module in modules for head in state.heads(module)]
    slides += [slide.id for slide in state.local.slides.values()] if state.local else []
    return tuple(
        Verdict(slide, slide in parts, parts.get(slide, ""), tuple(state.rules.get(slide, ())))
        for slide in dict.fromkeys((*parts, *slides))
    )


def _named(state: State, others: Iterable[Profile]) -> Iterator[str]:
    """Yield the modules and slides that the session and the changes to it name."""
    for part in state.session.parts:
        yield from (use.target for use in part.uses)
    for profile in (state.profile, *others):
        for change in profile.changes.get(state.session.id, ()):
            yield from _targets(change)
    for change in state.local.changes if state.local else ():
        yield from _targets(change)


def _targets(change: Change) -> tuple[str, ...]:
    return tuple(each for each in (change.slide, change.with_) if each)


def check_mandatory(state: State) -> None:
    """Note each mandatory slide that the deck does not have, at what keeps it out."""
    for n, slide in enumerate(state.session.mandatory):
        if slide in state.here:
            continue
        place = state.session.origin.at("mandatory", n)
        message = f"the deck for {state.profile.id} lacks the slide “{slide}”, which is mandatory"
        rules = state.rules.get(slide)
        if not rules:
            here = [call.slide for _, calls in state.parts for call in calls]
            # Nothing of this profile's keeps it out, so the message is the same for all.
            never = f"nothing brings in the slide “{slide}”, which is mandatory"
            hints = (*did_you_mean(slide, here)[:1], f"Or add `use: {slide}` to the session.")
            state.findings.append(error("DB218", never, place, hints))
            continue
        hint = "Take that out, or take the slide out of `mandatory`."
        related = [(place, "it is mandatory here")]
        said = f"{message}: {rules[-1].text}"
        state.findings.append(error("DB218", said, rules[-1].origin, [hint], related))
