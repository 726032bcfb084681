"""A comparison in, plain objects for JSON out; `docs/commands.md` names their keys."""

from __future__ import annotations

from deckbuild.bundle.diff.values import Comparison, DeckChange, Placed
from deckbuild.bundle.diff.wording import counts

Json = dict[str, object]


def objects(compared: Comparison) -> Json:
    """Return the object of a comparison."""
    return {
        "old": compared.old,
        "new": compared.new,
        "differs": compared.differs,
        "added": list(compared.added),
        "removed": list(compared.removed),
        "decks": [_deck(each) for each in compared.decks],
    }


def _deck(deck: DeckChange) -> Json:
    slides = counts((deck,))
    return {
        "name": deck.name,
        "counts": {word: slides[word] for word in ("added", "removed", "moved", "changed")},
        "slides": [_slide(each) for each in deck.slides],
    }


def _slide(placed: Placed) -> Json:
    change = placed.change
    return {
        "id": change.id,
        "title": change.title,
        "kind": change.kind,
        "moved": change.moved,
        "old-number": placed.old,
        "new-number": placed.new,
        "fields": [
            {
                "field": field.field,
                "lines": [[{"kind": each.kind, "text": each.text} for each in line] for line in field.lines],
            }
            for field in change.fields
        ],
    }
