"""Kind `slides`: one slide a page, at the slide's own size, with bookmarks by part and live links."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.model.deck import Deck
from deckbuild.model.scene import Scene
from deckbuild.model.template import Template
from deckbuild.model.units import to_pt
from deckbuild.render.pdf.document import Document
from deckbuild.render.pdf.draw import draw_slide
from deckbuild.render.pdf.fonts import Fonts
from deckbuild.render.pdf.numbering import numbered_slides, slide_text
from deckbuild.render.pdf.pen import Pen


def render(deck: Deck, scenes: Sequence[Scene], template: Template, fonts: Fonts) -> bytes:
    """Return the PDF. *scenes* are the deck's slides in order."""
    document = Document(deck, f"{deck.title} – {deck.agency} – slides")
    width, height = to_pt(template.size.w), to_pt(template.size.h)
    pen = Pen(document, template.palette, height)
    for slide in numbered_slides(deck, scenes):
        document.begin_page(width, height)
        slide.mark(document, height)
        for found in draw_slide(pen, fonts, slide.scene, template, slide_text(deck, template, slide.number)):
            document.link(found.link, found.words, pen.page_area(found.area))
        document.end_page()
    return document.finish()
