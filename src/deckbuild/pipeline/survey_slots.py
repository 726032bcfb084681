"""What is still to be filled in: local keys without a value, and where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuild.model.dataclasses import dataclass
from deckbuild.pipeline.survey import Answer, Question, Where, where
from deckbuild.pipeline.survey_decks import AssembledDeck, assembled_decks

if TYPE_CHECKING:
    from deckbuild.diagnostics import SourceMap


@dataclass(frozen=True, slots=True)
class SlotPlace:
    """Where a slot shows."""

    slide: str
    """Empty where it stands in the session's own texts."""
    place: Where


@dataclass(frozen=True, slots=True)
class OpenSlot:
    """A key that nobody has filled, in all the decks asked for."""

    key: str
    type: str
    explain: str
    decks: tuple[str, ...]
    """`SESSION/PROFILE`, sorted."""
    places: tuple[SlotPlace, ...]
    """In the order of the decks, each once."""

    def as_object(self) -> dict[str, object]:
        """Return it for JSON."""
        places = [{"slide": each.slide, **each.place.as_object()} for each in self.places]
        return {
            "key": self.key,
            "type": self.type,
            "explain": self.explain,
            "decks": list(self.decks),
            "places": places,
        }


@dataclass(frozen=True, slots=True)
class OpenSlots:
    """All of them."""

    slots: tuple[OpenSlot, ...]
    """Sorted by key."""

    def as_object(self) -> dict[str, object]:
        """Return it for JSON."""
        return {"slots": [each.as_object() for each in self.slots]}


SLOT = "DB214"
"""The finding that a build has for a slot; the answer says the same at more length."""


def slots(question: Question) -> Answer[OpenSlots]:
    """Return the slots of the decks asked for.

    Raises:
        ProjectNotFoundError: the folder is in no project.
    """
    answer = assembled_decks(question)
    if answer.value is None:
        return Answer(None, answer.diagnostics, answer.places, answer.could_run)
    others = tuple(each for each in answer.diagnostics if each.code != SLOT)
    return Answer(OpenSlots(_slots(answer.value, answer.places)), others, answer.places)


def _slots(assembled: tuple[AssembledDeck, ...], places: SourceMap) -> tuple[OpenSlot, ...]:
    decks: dict[tuple[str, str, str], list[str]] = {}
    seen: dict[str, dict[SlotPlace, None]] = {}
    for each in assembled:
        for slot in each.assembly.slots:
            decks.setdefault((slot.key, slot.type, slot.explain), []).append(each.variant.name)
            here = (SlotPlace(slide, where(origin, places)) for slide, origin in slot.places)
            seen.setdefault(slot.key, {}).update(dict.fromkeys(here))
    return tuple(
        OpenSlot(key, type_, explain, tuple(sorted(names)), tuple(seen[key]))
        for (key, type_, explain), names in sorted(decks.items())
    )
