"""Two releases in, what their documents say otherwise that stands on no slide, out: aims, forms, a briefing.

A document repeats slides, and so it is read only where no slide of its deck differs, or where it is made of
the session's own words. The version and the date of the session stand in each, and count as no difference.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deckbuild.bundle.diff.values import Comparison, DocumentChange, Line
    from deckbuild.bundle.inspect import Bundle
    from deckbuild.bundle.manifest import DeckEntry, Manifest, OutputEntry

OWN = ("seven-minute-briefing", "action-plan", "evaluation", "sign-in-sheet", "certificate")
"""Kinds that are made of the session's own words."""
OF_SLIDES = ("slides", "handout-", "notes-pages")
"""What kinds begin with that say what slides and notes say, and no more."""


def document_changes(
    old: Bundle, new: Manifest, outputs: Mapping[str, bytes], compared: Comparison
) -> list[DocumentChange]:
    """Return each change once for all decks and kinds that have it.

    *new* is the manifest of the release, *outputs* its files by path.
    """
    from deckbuild.bundle.diff.values import DocumentChange
    from deckbuild.pack import KINDS

    found: dict[tuple[str, tuple[Line, ...]], tuple[dict[str, None], dict[str, None]]] = {}
    for deck, lines, kind in _different(old, new, outputs, compared):
        kinds, agencies = found.setdefault((deck.session, lines), ({}, {}))
        kinds[KINDS[kind].name if kind in KINDS else kind] = None
        agencies[deck.agency] = None
    return [
        DocumentChange(session, tuple(kinds), tuple(agencies), lines)
        for (session, lines), (kinds, agencies) in found.items()
    ]


def _different(
    old: Bundle, new: Manifest, outputs: Mapping[str, bytes], compared: Comparison
) -> Iterator[tuple[DeckEntry, tuple[Line, ...], str]]:
    """Yield a deck, the lines that differ, and the kind of document that has them."""
    had = {each.path: each for each in old.manifest.outputs}
    before = {(each.session, each.profile): each for each in old.manifest.decks}
    now = {(each.session, each.profile): each for each in new.decks}
    same = {each.name for each in compared.decks if not each.slides}
    for each in new.outputs:
        deck, was, data = now[each.session, each.profile], had.get(each.path), old.members.get(each.path)
        if was is None or data is None or was.content == each.content:
            continue
        if each.format in OWN or (f"{each.session}/{each.profile}" in same and _says_more(each)):
            lines = _lines(each, data, outputs[each.path], before[each.session, each.profile], deck)
            if lines:
                yield deck, lines, each.format


def _says_more(output: OutputEntry) -> bool:
    # The page for browsers is the reading handout once more, whose lines can be told apart.
    return not output.format.startswith(("pptx", "html", *OF_SLIDES))


def _lines(
    output: OutputEntry, before: bytes, after: bytes, was: DeckEntry, deck: DeckEntry
) -> tuple[Line, ...]:
    from deckbuild.bundle.diff.words import different_lines
    from deckbuild.check.words import document_lines
    from deckbuild.model.dates import long_date

    old, new = document_lines(output.path, before), document_lines(output.path, after)
    if old is None or new is None:
        return ()
    version = re.compile(rf"\b(Version:? ){re.escape(was.version)}(?![\w.])")
    dates = long_date(was.date), long_date(deck.date)
    old = tuple(version.sub(rf"\g<1>{deck.version}", each).replace(*dates) for each in old)
    return tuple(different_lines(old, new))
