"""Titles that tell slides apart: a screen reader's user moves through a deck by them (WCAG 2.4.2)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from deckbuild.assemble.keys import joined
from deckbuild.model.dataclasses import replace
from deckbuild.model.text import Paragraph, Run


def unique(titles: Iterable[Paragraph]) -> list[Paragraph]:
    """Return the titles in order, those that are equal as text numbered: "Learning (1 of 2)"."""
    result = list(titles)
    # Again where a number made a title that another slide already has.
    while len({title.text for title in result}) < len(result):
        result = _numbered(result)
    return result


def _numbered(titles: list[Paragraph]) -> list[Paragraph]:
    total = Counter(title.text for title in titles)
    seen: Counter[str] = Counter()
    result = []
    for title in titles:
        seen[title.text] += 1
        of = total[title.text]
        result.append(_with(title, f" ({seen[title.text]} of {of})") if of > 1 else title)
    return result


def _with(title: Paragraph, ending: str) -> Paragraph:
    """Return the title with an ending in the appearance of its last letters, but no link or language."""
    last = replace(title.runs[-1], text=ending, link=None, lang=None) if title.runs else Run(ending)
    return replace(title, runs=joined((*title.runs, last)))
