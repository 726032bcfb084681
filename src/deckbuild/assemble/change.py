"""Changes of a profile or a local session, applied to a deck in their order: each meets what is there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from deckbuild.assemble.conditions import conditions
from deckbuild.assemble.state import Call, Place, State
from deckbuild.diagnostics import did_you_mean, error
from deckbuild.model.dataclasses import dataclass
from deckbuild.model.source import LOCAL
from deckbuild.model.trace import Rule

if TYPE_CHECKING:
    from deckbuild.diagnostics import Diagnostic
    from deckbuild.model.origin import Origin
    from deckbuild.model.source import Change
    from deckbuild.model.trace import Layer


def apply_changes(state: State, changes: Iterable[Change], layer: Layer, who: str) -> None:
    """Apply changes to a deck in their order; one that cannot be applied is an error and changes nothing.

    *who* is what rules call the layer.
    """
    for change in changes:
        _APPLY[change.kind](_Step(state, change, layer, who))


@dataclass(frozen=True, slots=True)
class _Step:
    """One change and what it meets."""

    state: State
    change: Change
    layer: Layer
    who: str

    def rule(self, text: str) -> Rule:
        change = self.change
        return Rule(
            change.kind, f"{text} by {self.who}", self.layer, change.origin.at(change.kind), change.why
        )

    def take_out(self, places: Sequence[Place], rule: Rule) -> None:
        for place in reversed(places):
            self.state.note(self.state.take(place), rule)

    def bring_in(self, target: str, word: str, at: Place, text: str) -> None:
        """Put the slides that *target* names, in the field *word*, at a place."""
        place = self.change.origin.at(word)
        index = at.index
        for head in self.state.heads(target):
            asked = conditions(head, self.state.modules, self.state.profile)
            kept_out = [rule for rule, admits in asked if not admits]
            rules = [self.rule(text), *(rule for rule, _ in asked)]
            if kept_out:
                self.state.note(head.id, *rules)
                if target == head.id:
                    self._not_for_profile(target, place, kept_out[0])
            elif self.state.is_new(head.id, place):
                # The change decides; what its conditions admit comes before it.
                self.state.note(head.id, *rules[1:], rules[0])
                self.state.put(Call(head.id, place), Place(at.part, index))
                index += 1

    def _not_for_profile(self, slide: str, place: Origin, rule: Rule) -> None:
        message = f"the slide “{slide}” is brought in, and may not be: {rule.text}"
        hint = "Take the change out, or the condition."
        self.state.findings.append(error("DB220", message, place, [hint], [(rule.origin, "the condition")]))

    def places(self, target: str, word: str) -> list[Place]:
        """Return where *target*, which the field *word* names, stands in the deck; nowhere is an error."""
        found = self.state.places(target)
        if not found:
            self.state.findings.append(_not_there(self.state, target, self.change.origin.at(word)))
        return found


def _not_there(state: State, target: str, origin: Origin) -> Diagnostic:
    here = [call.slide for _, calls in state.parts for call in calls]
    known = here if "/" in target else sorted({each.partition("/")[0] for each in here} - {LOCAL})
    known = [each.removeprefix(f"{LOCAL}/") for each in known]
    what = "slide" if "/" in target else "slide of the module"
    message = f"the change names the {what} “{target}”, which is not in the deck for {state.profile.id}"
    rules = _of(state, target)
    if not rules:
        return error("DB215", message, origin, did_you_mean(target, known))
    last = rules[-1]
    why = f"{last.text}{f' ({last.why})' if last.why else ''}"
    return error(
        "DB215", message, origin, ["Take the change out, or name another slide."], [(last.origin, why)]
    )


def _of(state: State, target: str) -> list[Rule]:
    """Return what has decided about a slide, or about the first slide of a module."""
    ids = (id_ for id_ in state.rules if id_ == target or id_.partition("/")[0] == target)
    return state.rules.get(next(ids, ""), [])


def _omit(step: _Step) -> None:
    step.take_out(step.places(step.change.slide, "omit"), step.rule("left out"))


def _replace(step: _Step) -> None:
    change = step.change
    places = step.places(change.slide, "replace")
    if places:
        step.take_out(places, step.rule(f"replaced with {change.with_}"))
        step.bring_in(change.with_, "with", places[0], f"put in place of {change.slide}")


def _insert(step: _Step) -> None:
    change = step.change
    word = "before" if change.before else "after"
    beside = change.before or change.after
    places = step.places(beside, word)
    if places:
        at = places[0] if change.before else Place(places[-1].part, places[-1].index + 1)
        step.bring_in(change.slide, "insert", at, f"inserted {word} {beside}")


def _add(step: _Step) -> None:
    change, parts = step.change, step.state.parts
    titles = [title for title, _ in parts]
    if change.to and change.to not in titles:
        message = f"the session has no part “{change.to}”"
        step.state.findings.append(
            error("DB216", message, change.origin.at("to"), did_you_mean(change.to, titles))
        )
        return
    number = titles.index(change.to) if change.to else len(parts) - 1
    text = f"added at the end of the part “{titles[number]}”"
    step.bring_in(change.slide, "add", Place(number, len(parts[number][1])), text)


_APPLY = {"replace": _replace, "insert": _insert, "omit": _omit, "add": _add}
