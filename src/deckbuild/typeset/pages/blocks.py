"""Which file sets which block; and where blocks stand beside a margin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, zip_longest

from deckbuild.model import document as blocks
from deckbuild.typeset.pages.chart import lay_block as lay_chart
from deckbuild.typeset.pages.fields import lay_fields
from deckbuild.typeset.pages.grid import lay_grid
from deckbuild.typeset.pages.heading import PART, lay_heading
from deckbuild.typeset.pages.margin import lay_margin
from deckbuild.typeset.pages.missing import lay_missing
from deckbuild.typeset.pages.panel import lay_panel
from deckbuild.typeset.pages.picture import lay_picture
from deckbuild.typeset.pages.piece import Break, Piece, shifted
from deckbuild.typeset.pages.row import lay_row
from deckbuild.typeset.pages.ruled import lay_ruled
from deckbuild.typeset.pages.section import lay_section
from deckbuild.typeset.pages.setting import Setting
from deckbuild.typeset.pages.slide import lay_slide
from deckbuild.typeset.pages.table import is_wide, lay_table
from deckbuild.typeset.pages.text import lay_text


def lay(given: Iterable[blocks.Block], setting: Setting) -> list[Piece]:
    """Return the pieces of blocks, in order."""
    out: list[Piece] = []
    at_edge = True
    ahead = [*given]
    for block, following in zip_longest(ahead, ahead[1:]):
        if not setting.margin:
            out.extend(lay_one(block, setting))
        elif isinstance(block, blocks.Heading) and is_beside(block, following):
            continue
        elif isinstance(block, blocks.Margin):
            out.extend(lay_margin(block, setting, heading_over(ahead, block)))
        else:
            at_edge = begins_at_edge(block) or (at_edge and is_source(block))
            out.extend(place(block, setting, at_edge=at_edge))
    return out


def is_beside(block: blocks.Heading, following: blocks.Block | None) -> bool:
    """Return whether a heading stands beside what is in the margin: one of a slide, not of a part."""
    return block.level > PART and isinstance(following, blocks.Margin)


def heading_over(given: Sequence[blocks.Block], margin: blocks.Margin) -> blocks.Heading | None:
    """Return the heading that stands right over a block with a margin, and beside what is in it."""
    before = next((each for each, block in pairwise(given) if block is margin), None)
    return before if isinstance(before, blocks.Heading) and is_beside(before, margin) else None


def place(block: blocks.Block, setting: Setting, *, at_edge: bool) -> Iterable[Piece]:
    """Return the pieces of one block: at the page's left edge, or beside the margin."""
    if at_edge:
        return lay_one(block, setting)
    return [shifted(piece, setting.margin) for piece in lay_one(block, setting.column())]


def is_source(block: blocks.Block) -> bool:
    """Return whether a block says where what is over it comes from."""
    return isinstance(block, blocks.TextBlock) and block.style == "source"


def begins_at_edge(block: blocks.Block) -> bool:
    """Return whether a block uses the room of the margin."""
    match block:
        case blocks.TableBlock():
            return is_wide(block)
        case (
            blocks.Heading()
            | blocks.Section()
            | blocks.Grid()
            | blocks.PageBreak()
            | blocks.FieldBlock()
            | blocks.ChartBlock()
        ):
            return True
        case _:
            return False


def lay_one(block: blocks.Block, setting: Setting) -> Iterator[Piece]:
    """Return the pieces of one block in all the room there is."""
    match block:
        case blocks.Heading():
            return lay_heading(block, setting)
        case blocks.TextBlock():
            return lay_text(block, setting)
        case blocks.TableBlock():
            return lay_table(block, setting)
        case blocks.ChartBlock():
            return lay_chart(block, setting)
        case blocks.NotAvailableBlock():
            return lay_missing(block, setting)
        case blocks.PictureBlock():
            return lay_picture(block, setting)
        case blocks.SlideBlock():
            return lay_slide(block, setting)
        case blocks.RuledLines():
            return lay_ruled(block, setting)
        case blocks.FieldBlock():
            return lay_fields(block, setting)
        case blocks.Row():
            return lay_row(block, setting)
        case blocks.Margin():
            return lay_margin(block, setting)
        case blocks.Panel():
            return lay_panel(block, setting)
        case blocks.Grid():
            return lay_grid(block, setting)
        case blocks.Section():
            return lay_section(block, setting)
        case blocks.PageBreak():
            return iter((Break(),))
