"""The axes of a chart: a zero line with the categories' names; numbers only where no bar carries its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuild.model.dataclasses import replace
from deckbuild.model.scene import Stroke
from deckbuild.model.units import pt
from deckbuild.render.pptx import paint
from deckbuild.render.pptx.chart_plots import CATEGORY_AXIS, VALUE_AXIS
from deckbuild.render.pptx.chart_text import format_of, text_properties

if TYPE_CHECKING:
    from deckbuild.model.scene import ChartNode

ZERO_LINE = Stroke("muted", pt(1.5))
GRIDLINE = Stroke("rule", pt(0.75))


def axes(node: ChartNode, language: str) -> str:
    """Return both axes."""
    return _categories(node, language) + _values(node, language)


def _categories(node: ChartNode, language: str) -> str:
    """Return the axis of the categories; that of bars runs downwards, so that the first stands on top."""
    bars = node.chart.kind == "bar"
    edge = None if node.chart.kind == "line" else ZERO_LINE
    return (
        f'<c:catAx><c:axId val="{CATEGORY_AXIS}"/>'
        f'<c:scaling><c:orientation val="{"maxMin" if bars else "minMax"}"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{"l" if bars else "b"}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f"<c:spPr><a:noFill/>{paint.line(edge)}</c:spPr>{text_properties(node.label, language)}"
        f'<c:crossAx val="{VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        '<c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _values(node: ChartNode, language: str) -> str:
    """Return the axis of the numbers, from 0 to the scene's top; it shows only beside lines."""
    lines = node.chart.kind == "line"
    grid = f"<c:majorGridlines><c:spPr>{paint.line(GRIDLINE)}</c:spPr></c:majorGridlines>" if lines else ""
    style = replace(node.label, colour="muted")
    return (
        f'<c:valAx><c:axId val="{VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{node.axis_max:.10g}"/><c:min val="0"/></c:scaling><c:delete val="{not lines:d}"/>'
        f'<c:axPos val="{"b" if node.chart.kind == "bar" else "l"}"/>{grid}{format_of(node.chart)}'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f"<c:spPr><a:noFill/>{paint.NO_LINE}</c:spPr>{text_properties(style, language)}"
        f'<c:crossAx val="{CATEGORY_AXIS}"/><c:crosses val="autoZero"/><c:crossBetween val="between"/>'
        f'<c:majorUnit val="{node.axis_step:.10g}"/></c:valAx>'
    )
