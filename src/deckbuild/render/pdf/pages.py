"""A page's marks, drawn in their order: a page in, its operators and what its elements hold of it out.

What comes out as a page's body depends on nothing but its marks, the slides on it and which places links may
lead to: neither on other pages nor on what is embedded in the end. Whatever changes with the document is the
page's furniture, and a stream of its own: header and footer, and the footers of slides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from deckbuild.model.dataclasses import dataclass
from deckbuild.model.paged import FieldNode, SceneNode
from deckbuild.model.scene import TextNode
from deckbuild.model.units import to_pt
from deckbuild.render.pdf.draw import draw_ground, draw_node
from deckbuild.render.pdf.figures import extent
from deckbuild.render.pdf.file import compressed
from deckbuild.render.pdf.geometry import area
from deckbuild.render.pdf.slide import Slides, SlideText, targets
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

FURNITURE = ("Header", "Footer")
"""Artifacts that stand in the stream of a page's furniture."""


@dataclass(frozen=True, slots=True)
class Held:
    """What an element got by one mark."""

    element: int
    leaf: int
    """The page's number as it is read; 0 where it is its place."""
    branch: Branch


@dataclass(frozen=True, slots=True)
class Body:
    """Everything on a page but its furniture."""

    stream: bytes
    held: tuple[Held, ...]
    """In the order of drawing."""
    marks: int
    """Sequences of marked content."""
    annotated: bool
    """Whether links or fields are among what elements hold."""
    used: Used


@dataclass(frozen=True, slots=True)
class Edges:
    """The furniture of a page."""

    stream: bytes
    """Empty where there is none."""
    used: Used


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """A page ready to be written."""

    size: tuple[float, float]
    """Points."""
    body: Body
    edges: Edges


@dataclass(frozen=True, slots=True)
class Shown:
    """What is on a page that decides how it is drawn."""

    slides: tuple[SceneNode, ...]
    furniture: tuple[Mark, ...]
    targets: frozenset[str]
    """Slides that links on the page itself lead to."""


class PageDrawing:
    """Draws the pages of one document."""

    def __init__(
        self, paged: Paged, scenes: Mapping[str, Scene], template: Template, fonts: Fonts, inks: Inks
    ) -> None:
        self._paged = paged
        self._scenes = scenes
        self._template = template
        self._fonts = fonts
        self._inks = inks
        self._places = frozenset(anchor.key for anchor in paged.anchors)
        self._slides = Slides(template, fonts, inks, self._places)
        self._elements = {element.id: element for element in _flat(paged.structure)}

    def draw(self, page: Page) -> DrawnPage:
        """Return a page drawn, its body as it was drawn for another document where it is the same.

        Raises:
            KeyError: a mark's owner is not in the tree, or a slide has no scene.
            ValueError: a field or a slide is an artifact.
        """
        marks = page.marks
        shown = self._fonts.shown.take((marks,), "", lambda: _shown(marks))
        scenes = tuple(self._scenes[node.slide] for node in shown.slides)
        owners = [self._elements[mark.owner] for mark in marks if isinstance(mark.owner, int)]
        key = (
            page.size,
            self._inks.grey,
            self._paged.language,
            self._places & shown.targets,
            tuple(self._slides.alive(scene) for scene in scenes),
            tuple((element.role, element.language) for element in owners),
        )
        body = self._fonts.bodies.take((marks, self._template, *scenes), key, lambda: self._body(page))
        edges = self._edges(page, shown, scenes)
        return DrawnPage((to_pt(page.size.w), to_pt(page.size.h)), body, edges)

    def _edges(self, page: Page, shown: Shown, scenes: Sequence[Scene]) -> Edges:
        """Return the furniture of a page, as it was drawn for another document where it says the same."""
        said = self._paged.slide_date, self._paged.slide_footer

        def draw() -> Edges:
            sheet = Sheet(self._inks, (to_pt(page.size.w), to_pt(page.size.h)))
            for scene, node in zip(scenes, shown.slides, strict=True):
                footer = self._slides.furniture(scene, SlideText(*said, node.number))
                sheet.show(Branch("Div"), footer, area(node.box))
            self._draw_artifacts(sheet, (*shown.furniture, *page.furniture))
            stream = sheet.stream()
            return Edges(compressed(stream) if stream else b"", sheet.used)

        key = (page.size, self._inks.grey, said if scenes else "")
        sources = (page.marks, page.furniture, self._template, *scenes)
        return self._fonts.edges.take(sources, key, draw)

    def _body(self, page: Page) -> Body:
        sheet = Sheet(self._inks, (to_pt(page.size.w), to_pt(page.size.h)))
        held = []
        for is_content, marks in groupby(page.marks, key=lambda mark: isinstance(mark.owner, int)):
            if is_content:
                held += [self._hold(sheet, mark) for mark in marks]
            else:
                self._draw_artifacts(sheet, (mark for mark in marks if mark.owner not in FURNITURE))
        annotated = any(_is_annotated(each.branch) for each in held)
        return Body(compressed(sheet.stream()), tuple(held), sheet.marks, annotated, sheet.used)

    def _hold(self, sheet: Sheet, mark: Mark) -> Held:
        assert isinstance(mark.owner, int)
        element = self._elements[mark.owner]
        branch = Branch(element.role, language=element.language)
        self._draw_content(sheet, branch, mark)
        return Held(mark.owner, mark.leaf, branch)

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
        sheet.show(branch, self._slides.drawing(scene, node.title), area(node.box))
        if scene.language != (branch.language or self._paged.language):
            for kid in branch.kids:
                if isinstance(kid, Branch):
                    kid.language = scene.language

    def _draw_artifacts(self, sheet: Sheet, marks: Iterable[Mark]) -> None:
        """Draw what is no content; of one kind, one after the other, as one artifact."""
        for kind, alike in groupby(marks, key=_kind):
            with sheet.artifact(kind) as pen:
                for mark in alike:
                    if isinstance(mark.node, SceneNode | FieldNode):
                        raise ValueError(f"what people read or fill in belongs to no element: {mark.node}")
                    draw_node(pen, self._fonts, mark.node)


def _kind(mark: Mark) -> ArtifactType:
    """Return the kind of an artifact's mark.

    Raises:
        ValueError: it belongs to an element.
    """
    if isinstance(mark.owner, int):
        raise ValueError(f"an element's mark stands where none belongs: {mark.node}")
    return mark.owner


def _shown(marks: Iterable[Mark]) -> Shown:
    every = tuple(marks)
    nodes = [mark.node for mark in every if not isinstance(mark.node, SceneNode | FieldNode)]
    return Shown(
        tuple(
            each.node for each in every if isinstance(each.owner, int) and isinstance(each.node, SceneNode)
        ),
        tuple(mark for mark in every if mark.owner in FURNITURE),
        frozenset(targets(nodes)),
    )


def _is_annotated(branch: Branch) -> bool:
    """Return whether a link or a field is among what a branch holds."""
    return any(
        _is_annotated(kid) if isinstance(kid, Branch) else not isinstance(kid, int) for kid in branch.kids
    )


def _flat(element: Element) -> Iterator[Element]:
    yield element
    for kid in element.kids:
        yield from _flat(kid)
