"""Theme: the brand's colours and fonts under PowerPoint's names for them (ECMA-376 part 1, 14.2.7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuild.model.brand import PALETTE, THEME_SLOTS
from deckbuild.model.xmltext import DECLARATION, A, quoted

if TYPE_CHECKING:
    from deckbuild.model.template import Template

LINE_WIDTHS = (6350, 12700, 19050)
"""Subtle, moderate and intense line, EMU."""


def theme(template: Template, name: str) -> str:
    """Return a theme with flat fills, plain lines and no effects."""
    slots = "".join(
        f'<a:{slot}><a:srgbClr val="{template.palette[colour].upper()}"/></a:{slot}>'
        for slot, colour in zip(THEME_SLOTS, PALETTE, strict=True)
    )
    face = f'<a:latin typeface={quoted(template.fonts.deck)}/><a:ea typeface=""/><a:cs typeface=""/>'
    called = quoted(name)
    return (
        f"{DECLARATION}<a:theme {A} name={called}><a:themeElements>"
        f"<a:clrScheme name={called}>{slots}</a:clrScheme>"
        f"<a:fontScheme name={called}><a:majorFont>{face}</a:majorFont>"
        f"<a:minorFont>{face}</a:minorFont></a:fontScheme>"
        f"{_formats()}</a:themeElements>{_object_defaults()}<a:extraClrSchemeLst/></a:theme>"
    )


def _formats() -> str:
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    lines = "".join(
        f'<a:ln w="{width}" cap="flat" cmpd="sng" algn="ctr">{fill}<a:prstDash val="solid"/></a:ln>'
        for width in LINE_WIDTHS
    )
    return (
        f'<a:fmtScheme name="Flat"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{lines}</a:lnStyleLst>"
        f"<a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme>"
    )


def _object_defaults() -> str:
    """Return what a shape or line looks like that a trainer draws: the brand's fill, no edge."""
    refs = (
        '<a:style><a:lnRef idx="{line}"><a:schemeClr val="accent1"/></a:lnRef>'
        '<a:fillRef idx="{fill}"><a:schemeClr val="accent1"/></a:fillRef>'
        '<a:effectRef idx="0"><a:schemeClr val="accent1"/></a:effectRef>'
        '<a:fontRef idx="minor"><a:schemeClr val="{text}"/></a:fontRef></a:style>'
    )
    return (
        "<a:objectDefaults><a:spDef><a:spPr><a:ln><a:noFill/></a:ln></a:spPr>"
        '<a:bodyPr rtlCol="0" anchor="ctr"/><a:lstStyle/>'
        f"{refs.format(line=0, fill=1, text='lt1')}</a:spDef>"
        '<a:lnDef><a:spPr><a:ln w="19050"/></a:spPr><a:bodyPr/><a:lstStyle/>'
        f"{refs.format(line=1, fill=0, text='tx1')}</a:lnDef></a:objectDefaults>"
    )
