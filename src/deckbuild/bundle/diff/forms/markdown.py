"""A comparison in, Markdown out (CommonMark with strikethrough): ~~removed~~ and **added**."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckbuild.bundle.diff.values import Comparison, Line, Piece, SlideChange, grouped
from deckbuild.bundle.diff.wording import NAMES, Group, decks_of, deed, is_opaque, numbers, summary

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&!])")


def markdown(compared: Comparison) -> str:
    """Return the Markdown."""
    return "\n".join(_lines(compared)) + "\n"


def escaped(text: str) -> str:
    """Return a text of a deck as it stands in Markdown."""
    return _SPECIAL.sub(r"\\\1", text)


def line_text(line: Line) -> str:
    """Return a line with what differs in it marked."""
    text, before = "", "same"
    for each in line:
        # A mark that follows a mark at once would be read as part of it.
        text += (" " if "same" not in (before, each.kind) else "") + _piece(each)
        before = each.kind
    return text


def _piece(piece: Piece) -> str:
    # Marks stick to words: a space inside them is none of theirs.
    bare = piece.text.strip()
    if piece.kind == "same" or not bare:
        return escaped(piece.text)
    mark = "~~" if piece.kind == "removed" else "**"
    before, after = piece.text.split(bare, 1)
    return f"{before}{mark}{escaped(bare)}{mark}{after}"


def _lines(compared: Comparison) -> Iterator[str]:
    yield f"# {escaped(compared.old)} → {escaped(compared.new)}"
    yield ""
    yield escaped(summary(compared))
    for word, names in (("added", compared.added), ("removed", compared.removed)):
        if names:
            yield ""
            yield from (f"- Deck {word}: {escaped(name)}" for name in names)
    for change, group in grouped(compared.decks):
        yield ""
        yield from _change(change, group, compared)


def _change(change: SlideChange, group: Group, compared: Comparison) -> Iterator[str]:
    word = deed(change)
    yield f"## {word[0].upper()}{word[1:]}: “{escaped(change.title)}”"
    yield ""
    facts = (f"`{change.id}`" if change.id else "", numbers(group), escaped(decks_of(group, compared)))
    yield f"{', '.join(each for each in facts if each)}"
    yield from field_lines(change)


def field_lines(change: SlideChange) -> Iterator[str]:
    """Yield a list of what differs in a slide, after an empty line."""
    if change.fields:
        yield ""
    for field in change.fields:
        name = NAMES[field.field]
        if is_opaque(field.field):
            yield f"- {name}: another"
        elif len(field.lines) == 1:
            yield f"- {name}: {line_text(field.lines[0])}"
        else:
            yield f"- {name}:"
            yield from (f"  - {line_text(line)}" for line in field.lines)
