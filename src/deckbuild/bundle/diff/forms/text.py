"""A comparison in, plain text out: [-removed-] and {+added+}, as git's word diff writes them."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.bundle.diff.values import Comparison, Line, Piece, SlideChange, grouped
from deckbuild.bundle.diff.wording import NAMES, Group, decks_of, deed, is_opaque, numbers, summary


def text(compared: Comparison) -> str:
    """Return the text."""
    return "\n".join(_lines(compared)) + "\n"


def _lines(compared: Comparison) -> Iterator[str]:
    yield f"{compared.old} → {compared.new}"
    yield summary(compared)
    yield from (f"deck added: {name}" for name in compared.added)
    yield from (f"deck removed: {name}" for name in compared.removed)
    for change, group in grouped(compared.decks):
        yield ""
        yield from _change(change, group, compared)


def _change(change: SlideChange, group: Group, compared: Comparison) -> Iterator[str]:
    facts = ", ".join(each for each in (change.id, numbers(group)) if each)
    yield f"{deed(change)}: “{change.title}” ({facts})"
    where = decks_of(group, compared)
    if where:
        yield f"  {where}"
    for field in change.fields:
        if is_opaque(field.field):
            yield f"  {NAMES[field.field]}: another"
            continue
        yield f"  {NAMES[field.field]}:"
        yield from (f"    {_line(line)}" for line in field.lines)


def _line(line: Line) -> str:
    return "".join(_piece(each) for each in line)


def _piece(piece: Piece) -> str:
    match piece.kind:
        case "removed":
            return f"[-{piece.text}-]"
        case "added":
            return f"{{+{piece.text}+}}"
        case "same":
            return piece.text
