"""What two decks, or two sets of them, say in, how they differ out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from deckbuild.bundle.diff.match import matched, moved
from deckbuild.bundle.diff.values import (
    FIELDS,
    Comparison,
    DeckChange,
    DeckText,
    FieldChange,
    Placed,
    SlideChange,
    SlideText,
)
from deckbuild.bundle.diff.words import all_lines, different_lines


def comparison(
    old: str, new: str, older: Mapping[str, DeckText], newer: Mapping[str, DeckText]
) -> Comparison:
    """Return how two sets of decks, by name, differ. *old* and *new* are what the sets are called."""
    return Comparison(
        old,
        new,
        tuple(deck_change(name, older[name], deck) for name, deck in newer.items() if name in older),
        tuple(name for name in newer if name not in older),
        tuple(name for name in older if name not in newer),
    )


def deck_change(name: str, old: DeckText, new: DeckText) -> DeckChange:
    """Return how two states of a deck differ."""
    if old.slides == new.slides:
        return DeckChange(name, old, new, ())
    found = matched(old.slides, new.slides)
    away = moved(found)
    back = {there: here for here, there in found.items()}
    changes: list[tuple[tuple[int, int], Placed]] = []
    for number, slide in enumerate(new.slides):
        here = back.get(number)
        if here is None:
            changes.append(((number, 1), Placed(_only("added", slide), None, number + 1)))
        elif change := _kept(old.slides[here], slide, moved=here in away):
            changes.append(((number, 1), Placed(change, here + 1, number + 1)))
    for number, slide in enumerate(old.slides):
        if number not in found:
            # Where it stood: after the nearest slide before it that is still there.
            place = next((found[n] for n in range(number, -1, -1) if n in found and n not in away), -1)
            changes.append(((place, 2 + number), Placed(_only("removed", slide), number + 1, None)))
    return DeckChange(
        name, old, new, tuple(placed for _, placed in sorted(changes, key=lambda each: each[0]))
    )


def _only(kind: str, slide: SlideText) -> SlideChange:
    """Return that only one of the decks has a slide, with all that it says."""
    added = kind == "added"
    fields = tuple(
        FieldChange(field, all_lines(slide.lines[field], added=added))
        for field in FIELDS
        if field in slide.lines and field not in ("title", "pictures", "layout")
    )
    return SlideChange("added" if added else "removed", slide.id, slide.title, moved=False, fields=fields)


def _kept(old: SlideText, new: SlideText, *, moved: bool) -> SlideChange | None:
    """Return how a slide differs; None where it does not."""
    fields = tuple(_fields(old, new))
    if not fields and not moved:
        return None
    return SlideChange("kept", new.id or old.id, new.title, moved=moved, fields=fields)


def _fields(old: SlideText, new: SlideText) -> Iterable[FieldChange]:
    for field in FIELDS:
        before, after = old.lines.get(field, ()), new.lines.get(field, ())
        if before != after:
            yield FieldChange(field, different_lines(before, after))
