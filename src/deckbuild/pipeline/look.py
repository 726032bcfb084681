"""What the decks of one brand in one language share: template, fonts, laid-out slides, compiled slides.

Each is made when first wanted. A slide that stands in several decks with the same words is laid out once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deckbuild.diagnostics import Diagnostic
    from deckbuild.fonts.library import Fonts
    from deckbuild.model.brand import Brand
    from deckbuild.model.deck import Deck, DeckSlide
    from deckbuild.model.parts import SlideParts, TemplateParts
    from deckbuild.model.scene import Scene
    from deckbuild.model.template import Template
    from deckbuild.render.pdf.fonts import Fonts as PdfFonts
    from deckbuild.render.pptx import DeckText

    Laid = tuple[Scene, list[Diagnostic]]


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
    def _template_parts(self) -> TemplateParts:
        from deckbuild.render.pptx import compile_template

        return compile_template(self.template)

    def lay(self, slide: DeckSlide) -> Laid:
        """Return a slide laid out, and what does not fit."""
        from deckbuild.typeset.engine import typeset

        known = self._laid.setdefault(slide.id, [])
        for same, laid in known:
            if same == slide:
                return laid
        laid = typeset(slide, self.template, self._fonts)
        known.append((slide, laid))
        return laid

    def deck(self, deck: Deck, scenes: Sequence[Scene]) -> bytes:
        """Return the .pptx of a deck, whose slides are laid out as *scenes*."""
        from deckbuild.link.deck import package
        from deckbuild.render.pptx import DeckText

        titles = {slide.id: slide.title.text for slide in deck.slides}
        text = DeckText(f"{self.template.footer} · {deck.title}", deck.date, titles)
        return package(deck, self._template_parts, [self._compile(scene, text) for scene in scenes])

    def document(self, kind: str, deck: Deck, scenes: Sequence[Scene]) -> bytes:
        """Return the PDF of a kind of a deck, whose slides are laid out as *scenes*."""
        from deckbuild.render.pdf import render

        return render(kind, deck, scenes, self.template, self._pdf_fonts)

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
    """Return whether a slide compiled for one deck serves another: footer, date, and titles to jump to."""
    jumps = (each.target for each in (*parts.relations, *parts.note_relations) if each.kind == "slide")
    return (before.footer, before.date) == (now.footer, now.date) and all(
        before.titles[target] == now.titles.get(target) for target in jumps
    )
