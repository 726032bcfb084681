"""Scenes on paper: a deck's slides in, the bytes of a PDF out, by the kind of document that is wanted.

`KINDS` is the table of kinds. To add one, write a file with a `render` like its neighbours', and a line here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deckbuild.model.deck import Deck
    from deckbuild.model.scene import Scene
    from deckbuild.model.template import Template
    from deckbuild.render.pdf.fonts import Fonts

    Render = Callable[[Deck, Sequence[Scene], Template, Fonts], bytes]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document."""

    doc: str
    """What it is, for the help text."""
    load: Callable[[], Render]
    """Imports what draws it: naming the kinds must not load reportlab."""


def render(kind: str, deck: Deck, scenes: Sequence[Scene], template: Template, fonts: Fonts) -> bytes:
    """Return the PDF of a kind; *scenes* are the deck's slides in order, typeset in *template* with *fonts*.

    Raises:
        KeyError: there is no such kind.
        ValueError: the scenes are not those of the deck, or a link leads to a slide that is not in it.
    """
    return KINDS[kind].load()(deck, scenes, template, fonts)


def _slides() -> Render:
    from deckbuild.render.pdf.slides import render

    return render


def _handout_3up() -> Render:
    from deckbuild.render.pdf.handout_3up import render

    return render


KINDS: Mapping[str, Kind] = {
    "slides": Kind("one slide a page, as drawn by deckbuild", _slides),
    "handout-3up": Kind("A4 handout, three slides a page with lines for notes", _handout_3up),
}
