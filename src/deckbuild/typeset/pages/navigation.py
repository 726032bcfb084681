"""Bookmarks and anchors: headings and slides in; nested entries, and places, each once, out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from deckbuild.model.paged import Anchor, Bookmark
from deckbuild.typeset.pages.memory import Outlined


def bookmarks(outline: Sequence[Outlined]) -> tuple[Bookmark, ...]:
    """Return an entry for each heading, none more than one level deeper than the one before."""
    out: list[Bookmark] = []
    top = min((each.level for each in outline), default=1)
    depth = -1
    for each in outline:
        depth = min(each.level - top, depth + 1)
        out.append(Bookmark(each.title, each.key, depth))
    return tuple(out)


def anchors(placed: Iterable[Anchor]) -> tuple[Anchor, ...]:
    """Return the places, of those with one key the first: a slide's heading, not its picture."""
    known: dict[str, Anchor] = {}
    for each in placed:
        known.setdefault(each.key, each)
    return tuple(known.values())
