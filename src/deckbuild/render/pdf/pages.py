"""A page's marks, drawn in their order: a page in, its operators and what its elements hold of it out.

What comes out depends on nothing but the page, the words of its slides' footers and which places links may
lead to: neither on other pages nor on what is embedded in the end.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from deckbuild.model.paged import FieldNode, SceneNode
from deckbuild.model.scene import TextNode
from deckbuild.model.units import to_pt
from deckbuild.render.pdf.draw import draw_ground, draw_node
from deckbuild.render.pdf.figures import extent
from deckbuild.render.pdf.file import compressed
from deckbuild.render.pdf.geometry import area
from deckbuild.render.pdf.slide import Slides, SlideText
from deckbuild.render.pdf.tags import Branch, Sheet
from deckbuild.render.pdf.text import draw_lines, marker_words, set_lines
from deckbuild.render.pdf.widgets import widgets

if TYPE_CHECKING:
    from deckbuild.model.paged import ArtifactType, Element, Mark, Page, Paged
    from deckbuild.model.scene import Scene
    from deckbuild.model.template import Template
    from deckbuild.render.pdf.colours import Inks
    from deckbuild.render.pdf.fonts import Fonts
    from deckbuild.render.pdf.pen import Used


@dataclass(frozen=True, slots=True)
class Held:
    """What an element got by one mark."""

    element: int
    leaf: int
    """The page's number as it is read; 0 where it is its place."""
    branch: Branch


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """A page ready to be written."""

    size: tuple[float, float]
    """Points."""
    body: bytes
    """The stream of everything but header and footer."""
    furniture: bytes
    """The stream of header and footer; empty where there are none."""
    held: tuple[Held, ...]
    """In the order of drawing."""
    marks: int
    """Sequences of marked content."""
    used: Used


class PageDrawing:
    """Draws the pages of one document."""

    def __init__(
        self, paged: Paged, scenes: Mapping[str, Scene], template: Template, fonts: Fonts, inks: Inks
    ) -> None:
        self._paged = paged
        self._scenes = scenes
        self._fonts = fonts
        self._inks = inks
        self._places = frozenset(anchor.key for anchor in paged.anchors)
        self._slides = Slides(template, fonts, inks, self._places)
        self._elements = {element.id: element for element in _flat(paged.structure)}

    def draw(self, page: Page) -> DrawnPage:
        """Return a page drawn.

        Raises:
            KeyError: a mark's owner is not in the tree, or a slide has no scene.
            ValueError: a field or a slide is an artifact.
        """
        size = to_pt(page.size.w), to_pt(page.size.h)
        sheet = Sheet(self._inks, size)
        held = []
        for mark in page.marks:
            if isinstance(mark.owner, int):
                element = self._elements[mark.owner]
                branch = Branch(element.role, language=element.language)
                self._draw_content(sheet, branch, mark)
                held.append(Held(mark.owner, mark.leaf, branch))
            else:
                self._draw_artifact(sheet, mark.owner, mark)
        body, furniture = sheet.streams()
        edges = compressed(furniture) if furniture else b""
        return DrawnPage(size, compressed(body), edges, tuple(held), sheet.marks, sheet.used)

    def _draw_content(self, sheet: Sheet, branch: Branch, mark: Mark) -> None:
        node = mark.node
        if isinstance(node, TextNode):
            self._draw_text(sheet, branch, node)
        elif isinstance(node, FieldNode):
            branch.kids += widgets(sheet, self._fonts, node)
        elif isinstance(node, SceneNode):
            self._draw_slide(sheet, branch, node)
        else:
            branch.box = sheet.rectangle(area(extent(node)))
            with sheet.content(branch) as pen:
                draw_node(pen, self._fonts, node)

    def _draw_text(self, sheet: Sheet, branch: Branch, node: TextNode) -> None:
        if node.fill or node.stroke:
            with sheet.artifact("Layout") as pen:
                draw_ground(pen, node)
        if branch.role == "Figure":
            branch.box = sheet.rectangle(area(node.box))
        for line in node.lines:
            if line.marker:
                with sheet.content(branch) as pen:
                    pen.text([marker_words(self._fonts, line, line.marker)])
        draw_lines(sheet, self._fonts, self._places, branch, set_lines(node))

    def _draw_slide(self, sheet: Sheet, branch: Branch, node: SceneNode) -> None:
        scene = self._scenes[node.slide]
        text = SlideText(self._paged.slide_date, self._paged.slide_footer, node.number)
        sheet.show(branch, self._slides.drawings(scene, text, node.title), area(node.box))
        if scene.language != (branch.language or self._paged.language):
            for kid in branch.kids:
                if isinstance(kid, Branch):
                    kid.language = scene.language

    def _draw_artifact(self, sheet: Sheet, kind: ArtifactType, mark: Mark) -> None:
        if isinstance(mark.node, SceneNode | FieldNode):
            raise ValueError(f"what people read or fill in belongs to no element: {mark.node}")
        with sheet.artifact(kind) as pen:
            draw_node(pen, self._fonts, mark.node)


def _flat(element: Element) -> list[Element]:
    return [element, *(each for kid in element.kids for each in _flat(kid))]
