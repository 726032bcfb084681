"""What every part of a page must know: its language, and which anchors there are to lead to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass

from deckbuild.model.document import Block, Document, Grid, Heading, Margin, Panel, Row, Section
from deckbuild.model.text import Paragraph

_SAFE = re.compile(r"(?i:https?://|mailto:|tel:)[^\s\x00-\x20<>\"\\^`{|}]+")
"""The addresses that become links. Everything else, `javascript:` first of all, stays plain words."""

_RIGHT_TO_LEFT = frozenset(("ar", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"))
_RIGHT_TO_LEFT_SCRIPTS = frozenset(("adlm", "arab", "hebr", "nkoo", "rohg", "syrc", "thaa"))


@dataclass(frozen=True, slots=True)
class Context:
    """What every part of a page must know."""

    language: str
    anchors: frozenset[str]
    """What `slide:` links may lead to."""
    told: frozenset[str] = frozenset()
    """Addresses that stand somewhere in the words: paper need not print them beside each link."""

    def address(self, target: str) -> str | None:
        """Return the `href` of a link's target; None where it stays plain words."""
        inside = target.removeprefix("slide:") if target.startswith("slide:") else target.removeprefix("#")
        if inside != target:
            return f"#{inside}" if inside in self.anchors else None
        return target if _SAFE.fullmatch(target) else None


def direction(language: str) -> str:
    """Return the direction in which a language is written: `ltr` or `rtl` (BCP 47, CLDR)."""
    main, *rest = language.lower().split("-")
    scripts = [each for each in rest if len(each) == 4 and each.isalpha()]
    if scripts:
        return "rtl" if scripts[0] in _RIGHT_TO_LEFT_SCRIPTS else "ltr"
    return "rtl" if main in _RIGHT_TO_LEFT else "ltr"


def headings(blocks: Sequence[Block]) -> Iterator[Heading]:
    """Yield the headings of blocks in reading order."""
    for block in blocks:
        match block:
            case Heading():
                yield block
            case Section(inner) | Panel(inner):
                yield from headings(inner)
            case Margin(aside, body):
                yield from headings((*aside, *body))
            case Row(columns):
                yield from (each for column in columns for each in headings(column))
            case Grid(cells):
                yield from (each for cell in cells for each in headings(cell))


def context_of(document: Document) -> Context:
    """Return the context of a document.

    Raises:
        ValueError: a level of headings is left out, there are two titles, or an anchor is there twice.
    """
    level, anchors, titles = 1, list[str](), 0
    for heading in headings(document.blocks):
        if not 1 <= heading.level <= min(level + 1, 6):
            raise ValueError(f"heading {heading.text.text!r}: level {heading.level} follows level {level}")
        level = heading.level
        titles += level == 1
        if heading.anchor:
            anchors.append(heading.anchor)
    if titles > 1:
        raise ValueError(f"{titles} headings of level 1; a document has one title")
    twice = sorted({each for each in anchors if anchors.count(each) > 1})
    if twice or any(re.search(r"\s", each) for each in anchors):
        raise ValueError(f"anchors must be unique and without spaces: {', '.join(twice) or anchors}")
    return Context(document.language, frozenset(anchors), _told(tuple(paragraphs(document.blocks))))


def paragraphs(value: object) -> Iterator[Paragraph]:
    """Yield every paragraph that is in blocks, in reading order."""
    if isinstance(value, Paragraph):
        yield value
    elif isinstance(value, tuple):
        yield from (found for each in value for found in paragraphs(each))
    elif is_dataclass(value):
        yield from (found for each in fields(value) for found in paragraphs(getattr(value, each.name)))


def _told(written: Sequence[Paragraph]) -> frozenset[str]:
    words = "\n".join(paragraph.text for paragraph in written)
    targets = {run.link.target for paragraph in written for run in paragraph.runs if run.link}
    return frozenset(each for each in targets if each.removeprefix("mailto:").removeprefix("tel:") in words)
