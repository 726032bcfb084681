"""Which slides a deck has, in which order, and why: session, profile and local session in, a `Plan` out.

Three layers, each on top of the one before: the shared session with its conditions, the agency's changes, the
local session's changes. Only heads of slides are looked at, so that what no deck has is never opened.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from deckbuild.assemble.change import apply_changes
from deckbuild.assemble.conditions import conditions
from deckbuild.assemble.state import Call, Place, Plan, PlannedPart, State
from deckbuild.assemble.verdicts import check_mandatory, verdicts
from deckbuild.diagnostics import error, warning
from deckbuild.model.trace import Rule

if TYPE_CHECKING:
    from deckbuild.model.source import LocalSession, Module, Profile, Session, SlideHead, Use


def plan(
    session: Session,
    profile: Profile,
    modules: Mapping[str, Module],
    *,
    local: LocalSession | None = None,
    others: Iterable[Profile] = (),
) -> Plan:
    """Return the slides of a session for a profile, and a verdict on every slide that might be among them.

    Args:
        session: The shared session.
        profile: The agency.
        modules: With their heads; a module or slide that is not there is left out, as `read` has told.
        local: A trainer's session on top; None for the agency's own deck.
        others: Profiles of the session whose changes name further slides that verdicts are wanted on.
    """
    state = State(session, profile, modules, local)
    for part in session.parts:
        state.parts.append((part.title, []))
        for use in part.uses:
            _use(use, part.title, state)
    apply_changes(state, profile.changes.get(session.id, ()), "agency", f"the profile “{profile.id}”")
    if local:
        apply_changes(state, local.changes, "local", f"the local session “{local.id}”")
        _check_local_slides(local, state)
    check_mandatory(state)
    parts = (PlannedPart(title, tuple(calls)) for title, calls in state.parts if calls)
    return Plan(tuple(parts), verdicts(state, others), tuple(state.findings))


def _use(use: Use, part: str, state: State) -> None:
    """Put the slides of a use that are for the profile at the end of the last part."""
    heads = state.heads(use.target)
    alone = len(heads) == 1
    if not alone:
        _refuse_overrides(use, len(heads), state)
    origin = use.origin.at("use")
    how = "by itself" if "/" in use.target else "with its whole module"
    called = Rule("use", f"used {how} by the part “{part}”", "shared", origin)
    over = (_override(use),) if alone and _overrides(use) else ()
    for head in heads:
        asked = conditions(head, state.modules, state.profile, use)
        rules = [called, *(rule for rule, _ in asked)]
        if not all(admits for _, admits in asked):
            _leave_out(head, rules, state)
        elif state.is_new(head.id, origin):
            state.note(head.id, *over, *rules)
            own = (use.title, use.minutes, use.notes) if alone else (None, None, None)
            last = len(state.parts) - 1
            state.put(Call(head.id, origin, *own), Place(last, len(state.parts[last][1])))


def _leave_out(head: SlideHead, rules: list[Rule], state: State) -> None:
    """Note why a use does not bring a slide in; where another does, that one decides and stays last."""
    before = state.rules.setdefault(head.id, [])
    before[:] = [*rules, *before] if head.id in state.here else [*before, *rules]


def _overrides(use: Use) -> list[str]:
    """Return the fields by which a use changes its slide."""
    fields = (("title", use.title), ("minutes", use.minutes), ("notes", use.notes))
    return [name for name, value in fields if value is not None]


def _override(use: Use) -> Rule:
    fields = _overrides(use)
    words = f"{', '.join(fields[:-1])} and {fields[-1]}" if len(fields) > 1 else fields[0]
    return Rule("override", f"with {words} of the session’s own", "shared", use.origin.at(fields[0]))


def _refuse_overrides(use: Use, count: int, state: State) -> None:
    """Note fields that would change each slide of a module: they can be meant for one of them only."""
    for name in _overrides(use) if count else ():
        state.findings.append(
            error(
                "DB212",
                f"`{name}` changes one slide, and the module “{use.target}” has {count}",
                use.origin.at(name),
                ("Name the one slide that is meant: `use: MODULE/SLIDE`.",),
            )
        )


def _check_local_slides(local: LocalSession, state: State) -> None:
    for name, slide in local.slides.items():
        if slide.id not in state.rules:
            state.findings.append(
                warning(
                    "DB219",
                    f"no change brings the slide “{name}” into the session",
                    slide.origin,
                    (f"Add a change such as `insert: {name}`, or delete the slide.",),
                )
            )
