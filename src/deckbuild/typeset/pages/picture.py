"""A picture on a page: its proportions kept, its caption under it; a decorative one is no content."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.model.dataclasses import dataclass, replace
from deckbuild.model.document import PictureBlock
from deckbuild.model.scene import PictureNode
from deckbuild.model.source import Picture
from deckbuild.typeset.pages.piece import Piece
from deckbuild.typeset.pages.setting import Setting
from deckbuild.typeset.pages.sheet import Owner, Sheet, box
from deckbuild.typeset.pages.words import words

HIGHEST = 0.5
"""Of the page: no picture takes more."""
AROUND = 8.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown(Piece):
    """A picture."""

    picture: Picture
    owner: Owner
    width: float

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw the picture."""
        sheet.add(self.owner, PictureNode("Picture", box(x, y, self.width, self.height), self.picture))


def lay_picture(block: PictureBlock, setting: Setting) -> Iterator[Piece]:
    """Yield the picture and its caption."""
    across, down = block.picture.size
    width = setting.width * block.width
    height = width * down / across
    if height > HIGHEST * setting.page:
        height = HIGHEST * setting.page
        width = height * across / down
    parent = setting.parent.add("Div") if block.caption else setting.parent
    owner: Owner = parent.add("Figure", alt=block.picture.alt) if block.picture.alt else "Layout"
    around = AROUND * setting.kit.unit
    yield Shown(
        picture=block.picture,
        owner=owner,
        width=width,
        height=height,
        before=around,
        after=around,
        keep=block.caption is not None,
    )
    if block.caption:
        style = setting.style("caption")
        look = replace(style.first, before=4 * setting.kit.unit)
        yield words(setting, block.caption, look, parent.add("Caption"), after=around)
