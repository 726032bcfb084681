"""What the decks of one brand in one language share: template, fonts, laid-out slides, compiled slides.

Each is made when first wanted, or found in the cache. A slide that stands in several decks with the same
words is laid out once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from deckbuild.diagnostics import has_errors
from deckbuild.model.recent import Recent
from deckbuild.pipeline.content import Content
from deckbuild.pipeline.laid import Laid
from deckbuild.pipeline.metrics import metrics
from deckbuild.pipeline.remembered import Inputs, Steps, Task

if TYPE_CHECKING:
    from deckbuild.cache.actions import Kept, Missing
    from deckbuild.cache.cache import Cache
    from deckbuild.cache.sealed import Digest
    from deckbuild.diagnostics import Diagnostic
    from deckbuild.fonts.library import Fonts
    from deckbuild.link.deck import Linker
    from deckbuild.model.brand import Brand
    from deckbuild.model.deck import Deck, DeckSlide
    from deckbuild.model.document import PageOptions
    from deckbuild.model.parts import SlideParts, TemplateParts
    from deckbuild.model.scene import Scene
    from deckbuild.model.template import Template
    from deckbuild.render.pdf.fonts import Fonts as PdfFonts
    from deckbuild.render.pptx import DeckText
    from deckbuild.typeset.pages import Memory as PageMemory

FACES = ((False, False), (True, False), (False, True), (True, True))
"""Bold, italic."""
MOST_LIKE, MOST_COMPARED = 16, 2
"""Slides of one id with other words that are remembered; and those of one reading that are compared."""


class Look:
    """A brand in a language."""

    def __init__(
        self, brand: Brand, language: str, read: Callable[[str], bytes], memory: Cache | None = None
    ) -> None:
        """*read* returns the bytes of a file of the project, by its project path."""
        self._brand = brand
        self._language = language
        self._read = read
        self._steps = Steps(memory)
        self._metrics: dict[str, tuple[Template, Digest]] = {}
        self._laid: Recent[str, list[Laid]] = Recent()
        self._reading = 0
        """How often the project was read again."""
        self._same: dict[int, Laid] = {}
        """By the identity of their slides: most slides of a deck are those of the one before."""

    @property
    def template(self) -> Template:
        """The template, its own words set in type."""
        return self._set_template.value

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """What was found wrong with the template."""
        return self._set_template.diagnostics

    @cached_property
    def fonts(self) -> Fonts:
        """The faces that slides are measured with."""
        from deckbuild.fonts.library import Fonts

        return Fonts(self._brand.fonts, self._read)

    @cached_property
    def pdf_fonts(self) -> PdfFonts:
        """The faces that PDFs embed."""
        from deckbuild.render.pdf.fonts import Fonts

        return Fonts(self._brand.fonts, self._read)

    @cached_property
    def pages(self) -> PageMemory:
        """Pages of documents as they were set."""
        from deckbuild.typeset.pages import Memory

        return Memory()

    def lay(self, slide: DeckSlide, deck: str = "") -> Laid:
        """Return a slide laid out; *deck* is the name of the deck that it stands in."""
        known = self._known(slide)
        if known is not None:
            return known
        return self._keep(slide, deck, self._steps.run(self._typesetting(slide, deck)))

    def _known(self, slide: DeckSlide) -> Laid | None:
        """Return a slide that was laid out before."""
        laid = self._same.get(id(slide))
        # An id alone means nothing once its slide is gone; here the slide is kept with it.
        if laid is not None and laid.slide is slide:
            laid.is_shared = True
            return laid
        known = self._laid.get(slide.id, list)
        for back, laid in enumerate(reversed(known)):
            # Slides of one reading that read the same are mostly one value: few are worth comparing.
            worth = back < MOST_COMPARED or laid.reading != self._reading
            if worth and laid.slide == slide:
                laid.slide, laid.reading = slide, self._reading
                self._same[id(slide)] = laid
                return laid
        return None

    def _keep(self, slide: DeckSlide, deck: str, kept: Kept[Scene]) -> Laid:
        laid = Laid(slide, kept, subject_of(self._brand.id, slide.id, deck), self._reading)
        known = self._laid.get(slide.id, list)
        known.append(laid)
        del known[:-MOST_LIKE]
        if len(self._same) > MOST_LIKE * self._laid.room:
            self._same.clear()
        self._same[id(slide)] = laid
        return laid

    def begin(self, deck: Deck, name: str, helpers: int, *, compiled: bool) -> None:
        """Lay out, and compile, what of a long deck is new by several processes (`together.lay_together`)."""
        memory = self._steps.memory
        if memory is not None:
            from deckbuild.pipeline.together import lay_together

            text = text_of(deck) if compiled else None
            lay_together(self, deck.slides, name, text, memory.store, helpers)

    def seek(self, slide: DeckSlide, deck: str) -> Missing[Scene] | None:
        """Return what it takes to lay out a slide; None where that is done, or there is no cache."""
        if self._known(slide) is not None:
            return None
        from deckbuild.cache.actions import Kept

        found = self._steps.seek(self._typesetting(slide, deck))
        if isinstance(found, Kept):
            self._keep(slide, deck, found)
            return None
        return found

    def make(self, slide: DeckSlide, deck: str, missing: Missing[Scene], text: DeckText | None) -> None:
        """Lay out a slide that `seek` missed; and compile it for a deck that says *text*, if any."""
        memory = self._steps.memory
        assert memory is not None
        laid = self._keep(slide, deck, memory.actions.make(missing))
        if text is not None and not has_errors(laid.findings):
            self._compiled(laid, text)

    def take(self, slide: DeckSlide, deck: str, missing: Missing[Scene], text: DeckText | None) -> None:
        """Take over what another process has made as `make` does; what is not there is made when wanted."""
        memory = self._steps.memory
        assert memory is not None
        kept = memory.actions.taken(missing.action, missing.inputs)
        if kept is None:
            return
        laid = self._keep(slide, deck, kept)
        if text is not None and not has_errors(laid.findings):
            parts = self._steps.taken(self._compiling(laid, text))
            if parts is not None:
                laid.compiled[laid.said_by(text)] = parts.value

    def deck(self, deck: Deck, slides: Sequence[Laid]) -> Content:
        """Return the .pptx of a deck, of which *slides* are the slides."""
        text = text_of(deck)
        return Content(self._linker.package(deck, [self._compiled(each, text) for each in slides]))

    def document(self, kind: str, deck: Deck, slides: Sequence[Laid], options: PageOptions) -> Content:
        """Return a document of a kind about a deck, of which *slides* are the slides."""
        from deckbuild.pipeline.drawing import Drawing

        drawing = Drawing(kind, deck, slides, options, self)

        def inputs() -> Inputs:
            own = {"template": self._set_template.digest, "fonts": self._font_digest}
            return {**own, **drawing.inputs(self._steps)}

        subject = subject_of(self._brand.id, kind, f"{deck.session}/{deck.profile}")
        kept = self._steps.run(Task("draw", subject, inputs, bytes, drawing.make))
        return Content(kept.value, kept.diagnostics, lambda: drawing.meant)

    def go_on(self, memory: Cache | None) -> None:
        """Keep what is made from now on in another opening of the cache."""
        self._steps = Steps(memory)

    def forget_slides(self) -> None:
        """Forget the identity of slides, which means nothing once the project is read again."""
        for laid in self._same.values():
            if laid.is_shared:  # it was found by its identity, and the memory does not know how lately
                laid.is_shared = False
                known = self._laid.get(laid.slide.id, list)
                if laid not in known:
                    known.append(laid)
        self._same.clear()
        self._reading += 1
        self._steps.forget_contents()

    def room_for(self, slides: int) -> None:
        """Remember as many slides as decks of this length want."""
        self._laid.room = max(self._laid.room, 2 * slides + 32)

    @cached_property
    def _builtin(self) -> Template:
        from deckbuild.template.builtin import builtin

        return builtin(self._brand, self._language)

    @cached_property
    def _set_template(self) -> Kept[Template]:
        from deckbuild.model.template import Template

        def make() -> tuple[Template, Sequence[Diagnostic]]:
            from deckbuild.typeset.engine import set_template

            return set_template(self._builtin, self.fonts)

        def inputs() -> Inputs:
            return {"brand": self._brand, "language": self._language, "fonts": self._font_digest}

        return self._steps.run(Task("template", self._brand.id, inputs, Template, make))

    @cached_property
    def _linker(self) -> Linker:
        from deckbuild.link.deck import Linker
        from deckbuild.model.parts import TemplateParts

        def make() -> tuple[TemplateParts, Sequence[Diagnostic]]:
            from deckbuild.render.pptx import compile_template

            return compile_template(self.template), ()

        def inputs() -> Inputs:
            return {"template": self._set_template.digest}

        task = Task("compile template", self._brand.id, inputs, TemplateParts, make)
        return Linker(self._steps.run(task).value)

    @cached_property
    def _font_digest(self) -> Digest:
        fonts = self._brand.fonts
        return self._steps.files([fonts.file(bold=bold, italic=italic) for bold, italic in FACES])

    def _metrics_of(self, layout: str) -> tuple[Template, Digest]:
        """Return what slides of a layout know of the template, and its digest."""
        if layout not in self._metrics:
            made = metrics(self._builtin, self._brand, layout)
            self._metrics[layout] = (made, self._steps.digest(made))
        return self._metrics[layout]

    def _typesetting(self, slide: DeckSlide, deck: str) -> Task[Scene]:
        from deckbuild.model.scene import Scene

        template, digest = self._metrics_of(slide.layout)

        def make() -> tuple[Scene, Sequence[Diagnostic]]:
            from deckbuild.typeset.engine import typeset

            return typeset(slide, template, self.fonts)

        def inputs() -> Inputs:
            return {**_words(slide), "template": digest, "fonts": self._font_digest}

        subject = subject_of(self._brand.id, slide.id, deck)
        return Task(TYPESET, subject, inputs, Scene, make, slide.origin)

    def _compiled(self, laid: Laid, deck: DeckText) -> SlideParts:
        key = laid.said_by(deck)
        known = laid.compiled.get(key)
        if known is None:
            known = laid.compiled[key] = self._steps.run(self._compiling(laid, deck)).value
        return known

    def _compiling(self, laid: Laid, deck: DeckText) -> Task[SlideParts]:
        from deckbuild.model.parts import SlideParts

        text = laid.text(deck)
        template, digest = self._metrics_of(laid.slide.layout)

        def make() -> tuple[SlideParts, Sequence[Diagnostic]]:
            from deckbuild.render.pptx import compile_slide

            return compile_slide(laid.scene, template, text), ()

        def inputs() -> Inputs:
            return {"scene": laid.digest, "template": digest, "date": text.date, "jumps": dict(text.titles)}

        return Task(COMPILE, laid.subject, inputs, SlideParts, make)


TYPESET, COMPILE = "typeset", "compile"
"""Names of the steps of a slide."""


def text_of(deck: Deck) -> DeckText:
    """Return the words of a deck that its compiled slides hold."""
    from deckbuild.render.pptx import DeckText

    return DeckText(deck.date, {slide.id: slide.title.text for slide in deck.slides})


def subject_of(brand: str, name: str, deck: str) -> str:
    """Return what the cache calls a slide, or a kind of document, of a deck."""
    return f"{brand}: {name} ({deck})"


def _words(slide: DeckSlide) -> dict[str, object]:
    """Return what of a slide is laid out, by names that authors know."""
    return {
        "id": slide.id,
        "layout": slide.layout,
        "title": slide.title,
        "source": slide.source_line,
        "notes": slide.notes,
        **{f"`{name}`": value for name, value in slide.fields.items()},
    }
