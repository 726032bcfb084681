"""Scene and Template → the parts of a .pptx, serialised as XML of known shape."""

from deckbuild.render.pptx.context import DeckText
from deckbuild.render.pptx.slide import compile_slide
from deckbuild.render.pptx.template import compile_template

__all__ = ["DeckText", "compile_slide", "compile_template"]
