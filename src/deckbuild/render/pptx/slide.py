"""Scene + Template → the parts of a slide: XML, notes, charts, pictures (ECMA-376 part 1, 19.3.1.38).

Nothing here knows the slide's place in a deck, nor what the deck's footer says: decks that hold the slide
share its parts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuild.model.parts import Member, SlideParts, Spliced, hole
from deckbuild.model.xmltext import DECLARATION, A, P, R, quoted
from deckbuild.render.pptx import furniture
from deckbuild.render.pptx.context import part_context
from deckbuild.render.pptx.ids import creation_mark
from deckbuild.render.pptx.notes import notes
from deckbuild.render.pptx.relations import Relations
from deckbuild.render.pptx.tree import shape, shape_tree

if TYPE_CHECKING:
    from deckbuild.model.scene import Scene
    from deckbuild.model.template import Template
    from deckbuild.render.pptx.context import DeckText, PartContext


def compile_slide(scene: Scene, template: Template, deck: DeckText) -> SlideParts:
    """Return the parts of a slide, whose relationships do not name parts yet.

    Raises:
        KeyError: a link jumps to a slide without a title in *deck*, or the scene names a layout, a
            placeholder or a shape that is not there.
        ValueError: two shapes have one name, or a placeholder stands in a group.
    """
    relations = Relations()
    relations.to("slideLayout", scene.layout)
    relations.to("notesSlide")
    slide = _slide(scene, template, deck, relations)
    page, note_relations = notes(scene, deck)
    return SlideParts(
        id=scene.id,
        title=scene.title,
        slide=Spliced.deflate(slide),
        relations=relations.relations,
        notes=Member.deflate(page.encode()),
        note_relations=note_relations.relations,
        charts=relations.charts,
        media=relations.media,
    )


def _slide(scene: Scene, template: Template, deck: DeckText, relations: Relations) -> str:
    layout = template.layouts[scene.layout]
    context = part_context(
        scene.nodes,
        scene.language,
        deck=deck,
        relations=relations,
        layout={place.placeholder: place for place in layout.placeholders.values()},
        more=furniture.NAMES if layout.furniture else (),
    )
    shapes = [shape(node, context) for node in scene.nodes]
    if layout.furniture:
        shapes += _furniture(context)
    return (
        f"{DECLARATION}<p:sld {A} {R} {P}><p:cSld name={quoted(scene.id)}>{shape_tree(shapes)}"
        f"{creation_mark(scene.id)}</p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
    )


def _furniture(context: PartContext) -> list[str]:
    """Return date, footer and slide number, which PowerPoint shows only where a slide has them itself."""
    return [
        furniture.placeholder(
            name,
            furniture.ON_SLIDES,
            context,
            furniture.line_of(name, hole("footer"), hole("date"), context.language),
        )
        for name in furniture.NAMES
    ]
