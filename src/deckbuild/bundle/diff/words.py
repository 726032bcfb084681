"""Two lists of lines in, the lines that differ out, each with its words that differ."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from deckbuild.bundle.diff.values import Line, Piece

MOST_TOKENS = 4_000
"""Words of two lines that are compared word by word; the work grows with their square."""
MOST_LINES = 4_000
ALIKE = 0.5
"""Part of the words that two lines share, from which on one is said to be the other, changed."""

_TOKEN = re.compile(r"\w+(?:[.,’'-]\w+)*|\s+|[^\w\s]")
"""A word or number (43,190; don’t), a space, a mark."""


def different_lines(old: Sequence[str], new: Sequence[str]) -> tuple[Line, ...]:
    """Return the lines that differ, in order."""
    old, new = old[:MOST_LINES], new[:MOST_LINES]
    found: list[Line] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            found += _paired(old[a:b], new[c:d])
    return tuple(found)


def all_lines(lines: Sequence[str], *, added: bool) -> tuple[Line, ...]:
    """Return lines that only one of the two has."""
    return tuple((Piece("added" if added else "removed", line),) for line in lines[:MOST_LINES])


def _paired(old: Sequence[str], new: Sequence[str]) -> Iterator[Line]:
    """Yield the lines of a stretch in which none is the same: changed ones paired, in their order."""
    at = 0
    for line in old:
        near = next((n for n in range(at, len(new)) if similarity(line, new[n]) >= ALIKE), None)
        if near is None:
            yield (Piece("removed", line),)
            continue
        yield from ((Piece("added", each),) for each in new[at:near])
        yield different_words(line, new[near])
        at = near + 1
    yield from ((Piece("added", each),) for each in new[at:])


def similarity(one: str, other: str) -> float:
    """Return how much two texts share, from 0 to 1; their words count, in any order but as often."""
    first, second = one.casefold().split(), other.casefold().split()
    if not first or not second:
        return float(first == second)
    return SequenceMatcher(None, sorted(first), sorted(second), autojunk=False).quick_ratio()


def different_words(old: str, new: str) -> Line:
    """Return a line with what is removed from and added to it."""
    first, second = _TOKEN.findall(old), _TOKEN.findall(new)
    if len(first) + len(second) > MOST_TOKENS:
        return (Piece("removed", old), Piece("added", new))
    pieces: list[Piece] = []
    for kind, a, b, c, d in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        before, after = "".join(first[a:b]), "".join(second[c:d])
        if kind == "equal":
            pieces.append(Piece("same", before))
        else:
            pieces += [Piece("removed", before)] if before else []
            pieces += [Piece("added", after)] if after else []
    return tuple(_without_islands(pieces))


def _without_islands(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Yield the pieces with a space alone between two changes made part of both: phrases read better."""
    removed, added = "", ""
    for n, piece in enumerate(pieces):
        inside = 0 < n < len(pieces) - 1 and (removed or added)
        if piece.kind == "same" and not (inside and not piece.text.strip()):
            yield from _change(removed, added)
            removed = added = ""
            yield piece
        else:
            removed += piece.text if piece.kind != "added" else ""
            added += piece.text if piece.kind != "removed" else ""
    yield from _change(removed, added)


def _change(removed: str, added: str) -> Iterator[Piece]:
    if removed:
        yield Piece("removed", removed)
    if added:
        yield Piece("added", added)
