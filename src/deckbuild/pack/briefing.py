"""Kind `seven-minute-briefing`: the session's seven boxes on a page or two, headings beside their words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeGuard

from deckbuild.diagnostics import error
from deckbuild.model.dataclasses import replace
from deckbuild.model.document import Block, Heading, Panel, Row, TableBlock, TextBlock
from deckbuild.model.text import Link, Paragraph, Run
from deckbuild.pack.documents import document
from deckbuild.pack.fields import Setting, body

if TYPE_CHECKING:
    from deckbuild.diagnostics import Diagnostic
    from deckbuild.model.deck import BriefingBox, Deck, DeckSlide
    from deckbuild.model.document import Document, PageOptions

KIND = "seven-minute-briefing"
BOX, SLIDE = 2, 3
"""Levels of headings."""

SHARES = (0.24, 0.76)
"""Of a box's width, for its heading and its words."""

COLUMNS = 3
"""Of a table, that go beside a heading."""

_NUMBER = re.compile(r"\d+[.:)]?\s+")


def compose(deck: Deck, options: PageOptions) -> tuple[Document, list[Diagnostic]]:
    """Return the briefing; an error where the session has none."""
    wide = options.paper in ("A4", "US-Letter") and not options.large_print
    boxes = (_box(deck, number, box, wide=wide) for number, box in enumerate(deck.briefing, 1))
    sources = tuple(_sources(deck))
    blocks = (*boxes, *((TextBlock((Paragraph(sources),), "source"),) if sources else ()))
    findings = [] if deck.briefing else [_missing(deck)]
    # A cover would be a third of it.
    return document(KIND, deck, replace(options, cover=False), blocks, compact=True), findings


def _box(deck: Deck, number: int, box: BriefingBox, *, wide: bool) -> Panel:
    """Return a box. On a *wide* page its heading stands beside its words, which saves height.

    So does a large figure that comes first; a table with many columns has the box for itself.
    """
    text = replace(box.heading, runs=(_number(str(number)), *box.heading.runs))
    heading = Heading(BOX, text, f"box-{number}", running=box.heading.text)
    words = (*((TextBlock(box.text),) if box.text else ()), *_words(deck, box))
    if not wide or any(isinstance(each, TableBlock) and len(each.columns) > COLUMNS for each in words):
        return Panel((heading, *words), "outline")
    large = tuple(each for each in words[:1] if _is_large(each))
    rest = tuple(_bold(each) if _is_large(each) else each for each in words[len(large) :])
    return Panel((Row(((heading, *large), rest), SHARES),), "outline")


def _bold(figure: TextBlock) -> TextBlock:
    """Return a figure among other words: no longer large, but bold."""
    text = (replace(each, runs=tuple(replace(run, bold=True) for run in each.runs)) for each in figure.text)
    return TextBlock(tuple(text), "lead")


def _is_large(block: Block) -> TypeGuard[TextBlock]:
    return isinstance(block, TextBlock) and block.style == "display"


def _words(deck: Deck, box: BriefingBox) -> Iterator[Block]:
    """Yield the words of the slides that a box names."""
    for slide in _slides(deck, box):
        titled = _needs_title(slide, box)
        if titled:
            yield Heading(SLIDE, slide.title, slide.id)
        yield from body(slide, Setting(SLIDE if titled else BOX, deck.references, compact=True))


def _slides(deck: Deck, box: BriefingBox) -> tuple[DeckSlide, ...]:
    slides = {slide.id: slide for slide in deck.slides}
    return tuple(slides[each] for each in box.slides if each in slides)


def _sources(deck: Deck) -> Iterator[Run]:
    """Yield the works that the slides of the boxes cite, in short, each with the numbers of its boxes."""
    boxes: dict[str, list[int]] = {}
    for number, box in enumerate(deck.briefing, 1):
        for ref in dict.fromkeys(ref for slide in _slides(deck, box) for ref in slide.cites):
            boxes.setdefault(ref, []).append(number)
    for index, (ref, numbers) in enumerate(
        (ref, each) for ref, each in boxes.items() if ref in deck.references
    ):
        work = deck.references[ref]
        yield Run("; " if index else "Sources: ")
        yield Run(work.short, link=Link(work.url) if work.url else None)
        yield Run(f" ({', '.join(str(each) for each in numbers)})")


def _number(text: str) -> Run:
    return Run(f"{text} ", bold=True, colour="brand")


def _needs_title(slide: DeckSlide, box: BriefingBox) -> bool:
    """Whether a slide's title says what its box does not: the heading of a box speaks for one slide alone."""
    alone = not box.text and len(box.slides) == 1
    return not alone and _NUMBER.sub("", slide.title.text, count=1) != box.heading.text


def _missing(deck: Deck) -> Diagnostic:
    message = "a seven-minute briefing is made of the session’s `briefing`, and it has none"
    hint = "Write `briefing` with seven boxes, or leave the kind out of `handouts`."
    return error("DB223", message, deck.origin, [hint])
