"""Small documents: a slide or a page with a few nodes in, the bytes of the PDF out."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.model.paged import Anchor, Element, FieldNode, Mark, Page, Paged, Role, SceneNode
from deckbuild.model.scene import LevelStyle, Line, Node, Scene, Segment, TextNode
from deckbuild.model.template import Template
from deckbuild.model.text import Paragraph, plain
from deckbuild.model.units import SLIDE, Box, pt
from deckbuild.render.pdf import render
from tests.unit.render_pdf.sample import sample

TEMPLATE: Template = sample().template


def paged(pages: Sequence[Page], structure: Element, **more: object) -> Paged:
    """Return a document with plain properties."""
    said = {
        "title": "Title",
        "author": "A",
        "subject": "S",
        "language": "en-GB",
        "date": "2026-11-23",
        "greyscale": False,
    }
    return Paged(pages=tuple(pages), structure=structure, **(said | more))  # type: ignore[arg-type]


def drawn(document: Paged, *scenes: Scene, template: Template = TEMPLATE) -> bytes:
    """Return the file of a document."""
    return render(document, {scene.id: scene for scene in scenes}, template, sample().fonts)


def slide_pdf(
    *nodes: Node,
    layout: str = "bullets",
    template: Template = TEMPLATE,
    title: Role = "P",
    language: str = "en-GB",
    at: Box = SLIDE,
    **more: object,
) -> bytes:
    """Return a page as large as a slide with one slide of some nodes on it, the seventh."""
    scene = Scene("a/b", layout, "Title", nodes, (), language)
    mark = Mark(1, SceneNode("a/b", 7, at, title))
    said = {"slide_date": "1 May 2026", "slide_footer": "The board · The session"}
    structure = Element(0, "Document", (Element(1, "Div"),))
    return drawn(paged([Page(SLIDE, (mark,))], structure, **(said | more)), scene, template=template)


def page_pdf(*held: tuple[Role, Node | FieldNode], **more: object) -> bytes:
    """Return a page as large as a slide, on which each node has an element of its own."""
    elements = tuple(Element(number, role) for number, (role, _) in enumerate(held, 1))
    marks = tuple(Mark(number, node) for number, (_, node) in enumerate(held, 1))
    return drawn(paged([Page(SLIDE, marks)], Element(0, "Document", elements), **more))


def box(x: float, y: float, w: float, h: float) -> Box:
    """Return a box given in points."""
    return Box(pt(x), pt(y), pt(w), pt(h))


def segment(text: str, x: float = 50, **more: object) -> Segment:
    """Return letters at 20 points, 100 points wide."""
    look = {"size": 20.0, "bold": False, "italic": False, "colour": "ink"} | more
    return Segment(text, pt(x), pt(100), **look)  # type: ignore[arg-type]


def lines_node(text: str | Paragraph, *lines: str | Sequence[Segment], x: float = 50) -> TextNode:
    """Return a paragraph with its lines, 24 points apart."""
    paragraph = plain(text) if isinstance(text, str) else text
    made = tuple(
        Line(pt(100 + 24 * n), (segment(line, x),) if isinstance(line, str) else tuple(line), 0)
        for n, line in enumerate(lines)
    )
    return TextNode("Text", SLIDE, (paragraph,), (LevelStyle(20, 24, "ink"),), lines=made)


def anchor(key: str) -> Anchor:
    """Return a place at the top of the first page."""
    return Anchor(key, 0, 0, 0)
