"""Blocks that belong to their heading: a Sect of the tree, and nothing of its own on the page."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.model.document import Section
from deckbuild.typeset.pages.piece import Piece
from deckbuild.typeset.pages.setting import Setting


def lay_section(block: Section, setting: Setting) -> Iterator[Piece]:
    """Yield the blocks; where they are `together`, as one piece that is kept on a page if it can be."""
    within = setting.within(setting.parent.add("Sect"))
    if block.together:
        yield within.stack(block.blocks, whole=True)
    else:
        yield from within.make(block.blocks, within)
