"""Words of a chart: number formats, text properties, data labels, legend (ECMA-376 part 1, 21.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuild.model.dataclasses import replace
from deckbuild.model.scene import TextNode
from deckbuild.model.xmltext import quoted
from deckbuild.render.pptx.paint import solid
from deckbuild.render.pptx.text import KERN_FROM, hundredths, typefaces

if TYPE_CHECKING:
    from deckbuild.model.scene import ChartNode, LevelStyle
    from deckbuild.model.source import Chart
    from deckbuild.model.units import Box

CLEAR = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
"""Neither ground nor edge."""
UNNAMED = "Series 1"
"""What `read` calls a series that has no name; a line alone goes without it."""
NO_LABEL = '<c:dLbl><c:idx val="{}"/><c:delete val="1"/></c:dLbl>'


def number_format(chart: Chart) -> str:
    """Return a number format: thousands apart, a decimal where any number has one, then the unit."""
    values = (value for series in chart.series for value in series.values if value is not None)
    digits = "#,##0" if all(float(value).is_integer() for value in values) else "#,##0.0"
    unit = chart.unit.replace('"', "")
    return f'{digits}"{unit}"' if unit else digits


def text_properties(style: LevelStyle, language: str) -> str:
    """Return c:txPr: size, weight and colour of text that the chart writes by itself."""
    return (
        "<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>"
        f'<a:defRPr sz="{hundredths(style.size)}" b="{style.bold:d}" i="{style.italic:d}" kern="{KERN_FROM}">'
        f"{solid(style.colour)}{typefaces('mn')}</a:defRPr></a:pPr>"
        f'<a:endParaRPr lang="{language}"/></a:p></c:txPr>'
    )


def format_of(chart: Chart) -> str:
    """Return c:numFmt."""
    return f'<c:numFmt formatCode={quoted(number_format(chart))} sourceLinked="0"/>'


def shown(*, value: bool = False, category: bool = False, series: bool = False) -> str:
    """Return which of its texts a data label shows."""
    return (
        f'<c:showLegendKey val="0"/><c:showVal val="{value:d}"/><c:showCatName val="{category:d}"/>'
        f'<c:showSerName val="{series:d}"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
    )


def value_labels(
    node: ChartNode, language: str, position: str, colour: str, hidden: tuple[int, ...] = ()
) -> str:
    """Return c:dLbls: the value of each point, in bold, but of those whose index is *hidden*."""
    style = replace(node.label, bold=True, colour=colour)
    return (
        f"<c:dLbls>{''.join(NO_LABEL.format(index) for index in hidden)}{format_of(node.chart)}"
        f"{CLEAR}{text_properties(style, language)}"
        f'<c:dLblPos val="{position}"/>{shown(value=True)}</c:dLbls>'
    )


def slice_labels(node: ChartNode, language: str) -> str:
    """Return c:dLbls of a pie: name and value of each slice, beside it."""
    return (
        f"<c:dLbls>{format_of(node.chart)}{CLEAR}"
        f'{text_properties(node.label, language)}<c:dLblPos val="outEnd"/>{shown(value=True, category=True)}'
        '<c:separator> </c:separator><c:showLeaderLines val="0"/></c:dLbls>'
    )


def end_label(node: ChartNode, index: int, language: str) -> str:
    """Return c:dLbls of a line: the name of the series at its last value; no other label.

    In ink: a series' colour may be too light for words.
    """
    values = node.chart.series[index].values
    unnamed = [series.name for series in node.chart.series] == [UNNAMED]
    last = max((n for n, value in enumerate(values) if value is not None), default=None)
    name = ""
    if last is not None and not unnamed:
        style = replace(node.label, bold=True)
        name = (
            f'<c:dLbl><c:idx val="{last}"/>{CLEAR}'
            f'{text_properties(style, language)}<c:dLblPos val="r"/>{shown(series=True)}</c:dLbl>'
        )
    return f"<c:dLbls>{name}{shown()}</c:dLbls>"


def legend(node: ChartNode, language: str) -> str:
    """Return c:legend where the scene puts it, as wide as the names drawn there; nothing for no legend."""
    box = node.legend
    if box is None:
        return ""
    words = (each.box for each in node.drawing if isinstance(each, TextNode))
    right = max((each.right for each in words if each.bottom <= box.bottom), default=box.right)
    where = replace(box, w=right - box.x)
    return (
        f'<c:legend><c:legendPos val="t"/>{manual_layout(where, node.box)}<c:overlay val="0"/>'
        f"{text_properties(node.label, language)}</c:legend>"
    )


def manual_layout(part: Box, whole: Box, target: str = "") -> str:
    """Return c:layout: where a part of a chart stands, in fractions of the chart."""
    numbers = (
        ("x", (part.x - whole.x) / whole.w),
        ("y", (part.y - whole.y) / whole.h),
        ("w", part.w / whole.w),
        ("h", part.h / whole.h),
    )
    places = "".join(f'<c:{name} val="{number:.6f}"/>' for name, number in numbers)
    modes = '<c:xMode val="edge"/><c:yMode val="edge"/>'
    return f"<c:layout><c:manualLayout>{target}{modes}{places}</c:manualLayout></c:layout>"
