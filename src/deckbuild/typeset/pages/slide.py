"""A slide on a page: its id and place in the deck in, a thumbnail in a hairline frame out."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.model.dataclasses import dataclass
from deckbuild.model.document import SlideBlock
from deckbuild.model.paged import SceneNode
from deckbuild.typeset.pages.piece import Piece
from deckbuild.typeset.pages.setting import Setting
from deckbuild.typeset.pages.sheet import Sheet, box, stroke
from deckbuild.typeset.pages.structure import Branch

OVER, UNDER = 6.0, 12.0
"""Points on A4 over and under a slide."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thumbnail(Piece):
    """A slide."""

    block: SlideBlock
    owner: Branch
    width: float

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw the slide, and the frame over its edge."""
        sheet.anchor(self.block.slide, x, y)
        place = box(x, y, self.width, self.height)
        sheet.add(self.owner, SceneNode(self.block.slide, self.block.number, place))
        sheet.rectangle((x, y, self.width, self.height), line=stroke("rule", 0.6))


def lay_slide(block: SlideBlock, setting: Setting) -> Iterator[Piece]:
    """Yield the slide: as wide as its share of the room, and no higher than it may be."""
    size = setting.kit.template.size
    width = setting.width * block.width
    height = width * size.h / size.w
    bound = setting.slide_height or setting.page
    if height > bound:
        width, height = bound * size.w / size.h, bound
    over, under = OVER * setting.kit.unit, UNDER * setting.kit.unit
    owner = setting.parent.add("Div")
    yield Thumbnail(block=block, owner=owner, width=width, height=height, before=over, after=under)
