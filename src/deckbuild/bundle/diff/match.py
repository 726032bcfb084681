"""The slides of two decks in, which of the one is which of the other out, and which have moved."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Sequence

from deckbuild.bundle.diff.values import SlideText
from deckbuild.bundle.diff.words import similarity

ALIKE = 0.6
"""Part of the words that two slides share, from which on they are taken for one."""
MOST_COMPARED = 40_000
"""Pairs of slides without ids and titles in common that are compared by their words."""


def matched(old: Sequence[SlideText], new: Sequence[SlideText]) -> dict[int, int]:
    """Return the index in *new* of each slide of *old* that is there too.

    Slides are one by their id, else by the mark that PowerPoint keeps, else by their title, each where it is
    unique on both sides; else by their words, the most similar first.
    """
    found: dict[int, int] = {}
    keys: tuple[Callable[[SlideText], str], ...] = (
        lambda each: each.id,
        lambda each: each.mark,
        lambda each: each.title.casefold(),
    )
    for key in keys:
        _by_key(old, new, key, found)
    _by_words(old, new, found)
    return found


def _by_key(
    old: Sequence[SlideText], new: Sequence[SlideText], key: Callable[[SlideText], str], found: dict[int, int]
) -> None:
    taken = set(found.values())
    left = _unique([(n, key(each)) for n, each in enumerate(old) if n not in found])
    right = _unique([(n, key(each)) for n, each in enumerate(new) if n not in taken])
    found.update({left[word]: right[word] for word in left if word in right})


def _unique(numbered: Sequence[tuple[int, str]]) -> dict[str, int]:
    times = Counter(word for _, word in numbered)
    return {word: number for number, word in numbered if word and times[word] == 1}


def _by_words(old: Sequence[SlideText], new: Sequence[SlideText], found: dict[int, int]) -> None:
    taken = set(found.values())
    # Slides that have ids, and not the same, are two slides, however much they have in common.
    left = [n for n in range(len(old)) if n not in found]
    right = [n for n in range(len(new)) if n not in taken]
    if len(left) * len(right) > MOST_COMPARED:
        return
    words = {id(each): _words(each) for each in (*(old[n] for n in left), *(new[n] for n in right))}
    near = [
        (-similarity(words[id(old[a])], words[id(new[b])]), a, b)
        for a in left
        for b in right
        if not (old[a].id and new[b].id)
    ]
    for unlike, a, b in sorted(near):
        if -unlike >= ALIKE and a not in found and b not in taken:
            found[a] = b
            taken.add(b)


def _words(slide: SlideText) -> str:
    fields = ("title", "text", "table", "figures")
    return " ".join(line for field in fields for line in slide.lines.get(field, ()))  # type: ignore[call-overload]


def moved(found: dict[int, int]) -> set[int]:
    """Return the indices in the older deck of the slides that moved: as few as explain the new order.

    *found* is that of `matched`; the longest run of slides that keeps its order stands still.
    """
    order = [found[n] for n in sorted(found)]
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for n, value in enumerate(order):
        at = bisect_left(tails, value)
        tails[at:] = [value]
        before.append(ends[at - 1] if at else -1)
        ends[at:] = [n]
    still = set()
    at = ends[-1] if ends else -1
    while at >= 0:
        still.add(at)
        at = before[at]
    return {old for n, old in enumerate(sorted(found)) if n not in still}
