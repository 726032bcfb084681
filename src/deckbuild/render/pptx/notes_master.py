"""Notes master: what a printed page of speaker notes looks like (ECMA-376 part 1, 19.3.1.27)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuild.model.parts import hole
from deckbuild.model.scene import Insets, LevelStyle
from deckbuild.model.units import Box, pt
from deckbuild.model.xmltext import DECLARATION, A, P, R, element
from deckbuild.render.pptx import paint
from deckbuild.render.pptx.furniture import DATE, NUMBER, field
from deckbuild.render.pptx.master import COLOUR_MAP, background
from deckbuild.render.pptx.text import list_style
from deckbuild.render.pptx.tree import shape_tree

if TYPE_CHECKING:
    from deckbuild.model.scene import Align, Anchor, Styles
    from deckbuild.model.template import Template

PAGE = Box(0, 0, 6858000, 9906000)
"""A4 upright, as PowerPoint rounds it."""
LEFT = pt(48)
WIDTH = PAGE.w - 2 * LEFT
HALF = WIDTH // 2
BAND = pt(24)
IMAGE = Box(LEFT, pt(60), WIDTH, WIDTH * 9 // 16)
BODY = Box(LEFT, IMAGE.bottom + pt(18), WIDTH, PAGE.h - IMAGE.bottom - pt(72))
FOOT = PAGE.h - pt(44)

STYLES: Styles = (
    LevelStyle(size=12, pitch=0, colour="ink", before=4),
    LevelStyle(size=12, pitch=0, colour="ink", bullet="•", margin=pt(14), indent=-pt(14), before=2),
    LevelStyle(size=12, pitch=0, colour="ink", bullet="–", margin=pt(28), indent=-pt(14), before=2),
    LevelStyle(size=12, pitch=0, colour="ink", bullet="–", margin=pt(42), indent=-pt(14), before=2),
)
"""Of the notes: plain paragraphs, lists from the second level. No exact pitch: a trainer may enlarge them."""

NUMBER_MARK = 'type="sldNum" sz="quarter" idx="5"'
SAMPLE = '<a:p><a:r><a:rPr lang="{}"/><a:t>{}</a:t></a:r></a:p>'


def notes_master(template: Template) -> str:
    """Return the notes master."""
    language = template.language
    empty = f'<a:p><a:endParaRPr lang="{language}"/></a:p>'
    board = SAMPLE.format(language, hole("board"))
    date, number = field(DATE, "Date", language), field(NUMBER, "‹#›", language)
    sample = SAMPLE.format(language, "Notes")
    # LibreOffice takes notes for 20 points unless the placeholder says so too, and knows no theme font there.
    styles = list_style(STYLES, exact=False, font=None)
    right = LEFT + HALF
    shapes = (
        _small(2, "Header", 'type="hdr" sz="quarter"', Box(LEFT, BAND, HALF, BAND), "l", board),
        _small(3, "Date", 'type="dt" idx="1"', Box(right, BAND, HALF, BAND), "r", date),
        _image(4),
        _text(5, "Notes", 'type="body" sz="quarter" idx="3"', BODY, "t", styles, sample),
        _small(6, "Footer", 'type="ftr" sz="quarter" idx="4"', Box(LEFT, FOOT, HALF, BAND), "l", empty),
        _small(7, "Slide Number", NUMBER_MARK, Box(right, FOOT, HALF, BAND), "r", number),
    )
    return (
        f"{DECLARATION}<p:notesMaster {A} {R} {P}><p:cSld>{background('ground')}{shape_tree(shapes)}</p:cSld>"
        f"{COLOUR_MAP}<p:notesStyle>{list_style(STYLES, exact=False)}</p:notesStyle></p:notesMaster>"
    )


def _small(id_: int, name: str, mark: str, box: Box, align: Align, text: str) -> str:
    style = LevelStyle(size=10, pitch=0, colour="muted", align=align)
    return _text(id_, name, mark, box, "ctr", list_style((style,), levels=1, exact=False), text)


def _text(id_: int, name: str, mark: str, box: Box, anchor: Anchor, styles: str, text: str) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id_}" name="{name} Placeholder"/>'
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {mark}/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{paint.place(box)}{paint.preset('rect')}</p:spPr>"
        f"<p:txBody>{paint.body_properties(Insets(), anchor)}{element('a:lstStyle', '', styles)}{text}"
        "</p:txBody></p:sp>"
    )


def _image(id_: int) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id_}" name="Slide Image Placeholder"/>'
        '<p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
        '<p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{paint.place(IMAGE)}{paint.preset('rect')}<a:noFill/>"
        f'<a:ln w="9525">{paint.solid("rule")}</a:ln></p:spPr></p:sp>'
    )
