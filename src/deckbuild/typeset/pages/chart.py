"""A chart redrawn for paper: its caption over it, its numbers as a table under it, and its source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deckbuild.diagnostics.diagnostic import Diagnostic
from deckbuild.model.dataclasses import dataclass, replace
from deckbuild.model.document import ChartBlock, TableBlock
from deckbuild.model.figures import number
from deckbuild.model.scene import ChartNode
from deckbuild.model.source import Chart
from deckbuild.model.text import Paragraph, plain
from deckbuild.typeset.chart import lay_chart
from deckbuild.typeset.chart_bars import LABELS_MOST, lines_of
from deckbuild.typeset.chart_parts import Pen
from deckbuild.typeset.pages.piece import Piece, stack
from deckbuild.typeset.pages.setting import Setting
from deckbuild.typeset.pages.sheet import Sheet, box
from deckbuild.typeset.pages.structure import Branch
from deckbuild.typeset.pages.table import Looks, natural_width, set_table
from deckbuild.typeset.pages.text import set_source
from deckbuild.typeset.pages.words import words

LABEL_ON_SLIDES = 16.0
"""Size of labels for which the distances of slides' charts are made."""
BAR = 16.0
"""Height of a bar with its gap, points on A4; bars of one category stand close."""
WITHIN = 12.0
LEGEND = 20.0
PIE = 150.0
COLUMNS = 170.0
AROUND = 4.0
AROUND_PIE = 12.0
"""Words of a slice at the top stand over the pie."""
MISFITS = ("DB301", "DB303")
WHOLE = 0.5
"""Of a page, up to which height a figure stays on one."""
NARROWEST = 0.35
"""Width of a table of numbers, of the room there is, at least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn(Piece):
    """A chart."""

    node: ChartNode
    """Laid at the origin."""
    owner: Branch
    setting: Setting
    scale: float
    sparse: bool
    width: float

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Lay the chart in its place, and draw it."""
        placed = replace(self.node, box=box(x, y, self.width, self.height))
        fonts = self.setting.kit.fonts
        sheet.add(self.owner, lay_chart(placed, fonts, "", [], scale=self.scale, sparse=self.sparse))


def lay_block(block: ChartBlock, setting: Setting) -> Iterator[Piece]:
    """Yield caption, chart, numbers and source as one piece.

    It stays on a page; if it is high, the numbers may go on on the next, so that no page is left half empty.
    The source goes there with the last of them.
    """
    made = stack(figure(block, setting.within(setting.parent.add("Div"))), whole=True)
    yield made if made.height <= setting.page * WHOLE else replace(made, whole=False)


def figure(block: ChartBlock, setting: Setting) -> Iterator[Piece]:
    """Yield caption, chart, numbers and source."""
    if block.caption:
        style = setting.style("caption")
        owner = setting.parent.add("Caption")
        yield words(setting, block.caption, style.first, owner, after=style.after, keep=True)
    keep = block.with_table or block.source is not None
    yield drawn(block.chart, setting, keep=keep, sparse=block.with_table)
    if block.with_table:
        yield numbers(block.chart, setting)
    if block.source:
        yield from set_source(setting, (block.source,))


def drawn(chart: Chart, setting: Setting, *, keep: bool, sparse: bool) -> Drawn:
    """Return the chart in the first way in which its words have room; *sparse* where it may lack values."""
    owner = setting.parent.add("Figure", alt=chart.alt)
    check(chart, setting)
    for way, size, spare in ways(chart, setting, sparse=sparse):
        made = trial(way, size, setting, owner, sparse=spare)
        if fits(made):
            break
    else:
        hint = "Give its categories shorter names."
        setting.warn("DB305", f"a label of a chart has no room: {chart.alt}", hint, chart.origin)
    unit = setting.kit.unit
    return replace(
        made, before=(AROUND_PIE if chart.kind == "pie" else AROUND) * unit, after=8 * unit, keep=keep
    )


def ways(chart: Chart, setting: Setting, *, sparse: bool) -> Iterator[tuple[Chart, float, bool]]:
    """Yield what to try: the chart in its label size and in smaller ones, and columns laid on their side.

    At last, where the numbers stand in a table too, values without room are left out.
    """
    style = setting.style("chart").first
    sizes = (style.size, style.size - 1) if not setting.kit.scale.least else (style.size,)
    for way in (chart, replace(chart, kind="bar")) if chart.kind == "column" else (chart,):
        for size in sizes:
            yield way, size, False
    if sparse:
        yield chart, style.size, True


def trial(chart: Chart, size: float, setting: Setting, owner: Branch, *, sparse: bool = False) -> Drawn:
    """Return a chart in one label size, not yet laid."""
    style = setting.style("chart").first
    label = replace(style, size=size, pitch=style.pitch * size / style.size)
    pen = Pen(setting.kit.fonts, label, "", [], size / LABEL_ON_SLIDES)
    height = height_of(chart, pen, setting.width, setting.kit.unit)
    place = box(0, 0, setting.width, height)
    node = ChartNode("Chart", place, chart, place, 0, 0, 0, label, (), None)
    return Drawn(
        node=node,
        owner=owner,
        setting=setting,
        scale=pen.scale,
        sparse=sparse,
        width=setting.width,
        height=height,
    )


def check(chart: Chart, setting: Setting) -> None:
    """Report signs of a chart's words that the brand's font does not have."""
    for name in (*chart.categories, *(series.name for series in chart.series), chart.unit):
        setting.check(plain(name, origin=chart.origin), setting.style("chart").first)


def fits(made: Drawn) -> bool:
    """Return whether the words of a chart have room."""
    found: list[Diagnostic] = []
    lay_chart(made.node, made.setting.kit.fonts, "", found, scale=made.scale, sparse=made.sparse)
    return not any(each.code in MISFITS for each in found)


def height_of(chart: Chart, pen: Pen, width: float, unit: float) -> float:
    """Return the height of a chart, points: bars need more for more categories, others do not."""
    several = len(chart.series) > 1
    legend = LEGEND if several and chart.kind != "line" else 0
    if chart.kind == "bar":
        lines = max(lines_of(pen, name, width * LABELS_MOST - 4) for name in chart.categories)
        bars = WITHIN * len(chart.series) + BAR / 2 if several else BAR + 4
        each = max(bars * unit, lines * pen.style.pitch + 4)
        return each * len(chart.categories) + legend * unit
    return ((PIE if chart.kind == "pie" else COLUMNS) + legend) * unit


def numbers(chart: Chart, setting: Setting) -> Piece:
    """Return a chart's numbers as a table: categories side by side where they have room, else in a column."""
    looks = Looks(setting.style("data"), setting.style("data"), setting.style("data-header"))
    table = across(chart)
    wide = natural_width(table, setting, looks)
    if wide > setting.width or len(chart.categories) < len(chart.series):
        table = down(chart)
        wide = natural_width(table, setting, looks)
    place = replace(setting, width=min(setting.width, max(wide, setting.width * NARROWEST)))
    return set_table(table, place, setting.parent.add("Table", summary=table.summary), looks)


def across(chart: Chart) -> TableBlock:
    """Return the numbers with a row for each series."""
    rows = ((series.name, series.values) for series in chart.series)
    return table_of(chart, chart.categories, rows)


def down(chart: Chart) -> TableBlock:
    """Return the numbers with a row for each category."""
    values = zip(*(series.values for series in chart.series), strict=True)
    return table_of(
        chart, tuple(series.name for series in chart.series), zip(chart.categories, values, strict=True)
    )


def table_of(
    chart: Chart, names: tuple[str, ...], rows: Iterable[tuple[str, tuple[float | None, ...]]]
) -> TableBlock:
    """Return a table of numbers whose corner is empty."""
    return TableBlock(
        columns=(plain(""), *(plain(name) for name in names)),
        rows=tuple(
            ((plain(name),), *((value_cell(each, chart),) for each in values)) for name, values in rows
        ),
        summary=f"The numbers of the chart: {chart.alt}",
        row_headers=True,
        numbers=tuple(range(1, len(names) + 1)),
    )


def value_cell(value: float | None, chart: Chart) -> Paragraph:
    """Return a number as the chart prints it, or a dash where there is none."""
    return plain("–" if value is None else number(value, chart))
