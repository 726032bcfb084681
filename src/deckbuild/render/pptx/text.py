"""Text bodies: list styles, paragraphs, runs and links (ECMA-376 part 1, 21.1.2).

Text of a placeholder says only what its layout does not. Text of a box of its own carries a list style. Text
of a table cell says everything on its paragraphs and runs, since PowerPoint reads no list style there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from deckbuild.model.scene import bullet_of, hanging, level_style
from deckbuild.model.xmltext import element, escape, quoted
from deckbuild.render.pptx.paint import colour, solid

if TYPE_CHECKING:
    from deckbuild.model.scene import LevelStyle, Styles
    from deckbuild.model.text import Link, Paragraph, Run, Text
    from deckbuild.render.pptx.context import PartContext

Font = Literal["mj", "mn"]
"""The theme's heading font or its body font."""

LEVELS = 9
KERN_FROM = 100
"""Hundredths of a point from which PowerPoint kerns, as texts are measured. 0 would be all sizes by the
standard (21.1.2.3.9), but Microsoft's text engines take it for "off"."""
BASELINES = {"normal": "", "super": ' baseline="30000"', "sub": ' baseline="-25000"'}
LINK_IN_TEXT_COLOUR = (
    '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}">'
    '<ahyp:hlinkClr xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/>'
    "</a:ext></a:extLst>"
)


def hundredths(points: float) -> int:
    """Return a size or a distance in the hundredths of a point that DrawingML counts in."""
    return round(points * 100)


def typefaces(font: Font) -> str:
    """Return the theme's heading or body font, for each kind of script."""
    return f'<a:latin typeface="+{font}-lt"/><a:ea typeface="+{font}-ea"/><a:cs typeface="+{font}-cs"/>'


def list_style(
    styles: Styles,
    *,
    base: Styles | None = None,
    levels: int = LEVELS,
    font: Font | None = "mn",
    exact: bool = True,
) -> str:
    """Return the levels of a list style (a:lvl1pPr and following).

    With a *base*, only what differs from it is written, so that the rest still follows layout and master.
    Lines stand at their exact pitch where text is measured; without *exact*, they follow the font's size.
    Without a *font*, that of the master's style for such text stays.
    """
    under = [level_style(base, number) if base else None for number in range(levels)]
    return "".join(
        _level(number + 1, level_style(styles, number), each, font, exact)
        for number, each in enumerate(under)
    )


def _level(number: int, style: LevelStyle, base: LevelStyle | None, font: Font | None, exact: bool) -> str:
    attributes = _paragraph_attributes(style, base)
    inner = _spacing(style, base, exact) + _bullet(style, base) + _default_run(style, base, font)
    return element(f"a:lvl{number}pPr", attributes, inner) if attributes or inner else ""


def _paragraph_attributes(style: LevelStyle, base: LevelStyle | None) -> str:
    written = ""
    if base is None or (style.margin, style.indent) != (base.margin, base.indent):
        written += f' marL="{style.margin}" indent="{style.indent}"'
    if base is None or style.align != base.align:
        written += f' algn="{style.align}"'
    if base is None:
        written += ' defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1"'
    return written


def _spacing(style: LevelStyle, base: LevelStyle | None, exact: bool = True) -> str:
    written = ""
    if exact and (base is None or style.pitch != base.pitch):
        written += f'<a:lnSpc><a:spcPts val="{hundredths(style.pitch)}"/></a:lnSpc>'
    if base is None or style.before != base.before:
        written += f'<a:spcBef><a:spcPts val="{hundredths(style.before)}"/></a:spcBef>'
    if base is None:
        written += '<a:spcAft><a:spcPts val="0"/></a:spcAft>'
    return written


def _bullet(style: LevelStyle, base: LevelStyle | None) -> str:
    if base is not None and (style.bullet, style.bullet_colour) == (base.bullet, base.bullet_colour):
        return ""
    return bullet(style.bullet, style.bullet_colour) if style.bullet else "<a:buNone/>"


def bullet(character: str, colour_name: str) -> str:
    """Return a bullet in the theme's body font."""
    return f"{_painted(colour_name)}<a:buChar char={quoted(character)}/>"


def _painted(colour_name: str) -> str:
    # By name, not a:buFontTx ("as the text"), for which LibreOffice takes a font of symbols.
    return f'<a:buClr>{colour(colour_name)}</a:buClr><a:buFont typeface="+mn-lt"/>'


def _default_run(style: LevelStyle, base: LevelStyle | None, font: Font | None) -> str:
    """Return a:defRPr, what the text of a level looks like."""
    attributes, inner = "", ""
    if base is None or style.size != base.size:
        attributes += f' sz="{hundredths(style.size)}"'
    if base is None or style.bold != base.bold:
        attributes += f' b="{style.bold:d}"'
    if base is None or style.italic != base.italic:
        attributes += f' i="{style.italic:d}"'
    if base is None:
        attributes += f' kern="{KERN_FROM}"'
    if base is None or style.colour != base.colour:
        inner = solid(style.colour)
    if base is None and font:
        inner += typefaces(font)
    return element("a:defRPr", attributes, inner) if attributes or inner else ""


def paragraphs(text: Text, styles: Styles, context: PartContext, *, direct: bool = False) -> str:
    """Return the paragraphs of a text body; one empty paragraph for no text.

    With *direct*, each paragraph and run says its style itself.
    """
    if not text:
        return f"<a:p>{_end(context)}</a:p>"
    return "".join(_paragraph(each, level_style(styles, each.level), context, direct) for each in text)


def _end(context: PartContext) -> str:
    return f'<a:endParaRPr lang="{context.language}"/>'


def _paragraph(paragraph: Paragraph, style: LevelStyle, context: PartContext, direct: bool) -> str:
    properties = _direct_properties(paragraph, style) if direct else _own_properties(paragraph, style)
    runs = "".join(_run(run, style, context, direct) for run in paragraph.runs if run.text)
    return f"<a:p>{properties}{runs or _end(context)}</a:p>"


def _own_properties(paragraph: Paragraph, style: LevelStyle) -> str:
    """Return a:pPr with what the paragraph does not take from its level."""
    moved = hanging(style, paragraph.marker) != (style.margin, style.indent)
    marked = paragraph.marker == "number" or bullet_of(style, paragraph.marker) != style.bullet
    attributes = _edges(paragraph, style) if moved else ""
    attributes += f' lvl="{paragraph.level}"' if paragraph.level else ""
    mark = _mark(paragraph, style) if marked else ""
    return element("a:pPr", attributes, mark) if attributes or mark else ""


def _direct_properties(paragraph: Paragraph, style: LevelStyle) -> str:
    attributes = f'{_edges(paragraph, style)} algn="{style.align}"'
    return element("a:pPr", attributes, _spacing(style, None) + _mark(paragraph, style))


def _edges(paragraph: Paragraph, style: LevelStyle) -> str:
    margin, indent = hanging(style, paragraph.marker)
    return f' marL="{margin}" indent="{indent}"'


def _mark(paragraph: Paragraph, style: LevelStyle) -> str:
    """Return the bullet, the number or the absence of both."""
    if paragraph.marker == "number":
        return f'{_painted(style.bullet_colour)}<a:buAutoNum type="arabicPeriod"/>'
    character = bullet_of(style, paragraph.marker)
    return bullet(character, style.bullet_colour) if character else "<a:buNone/>"


def _run(run: Run, style: LevelStyle, context: PartContext, direct: bool) -> str:
    properties = element("a:rPr", *_run_properties(run, style, context, direct))
    if "\n" not in run.text and "\v" not in run.text:
        return f"<a:r>{properties}<a:t>{escape(run.text)}</a:t></a:r>"
    lines = run.text.replace("\v", "\n").split("\n")
    pieces = (f"<a:r>{properties}<a:t>{escape(line)}</a:t></a:r>" if line else "" for line in lines)
    return f"<a:br>{properties}</a:br>".join(pieces)


def _run_properties(run: Run, style: LevelStyle, context: PartContext, direct: bool) -> tuple[str, str]:
    """Return attributes and content of a run's properties."""
    attributes = f' lang="{run.lang or context.language}"'
    if direct:
        attributes += f' sz="{hundredths(style.size)}"'
    if direct or (run.bold and not style.bold):
        attributes += f' b="{run.bold or style.bold:d}"'
    if direct or (run.italic and not style.italic):
        attributes += f' i="{run.italic or style.italic:d}"'
    attributes += BASELINES[run.baseline]
    name = run.colour or (style.colour if direct else None)
    inner = solid(name) if name else ""
    if run.link:
        inner += link_click(run.link, context, own_colour=run.colour is not None)
    return attributes, inner


def link_click(link: Link, context: PartContext, *, own_colour: bool) -> str:
    """Return a hyperlink, whose tip says where it leads; in the text's colour or in the theme's for links."""
    attributes = f' r:id="{context.relations.to_link(link)}"'
    if link.slide is None:
        attributes += f" tooltip={quoted(link.target)}"
    else:
        attributes += f' action="ppaction://hlinksldjump" tooltip={quoted(context.deck.titles[link.slide])}'
    return element("a:hlinkClick", attributes, LINK_IN_TEXT_COLOUR if own_colour else "")
