"""Native tables, and the deck's own table style (ECMA-376 part 1, 21.1.3 and 20.1.4.2).

The style colours the header, every second row and the rules between rows; a cell writes only what differs,
so that a row which a trainer adds falls in with the others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuild.model.scene import Stroke
from deckbuild.model.xmltext import DECLARATION, A, quoted
from deckbuild.render.pptx import paint
from deckbuild.render.pptx.shapes import own_properties, placeholder_mark
from deckbuild.render.pptx.text import paragraphs

if TYPE_CHECKING:
    from deckbuild.model.scene import TableNode, TextNode
    from deckbuild.render.pptx.context import PartContext

STYLE_ID = "{B7C1D0A4-6E0B-5B1F-9B0E-5D2E5C4A7F10}"
"""The same for every brand, since the style names colours by their slots."""

HEADER, BAND, GROUND = "brand", "tint", "ground"
"""Fills of the header, of every second row below it, and of the others."""

BOLD = ' b="on"'
RULE = Stroke("rule", 12700)


def table_styles(board: str) -> str:
    """Return the part that holds the table style, which new tables of the deck take too."""
    words = '<a:tcTxStyle{}><a:fontRef idx="minor"/><a:schemeClr val="{}"/></a:tcTxStyle>'
    return (
        f'{DECLARATION}<a:tblStyleLst {A} def="{STYLE_ID}">'
        f'<a:tblStyle styleId="{STYLE_ID}" styleName={quoted(board)}>'
        f"<a:wholeTbl>{words.format('', 'tx1')}<a:tcStyle><a:tcBdr>"
        f"<a:left>{paint.NO_LINE}</a:left><a:right>{paint.NO_LINE}</a:right>"
        f"<a:top>{paint.NO_LINE}</a:top><a:bottom>{paint.NO_LINE}</a:bottom>"
        f"<a:insideH>{paint.line(RULE)}</a:insideH><a:insideV>{paint.NO_LINE}</a:insideV></a:tcBdr>"
        f"<a:fill>{paint.solid(GROUND)}</a:fill></a:tcStyle></a:wholeTbl>"
        f"<a:band2H><a:tcStyle><a:tcBdr/><a:fill>{paint.solid(BAND)}</a:fill></a:tcStyle></a:band2H>"
        f"<a:firstRow>{words.format(BOLD, 'bg1')}<a:tcStyle><a:tcBdr/>"
        f"<a:fill>{paint.solid(HEADER)}</a:fill></a:tcStyle></a:firstRow></a:tblStyle></a:tblStyleLst>"
    )


def table(node: TableNode, context: PartContext) -> str:
    """Return a table with a header row."""
    grid = "".join(f'<a:gridCol w="{width}"/>' for width in node.widths)
    rows = "".join(
        f'<a:tr h="{height}">{"".join(_cell(cell, number, node, context) for cell in cells)}</a:tr>'
        for number, (height, cells) in enumerate(zip(node.heights, node.cells, strict=True))
    )
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr>{own_properties(node.name, context, alt=node.alt)}"
        '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr>'
        f"{placeholder_mark(node.placeholder, context)}</p:nvGraphicFramePr>{paint.place(node.box, 'p:xfrm')}"
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl>'
        f'<a:tblPr firstRow="1" bandRow="1"><a:tableStyleId>{STYLE_ID}</a:tableStyleId></a:tblPr>'
        f"<a:tblGrid>{grid}</a:tblGrid>{rows}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )


def _cell(cell: TextNode, row: int, node: TableNode, context: PartContext) -> str:
    insets = cell.insets
    edges = f'marL="{insets.left}" marR="{insets.right}" marT="{insets.top}" marB="{insets.bottom}"'
    last = row == len(node.cells) - 1
    inner = "" if node.rule == RULE or last else paint.line(node.rule, "a:lnB")
    if cell.fill != _styled_fill(row):
        inner += paint.fill(cell.fill)
    text = paragraphs(cell.paragraphs, cell.styles, context, direct=True)
    return (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{text}"
        f'</a:txBody><a:tcPr {edges} anchor="{cell.anchor}">{inner}</a:tcPr></a:tc>'
    )


def _styled_fill(row: int) -> str:
    if row == 0:
        return HEADER
    return BAND if row % 2 == 0 else GROUND
