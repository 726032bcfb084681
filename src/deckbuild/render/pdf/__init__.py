"""A document set on pages becomes the bytes of a tagged PDF.

PDF/UA-1 and PDF/A-2a (ISO 32000-1, ISO 14289-1, ISO 19005-2 level A). Nothing is measured here: what is
drawn, and where, was decided in `typeset`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deckbuild.model.paged import Paged
    from deckbuild.model.scene import Scene
    from deckbuild.model.template import Template
    from deckbuild.render.pdf.fonts import Fonts


def render(paged: Paged, scenes: Mapping[str, Scene], template: Template, fonts: Fonts) -> bytes:
    """Return the file; *scenes* are slides by their id, typeset in *template* with *fonts*.

    Raises:
        KeyError: a mark's owner is not in the tree, a slide has no scene, or a bookmark leads nowhere.
        ValueError: what people read belongs to no element, or names of fields clash.
    """
    from deckbuild.render.pdf.document import render

    return render(paged, scenes, template, fonts)
