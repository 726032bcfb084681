"""Kind `handout-3up`: A4 pages with three slides, each with its number, its title and lines for notes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from deckbuild.model.units import to_pt
from deckbuild.render.pdf.document import Document
from deckbuild.render.pdf.draw import draw_slide
from deckbuild.render.pdf.numbering import numbered_slides, slide_text
from deckbuild.render.pdf.paper import (
    BODY_BOTTOM,
    BODY_TOP,
    HAIRLINE,
    HEIGHT,
    LEFT,
    MM,
    RIGHT,
    WIDTH,
    Page,
    Type,
)
from deckbuild.render.pdf.pen import Line, Pen

if TYPE_CHECKING:
    from deckbuild.model.deck import Deck
    from deckbuild.model.scene import Scene
    from deckbuild.model.template import Template
    from deckbuild.render.pdf.fonts import Fonts
    from deckbuild.render.pdf.numbering import NumberedSlide
    from deckbuild.render.pdf.text import LinkArea

PER_PAGE = 3
RULING = 8 * MM
THUMBNAIL_HEIGHT = 7 * RULING
"""So that the seventh line ends level with the slide."""
CAPTION = 7 * MM
GUTTER = 8 * MM
"""Between a slide and its lines."""
GAP = 6 * MM
"""Between rows, at least; the name of a part that begins stands in it."""
TITLE_INDENT = 7 * MM
NUMBER = Type(10.5, "brand", bold=True)
TITLE = Type(10.5, "ink", bold=True)
PART = Type(8.5, "brand")
RULE = Line("rule", 0.5)


class _Handout:
    """The pages of one handout."""

    def __init__(self, deck: Deck, scenes: Sequence[Scene], template: Template, fonts: Fonts) -> None:
        self._deck = deck
        self._template = template
        self._fonts = fonts
        self._slides = list(numbered_slides(deck, scenes))
        self._document = Document(deck, f"{deck.title} – {deck.agency} – handout")
        self._size = to_pt(template.size.w), to_pt(template.size.h)
        pen = Pen(self._document, template.palette, HEIGHT)
        self._page = Page(pen, fonts, deck, template)

    def pages(self) -> bytes:
        starts = range(0, len(self._slides), PER_PAGE)
        for number, start in enumerate(starts, 1):
            self._draw_page(number, len(starts), self._slides[start : start + PER_PAGE])
        return self._document.finish()

    def _draw_page(self, number: int, count: int, slides: list[NumberedSlide]) -> None:
        areas = [self._draw_form(slide) for slide in slides]
        self._document.begin_page(WIDTH, HEIGHT)
        top = BODY_TOP
        if number == 1:
            top = self._page.title_block()
        else:
            self._page.header(slides[0].part)
        pitch = (BODY_BOTTOM - top + GAP) / PER_PAGE
        for index, (slide, links) in enumerate(zip(slides, areas, strict=True)):
            self._draw_row(slide, links, top + index * pitch, pitch)
        self._page.footer(number, count)
        self._document.end_page()

    def _draw_form(self, slide: NumberedSlide) -> list[LinkArea]:
        """Draw a slide for pages to show, and return where its links are."""
        width, height = self._size
        self._document.begin_form(_form(slide), width, height)
        pen = Pen(self._document, self._template.palette, height)
        text = slide_text(self._deck, self._template, slide.number)
        links = draw_slide(pen, self._fonts, slide.scene, self._template, text)
        self._document.end_form()
        return links

    def _draw_row(self, slide: NumberedSlide, links: list[LinkArea], top: float, pitch: float) -> None:
        slide.mark(self._document, HEIGHT - top + GAP)
        self._draw_caption(slide, top)
        # A first page whose titles take many lines leaves less for its slides.
        height = min(THUMBNAIL_HEIGHT, pitch - CAPTION - GAP / 2)
        self._draw_thumbnail(slide, links, top + CAPTION, height)
        start = LEFT + THUMBNAIL_HEIGHT * self._size[0] / self._size[1] + GUTTER
        lines = int((pitch - CAPTION - GAP) / RULING + 0.01)
        for line in range(1, lines + 1):
            y = top + CAPTION + line * RULING
            self._page.pen.line((start, y), (RIGHT, y), RULE)

    def _draw_caption(self, slide: NumberedSlide, top: float) -> None:
        """Set number and title, smaller where it is long, and over it the part that begins."""
        page, baseline = self._page, top + 4 * MM
        x, title = LEFT + TITLE_INDENT, slide.scene.title
        page.text(LEFT, baseline, str(slide.number), NUMBER)
        page.text(x, baseline, title, page.fitted(title, TITLE, RIGHT - x))
        if slide.opens is not None and slide.part != title:
            page.text(x, top - 0.8 * MM, slide.part, page.fitted(slide.part, PART, RIGHT - x))

    def _draw_thumbnail(self, slide: NumberedSlide, links: list[LinkArea], top: float, height: float) -> None:
        scale = height / self._size[1]
        area = (LEFT, top, self._size[0] * scale, height)
        with self._page.pen.stretched(area, self._size):
            self._document.show_form(_form(slide))
        self._page.pen.rect(area, None, HAIRLINE)
        for found in links:
            x, y, across, down = (each * scale for each in found.area)
            place = self._page.pen.page_area((LEFT + x, top + y, across, down))
            self._document.link(found.link, found.words, place)


def render(deck: Deck, scenes: Sequence[Scene], template: Template, fonts: Fonts) -> bytes:
    """Return the PDF. *scenes* are the deck's slides in order."""
    return _Handout(deck, scenes, template, fonts).pages()


def _form(slide: NumberedSlide) -> str:
    return f"slide-{slide.number}"
