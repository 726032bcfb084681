"""Slide layouts: placeholders with prompts and styles, ground, decor, footer band (ECMA-376 1, 19.3.1.39)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuild.model.parts import hole
from deckbuild.model.xmltext import DECLARATION, A, P, R, element, escape, quoted
from deckbuild.render.pptx import furniture, paint
from deckbuild.render.pptx.context import part_context
from deckbuild.render.pptx.master import background
from deckbuild.render.pptx.shapes import own_properties, placeholder_mark
from deckbuild.render.pptx.text import list_style
from deckbuild.render.pptx.tree import shape, shape_tree

if TYPE_CHECKING:
    from deckbuild.model.template import Template, TemplateLayout, TemplatePlaceholder
    from deckbuild.render.pptx.context import PartContext
    from deckbuild.render.pptx.relations import Relations

TITLES = ("title", "ctrTitle")
PROMPT = ' hasCustomPrompt="1"'


def layout(template: Template, each: TemplateLayout, relations: Relations) -> str:
    """Return a layout as PowerPoint's gallery offers it."""
    places = tuple(each.placeholders.values())
    band = furniture.NAMES if each.furniture else ()
    context = part_context(
        each.decor,
        template.language,
        relations=relations,
        more=(*(place.name for place in places), *band),
        decor=True,
    )
    shapes = [shape(node, context) for node in each.decor]
    shapes += [_placeholder(place, template, context) for place in places]
    shapes += _furniture(template, each, context)
    attributes = "" if each.type == "cust" else f' type="{each.type}"'
    attributes += "" if each.master_decor else ' showMasterSp="0"'
    ground = "" if each.ground == "ground" else background(each.ground)
    return (
        f'{DECLARATION}<p:sldLayout {A} {R} {P}{attributes} preserve="1" userDrawn="1">'
        f"<p:cSld name={quoted(each.name)}>{ground}{shape_tree(shapes)}</p:cSld>"
        '<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr><p:hf hdr="0"/></p:sldLayout>'
    )


def _placeholder(place: TemplatePlaceholder, template: Template, context: PartContext) -> str:
    title = place.placeholder.type in TITLES
    base = template.title_styles if title else template.body_styles
    styles = list_style(place.styles, base=base, levels=1 if title else 9)
    look = paint.fill(place.fill) if place.fill else ""
    look += paint.line(place.stroke) if place.stroke else ""
    prompt = f'<a:p><a:r><a:rPr lang="{context.language}"/><a:t>{escape(place.prompt)}</a:t></a:r></a:p>'
    return (
        f"<p:sp><p:nvSpPr>{own_properties(place.name, context)}"
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"{placeholder_mark(place.placeholder, context, PROMPT)}</p:nvSpPr>"
        f"<p:spPr>{paint.place(place.box)}{paint.preset('rect')}{look}</p:spPr>"
        f"<p:txBody>{paint.body_properties(place.insets, place.anchor)}"
        f"{element('a:lstStyle', '', styles)}{prompt}</p:txBody></p:sp>"
    )


def _furniture(template: Template, each: TemplateLayout, context: PartContext) -> list[str]:
    """Return the footer band, with what differs from the master's; nothing where the layout has none."""
    if each.furniture is None:
        return []
    masters = furniture.boxes(template.furniture)
    return [
        furniture.placeholder(
            name,
            furniture.ON_SLIDES,
            context,
            furniture.line_of(name, hole("board"), "Date", context.language),
            where="" if box == masters[name] else paint.place(box),
            inside=furniture.body(name, each.furniture.style, template.furniture.style),
        )
        for name, box in furniture.boxes(each.furniture).items()
    ]
