"""A drawn slide is read word by word: lists in lists, tables, figures; what decorates is left out."""

from dataclasses import replace

import pytest

from deckbuild.model.paged import Element, Mark, Page, SceneNode
from deckbuild.model.scene import (
    GroupNode,
    Line,
    Node,
    PictureNode,
    Placeholder,
    ShapeNode,
    Stroke,
    TableNode,
    TextNode,
)
from deckbuild.model.text import Link, plain
from deckbuild.model.units import SLIDE, pt
from deckbuild.render.pdf.text import set_lines
from tests.unit.render_pdf.drawing import (
    TEMPLATE,
    anchor,
    box,
    drawn,
    lines_node,
    paged,
    segment,
    slide_pdf,
)
from tests.unit.render_pdf.looking import find_all, letters, links, pixel
from tests.unit.render_pdf.sample import ADDRESS, chart, picture, sample
from tests.unit.render_pdf.tagged import Tag, artifacts, tree


def content(*nodes: Node, **more: object) -> list[object]:
    """Return what stands on a slide of some nodes."""
    return tree(slide_pdf(*nodes, **more)).outline()[1][1:]  # type: ignore[index, arg-type]


def text(*paragraphs: tuple[str, int, str]) -> TextNode:
    """Return paragraphs of words, level and bullet, each on a line."""
    lines = tuple(
        Line(pt(100 + 24 * n), (segment(words),), n, segment(bullet, 30) if bullet else None)
        for n, (words, _, bullet) in enumerate(paragraphs)
    )
    written = tuple(plain(words, level=level) for words, level, _ in paragraphs)
    return TextNode("Text", SLIDE, written, (), lines=lines)


def entry(words: str, *below: object) -> list[object]:
    return ["LI", ["Lbl", "• "], ["LBody", f"{words} ", *below]]


def test_paragraphs_without_a_bullet_are_paragraphs() -> None:
    assert content(text(("One", 0, ""), ("Two", 0, ""))) == [["P", "One "], ["P", "Two "]]


def test_entries_of_a_deeper_level_are_a_list_in_the_entry_before() -> None:
    node = text(("a", 0, "•"), ("b", 1, "•"), ("c", 2, "•"), ("d", 1, "•"), ("e", 0, "•"))
    inner = ["L", entry("b", ["L", entry("c")]), entry("d")]
    assert content(node) == [["L", entry("a", inner), entry("e")]]


def test_a_list_that_begins_deep_is_one_list() -> None:
    assert content(text(("a", 1, "•"), ("b", 0, "•"))) == [["L", entry("a")], ["L", entry("b")]]


def test_an_indented_paragraph_goes_on_with_its_entry_and_another_ends_the_list() -> None:
    node = text(("a", 0, "•"), ("more", 1, ""), ("b", 0, "•"), ("end", 0, ""), ("c", 0, "•"))
    assert content(node) == [
        ["L", entry("a", ["P", "more "]), entry("b")],
        ["P", "end "],
        ["L", entry("c")],
    ]


@pytest.mark.parametrize("role", ["P", "H1", "H2"])
def test_the_title_is_what_the_page_says_it_is(role: str) -> None:
    title = replace(lines_node("Title", "Title"), placeholder=Placeholder("ctrTitle", None))
    body = replace(lines_node("Body", "Body"), placeholder=Placeholder("body", 1))
    assert content(title, body, title=role) == [[role, "Title "], ["P", "Body "]]


def test_what_decorates_is_an_artifact_and_what_says_something_a_figure() -> None:
    shape = ShapeNode("Shape", box(0, 0, 50, 50), fill="accent")
    inside = GroupNode("Group", (shape, lines_node("1", "1")))
    dumb = replace(picture("RGB", "PNG", (640, 480)), alt=None)
    assert content(shape, inside, PictureNode("Picture", box(0, 0, 64, 48), dumb)) == []
    said = [replace(shape, alt="A square"), replace(inside, alt="The number one")]
    shown = PictureNode("Picture", box(0, 0, 64, 48), picture("RGB", "PNG", (640, 480)))
    figures = tree(slide_pdf(*said, shown)).find("Figure")
    assert [figure.entries["Alt"] for figure in figures] == ["A square", "The number one", "A disc"]


def test_a_figure_is_one_piece_and_says_where_it_is_on_the_page() -> None:
    group = GroupNode(
        "Group",
        (
            ShapeNode("Left", box(100, 100, 50, 50), fill="accent"),
            lines_node("word", "word"),
            ShapeNode("Right", box(300, 200, 100, 40), fill="accent"),
        ),
        alt="Two squares",
    )
    node = replace(group, children=(group.children[0], group.children[2]))
    half = box(0, 0, 480, 270)
    [figure] = tree(slide_pdf(node, at=half)).find("Figure")
    assert figure.kids == [""]
    assert figure.pages == [0]
    with_words = tree(slide_pdf(group)).find("Figure")
    assert [each.kids for each in with_words] == [["word "]]
    assert figure.entries["BBox"] == repr_box(50, 540 - 120, 200, 540 - 50)


def repr_box(*edges: float) -> str:
    """Return a rectangle as pikepdf prints it."""
    inside = ", ".join(f"Decimal('{edge:.2f}')" for edge in edges)
    return f"pikepdf.Array([ {inside} ])"


def test_cells_with_several_paragraphs_hold_paragraphs() -> None:
    plain_cell = replace(lines_node("Word", "Word"), box=box(0, 0, 100, 40))
    two = replace(text(("One", 0, ""), ("Two", 0, "")), box=box(0, 40, 100, 80))
    node = TableNode(
        "Table",
        box(0, 0, 100, 120),
        (pt(100),),
        (pt(40), pt(80)),
        ((plain_cell,), (two,)),
        Stroke("rule", pt(1)),
        "A table",
    )
    [table] = tree(slide_pdf(node)).find("Table")
    assert table.outline() == ["Table", ["TR", ["TH", "Word "]], ["TR", ["TD", ["P", "One "], ["P", "Two "]]]]
    assert table.entries["Summary"] == "A table"
    assert [each.entries for each in table.find("TH")] == [{"Scope": "/Column"}]


def test_a_slide_in_another_language_says_so() -> None:
    data = slide_pdf(lines_node("Croeso", "Croeso"), language="cy")
    assert [tag.entries for tag in tree(data).find("P")] == [{"Lang": "cy"}]
    same = slide_pdf(lines_node("Welcome", "Welcome"))
    assert [tag.entries for tag in tree(same).find("P")] == [{}]


def test_the_footer_of_a_slide_is_not_read() -> None:
    data = slide_pdf(lines_node("Word", "Word"))
    assert tree(data).text == "Word "
    assert "".join(each.letter for each in letters(data, 0)) == "Word The board · The session 1 May 2026 7 "


def test_nothing_of_a_slide_stands_beyond_its_box() -> None:
    data = slide_pdf(ShapeNode("Shape", box(-50, -50, 2000, 2000), fill="accent"), at=box(100, 100, 480, 270))
    accent = tuple(bytes.fromhex(TEMPLATE.palette["accent"]))
    assert pixel(data, 0, (300, 200)) == accent
    assert {pixel(data, 0, at) for at in ((95, 200), (300, 95), (585, 200), (300, 375))} == {(255, 255, 255)}


def test_links_on_a_small_slide_are_as_small_as_it() -> None:
    node = lines_node("page", [segment("page", 100, link=Link(ADDRESS))])
    [large], [small] = (links(slide_pdf(node, at=at), 0) for at in (box(0, 0, 960, 540), box(0, 0, 480, 270)))
    half = [(edge + (540 if n % 2 else 0)) / 2 for n, edge in enumerate(large.area)]
    assert small.area == pytest.approx([half[0], half[1], half[2], half[3]], abs=0.02)


def test_a_slide_drawn_again_links_to_where_this_document_can_go() -> None:
    jump = lines_node("there", [segment("there", link=Link("slide:x/y"))])
    assert [len(links(slide_pdf(jump, anchors=places), 0)) for places in ((), (anchor("x/y"),), ())] == [
        0,
        1,
        0,
    ]


@pytest.mark.parametrize("brand", ["worcestershire", "severn-vale"])
def test_every_line_of_every_layout_begins_where_it_was_measured_to(brand: str) -> None:
    chosen = sample(brand)
    for scene in chosen.scenes:
        page = letters(slide_pdf(*scene.nodes, layout=scene.layout, template=chosen.template), 0)
        for line in lines_of(scene.nodes):
            words = line.text.removesuffix("-")  # readers take a hyphen at a line's end for a broken word
            x, y = line.segments[0].x / 12700, line.baseline / 12700 - line.segments[0].rise
            here = [each for each in find_all(page, words) if abs(each[0].x - x) + abs(each[0].y - y) < 0.02]
            assert len(here) == 1, (scene.id, line.text)


def lines_of(nodes: tuple[Node, ...]) -> list[Line]:
    """Return the lines of text nodes, those of groups and tables too."""
    found: list[Line] = []
    for node in nodes:
        match node:
            case TextNode():
                found.extend(node.lines)
            case GroupNode():
                found.extend(lines_of(node.children))
            case TableNode():
                found.extend(line for row in node.cells for line in lines_of(row))
    return found


def test_every_layout_is_read_in_the_order_of_its_nodes() -> None:
    chosen = sample()
    for scene in chosen.scenes:
        root: Tag = tree(slide_pdf(*scene.nodes, layout=scene.layout, anchors=(anchor("sample/cards"),)))
        said = "".join(f"{words}" for node in scene.nodes for words in spoken(node))
        assert root.text.replace(" ", "") == said.replace(" ", ""), scene.id


def spoken(node: Node) -> list[str]:
    """Return the words of a node that a reader hears, bullets too; a chart's belong to its figure."""
    match node:
        case TextNode():
            markers = [f"{line.marker.text} " if line.marker else "" for line in node.lines]
            return [
                f"{marker}{line.line.text}{line.lost}"
                for marker, line in zip(markers, set_lines(node), strict=True)
            ]
        case TableNode():
            return [words for row in node.cells for cell in row for words in spoken(cell)]
        case _ if hasattr(node, "drawing"):
            return [words for part in node.drawing for words in spoken(part)]
        case _:
            return []


def test_the_footer_of_a_slide_is_a_pagination_and_what_stands_behind_it_layout() -> None:
    found = [each["Type"] for each in artifacts(slide_pdf(lines_node("a", "a")))]
    assert found == ["/Layout", "/Pagination"]


def test_a_slide_or_a_field_cannot_be_an_artifact() -> None:
    page = Page(SLIDE, (Mark("Layout", SceneNode("a/b", 1, SLIDE)),))
    with pytest.raises(ValueError, match="belongs to no element"):
        drawn(paged([page], Element(0, "Document")))


def test_a_chart_is_one_figure_with_what_it_says() -> None:
    [node] = [
        node
        for scene in sample().scenes
        if scene.id == "sample/bar"
        for node in scene.nodes
        if node.name == "Chart"
    ]
    [figure] = tree(slide_pdf(node)).find("Figure")
    assert figure.entries["Alt"] == chart("bar").alt
    assert len(figure.pages) == 1
