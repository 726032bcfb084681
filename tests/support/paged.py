"""A document set on pages by hand: every kind of element and mark, on three A4 pages.

Made without `typeset.pages`, so that renderers and checks of documents are tested by themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from deckbuild.fonts.library import Fonts as Metrics
from deckbuild.model.document import Field
from deckbuild.model.paged import (
    Anchor,
    Bookmark,
    Element,
    FieldNode,
    Mark,
    Page,
    Paged,
    Role,
    SceneNode,
)
from deckbuild.model.scene import (
    Align,
    ChartNode,
    ConnectorNode,
    LevelStyle,
    Node,
    PictureNode,
    Scene,
    ShapeNode,
    Stroke,
    TextNode,
)
from deckbuild.model.template import Template
from deckbuild.model.text import Link, Paragraph, Run, plain
from deckbuild.model.units import Box, pt
from deckbuild.render.pdf.fonts import Fonts
from deckbuild.typeset.chart import lay_chart
from deckbuild.typeset.lines import broken, flows, set_lines
from tests.unit.render_pdf.sample import chart, picture, read, sample

A4 = Box(0, 0, pt(595.28), pt(841.89))
LEFT, WIDTH = 51.0, 493.0
BODY = LevelStyle(11, 15, "ink")
WELSH = "Croeso i bawb"
GUIDANCE = "the guidance on keeping children safe in education and in every other setting"
ADDRESS = "https://example.org/guidance/keeping-children-safe"
FIELDS = (
    Field("agency", "text", "Agency", "The school – Llŷn", required=True),
    Field("session.date", "date", "Date of the session", "23 November 2026"),
    Field("session.title", "text", "Session"),
    Field(
        "plan", "multiline", "What we will do", "First this, and then that, until it is done. " * 3, lines=4
    ),
    Field("agree", "checkbox", "We have read it", "yes", required=True),
    Field("later", "checkbox", "We will come back to it"),
    Field("useful", "radio", "How useful was it?", "Very", options=("Not", "A little", "Very")),
    Field("role", "choice", "Your role", "Teacher", options=("Teacher", "Social worker", "Café owner")),
)


class Making:
    """Elements and marks as they are added: lengths are points from the top left."""

    def __init__(self, metrics: Metrics) -> None:
        self.metrics = metrics
        self.pages: list[list[Mark]] = [[]]
        self.anchors: list[Anchor] = []
        self._count = 0
        self._roles: dict[int, Role] = {}
        self._more: dict[int, dict[str, object]] = {}
        self._kids: dict[int, list[int]] = {}

    def element(self, role: Role, parent: int | None = None, **more: object) -> int:
        """Return the id of a new element, the last kid of its parent; the first is the root."""
        number = self._count
        self._count += 1
        self._roles[number], self._more[number], self._kids[number] = role, more, []
        if parent is not None:
            self._kids[parent].append(number)
        return number

    def tree(self, number: int = 0) -> Element:
        """Return an element with everything below it."""
        kids = tuple(self.tree(kid) for kid in self._kids[number])
        return Element(number, self._roles[number], kids, **self._more[number])  # type: ignore[arg-type]

    def mark(self, owner: int | str, node: Node | FieldNode | SceneNode) -> None:
        """Put something on the page that is open."""
        self.pages[-1].append(Mark(owner, node))  # type: ignore[arg-type]

    def anchor(self, key: str, y: float) -> None:
        """Mark a height on the page that is open."""
        self.anchors.append(Anchor(key, len(self.pages) - 1, pt(LEFT), pt(y)))

    def text(
        self,
        words: Paragraph | str,
        y: float,
        style: LevelStyle = BODY,
        *,
        x: float = LEFT,
        width: float = WIDTH,
        align: Align = "l",
    ) -> TextNode:
        """Return a paragraph broken into lines."""
        paragraph = plain(words) if isinstance(words, str) else words
        box = Box(pt(x), pt(y), pt(width), pt(style.pitch))
        node = TextNode("Text", box, (paragraph,), (replace(style, align=align),))
        ready = flows(node, node.styles, self.metrics)
        lines = set_lines(node, ready, broken(ready, width))
        return replace(node, box=replace(box, h=pt(style.pitch * len(lines))), lines=lines)

    def write(
        self, owner: int | str, words: Paragraph | str, y: float, style: LevelStyle = BODY, **at: float
    ) -> float:
        """Put a paragraph on the page that is open and return where it ends."""
        node = self.text(words, y, style, **at)  # type: ignore[arg-type]
        self.mark(owner, node)
        return y + style.pitch * len(node.lines)


@dataclass(frozen=True)
class Made:
    """What `render.pdf.render` takes."""

    paged: Paged
    scenes: Mapping[str, Scene]
    template: Template
    fonts: Fonts


def made(brand: str = "worcestershire", **changes: object) -> Made:
    """Return the document in a brand; *changes* are fields of `Paged`."""
    chosen = sample(brand)
    metrics = Metrics(chosen.template.fonts, read)
    making = Making(metrics)
    root = making.element("Document")
    first_page(making, root)
    second_page(making, root, chosen.scenes)
    making.pages.append([])
    third_page(making, root)
    for number, marks in enumerate(making.pages, 1):
        marks.append(
            Mark("Footer", making.text(f"Page {number} of 3", 800, replace(BODY, size=8.5, pitch=12)))
        )
    paged = Paged(
        title="Pathways – The school – sample",
        author="Worcestershire Safeguarding Children Board",
        subject="Learning",
        language="en-GB",
        date="2026-11-23",
        greyscale=False,
        pages=tuple(Page(A4, tuple(marks)) for marks in making.pages),
        structure=making.tree(),
        anchors=tuple(making.anchors),
        bookmarks=(
            Bookmark("Pathways & “protection”", "top", 0),
            Bookmark("What to sow", "sow", 1),
            Bookmark("The slides", "sample/links", 1),
            Bookmark("Your plan", "plan", 0),
        ),
        slide_date="23 November 2026",
        slide_footer="The board · Pathways",
    )
    return Made(
        replace(paged, **changes),  # type: ignore[arg-type]
        {scene.id: scene for scene in chosen.scenes},
        chosen.template,
        Fonts(chosen.template.fonts, read),
    )


def first_page(making: Making, root: int) -> None:
    """Headings, text with a link and Welsh, a list in a list, figures, a note, the first rows of a table."""
    title = LevelStyle(26, 32, "deep", bold=True)
    making.anchor("top", 60)
    y = making.write(making.element("H1", root), "Pathways to harm, pathways to protection", 60, title)
    said = Paragraph(
        (
            Run("Read "),
            Run(
                "the guidance on keeping children safe in education and in every other setting",
                link=Link(ADDRESS),
            ),
            Run(" before the session, or go to "),
            Run("the links", link=Link("slide:sample/links")),
            Run("; but not to "),
            Run("this one", link=Link("slide:sample/nowhere")),
            Run(". In Welsh: "),
            Run(WELSH, italic=True, lang="cy"),
            Run(", on the 1"),
            Run("st", baseline="super"),
            Run("."),
        )
    )
    y = making.write(making.element("P", root), said, y + 10)
    y = bullets(making, making.element("L", root), y + 8)
    y = making.write(
        making.element("BlockQuote", root), "“Somebody said so.”", y + 8, replace(BODY, italic=True)
    )
    y = figures(making, root, y + 10)
    note = making.element("Note", root)
    making.write(making.element("Lbl", note), "1", y + 8, replace(BODY, size=8))
    y = making.write(making.element("P", note), "A note under the text.", y + 8, x=LEFT + 12)
    table(making, root, y + 12)


def bullets(making: Making, owner: int, y: float) -> float:
    """Two entries, the first with one of its own below it."""
    body, y = entry(making, owner, "Water them", y, LEFT)
    _, y = entry(making, making.element("L", body), "in the morning", y, LEFT + 14)
    return entry(making, owner, "Weed them", y, LEFT)[1]


def entry(making: Making, owner: int, words: str, y: float, x: float) -> tuple[int, float]:
    """Put an entry of a list on the page; return its LBody and where it ends."""
    item = making.element("LI", owner)
    making.write(making.element("Lbl", item), "•", y, x=x)
    body = making.element("LBody", item)
    return body, making.write(making.element("P", body), words, y, x=x + 14)


def figures(making: Making, root: int, y: float) -> float:
    """A chart of a slide, a picture, and a picture that says nothing."""
    figure = making.element("Figure", root, alt="A stacked chart: 12, 34 and 21 per cent.")
    making.mark(figure, chart_node(making, y))
    shown = PictureNode("Picture", Box(pt(400), pt(y), pt(60), pt(45)), picture("RGB", "PNG", (640, 480)))
    making.mark(making.element("Figure", root, alt="A disc"), shown)
    making.mark("Layout", replace(shown, box=replace(shown.box, x=pt(470))))
    making.mark("Background", ShapeNode("Ground", Box(0, 0, pt(20), pt(20)), fill="tint"))
    return making.write(making.element("Caption", root), "A chart and a picture", y + 190)


def chart_node(making: Making, y: float) -> ChartNode:
    """Return a chart of three series, drawn for the page."""
    box = Box(pt(LEFT), pt(y), pt(330), pt(180))
    label = LevelStyle(8, 10, "ink")
    node = ChartNode("Chart", box, chart("stacked"), box, 0, 0, 0, label, (), None)
    return lay_chart(node, making.metrics, "sample", [])


ROWS = tuple((f"Row {n}", f"{n * 11} %", "A remark of several words") for n in range(1, 7))
COLUMNS = ("Factor", "Share", "Remark")


def table(making: Making, root: int, y: float) -> None:
    """A table of which three rows stand on one page and three on the next, under its header again."""
    making.anchor("sow", y)
    y = making.write(making.element("H2", root), "What to sow", y, LevelStyle(16, 20, "deep", bold=True))
    whole = making.element("Table", root, summary="Factors and their shares")
    header = making.element("TR", making.element("THead", whole))
    row(making, [making.element("TH", header, scope="Column") for _ in COLUMNS], COLUMNS, y)
    body = making.element("TBody", whole)
    for index, cells in enumerate(ROWS):
        if index == 3:
            making.pages.append([])
            y = 60
            row(making, ["Pagination"] * 3, COLUMNS, y)
        across = making.element("TR", body)
        owners = [
            making.element("TH", across, scope="Row"),
            *(making.element("TD", across) for _ in cells[1:]),
        ]
        y += 20
        row(making, owners, cells, y)


def row(making: Making, owners: Iterable[int | str], cells: Iterable[str], y: float) -> None:
    """Put a row of cells on the page."""
    for column, (owner, words) in enumerate(zip(owners, cells, strict=True)):
        making.write(owner, words, y, x=LEFT + 160 * column, width=150)
    line = pt(y + 18)
    making.mark(
        "Layout", ConnectorNode("Rule", (pt(LEFT), line), (pt(LEFT + WIDTH), line), Stroke("rule", pt(0.5)))
    )


def second_page(making: Making, root: int, scenes: Iterable[Scene]) -> None:
    """Four slides, each under its heading, below the end of the table."""
    for index, name in enumerate(("bullets", "table", "stacked", "links")):
        x, y = LEFT + 250 * (index % 2), 200 + 190 * (index // 2)
        scene = next(each for each in scenes if each.id == f"sample/{name}")
        sect = making.element("Sect", root)
        making.anchor(scene.id, y - 20)
        heading = LevelStyle(11, 14, "ink", bold=True)
        making.write(
            making.element("H2", sect), f"{index + 1} {scene.title}", y - 16, heading, x=x, width=235
        )
        box = Box(pt(x), pt(y), pt(235), pt(235 * 9 / 16))
        making.mark(making.element("Div", sect), SceneNode(scene.id, index + 1, box))
        making.mark("Layout", ShapeNode("Frame", box, stroke=Stroke("rule", pt(0.5))))


def third_page(making: Making, root: int) -> None:
    """A field of each kind under its label."""
    making.anchor("plan", 60)
    y = making.write(making.element("H2", root), "Your plan", 60, LevelStyle(16, 20, "deep", bold=True)) + 8
    for field in FIELDS:
        owner = making.element("Div", root)
        y = making.write(making.element("P", owner), field.label, y)
        high = {"multiline": 15.0 * field.lines + 8, "checkbox": 14.0, "radio": 14.0}.get(field.kind, 22.0)
        if field.kind == "radio":
            boxes = tuple(
                Box(pt(LEFT + 120 * n), pt(y), pt(high), pt(high)) for n, _ in enumerate(field.options)
            )
        else:
            boxes = (Box(pt(LEFT), pt(y), pt(high if field.kind == "checkbox" else WIDTH), pt(high)),)
        role: Role = "Div" if field.kind == "radio" else "Form"
        making.mark(making.element(role, owner), FieldNode(field, boxes, BODY))
        for n, option in enumerate(field.options if field.kind == "radio" else ()):
            making.write(making.element("P", owner), option, y - 1, x=LEFT + 120 * n + 20, width=90)
        y += high + 12
