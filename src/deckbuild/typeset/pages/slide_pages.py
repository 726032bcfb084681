"""One slide a page, as large as the slide: its title is the heading, its part a bookmark over it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from deckbuild.model.document import Document, SlideBlock
from deckbuild.model.paged import Anchor, Bookmark, Mark, Page, SceneNode
from deckbuild.model.scene import Scene
from deckbuild.model.template import Template
from deckbuild.model.units import Box
from deckbuild.typeset.pages.structure import Branch, number


def slides_of(document: Document) -> list[SlideBlock]:
    """Return the document's slides."""
    return [block for block in document.blocks if isinstance(block, SlideBlock)]


def slide_pages(document: Document, template: Template, root: Branch) -> tuple[Page, ...]:
    """Return a page for each slide, which is a section of the tree."""
    size = Box(0, 0, template.size.w, template.size.h)
    slides = slides_of(document)
    owners = [root.add("Sect") for _ in slides]
    number(root)
    pages = []
    for leaf, (slide, owner) in enumerate(zip(slides, owners, strict=True), 1):
        owner.held = True
        node = SceneNode(slide.slide, slide.number, size, "H1" if leaf == 1 else "H2")
        pages.append(Page(size, (Mark(owner.number, node, leaf),)))
    return tuple(pages)


def slide_anchors(document: Document) -> Iterator[Anchor]:
    """Yield the place of every part and slide."""
    for index, slide in enumerate(slides_of(document)):
        if slide.opens:
            yield Anchor(part_key(index), index, 0, 0)
        yield Anchor(slide.slide, index, 0, 0)


def slide_bookmarks(document: Document, scenes: Mapping[str, Scene]) -> Iterator[Bookmark]:
    """Yield the parts, and the slides under them; slides before the first part stand beside it."""
    depth = 0
    for index, slide in enumerate(slides_of(document)):
        if slide.opens:
            yield Bookmark(slide.opens, part_key(index), 0)
            depth = 1
        yield Bookmark(scenes[slide.slide].title, slide.slide, depth)


def part_key(index: int) -> str:
    """Return the key of the part that begins with a page."""
    return f"part-on-{index + 1}"
