"""What the decks of one brand in one language share: template, fonts, laid-out slides, compiled slides.

Each is made when first wanted. A slide that stands in several decks with the same words is laid out once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from deckbuild.diagnostics import Diagnostic, has_errors

if TYPE_CHECKING:
    from deckbuild.fonts.library import Fonts
    from deckbuild.link.deck import Linker
    from deckbuild.model.brand import Brand
    from deckbuild.model.deck import Deck, DeckSlide
    from deckbuild.model.document import Document, PageOptions
    from deckbuild.model.paged import Paged
    from deckbuild.model.parts import SlideParts
    from deckbuild.model.scene import Scene
    from deckbuild.model.template import Template
    from deckbuild.render.pdf.fonts import Fonts as PdfFonts
    from deckbuild.render.pptx import DeckText

    Laid = tuple[Scene, list[Diagnostic]]


@dataclass(frozen=True, slots=True)
class Content:
    """A file, as it would be written."""

    data: bytes
    """Empty where the findings have errors."""
    findings: tuple[Diagnostic, ...] = ()
    meant: Document | Paged | None = None
    """What was drawn, to compare the file with; None for the deck itself."""


class Look:
    """A brand in a language."""

    def __init__(self, brand: Brand, language: str, read: Callable[[str], bytes]) -> None:
        """*read* returns the bytes of a file of the project, by its project path."""
        self._brand = brand
        self._language = language
        self._read = read
        self._laid: dict[str, list[tuple[DeckSlide, Laid]]] = {}
        self._compiled: dict[str, list[tuple[Scene, DeckText, SlideParts]]] = {}

    @property
    def template(self) -> Template:
        """The template, its own words set in type."""
        return self._set_template[0]

    @property
    def findings(self) -> list[Diagnostic]:
        """What was found wrong with the template."""
        return self._set_template[1]

    @cached_property
    def _set_template(self) -> tuple[Template, list[Diagnostic]]:
        from deckbuild.template.builtin import builtin
        from deckbuild.typeset.engine import set_template

        return set_template(builtin(self._brand, self._language), self._fonts)

    @cached_property
    def _fonts(self) -> Fonts:
        from deckbuild.fonts.library import Fonts

        return Fonts(self._brand.fonts, self._read)

    @cached_property
    def _pdf_fonts(self) -> PdfFonts:
        from deckbuild.render.pdf.fonts import Fonts

        return Fonts(self._brand.fonts, self._read)

    @cached_property
    def _linker(self) -> Linker:
        from deckbuild.link.deck import Linker
        from deckbuild.render.pptx import compile_template

        return Linker(compile_template(self.template))

    def lay(self, slide: DeckSlide) -> Laid:
        """Return a slide laid out, and what does not fit."""
        from deckbuild.typeset.engine import typeset

        known = self._laid.setdefault(slide.id, [])
        for same, laid in known:
            if same is slide or same == slide:
                return laid
        laid = typeset(slide, self.template, self._fonts)
        known.append((slide, laid))
        return laid

    def deck(self, deck: Deck, scenes: Sequence[Scene]) -> Content:
        """Return the .pptx of a deck, whose slides are laid out as *scenes*."""
        from deckbuild.render.pptx import DeckText

        titles = {slide.id: slide.title.text for slide in deck.slides}
        text = DeckText(deck.date, titles)
        return Content(self._linker.package(deck, [self._compile(scene, text) for scene in scenes]))

    def document(self, kind: str, deck: Deck, scenes: Mapping[str, Scene], options: PageOptions) -> Content:
        """Return a document of a kind; *scenes* are the deck's slides laid out, by id."""
        from deckbuild.pack import KINDS, compose

        document, findings = compose(kind, deck, options)
        if has_errors(findings):
            return Content(b"", tuple(findings))
        if KINDS[kind].extension == "html":
            from deckbuild.render.html import render as render_html

            return Content(render_html(document, self.template, scenes), tuple(findings), document)
        paged, more = self._paginate(document, scenes)
        findings = [*findings, *more]
        if has_errors(findings):
            return Content(b"", tuple(findings))
        from deckbuild.render.pdf import render

        data = render(paged, scenes, self.template, self._pdf_fonts)
        return Content(data, tuple(findings), paged)

    def _paginate(self, document: Document, scenes: Mapping[str, Scene]) -> tuple[Paged, list[Diagnostic]]:
        from deckbuild.typeset.pages import paginate

        return paginate(document, self.template, self._fonts, scenes)

    def _compile(self, scene: Scene, text: DeckText) -> SlideParts:
        from deckbuild.render.pptx import compile_slide

        known = self._compiled.setdefault(scene.id, [])
        for same, before, parts in known:
            if same is scene and _says_the_same(parts, before, text):
                return parts
        parts = compile_slide(scene, self.template, text)
        known.append((scene, text, parts))
        return parts


def _says_the_same(parts: SlideParts, before: DeckText, now: DeckText) -> bool:
    """Return whether a slide compiled for one deck serves another: date of its charts, titles to jump to."""
    jumps = (each.target for each in (*parts.relations, *parts.note_relations) if each.kind == "slide")
    return (not parts.charts or before.date == now.date) and all(
        before.titles[target] == now.titles.get(target) for target in jumps
    )
