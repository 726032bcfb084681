"""The words in which people are told of changes: which slide, where, and what became of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from deckbuild.bundle.diff.values import Comparison, DeckChange, Field, Placed, SlideChange

Group = Sequence[tuple[DeckChange, Placed]]
"""The decks that have one change, each with the slide's place in it."""

NAMES: dict[Field, str] = {
    "title": "Title",
    "text": "Text",
    "table": "Table",
    "figures": "Numbers of the chart",
    "alternative text": "Description for those who do not see it",
    "notes": "Speaker notes",
    "pictures": "Picture",
    "layout": "Slide layout",
    "part": "Part of the session",
}
"""Field → what readers call it."""


def deed(change: SlideChange) -> str:
    """Return what became of a slide, in a word or three."""
    if change.kind != "kept":
        return change.kind
    if not change.moved:
        return "changed"
    return "moved and changed" if change.fields else "moved"


def numbers(group: Group) -> str:
    """Return the slide's number, or its numbers where it has another in each deck; and where it was."""
    new = _listed(placed.new for _, placed in group)
    old = _listed(placed.old for _, placed in group)
    if not new:
        return f"was slide {old}"
    return f"slide {new}, was {old}" if old and old != new else f"slide {new}"


def _listed(found: Iterable[int | None]) -> str:
    return "/".join(str(each) for each in sorted({each for each in found if each is not None}))


def decks_of(group: Group, compared: Comparison) -> str:
    """Return which decks have a change; empty where there is one deck alone."""
    if len(compared.decks) == 1:
        return ""
    if len(group) == len(compared.decks):
        return f"in all {len(group)} decks"
    return f"in {', '.join(deck.name for deck, _ in group)}"


def is_opaque(field: Field) -> bool:
    """Return whether a field's lines are digests, which tell a reader nothing."""
    return field == "pictures"


def counts(decks: Iterable[DeckChange]) -> Counter[str]:
    """Return how many slides were added, removed, moved and changed."""
    found: Counter[str] = Counter()
    for deck in decks:
        for placed in deck.slides:
            change = placed.change
            found[change.kind] += change.kind != "kept"
            found["moved"] += change.moved
            found["changed"] += change.kind == "kept" and bool(change.fields)
    return found


def summary(compared: Comparison) -> str:
    """Return the counts of a whole comparison as a sentence."""
    slides = counts(compared.decks)
    told = [f"{slides[word]} {word}" for word in ("added", "removed", "moved", "changed") if slides[word]]
    decks = [
        f"{len(names)} deck{'' if len(names) == 1 else 's'} {word}"
        for word, names in (("added", compared.added), ("removed", compared.removed))
        if names
    ]
    if not told and not decks:
        return "The decks say the same."
    said = [f"slides: {', '.join(told)}"] if told else []
    text = "; ".join([*decks, *said])
    return f"{text[0].upper()}{text[1:]}."
