"""Blocks of a document in, HTML out; blocks that only paper has raise, so that nothing is lost in silence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from deckbuild.model.document import (
    Block,
    ChartBlock,
    FieldBlock,
    Grid,
    Heading,
    Margin,
    NotAvailableBlock,
    PageBreak,
    Panel,
    PictureBlock,
    Row,
    RuledLines,
    Section,
    TableBlock,
    TextBlock,
)
from deckbuild.render.html.context import Context
from deckbuild.render.html.fields import fields
from deckbuild.render.html.figures import chart, not_available, picture
from deckbuild.render.html.markup import Markup, block, lines, run_in, tag, words
from deckbuild.render.html.tables import table
from deckbuild.render.html.text import flow, inline

ALIGN = {"l": "", "ctr": "centred", "r": "end"}
LINES = 6
"""Lines to write on where a document leaves their number to the room on the page."""


def blocks(made: Sequence[Block], context: Context) -> Markup:
    """Return blocks in reading order.

    Raises:
        ValueError: a block is a drawn slide; see `render`.
    """
    return lines(_block(each, context) for each in made)


def _block(made: Block, context: Context) -> Markup:
    match made:
        case Heading():
            return _heading(made, context)
        case TextBlock():
            return _text(made, context)
        case TableBlock():
            return table(made, context)
        case ChartBlock():
            return chart(made, context)
        case NotAvailableBlock():
            return not_available(made, context)
        case PictureBlock():
            return picture(made, context)
        case FieldBlock():
            return fields(made)
        case RuledLines():
            return block("div", *[tag("hr")] * (made.count or LINES), class_="ruled", aria_hidden="true")
        case PageBreak():
            return tag("div", class_="page-break")
        case Section(inner):
            name = "section" if inner and isinstance(inner[0], Heading) else "div"
            return block(name, blocks(inner, context), class_="together" if made.together else None)
        case Panel(inner):
            return block("div", blocks(inner, context), class_=f"panel {made.style}")
        case Margin(aside, body):
            sides = (block("div", blocks(each, context)) for each in (aside, body))
            return block("div", *sides, class_="margin")
        case Row(columns):
            return _columns(columns, made.widths, context)
        case Grid(cells):
            return _columns(cells, (1.0,) * made.columns, context)
        case _:
            raise ValueError(f"a page for browsers shows no drawn slides: {made.slide}")


def _heading(made: Heading, context: Context) -> Markup:
    head = tag(f"h{made.level}", inline(made.text, context), id=made.anchor or None)
    return block("hgroup", tag("p", words(made.eyebrow), class_="eyebrow"), head) if made.eyebrow else head


def _text(made: TextBlock, context: Context) -> Markup:
    style = "" if made.style in ("body", "quotation") else made.style
    names = [each for each in (style, ALIGN[made.align]) if each]
    out = flow(made.text, context, listed=made.listed, class_=" ".join(names) or None)
    if made.style == "quotation":
        out = block("blockquote", out)
    return _labelled(made.label, out) if made.label else out


def _labelled(label: str, text: Markup) -> Markup:
    """Return a text with its label: run in where a paragraph begins it, over it where a list does."""
    bold = tag("strong", words(label), class_="label")
    if text.startswith("<p") and (end := text.index(">") + 1):
        return run_in((Markup(text[:end]), bold, words(" "), Markup(text[end:])))
    return lines((tag("p", bold), text))


def _columns(parts: Iterable[Sequence[Block]], widths: Sequence[float], context: Context) -> Markup:
    """Return blocks side by side; one below the other where the room is narrow."""
    shares = " ".join(f"minmax(0,{each:g}fr)" for each in widths)
    inner = (block("div", blocks(each, context)) for each in parts)
    return block("div", *inner, class_="columns", style=f"--columns:{shares}")
