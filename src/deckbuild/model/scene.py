"""A slide laid out: nodes with boxes and lines, in reading order. Renderers draw it and measure nothing.

Each text node keeps its tie to a placeholder of the template, so that the .pptx carries paragraphs in
true placeholders and no position where the box is the layout's own, while the PDF draws the same lines.
"""

from __future__ import annotations

from typing import Literal

from deckbuild.model.dataclasses import dataclass, field
from deckbuild.model.drawing import Command
from deckbuild.model.origin import NOWHERE, Origin
from deckbuild.model.source import Chart, Picture
from deckbuild.model.text import Link, Marker, Text
from deckbuild.model.units import Box, pt

PlaceholderType = Literal["title", "ctrTitle", "subTitle", "body", "chart", "tbl", "pic"]
Anchor = Literal["t", "ctr", "b"]
Align = Literal["l", "ctr", "r"]


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A slide's tie to its layout's placeholder (ECMA-376 part 1, 19.3.1.36)."""

    type: PlaceholderType
    idx: int | None
    """None for titles, which have no index."""


@dataclass(frozen=True, slots=True)
class LevelStyle:
    """How paragraphs of one outline level look."""

    size: float
    """Points."""
    pitch: float
    """Baseline to baseline, points; exact (a:spcPts)."""
    colour: str
    bold: bool = False
    italic: bool = False
    bullet: str = ""
    """The bullet's character; empty for none."""
    bullet_colour: str = "brand"
    margin: int = 0
    """Left margin of the text, EMU."""
    indent: int = 0
    """First line against the margin, EMU; negative hangs the bullet."""
    before: float = 0.0
    """Space before the paragraph, points; not at the top of a box."""
    align: Align = "l"


Styles = tuple[LevelStyle, ...]
"""One style for each outline level; deeper levels take the last."""


def level_style(styles: Styles, level: int) -> LevelStyle:
    """Return the style of an outline level."""
    return styles[level] if level < len(styles) else styles[-1]


HANGING = pt(22)
"""Room before a marked paragraph whose level has none of its own."""
NUMBER_ROOM = pt(30)
"""Least room for a number before its paragraph."""


def hanging(style: LevelStyle, marker: Marker) -> tuple[int, int]:
    """Return the left margin and the first line's indent of a paragraph, EMU."""
    if marker == "none":
        return 0, 0
    if marker == "number":
        room = max(-style.indent, NUMBER_ROOM)
        return max(style.margin, room), -room
    if marker == "bullet" and style.margin == 0:
        return HANGING, -HANGING
    return style.margin, style.indent


def bullet_of(style: LevelStyle, marker: Marker) -> str:
    """Return the bullet's character of a paragraph; empty where it has none or a number."""
    if marker in ("none", "number"):
        return ""
    return style.bullet or ("•" if marker == "bullet" else "")


@dataclass(frozen=True, slots=True)
class Insets:
    """Distances of text from the edges of its shape, EMU."""

    left: int = 0
    top: int = 0
    right: int = 0
    bottom: int = 0


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line's colour name and width in EMU."""

    colour: str
    width: int


@dataclass(frozen=True, slots=True)
class Segment:
    """Letters of one appearance on a line."""

    text: str
    x: float
    """Left edge, EMU, from the slide's left."""
    width: float
    """Advance with kerning, EMU."""
    size: float
    """Points, after superscript."""
    bold: bool
    italic: bool
    colour: str
    rise: float = 0.0
    """Baseline shift upwards, points."""
    link: Link | None = None
    advances: tuple[float, ...] = field(default=(), repr=False)
    """Advance of each letter with kerning, EMU; empty where letters stand as their font has them."""
    lang: str | None = None
    """BCP 47 tag; None where it is in the document's language."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text as it was broken."""

    baseline: float
    """EMU from the slide's top."""
    segments: tuple[Segment, ...]
    paragraph: int
    """Index of its paragraph in the node."""
    marker: Segment | None = None
    """The bullet or number before the paragraph's first line; None elsewhere."""

    @property
    def text(self) -> str:
        """The line's letters, without its marker."""
        return "".join(segment.text for segment in self.segments)


@dataclass(frozen=True, slots=True)
class TextNode:
    """Text in a box: a placeholder, or a text box where `placeholder` is None."""

    name: str
    """Shape name, unique on the slide."""
    box: Box
    paragraphs: Text
    styles: Styles
    placeholder: Placeholder | None = None
    inherited: bool = False
    """True where the box is the layout placeholder's own, and no position is written."""
    restyled: bool = False
    """True where `styles` differ from the layout placeholder's, and are written with the shape."""
    insets: Insets = Insets()
    anchor: Anchor = "t"
    fill: str | None = None
    """Colour name behind the text; None for none. A placeholder's is its layout's."""
    stroke: Stroke | None = None
    geometry: Literal["rect", "roundRect", "ellipse"] = "rect"
    smaller: tuple[Styles, ...] = ()
    """Styles to try in turn where the text does not fit; empty once set."""
    together: str = ""
    """Nodes of one slide with the same non-empty word take the same step of `smaller`."""
    lines: tuple[Line, ...] = ()
    """Empty until the node is typeset."""
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True)
class ShapeNode:
    """A drawn shape without text."""

    name: str
    box: Box
    geometry: Literal["rect", "roundRect", "ellipse", "path"] = "rect"
    fill: str | None = None
    stroke: Stroke | None = None
    path: tuple[Command, ...] = ()
    """For `path`: commands on a square of 100 × 100 stretched over the box."""
    alt: str | None = None
    """None where the shape is decorative."""
    radius: int = 0
    """For `roundRect`: corner radius, EMU."""


@dataclass(frozen=True, slots=True)
class ConnectorNode:
    """A straight line between two shapes, glued to them by name; decorative."""

    name: str
    start: tuple[int, int]
    end: tuple[int, int]
    """Points in EMU."""
    stroke: Stroke
    from_shape: str | None = None
    from_site: int = 0
    """Connection site of a rectangle: 0 top, 1 left, 2 bottom, 3 right (presetShapeDefinitions)."""
    to_shape: str | None = None
    to_site: int = 0


@dataclass(frozen=True, slots=True)
class PictureNode:
    """A picture, cropped to fill its box."""

    name: str
    box: Box
    picture: Picture
    crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    """Left, top, right, bottom, as fractions of the picture cut off."""
    placeholder: Placeholder | None = None
    inherited: bool = False


@dataclass(frozen=True, slots=True)
class ChartNode:
    """A native chart; `drawing` is the same chart as shapes, for renderers that have no charts."""

    name: str
    box: Box
    chart: Chart
    plot: Box
    """The inner plot area (c:layoutTarget inner), EMU on the slide."""
    axis_max: float
    """Top of the value axis; 0 for a pie."""
    axis_step: float
    gap_width: int
    """Gap between bars, per cent of a bar's width (c:gapWidth)."""
    label: LevelStyle
    """Style of labels and axis text."""
    colours: tuple[str, ...]
    """Colour name of each series (of each slice, for a pie)."""
    highlight: int | None
    """Index of the category in the accent colour; None for none."""
    legend: Box | None = None
    """Where the names of several series stand; None where none are needed or they are labelled directly."""
    drawing: tuple[ShapeNode | TextNode | ConnectorNode, ...] = ()
    placeholder: Placeholder | None = None
    inherited: bool = False


@dataclass(frozen=True, slots=True)
class TableNode:
    """A native table with a header row."""

    name: str
    box: Box
    widths: tuple[int, ...]
    """Of the columns, EMU."""
    heights: tuple[int, ...]
    """Of the rows, header first, EMU."""
    cells: tuple[tuple[TextNode, ...], ...]
    """Rows of cells, header first; each with its box, fill and lines."""
    rule: Stroke
    """Between rows."""
    alt: str
    placeholder: Placeholder | None = None
    inherited: bool = False


@dataclass(frozen=True, slots=True)
class GroupNode:
    """Shapes that move together."""

    name: str
    children: tuple[Node, ...]
    alt: str | None = None
    """What the group says; None where it is decorative."""


Node = TextNode | ShapeNode | ConnectorNode | PictureNode | ChartNode | TableNode | GroupNode


@dataclass(frozen=True, slots=True)
class Scene:
    """A slide ready to draw."""

    id: str
    layout: str
    """Id of the template's layout, for example `cards-3`."""
    title: str
    nodes: tuple[Node, ...]
    """In reading order, which is also the order of drawing: behind first."""
    notes: Text
    language: str
    origin: Origin = NOWHERE
