"""A slide on a page, its words tagged one by one as they stand on it: a scene in, branches out.

Text becomes P, or lists; charts, and pictures and drawings with alternative text, become Figures with all
that is drawn in one piece of marked content; tables become Tables. Ground, decor, what only decorates and
the slide's footer are artifacts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuild.model.dataclasses import dataclass
from deckbuild.model.scene import GroupNode, TableNode, TextNode, level_style
from deckbuild.model.units import to_pt
from deckbuild.render.pdf.draw import draw_ground, draw_node, draw_nodes, draw_table_ground
from deckbuild.render.pdf.figures import alternative, extent
from deckbuild.render.pdf.geometry import area
from deckbuild.render.pdf.paragraphs import draw_paragraphs
from deckbuild.render.pdf.pen import Words
from deckbuild.render.pdf.tags import Branch, Sheet
from deckbuild.render.pdf.text import draw_lines, set_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from deckbuild.model.paged import Role
    from deckbuild.model.scene import Node, Scene
    from deckbuild.model.template import Furniture, Template
    from deckbuild.render.pdf.colours import Inks
    from deckbuild.render.pdf.fonts import Fonts
    from deckbuild.render.pdf.tags import Drawing

TITLES = ("title", "ctrTitle")

DESCENT = 0.2
"""Of a line with exact spacing, in em under its baseline, as LibreOffice sets it in every font."""


@dataclass(frozen=True, slots=True)
class SlideText:
    """What the footer of one slide says."""

    date: str
    footer: str
    number: int


class Slides:
    """Draws the slides of one template.

    A slide stands in many documents of a pack, and in those of many agencies: its drawing is kept with the
    fonts. Its footer, which changes with the document, is a drawing of its own.
    """

    def __init__(self, template: Template, fonts: Fonts, inks: Inks, places: frozenset[str]) -> None:
        """*places* are the keys of the document's anchors."""
        self._template = template
        self._fonts = fonts
        self._inks = inks
        self._places = places
        self._size = to_pt(template.size.w), to_pt(template.size.h)

    def alive(self, scene: Scene) -> frozenset[str]:
        """Return the places that links of a slide lead to."""
        all_of = self._fonts.targets.take((scene,), "", lambda: frozenset(targets(scene.nodes)))
        return self._places & all_of if all_of else all_of

    def drawing(self, scene: Scene, title: Role) -> Drawing:
        """Return what stands on a slide but its footer, its title with a role."""
        alive = self.alive(scene)
        key = (self._inks.grey, title, alive)
        sources = (scene, self._template)
        return self._fonts.slides.take(sources, key, lambda: self._slide(scene, title, alive))

    def furniture(self, scene: Scene, text: SlideText) -> Drawing:
        """Return the footer of a slide."""
        furniture = self._template.layouts[scene.layout].furniture
        key = (text, self._inks.grey)
        sources = (furniture, self._template)
        return self._fonts.footers.take(sources, key, lambda: self._furniture(furniture, text))

    def _slide(self, scene: Scene, title: Role, alive: frozenset[str]) -> Drawing:
        layout = self._template.layouts[scene.layout]
        tagging = _Tagging(Sheet(self._inks, self._size), self._fonts, alive, title)
        with tagging.sheet.artifact("Layout") as pen:
            pen.rect(area(self._template.size), layout.ground)
            behind = (*(self._template.decor if layout.master_decor else ()), *layout.decor)
            draw_nodes(pen, self._fonts, behind)
        root = Branch("Div")
        for node in scene.nodes:
            tagging.tag(root, node)
        return tagging.sheet.drawing(root)

    def _furniture(self, furniture: Furniture | None, text: SlideText) -> Drawing:
        sheet = Sheet(self._inks, self._size)
        if furniture:
            with sheet.artifact("Pagination") as pen:
                pen.text(_furniture(self._fonts, furniture, text))
        return sheet.drawing(Branch("Div"))


@dataclass(frozen=True, slots=True)
class _Tagging:
    """Puts nodes into the structure tree as it draws them."""

    sheet: Sheet
    fonts: Fonts
    places: frozenset[str]
    title: Role

    def tag(self, branch: Branch, node: Node) -> None:
        """Draw a node; what it says is the next kid of *branch*."""
        if isinstance(node, TextNode):
            self._tag_text(branch, node)
        elif isinstance(node, TableNode):
            self._tag_table(branch, node)
        elif alt := alternative(node):
            figure = branch.grow("Figure", alt=alt)
            figure.box = self.sheet.rectangle(area(extent(node)))
            with self.sheet.content(figure) as pen:
                draw_node(pen, self.fonts, node)
        else:
            with self.sheet.artifact("Layout") as pen:
                draw_node(pen, self.fonts, node)

    def _tag_text(self, branch: Branch, node: TextNode) -> None:
        if node.fill or node.stroke:
            with self.sheet.artifact("Layout") as pen:
                draw_ground(pen, node)
        is_title = node.placeholder is not None and node.placeholder.type in TITLES
        draw_paragraphs(self.sheet, self.fonts, self.places, branch, node, self.title if is_title else "P")

    def _tag_table(self, branch: Branch, node: TableNode) -> None:
        table = branch.grow("Table")
        table.summary = node.alt
        with self.sheet.artifact("Layout") as pen:
            draw_table_ground(pen, node)
        for index, row in enumerate(node.cells):
            across = table.grow("TR")
            for cell in row:
                owner = across.grow("TD") if index else across.grow("TH", scope="Column")
                self._tag_cell(owner, cell)

    def _tag_cell(self, owner: Branch, cell: TextNode) -> None:
        """Draw a cell's text: straight into its element where it is one plain paragraph."""
        if len(cell.paragraphs) == 1 and not any(line.marker for line in cell.lines):
            draw_lines(self.sheet, self.fonts, self.places, owner, set_lines(cell))
        else:
            draw_paragraphs(self.sheet, self.fonts, self.places, owner, cell)


def targets(nodes: Iterable[Node]) -> Iterator[str]:
    """Yield the ids of slides that links in some nodes lead to."""
    for node in nodes:
        match node:
            case TextNode():
                links = (segment.link for line in node.lines for segment in line.segments)
                yield from (link.slide for link in links if link and link.slide)
            case TableNode():
                yield from targets(cell for row in node.cells for cell in row)
            case GroupNode():
                yield from targets(node.children)
            case _:
                pass


def _furniture(fonts: Fonts, furniture: Furniture, text: SlideText) -> Iterator[Words]:
    """Yield the footer at the left of its box, date and number at the right of theirs, half-way up."""
    style = level_style(furniture.style, 0)
    face = fonts.face(bold=style.bold, italic=style.italic)
    for box, words, shift in (
        (furniture.date, text.date, 1),
        (furniture.footer, text.footer, 0),
        (furniture.number, str(text.number), 1),
    ):
        x, y, width, height = area(box)
        baseline = y + (height + style.pitch) / 2 - DESCENT * style.size
        start = x + shift * (width - face.width(words, style.size))
        yield Words(face, style.size, start, baseline, f"{words} ", style.colour)
