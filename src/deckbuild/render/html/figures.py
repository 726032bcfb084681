"""Figures: charts with their numbers, pictures, and figures that say why they are not here."""

from __future__ import annotations

from base64 import b64encode

from deckbuild.model.document import ChartBlock, NotAvailableBlock, PictureBlock
from deckbuild.model.text import Paragraph
from deckbuild.render.html.charts import draw
from deckbuild.render.html.context import Context
from deckbuild.render.html.markup import NOTHING, Markup, block, run_in, tag, words
from deckbuild.render.html.tables import numbers_of
from deckbuild.render.html.text import inline


def chart(made: ChartBlock, context: Context) -> Markup:
    """Return a chart with its caption over it, its numbers and its source under it."""
    name = made.caption.text if made.caption else "the chart"
    table = numbers_of(made.chart, name) if made.with_table else NOTHING
    drawn = draw(made.chart)
    return block("figure", _caption(made.caption, context), drawn, table, _source(made.source, context))


def picture(made: PictureBlock, context: Context) -> Markup:
    """Return a picture with its caption under it."""
    shown = made.picture
    wide, high = shown.size
    drawn = tag(
        "img",
        src=f"data:{shown.media_type};base64,{b64encode(shown.data).decode('ascii')}",
        alt=shown.alt or "",
        width=str(wide),
        height=str(high),
        style=f"width:{made.width:.0%}" if made.width < 1 else None,
    )
    if made.caption is None:
        return tag("p", drawn, class_="picture")
    return block("figure", drawn, _caption(made.caption, context), class_="picture")


def not_available(made: NotAvailableBlock, context: Context) -> Markup:
    """Return what stands for a figure whose numbers could not be found."""
    figure = made.figure
    absent = tag("strong", words("Figure not available."))
    reason = run_in((absent, words(" "), inline(figure.reason, context)))
    return block(
        "figure",
        tag("figcaption", words(figure.figure)),
        tag("p", inline(figure.shows, context)),
        tag("p", reason),
        tag("p", words(f"It is printed in: {made.printed_in}")) if made.printed_in else NOTHING,
        _source(made.source, context),
        class_="missing",
    )


def _caption(caption: Paragraph | None, context: Context) -> Markup:
    return tag("figcaption", inline(caption, context)) if caption else NOTHING


def _source(source: Paragraph | None, context: Context) -> Markup:
    return tag("p", inline(source, context), class_="source") if source else NOTHING
