"""Slide master: title, body, footer band and their styles, the brand's mark (ECMA-376 part 1, 19.3.1.42)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuild.model.parts import hole
from deckbuild.model.scene import Insets, LevelStyle
from deckbuild.model.xmltext import DECLARATION, A, P, R, element, escape
from deckbuild.render.pptx import furniture, paint
from deckbuild.render.pptx.context import part_context
from deckbuild.render.pptx.shapes import own_properties
from deckbuild.render.pptx.text import list_style
from deckbuild.render.pptx.tree import shape, shape_tree

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckbuild.model.template import Template
    from deckbuild.model.units import Box
    from deckbuild.render.pptx.context import PartContext
    from deckbuild.render.pptx.relations import Relations

COLOUR_MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
    'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
)
FIRST_LAYOUT_ID = 2**31 + 1
"""Ids of masters and layouts share one space, from 2³¹ (ST_SlideMasterId, ST_SlideLayoutId)."""

TITLE, BODY = "Title Placeholder", "Text Placeholder"
LEVEL_NAMES = ("Text", "Second level", "Third level", "Fourth level", "Fifth level")

OTHER_STYLE = (LevelStyle(size=18, pitch=0, colour="ink"),)
"""Text that belongs to no placeholder, such as a box that a trainer draws."""


def master(template: Template, layout_relations: Sequence[str], relations: Relations) -> str:
    """Return the master; *layout_relations* are the ids of the relationships to its layouts."""
    context = part_context(
        template.decor,
        template.language,
        relations=relations,
        more=(TITLE, BODY, *furniture.NAMES),
        decor=True,
    )
    shapes = [shape(node, context) for node in template.decor]
    shapes += [_title(template, context), _body(template, context), *_furniture(template, context)]
    layouts = "".join(
        f'<p:sldLayoutId id="{FIRST_LAYOUT_ID + number}" r:id="{relation}"/>'
        for number, relation in enumerate(layout_relations)
    )
    return (
        f'{DECLARATION}<p:sldMaster {A} {R} {P} preserve="1">'
        f"<p:cSld>{background('ground')}{shape_tree(shapes)}</p:cSld>"
        f'{COLOUR_MAP}<p:sldLayoutIdLst>{layouts}</p:sldLayoutIdLst><p:hf hdr="0"/>'
        f"<p:txStyles><p:titleStyle>{list_style(template.title_styles, levels=1, font='mj')}</p:titleStyle>"
        f"<p:bodyStyle>{list_style(template.body_styles)}</p:bodyStyle>"
        f"<p:otherStyle>{text_style(template.language)}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


def background(colour: str) -> str:
    """Return the ground of a slide, a layout or a master."""
    return f"<p:bg><p:bgPr>{paint.solid(colour)}<a:effectLst/></p:bgPr></p:bg>"


def text_style(language: str) -> str:
    """Return the levels of text outside placeholders, of the master and of the presentation."""
    return f'<a:defPPr><a:defRPr lang="{language}"/></a:defPPr>{list_style(OTHER_STYLE, exact=False)}'


def _title(template: Template, context: PartContext) -> str:
    text = f"<a:p>{_words('Title', context.language)}</a:p>"
    return _placeholder(TITLE, 'type="title"', template.title_box, text, context)


def _body(template: Template, context: PartContext) -> str:
    levels = (f' lvl="{level}"' if level else "" for level in range(len(LEVEL_NAMES)))
    text = "".join(
        f"<a:p>{element('a:pPr', level) if level else ''}{_words(name, context.language)}</a:p>"
        for level, name in zip(levels, LEVEL_NAMES, strict=True)
    )
    return _placeholder(BODY, 'type="body" idx="1"', template.body_box, text, context)


def _words(text: str, language: str) -> str:
    return f'<a:r><a:rPr lang="{language}"/><a:t>{escape(text)}</a:t></a:r>'


def _placeholder(name: str, mark: str, box: Box, text: str, context: PartContext) -> str:
    return (
        f"<p:sp><p:nvSpPr>{own_properties(name, context)}"
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {mark}/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{paint.place(box)}{paint.preset('rect')}</p:spPr>"
        f"<p:txBody>{paint.body_properties(Insets(), 't')}<a:lstStyle/>{text}</p:txBody></p:sp>"
    )


def _furniture(template: Template, context: PartContext) -> list[str]:
    band = template.furniture
    return [
        furniture.placeholder(
            name,
            furniture.ON_MASTER,
            context,
            furniture.line_of(name, hole("board"), "Date", context.language),
            where=paint.place(box) + paint.preset("rect"),
            inside=furniture.body(name, band.style),
        )
        for name, box in furniture.boxes(band).items()
    ]
