"""A page that is being filled: what stands on it in points in, marks in EMU out."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.model.dataclasses import replace
from deckbuild.model.drawing import Command
from deckbuild.model.paged import Anchor, ArtifactType, FieldNode, Mark, SceneNode
from deckbuild.model.scene import ConnectorNode, Node, ShapeNode, Stroke
from deckbuild.model.units import Box, pt
from deckbuild.typeset.pages.structure import Branch

Owner = Branch | ArtifactType


def box(x: float, y: float, width: float, height: float) -> Box:
    """Return a box given in points."""
    return Box(pt(x), pt(y), pt(width), pt(height))


def stroke(colour: str, width: float) -> Stroke:
    """Return a stroke whose width is given in points."""
    return Stroke(colour, pt(width))


class Sheet:
    """Marks and anchors of one page. Lengths are points from the top left of what it is drawn on."""

    def __init__(self, index: int, leaf: int, *, repeated: bool = False) -> None:
        """*index* is the place of the page, or of the side it stands on; *leaf* its own number, from 1."""
        self.index = index
        self.leaf = leaf
        self.marks: list[Mark] = []
        self.furniture: tuple[Mark, ...] = ()
        """Header and footer."""
        self.anchors: list[Anchor] = []
        self.parts: list[tuple[float, str]] = []
        """Height and words of each heading of a part."""
        self._repeated = repeated
        self._given: tuple[Mark, ...] = ()

    def again(self) -> Sheet:
        """Return a pen for what stood on a page before: the same marks, all of them paginations."""
        pen = Sheet(self.index, self.leaf, repeated=True)
        pen.marks = self.marks
        return pen

    def show(self, marks: tuple[Mark, ...]) -> None:
        """Put marks on the page that were made for it before."""
        self._given = marks if not self.marks else ()
        self.marks += marks

    def all_marks(self) -> tuple[Mark, ...]:
        """Return the marks, as the value that was shown where nothing else stands on the page."""
        return self._given if len(self._given) == len(self.marks) else tuple(self.marks)

    def add(self, owner: Owner, node: Node | FieldNode | SceneNode) -> None:
        """Put something on the page that belongs to an element, or to none."""
        if isinstance(owner, Branch) and not self._repeated:
            owner.held = True
            self.marks.append(Mark(owner.number, node, self.leaf))
        else:
            kind: ArtifactType = "Pagination" if isinstance(owner, Branch) else owner
            self.marks.append(Mark(kind, node, self.leaf))

    def anchor(self, key: str, x: float, y: float) -> None:
        """Mark a place that links may lead to."""
        if key and not self._repeated:
            self.anchors.append(Anchor(key, self.index, pt(x), pt(y)))

    def rectangle(
        self,
        at: tuple[float, float, float, float],
        *,
        fill: str | None = None,
        line: Stroke | None = None,
        kind: ArtifactType = "Layout",
        radius: float = 0.0,
    ) -> None:
        """Draw a rectangle at x, y, width, height that is no content."""
        node = ShapeNode("Rectangle", box(*at), fill=fill, stroke=line)
        self.add(kind, replace(node, geometry="roundRect", radius=pt(radius)) if radius else node)

    def ellipse(self, at: tuple[float, float, float, float], line: Stroke) -> None:
        """Draw the outline of an ellipse that is no content."""
        self.add("Layout", ShapeNode("Ellipse", box(*at), "ellipse", None, line))

    def shape(
        self, at: tuple[float, float, float, float], path: Sequence[Command], fill: str, kind: ArtifactType
    ) -> None:
        """Fill a path on a square of 100 × 100, stretched over x, y, width, height."""
        self.add(kind, ShapeNode("Symbol", box(*at), "path", fill, path=tuple(path)))

    def rule(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        line: Stroke,
        kind: ArtifactType = "Layout",
    ) -> None:
        """Draw a straight line that is no content."""
        ends = ((pt(start[0]), pt(start[1])), (pt(end[0]), pt(end[1])))
        self.add(kind, ConnectorNode("Rule", *ends, line))
