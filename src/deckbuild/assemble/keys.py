"""Words that differ between agencies and places: `{{ name }}` in a text becomes the key's value.

A value comes from the local session, else from the profile, else from the key's declaration. A `local.` key
that has none is a slot: it says in brackets what belongs there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from deckbuild.assemble.walk import change_slide, change_text
from deckbuild.diagnostics import did_you_mean, error, warning
from deckbuild.model.dataclasses import dataclass, field, replace
from deckbuild.model.dates import long_date
from deckbuild.model.text import Paragraph, Run, Text, alike
from deckbuild.model.trace import Slot

if TYPE_CHECKING:
    from deckbuild.diagnostics import Diagnostic
    from deckbuild.model.origin import Origin
    from deckbuild.model.source import KeyDeclaration, LocalSession, Profile, Session, Slide

Where = Literal["slides", "notes"]
"""What everybody may see, or the facilitator alone."""


def key_values(
    session: Session,
    profile: Profile,
    declared: Mapping[str, KeyDeclaration],
    local: LocalSession | None = None,
) -> Mapping[str, str]:
    """Return every key's value for session × profile, as readers see it; a key without value is not there."""
    defaults = {name: key.default for name, key in declared.items() if key.default is not None}
    given = {**defaults, **profile.keys, **(local.keys if local else {})}
    return {
        **{name: _shown(value, declared.get(name)) for name, value in given.items()},
        "agency.name": profile.agency,
        "session.title": local.title if local and local.title else session.title,
        "session.date": long_date(session.date),
    }


def _shown(value: str, key: KeyDeclaration | None) -> str:
    if key and key.type == "date":
        return long_date(value)
    if key and key.type == "minutes":
        return f"{value} {'minute' if float(value) == 1 else 'minutes'}"
    return value


@dataclass(slots=True)
class Keys:
    """The keys of one deck; gathers where those stand that nobody has filled."""

    values: Mapping[str, str]
    declared: Mapping[str, KeyDeclaration] = field(default_factory=dict)
    unfilled: dict[str, list[tuple[str, Origin]]] = field(default_factory=dict)
    """Key → slides and places; no slide for the session's own texts."""

    def slots(self) -> tuple[Slot, ...]:
        """Return the slots that were met, by name."""
        found = ((self.declared[name], places) for name, places in sorted(self.unfilled.items()))
        return tuple(Slot(key.name, key.explain, key.type, tuple(places)) for key, places in found)


def replace_keys(slide: Slide, keys: Keys, findings: list[Diagnostic]) -> Slide:
    """Return the slide with its keys replaced; one without value stays as written and gives a finding."""

    def changer(where: Where) -> _Changer:
        return _Changer(slide.id, where, keys, findings)

    return change_slide(slide, changer("slides").change, changer("notes").change)


def replace_in_text(text: Text, where: Where, keys: Keys, findings: list[Diagnostic]) -> Text:
    """Return a text that stands on no slide with its keys replaced; *where* is who may read it."""
    return change_text(text, _Changer("", where, keys, findings).change)


def slot_warnings(slots: Sequence[Slot]) -> list[Diagnostic]:
    """Return a finding for each slot, with all its places."""
    found = []
    for slot in slots:
        (_, first), *rest = slot.places
        message = f"the key “{slot.key}” has no value, and shows as “{slot_text(slot.explain)}”"
        hint = f"Give `{slot.key}` a value under `keys` of a local session, or of the profile."
        related = [
            (origin, f"it also stands on “{slide}”" if slide else "it also stands here")
            for slide, origin in rest
        ]
        found.append(warning("DB214", message, first, [hint], related, word=slot.key))
    return found


def slot_text(explain: str) -> str:
    """Return what a slot shows."""
    return f"[{explain}]"


@dataclass(frozen=True, slots=True)
class _Changer:
    """Replaces the keys of a slide's own text or of its notes, or of the session's texts."""

    slide: str
    """Empty for the session's texts."""
    where: Where
    keys: Keys
    findings: list[Diagnostic]

    def change(self, paragraph: Paragraph) -> Paragraph:
        if not any(run.key for run in paragraph.runs):
            return paragraph
        return replace(paragraph, runs=joined(self._filled(run, paragraph.origin) for run in paragraph.runs))

    def _filled(self, run: Run, origin: Origin) -> Run:
        if run.key is None:
            return run
        key = self.keys.declared.get(run.key)
        if key and self.where not in key.used_in:
            self._misplaced(key, run.text, origin)
        value = self.keys.values.get(run.key)
        if value is None and key and key.is_local:
            self.keys.unfilled.setdefault(key.name, []).append((self.slide, origin))
            value = slot_text(key.explain)
        if value is None:
            self._missing(run, key, origin)
            return run
        return replace(run, text=value, key=None)

    def _misplaced(self, key: KeyDeclaration, word: str, origin: Origin) -> None:
        allowed = key.used_in[0]
        message = f"the key “{key.name}” stands in {self.where}, and is for {allowed} alone"
        hints = [f"Move it into the {allowed}, or add `{self.where}` to its `used-in`."]
        related = [(key.origin.at("used-in"), "declared here")]
        self.findings.append(error("DB217", message, origin, hints, related, word=word))

    def _missing(self, run: Run, key: KeyDeclaration | None, origin: Origin) -> None:
        name, word = run.key or "", run.text
        if key is None:
            known = {*self.keys.values, *self.keys.declared}
            message = f"there is no key “{name}”"
            self.findings.append(error("DB204", message, origin, did_you_mean(name, known), word=word))
            return
        message = f"the key “{name}” has no value in this profile"
        hints = ["Give it a value under `keys` of the profile, or a `default` where it is declared."]
        self.findings.append(
            error("DB204", message, origin, hints, [(key.origin, "declared here")], word=word)
        )


def joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Return the runs with neighbours of one appearance made one, as a person would have typed them."""
    result: list[Run] = []
    for run in runs:
        if not run.text:
            continue
        last = result[-1] if result else None
        if last is not None and alike(last, run):
            result[-1] = replace(last, text=last.text + run.text)
        else:
            result.append(run)
    return tuple(result)
