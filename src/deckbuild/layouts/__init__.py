"""The slide layouts, one file each, and the table of them: `LAYOUTS`, by the id that authors write."""

from __future__ import annotations

from collections.abc import Mapping

from deckbuild.layouts import (
    agenda,
    bullets,
    cards,
    chart,
    comparison,
    cover,
    discussion,
    hub,
    key_figure,
    links,
    picture_full,
    picture_text,
    prose,
    quotation,
    section,
    statement,
    table,
    two_columns,
    two_statements,
)
from deckbuild.layouts.base import SlideLayout

LAYOUTS: Mapping[str, SlideLayout] = {
    module.LAYOUT.id: module.LAYOUT
    for module in (
        cover,
        agenda,
        section,
        bullets,
        statement,
        two_statements,
        quotation,
        prose,
        two_columns,
        comparison,
        cards,
        hub,
        key_figure,
        chart,
        table,
        picture_text,
        picture_full,
        links,
        discussion,
    )
}
"""In the order of PowerPoint's gallery."""
