"""chart: a native chart with its message and source, or a figure that is not available and says so."""

from __future__ import annotations

from deckbuild.layouts import grid
from deckbuild.layouts.base import (
    SOURCE,
    TITLE,
    Field,
    Placement,
    SlideLayout,
    Slot,
    Variant,
    fill_slot,
    title_node,
    with_source,
    written,
)
from deckbuild.model.brand import Brand
from deckbuild.model.deck import DeckSlide
from deckbuild.model.scene import ChartNode, Insets, Node, ShapeNode, Stroke, level_style
from deckbuild.model.source import Chart, FigureNotAvailable
from deckbuild.model.template import Template, TemplateLayout
from deckbuild.model.text import Paragraph, Run, Text
from deckbuild.model.units import Box, pt

LEAD = pt(34)
CHART = grid.cell(0, 12, top=grid.BODY_TOP + LEAD + pt(8), bottom=grid.ABOVE_SOURCE.bottom)
GHOST = grid.cell(0, 4)
MISSING = grid.cell(4, 8)
INSETS = Insets(pt(32), pt(28), pt(32), pt(28))
GHOST_BARS = (0.42, 0.7, 0.55, 0.88)
"""Heights of the drawn, empty bars; they stand for no number."""


def variants(brand: Brand) -> tuple[Variant, ...]:
    """Return the layout of a chart, and that of a figure that is not available."""
    del brand
    lead = Slot(
        "lead", "body", 2, "What the chart says", Box(grid.LEFT, grid.BODY_TOP, grid.WIDTH, LEAD), "lead"
    )
    chart = (TITLE, lead, Slot("chart", "chart", 1, "Chart", CHART, "label"), SOURCE)
    missing = Slot("body", "body", 1, "What the figure would show", MISSING, "card", "ctr", INSETS, "tint")
    return (
        Variant("chart", "Chart", chart),
        Variant("figure-not-available", "Figure not available", (TITLE, missing), "cust", ghost()),
    )


def ghost() -> tuple[Node, ...]:
    """Return an empty chart, drawn behind the words: a panel, two axes and hollow bars."""
    panel = GHOST
    plot = panel.inset(pt(44), pt(70), pt(36), pt(70))
    step = plot.w // len(GHOST_BARS)
    hollow = Stroke("series-3", pt(2))
    bars = tuple(
        ShapeNode(
            f"Empty bar {n + 1}",
            Box(
                plot.x + n * step + pt(8), plot.bottom - int(plot.h * part), step - pt(16), int(plot.h * part)
            ),
            stroke=hollow,
        )
        for n, part in enumerate(GHOST_BARS)
    )
    axes = (ShapeNode("Empty axis", Box(plot.x - pt(6), plot.bottom, plot.w + pt(12), pt(2)), fill="muted"),)
    return (ShapeNode("Empty figure", panel, fill="tint"), *bars, *axes)


def place(slide: DeckSlide, template: Template) -> Placement:
    """Return title, message, chart and source; or the words that stand for a missing figure."""
    chart = slide.fields["chart"]
    if isinstance(chart, FigureNotAvailable):
        layout = template.layouts["figure-not-available"]
        return Placement(
            layout.id, (title_node(slide, layout), fill_slot(layout, "body", absence(slide, chart)))
        )
    layout = template.layouts["chart"]
    lead = written(slide, layout, "lead")
    nodes: list[Node] = [title_node(slide, layout), *lead]
    if isinstance(chart, Chart):
        nodes.append(chart_node(layout, chart, CHART.y if lead else grid.BODY_TOP))
    return Placement(layout.id, (*nodes, *with_source(slide, layout)))


def chart_node(layout: TemplateLayout, chart: Chart, top: int) -> ChartNode:
    """Return the chart's node, not yet laid out, from *top* down to the source line."""
    place = layout.placeholders["chart"]
    box = Box(place.box.x, top, place.box.w, place.box.bottom - top)
    return ChartNode(
        place.name,
        box,
        chart,
        plot=box,
        axis_max=0,
        axis_step=0,
        gap_width=60,
        label=level_style(place.styles, 0),
        colours=(),
        highlight=None,
        placeholder=place.placeholder,
        inherited=box == place.box,
    )


def absence(slide: DeckSlide, figure: FigureNotAvailable) -> Text:
    """Return what stands for a missing figure: its name, what it shows, why it is not here, where it is."""
    first = Paragraph((Run(figure.figure),), 0, origin=figure.origin)
    shows = Paragraph(figure.shows.runs, 1, origin=figure.shows.origin)
    reason = Paragraph(
        (Run("Figure not available. ", bold=True), *figure.reason.runs), 1, origin=figure.reason.origin
    )
    printed = (Paragraph(slide.source_line.runs, 1, origin=figure.origin),) if slide.source_line else ()
    return (first, shows, reason, *printed)


LAYOUT = SlideLayout(
    "chart",
    "A chart that PowerPoint can edit, or a figure that is not available.",
    (
        Field("lead", "line", "The chart's message, in one line.", required=False),
        Field("chart", "chart", "The numbers and how to draw them, or `not-available`."),
    ),
    variants,
    place,
)
