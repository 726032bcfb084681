"""Date, footer and slide number: placeholders of master, layouts and slides (ECMA-376 part 1, 19.7.10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuild.model.dataclasses import replace
from deckbuild.model.scene import Insets
from deckbuild.model.xmltext import element
from deckbuild.render.pptx import paint
from deckbuild.render.pptx.shapes import own_properties
from deckbuild.render.pptx.text import list_style

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deckbuild.model.scene import Align, Styles
    from deckbuild.model.template import Furniture
    from deckbuild.model.units import Box
    from deckbuild.render.pptx.context import PartContext

DATE, FOOTER, NUMBER = NAMES = ("Date Placeholder", "Footer Placeholder", "Slide Number Placeholder")
"""Shape names; no node of a scene has them."""

MARKS: Mapping[str, str] = {
    DATE: '<p:ph type="dt" sz="half" idx="{}"/>',
    FOOTER: '<p:ph type="ftr" sz="quarter" idx="{}"/>',
    NUMBER: '<p:ph type="sldNum" sz="quarter" idx="{}"/>',
}
ON_MASTER: Mapping[str, int] = {DATE: 2, FOOTER: 3, NUMBER: 4}
ON_SLIDES: Mapping[str, int] = {DATE: 10, FOOTER: 11, NUMBER: 12}
"""PowerPoint's own indices on layouts and slides; content takes 1 to 9 and from 13."""

FIELDS: Mapping[str, tuple[str, str]] = {
    DATE: ("datetime3", "{4B0E3E0C-5C8A-5D0B-8C2F-0B9B7D1A6E21}"),
    NUMBER: ("slidenum", "{7D2C9F54-1B6E-5A43-9E57-3F8A2C6B4D02}"),
}
"""Type and id of the fields; `datetime3` is "23 November 2026"."""

ALIGNS: Mapping[str, Align] = {DATE: "r", FOOTER: "l", NUMBER: "r"}


def boxes(band: Furniture) -> Mapping[str, Box]:
    """Return the box of each placeholder of a footer band."""
    return {DATE: band.date, FOOTER: band.footer, NUMBER: band.number}


def body(name: str, styles: Styles, base: Styles | None = None) -> str:
    """Return body properties and list style, all of it or what differs from a *base*."""
    own = tuple(replace(each, align=ALIGNS[name]) for each in styles)
    if base is None:
        return f"{paint.body_properties(Insets(), 'ctr')}<a:lstStyle>{list_style(own, levels=1)}</a:lstStyle>"
    under = tuple(replace(each, align=ALIGNS[name]) for each in base)
    return "<a:bodyPr/>" + element("a:lstStyle", "", list_style(own, base=under, levels=1))


def line_of(name: str, footer: str, date: str, language: str) -> str:
    """Return the one paragraph of a placeholder of the footer band; *footer* and *date* are XML."""
    if name == FOOTER:
        run = f'<a:r><a:rPr lang="{language}"/><a:t>{footer}</a:t></a:r>'
        return f'<a:p>{run}<a:endParaRPr lang="{language}"/></a:p>'
    # PowerPoint writes the number as it opens the deck, so that a slide knows nothing of its place.
    return field(name, date if name == DATE else "‹#›", language)


def field(name: str, shown: str, language: str) -> str:
    """Return a paragraph with a field, and the text (XML) that it shows until PowerPoint renews it."""
    kind, id_ = FIELDS[name]
    return (
        f'<a:p><a:fld id="{id_}" type="{kind}"><a:rPr lang="{language}"/><a:t>{shown}</a:t></a:fld>'
        f'<a:endParaRPr lang="{language}"/></a:p>'
    )


def placeholder(
    name: str,
    indices: Mapping[str, int],
    context: PartContext,
    text: str,
    *,
    where: str = "",
    inside: str = "",
) -> str:
    """Return a placeholder of the footer band; *where* and *inside* are what it does not inherit."""
    mark = MARKS[name].format(indices[name])
    return (
        f"<p:sp><p:nvSpPr>{own_properties(name, context)}"
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>{mark}</p:nvPr></p:nvSpPr>'
        f"{element('p:spPr', '', where)}"
        f"<p:txBody>{inside or '<a:bodyPr/><a:lstStyle/>'}{text}</p:txBody></p:sp>"
    )
