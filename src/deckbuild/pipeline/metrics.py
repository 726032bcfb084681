"""A template in, what of it the slides of one layout depend on out: so a colour changes no slide.

Slides name colours and never hold one, and a layout's drawing, ground and footer stand on the layout. What is
left is the boxes and styles of the layout's own placeholders. Slides are laid out and compiled with nothing
else at hand: what is not among the inputs of an action cannot change what comes out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuild.model.brand import FontFamily
from deckbuild.model.template import Furniture, Template, TemplateLayout
from deckbuild.model.units import Box

if TYPE_CHECKING:
    from deckbuild.model.brand import Brand

_NO_BOX = Box(0, 0, 0, 0)
_BAND = Furniture(_NO_BOX, _NO_BOX, _NO_BOX, ())
"""Says no more than that there is a footer."""


def metrics(template: Template, brand: Brand, layout: str) -> Template:
    """Return the template as far as slides of a layout may know it. *layout* is what authors write."""
    from deckbuild.layouts import LAYOUTS

    return Template(
        id="",
        name="",
        size=template.size,
        palette={},
        fonts=FontFamily("", "", "", "", ""),
        title_styles=(),
        body_styles=(),
        title_box=_NO_BOX,
        body_box=_NO_BOX,
        decor=(),
        furniture=_BAND,
        layouts={each.id: _bare(template.layouts[each.id]) for each in LAYOUTS[layout].variants(brand)},
        footer="",
        language=template.language,
    )


def _bare(layout: TemplateLayout) -> TemplateLayout:
    return TemplateLayout(
        id=layout.id,
        name="",
        type="",
        placeholders=layout.placeholders,
        decor=(),
        ground="",
        master_decor=True,
        furniture=layout.furniture and _BAND,
    )
