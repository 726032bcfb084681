"""Notes page of a slide: its picture, the speaker notes, its number (ECMA-376 part 1, 19.3.1.26)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuild.model.dataclasses import replace
from deckbuild.model.xmltext import DECLARATION, A, P, R
from deckbuild.render.pptx.context import PartContext
from deckbuild.render.pptx.furniture import NUMBER, field
from deckbuild.render.pptx.ids import creation_mark
from deckbuild.render.pptx.notes_master import NUMBER_MARK, STYLES
from deckbuild.render.pptx.relations import Relations
from deckbuild.render.pptx.text import paragraphs
from deckbuild.render.pptx.tree import shape_tree

if TYPE_CHECKING:
    from deckbuild.model.scene import Scene
    from deckbuild.model.text import Run, Text
    from deckbuild.render.pptx.context import DeckText

FIRST_RELATION = 3
"""After the relationships to the slide and the notes master."""


def notes(scene: Scene, deck: DeckText) -> tuple[str, Relations]:
    """Return the notes page, and the relationships of the links in it."""
    relations = Relations(FIRST_RELATION)
    context = PartContext(scene.language, deck, relations, {}, {}, {})
    shapes = (
        _placeholder(2, "Slide Image", 'type="sldImg"', ' noRot="1" noChangeAspect="1"', ""),
        _placeholder(
            3, "Notes", 'type="body" idx="1"', "", paragraphs(_without_jumps(scene.notes), STYLES, context)
        ),
        _placeholder(4, "Slide Number", NUMBER_MARK, "", field(NUMBER, "‹#›", scene.language)),
    )
    return (
        f"{DECLARATION}<p:notes {A} {R} {P}><p:cSld>{shape_tree(shapes)}"
        f"{creation_mark(f'notes:{scene.id}')}</p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    ), relations


def _without_jumps(text: Text) -> Text:
    """Return notes in which links to slides are plain words: a page leads to one slide only, its own."""
    if not any(_jumps(run) for each in text for run in each.runs):
        return text
    return tuple(replace(each, runs=tuple(_without_jump(run) for run in each.runs)) for each in text)


def _without_jump(run: Run) -> Run:
    return replace(run, link=None) if _jumps(run) else run


def _jumps(run: Run) -> bool:
    return run.link is not None and run.link.slide is not None


def _placeholder(id_: int, name: str, mark: str, locks: str, text: str) -> str:
    body = f"<p:txBody><a:bodyPr/><a:lstStyle/>{text}</p:txBody>" if text else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id_}" name="{name} Placeholder"/>'
        f'<p:cNvSpPr><a:spLocks noGrp="1"{locks}/></p:cNvSpPr><p:nvPr><p:ph {mark}/></p:nvPr></p:nvSpPr>'
        f"<p:spPr/>{body}</p:sp>"
    )
