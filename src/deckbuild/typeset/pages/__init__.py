"""Documents on pages: `paginate` breaks blocks into lines and pages, and renderers draw what comes out."""

from deckbuild.typeset.pages.engine import paginate
from deckbuild.typeset.pages.memory import Memory

__all__ = ["Memory", "paginate"]
