"""A document in, one HTML page out that needs nothing else (HTML Living Standard; WCAG 2.2, level AA).

No script and no file besides: the style sheet, pictures and charts stand in the page. It is read on a
telephone, on a wide screen, in the dark and on paper, in the board's colours or in the reader's own.
"""

from __future__ import annotations

from collections.abc import Mapping

from deckbuild.model.document import Document
from deckbuild.model.scene import Scene
from deckbuild.model.template import Template
from deckbuild.render.html.blocks import blocks
from deckbuild.render.html.context import context_of
from deckbuild.render.html.page import page


def render(document: Document, template: Template, scenes: Mapping[str, Scene]) -> bytes:
    """Return the page as UTF-8.

    Every block has a form but `SlideBlock`: its words are in the scene, broken into lines for a slide, and an
    article has the slide's fields instead. So *scenes* are not read; all renderers of documents take them.

    Raises:
        ValueError: a block shows a drawn slide, a level of headings is left out, or an anchor is there twice.
    """
    del scenes
    context = context_of(document)
    return page(document, template, blocks(document.blocks, context), context).encode("utf-8")
