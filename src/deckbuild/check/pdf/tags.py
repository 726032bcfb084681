"""The tree of tags as values that compare: made once from the written file and once from its pages.

A tag holds tags, words and form fields in reading order. What is the same to a listener is the same value:
`settled` joins neighbouring words of one language and target, whatever sequences or spans they came in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Words:
    """Text in one language that leads to one place, or nowhere."""

    text: str
    language: str
    """BCP 47 tag."""
    target: str = ""
    """An address, or `anchor:` and the key of an anchor; empty where the words are no link."""
    page: int = field(default=0, compare=False)
    """From 1; 0 where it is not known."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A form field as its widget shows it, or one button of a set (ISO 32000-1, 12.7)."""

    name: str
    kind: str
    """`text`, `multiline`, `checkbox`, `radio` or `choice`."""
    label: str
    """What a screen reader says (TU)."""
    value: str = ""
    required: bool = False
    options: tuple[str, ...] = ()
    """What can be chosen, of `choice`; of a button of `radio` its own state."""
    page: int = field(default=0, compare=False)
    """From 1; 0 where it is not known."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A structure element and what it holds, in reading order."""

    role: str
    content: tuple[Content, ...] = ()
    alt: str = ""
    """Alternative text of a Figure."""
    language: str = ""
    """Of the alternative text; empty where there is none."""
    scope: str = ""
    """`Row` or `Column` of a TH; empty for none."""
    summary: str = ""
    """Of a Table."""
    page: int = field(default=0, compare=False)
    """From 1, where its content begins; 0 where it is not known."""


Content = Tag | Words | Filled

HEARD = str.maketrans({"\u2010": "-", "\u2011": "-", **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff")})
"""Hyphens of all kinds sound and copy as one; letters without width are not there."""


def words_in(content: Iterable[Content]) -> str:
    """Return all letters of tags and words, in order."""
    return "".join(each.text for each in _words(content))


def _words(content: Iterable[Content]) -> Iterator[Words]:
    for each in content:
        if isinstance(each, Words):
            yield each
        elif isinstance(each, Tag):
            yield from _words(each.content)


def settled(content: Iterable[Content]) -> tuple[Content, ...]:
    """Return what a tag holds with neighbouring words of one language and target made one.

    A space between two words stands at the beginning of the second, and none at the tag's beginning or end: a
    line break takes one away, and it is no matter on which side of a link it comes back.
    """
    found: list[Content] = []
    space = False
    for each in content:
        if not isinstance(each, Words):
            found.append(each)
            space = False
            continue
        inner = " ".join(each.text.translate(HEARD).split())
        space = space or each.text[:1].isspace()
        if inner:
            within = bool(found) and isinstance(found[-1], Words)
            found.append(replace(each, text=f" {inner}" if space and within else inner))
        space = each.text[-1:].isspace() or (space and not inner)
    return tuple(_joined(found))


def _joined(content: Iterable[Content]) -> Iterator[Content]:
    last: Words | None = None
    for each in content:
        if not isinstance(each, Words):
            if last:
                yield last
            last = None
            yield each
        elif last and (last.language, last.target) == (each.language, each.target):
            last = replace(last, text=last.text + each.text)
        else:
            if last:
                yield last
            last = each
    if last:
        yield last
