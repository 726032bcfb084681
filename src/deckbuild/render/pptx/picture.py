"""Pictures, cropped to their boxes (ECMA-376 part 1, 19.3.1.37)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuild.model.xmltext import element
from deckbuild.render.pptx import paint
from deckbuild.render.pptx.shapes import own_properties, placeholder_mark

if TYPE_CHECKING:
    from deckbuild.model.scene import PictureNode
    from deckbuild.render.pptx.context import PartContext


def picture(node: PictureNode, context: PartContext) -> str:
    """Return a picture, in its placeholder where it fills one."""
    relation = context.relations.to_picture(node.picture)
    own = own_properties(node.name, context, alt=node.picture.alt, decorative=True)
    locks = ' noGrp="1" noChangeAspect="1"' if node.placeholder else ' noChangeAspect="1"'
    where = "" if node.inherited else paint.place(node.box) + paint.preset("rect")
    return (
        f"<p:pic><p:nvPicPr>{own}<p:cNvPicPr><a:picLocks{locks}/></p:cNvPicPr>"
        f"{placeholder_mark(node.placeholder, context)}</p:nvPicPr>"
        f'<p:blipFill><a:blip r:embed="{relation}"/>{_crop(node.crop)}'
        "<a:stretch><a:fillRect/></a:stretch></p:blipFill>"
        f"{element('p:spPr', '', where)}</p:pic>"
    )


def _crop(crop: tuple[float, float, float, float]) -> str:
    """Return a:srcRect, in thousandths of a per cent."""
    sides = zip("ltrb", (round(part * 100_000) for part in crop), strict=True)
    attributes = "".join(f' {side}="{part}"' for side, part in sides if part)
    return f"<a:srcRect{attributes}/>" if attributes else ""
