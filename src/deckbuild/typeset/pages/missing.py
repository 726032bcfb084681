"""A figure that is not available, in a frame: what it would show, why it is not here, where it is printed."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.model.document import NotAvailableBlock, Panel, TextBlock
from deckbuild.model.text import Paragraph, Run
from deckbuild.typeset.pages.panel import lay_panel
from deckbuild.typeset.pages.piece import Piece
from deckbuild.typeset.pages.setting import Setting


def lay_missing(block: NotAvailableBlock, setting: Setting) -> Iterator[Piece]:
    """Yield the panel."""
    figure = block.figure
    name = Paragraph((Run(figure.figure, bold=True, colour="deep"),), origin=figure.origin)
    reason = Paragraph(
        (Run("Figure not available. ", bold=True), *figure.reason.runs), origin=figure.reason.origin
    )
    printed = Paragraph((Run("Printed in: ", bold=True), Run(block.printed_in)), origin=figure.origin)
    source = (TextBlock((block.source,), "source"),) if block.source else ()
    blocks = (TextBlock((name, figure.shows, reason, printed)), *source)
    return lay_panel(Panel(blocks, "outline"), setting)
