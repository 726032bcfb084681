"""A document of a deck: composed, set on pages and drawn, as bytes of a PDF or an HTML page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from deckbuild.diagnostics import has_errors
from deckbuild.model.dataclasses import replace

if TYPE_CHECKING:
    from deckbuild.diagnostics import Diagnostic
    from deckbuild.model.deck import Deck
    from deckbuild.model.document import Document, PageOptions
    from deckbuild.model.paged import Paged
    from deckbuild.model.scene import Scene
    from deckbuild.pipeline.laid import Laid
    from deckbuild.pipeline.look import Look
    from deckbuild.pipeline.remembered import Inputs, Steps


class Drawing:
    """A document that can be drawn."""

    def __init__(
        self, kind: str, deck: Deck, slides: Sequence[Laid], options: PageOptions, look: Look
    ) -> None:
        """*slides* are the deck's, laid out; *look* has template and fonts."""
        self._kind = kind
        self._deck = deck
        self._slides = slides
        self._options = options
        self._look = look

    def inputs(self, steps: Steps) -> Inputs:
        """Return all that decides about the document, besides template and fonts."""
        return {
            "kind": self._kind,
            "options": self._options,
            "deck": replace(self._deck, parts=()),
            "parts": tuple((part.title, len(part.slides)) for part in self._deck.parts),
            "slides": tuple(each.whole(steps) for each in self._slides),
            "scenes": tuple(each.digest for each in self._slides),
        }

    def make(self) -> tuple[bytes, Sequence[Diagnostic]]:
        """Return the file's bytes, none where there are errors; and what was found wrong."""
        document, findings = self._composed
        if has_errors(findings):
            return b"", findings
        if self._is_page:
            from deckbuild.render.html import render as render_html

            return render_html(document, self._look.template, self._scenes), findings
        paged, more = self._paged
        if has_errors(more):
            return b"", [*findings, *more]
        from deckbuild.render.pdf import render

        data = render(paged, self._scenes, self._look.template, self._look.pdf_fonts)
        return data, [*findings, *more]

    @property
    def meant(self) -> Document | Paged:
        """What is drawn, to compare the file with."""
        return self._composed[0] if self._is_page else self._paged[0]

    @property
    def _is_page(self) -> bool:
        from deckbuild.pack import KINDS

        return KINDS[self._kind].extension == "html"

    @cached_property
    def _composed(self) -> tuple[Document, list[Diagnostic]]:
        from deckbuild.pack import compose

        return compose(self._kind, self._deck, self._options)

    @cached_property
    def _paged(self) -> tuple[Paged, list[Diagnostic]]:
        from deckbuild.typeset.pages import paginate

        look = self._look
        return paginate(self._composed[0], look.template, look.fonts, self._scenes, look.pages)

    @cached_property
    def _scenes(self) -> Mapping[str, Scene]:
        return {each.slide.id: each.scene for each in self._slides}
