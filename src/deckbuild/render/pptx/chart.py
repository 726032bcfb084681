"""Native charts: the frame on the slide, the chart part, its series and axes (ECMA-376 part 1, 21.2).

Plot area, axis and gaps are the scene's, so that PowerPoint draws what the handout draws.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuild.model.parts import ChartParts, Member
from deckbuild.model.xmltext import DECLARATION, A, C, R
from deckbuild.render.pptx import paint
from deckbuild.render.pptx.chart_axes import axes
from deckbuild.render.pptx.chart_plots import bars, lines, pie
from deckbuild.render.pptx.chart_text import CLEAR, legend, manual_layout, text_properties
from deckbuild.render.pptx.shapes import own_properties, placeholder_mark
from deckbuild.render.pptx.workbook import workbook

if TYPE_CHECKING:
    from deckbuild.model.scene import ChartNode
    from deckbuild.render.pptx.context import PartContext


def chart(node: ChartNode, context: PartContext) -> str:
    """Return the frame of a chart, in its placeholder where it fills one."""
    part = Member.deflate(chart_part(node, context.language).encode())
    relation = context.relations.to_chart(ChartParts(part, workbook(node.chart, context.deck.date)))
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr>{own_properties(node.name, context, alt=node.chart.alt)}"
        '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr>'
        f"{placeholder_mark(node.placeholder, context)}</p:nvGraphicFramePr>{paint.place(node.box, 'p:xfrm')}"
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
        f'<c:chart {C} r:id="{relation}"/></a:graphicData></a:graphic></p:graphicFrame>'
    )


def chart_part(node: ChartNode, language: str) -> str:
    """Return the chart part."""
    plot = manual_layout(node.plot, node.box, '<c:layoutTarget val="inner"/>')
    return (
        f'{DECLARATION}<c:chartSpace {C} {A} {R}><c:date1904 val="0"/><c:lang val="{language}"/>'
        '<c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>'
        f"<c:plotArea>{plot}{_drawn(node, language)}{CLEAR}</c:plotArea>{legend(node, language)}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f'{CLEAR}{text_properties(node.label, language)}<c:externalData r:id="rId1"><c:autoUpdate val="0"/>'
        "</c:externalData></c:chartSpace>"
    )


def _drawn(node: ChartNode, language: str) -> str:
    """Return the kind of chart with its series, and the axes that it has."""
    match node.chart.kind:
        case "pie":
            return pie(node, language)
        case "line":
            return lines(node, language) + axes(node, language)
        case "bar" | "column" | "stacked":
            return bars(node, language) + axes(node, language)
