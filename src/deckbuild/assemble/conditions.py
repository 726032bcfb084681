"""Conditions in, what they say about one profile out, as rules in plain words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from deckbuild.model.trace import Rule

if TYPE_CHECKING:
    from deckbuild.model.condition import Condition
    from deckbuild.model.source import Module, Profile, SlideHead, Use
    from deckbuild.model.trace import RuleKind


def conditions(
    head: SlideHead, modules: Mapping[str, Module], profile: Profile, use: Use | None = None
) -> list[tuple[Rule, bool]]:
    """Return each condition on a slide as a rule, and whether it admits the profile.

    In the order in which they are asked: of the use, where one calls for the slide, of the module, of the
    slide itself.
    """
    module = modules.get(head.id.partition("/")[0])
    if not (head.when or (module and module.when) or (use and use.when)):
        return []  # most slides are for everybody
    asked: list[tuple[Condition | None, RuleKind | None, str]] = [
        (use.when if use else None, None, ""),
        (module.when if module else None, "module-condition", "the module is "),
        (head.when, "slide-condition", "the slide is "),
    ]
    return [
        (_rule(when, kind or ("only" if when.only else "except"), lead, profile), when.admits(profile.names))
        for when, kind, lead in asked
        if when is not None
    ]


def _rule(when: Condition, kind: RuleKind, lead: str, profile: Profile) -> Rule:
    field, names = ("only", when.only) if when.only else ("except", when.except_)
    for_whom = f"only for {', '.join(names)}" if when.only else f"not for {', '.join(names)}"
    tagged = next((name for name in names if name in profile.tags), "")
    this = f"{profile.id} ({tagged})" if tagged else profile.id
    return Rule(kind, f"{lead}{for_whom}; this is {this}", "shared", when.origin.at(field))
