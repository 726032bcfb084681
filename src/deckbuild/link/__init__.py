"""Parts of slides and of their template → one .pptx package, the same bytes for the same parts."""

from deckbuild.link.deck import package

__all__ = ["package"]
