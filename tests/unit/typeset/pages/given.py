"""Documents for the tests of pages, and what one asks about a document that is set on them."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.diagnostics.diagnostic import Diagnostic
from deckbuild.model.brand import FontFamily
from deckbuild.model.document import Block, Document, PageOptions, TextBlock
from deckbuild.model.paged import Element, Mark, Page, Paged
from deckbuild.model.scene import TextNode
from deckbuild.model.text import plain
from deckbuild.model.units import to_pt
from deckbuild.typeset.pages import paginate
from tests.support.brands import ARIMO, fonts, template

MM = 72 / 25.4
SENTENCE = (
    "Children who are neglected are often known to several agencies, "
    "each of which holds a part of the story. "
)


def document(*blocks: Block, **more: object) -> Document:
    """Return a document of blocks; *more* are fields of it."""
    usual = {
        "kind": "narrative",
        "name": "Reading handout",
        "audience": "participants",
        "title": "Noticing neglect",
        "subtitle": "What to see and what to say",
        "agency": "Schools",
        "owner": "Grey Board",
        "subject": "Neglect",
        "language": "en-GB",
        "version": "1.2",
        "date": "2026-11-23",
        "options": PageOptions(),
    }
    return Document(**{**usual, **more}, blocks=blocks)


def paged(*blocks: Block, family: FontFamily = ARIMO, **more: object) -> tuple[Paged, list[Diagnostic]]:
    """Return a document set on pages, and the findings."""
    return paginate(document(*blocks, **more), template(family), fonts(family), {})


def pages(*blocks: Block, **more: object) -> Paged:
    """Return a document set on pages, without a finding."""
    made, found = paged(*blocks, **more)
    assert found == []
    return made


def text(words: str = SENTENCE, **more: object) -> TextBlock:
    """Return a text of one paragraph."""
    return TextBlock((plain(words.strip()),), **more)


def lines(count: int) -> TextBlock:
    """Return a paragraph of about so many lines of a page's measure, too many rather than too few."""
    return text(SENTENCE * count)


def elements(root: Element) -> Iterator[Element]:
    """Yield an element and all under it, in reading order."""
    yield root
    for kid in root.kids:
        yield from elements(kid)


def of_role(made: Paged, *roles: str) -> list[Element]:
    """Return the elements of some roles."""
    return [each for each in elements(made.structure) if each.role in roles]


def marks(made: Paged, element: Element) -> list[Mark]:
    """Return what an element holds, as it is read."""
    held = [mark for page in made.pages for mark in page.marks if mark.owner == element.id]
    return sorted(held, key=lambda mark: mark.leaf)


def said(made: Paged, element: Element) -> str:
    """Return the text of an element and all under it."""
    own = "".join(
        paragraph.text
        for mark in marks(made, element)
        if isinstance(mark.node, TextNode)
        for paragraph in mark.node.paragraphs
    )
    return own + "".join(said(made, kid) for kid in element.kids)


def shown(page: Page, *kinds: str) -> list[str]:
    """Return the lines of a page: those of content, or of some kinds of artifact."""
    return [
        line.text
        for mark in (*page.marks, *page.furniture)
        if isinstance(mark.node, TextNode) and (mark.owner in kinds if kinds else isinstance(mark.owner, int))
        for line in mark.node.lines
    ]


def baselines(page: Page) -> list[float]:
    """Return the heights of the lines of a page's content, points, from the top."""
    return sorted(
        to_pt(line.baseline)
        for mark in page.marks
        if isinstance(mark.node, TextNode) and isinstance(mark.owner, int)
        for line in mark.node.lines
    )


def node_of(made: Paged, words: str) -> TextNode:
    """Return the text that begins with some words."""
    return next(
        mark.node
        for page in made.pages
        for mark in page.marks
        if isinstance(mark.node, TextNode)
        and mark.node.paragraphs
        and mark.node.paragraphs[0].text.startswith(words)
    )


def page_of(made: Paged, words: str) -> int:
    """Return the index of the page on which a text of content that begins with some words stands."""
    return next(
        index for index, page in enumerate(made.pages) for line in shown(page) if line.startswith(words)
    )
