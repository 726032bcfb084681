"""What a document must say is made from its pages and slides, mark by mark and shape by shape."""

from collections.abc import Sequence

import pytest

from deckbuild.check.pdf.anchors import Anchors
from deckbuild.check.pdf.expected import expected_tags, filled
from deckbuild.check.pdf.tags import Filled, Tag, Words
from deckbuild.model.document import Field
from deckbuild.model.paged import Anchor, Element, Mark, Page, Paged, SceneNode
from deckbuild.model.scene import (
    GroupNode,
    LevelStyle,
    Line,
    Node,
    Placeholder,
    Scene,
    Segment,
    ShapeNode,
    Stroke,
    TableNode,
    TextNode,
)
from deckbuild.model.text import Link, Paragraph, Run, plain
from deckbuild.model.units import Box

BOX = Box(0, 0, 9, 9)
STYLES = (LevelStyle(20, 24, "ink"),)


def segment(text: str) -> Segment:
    return Segment(text, 0, 0, 20, bold=False, italic=False, colour="ink")


def text(*paragraphs: str, placeholder: Placeholder | None = None, name: str = "Text") -> TextNode:
    """Return a text of paragraphs, each after its indentation and its bullet or number."""
    made, lines = [], []
    for index, each in enumerate(paragraphs):
        words = each.lstrip(" ")
        marker, _, said = words.partition(" ") if words[0] in "•1" else ("", "", words)
        made.append(plain(said, level=(len(each) - len(words)) // 2))
        lines.append(Line(0, (segment(said),), index, segment(marker) if marker else None))
    return TextNode(name, BOX, tuple(made), STYLES, placeholder, lines=tuple(lines))


def scene(*nodes: Node, language: str = "en-GB") -> Scene:
    return Scene("m/s", "bullets", "Title", nodes, (), language)


def paged(root: Element, *pages: Sequence[Mark], anchors: tuple[Anchor, ...] = ()) -> Paged:
    sheets = tuple(Page(BOX, tuple(marks)) for marks in pages)
    return Paged("T", "A", "S", "en-GB", "2026-11-23", False, sheets, root, anchors)


def tags(root: Element, *pages: Sequence[Mark], slide: Scene | None = None) -> tuple[Tag, ...]:
    document = paged(root, *pages, anchors=(Anchor("m/s", 0, 0, 0),))
    return expected_tags(document, {"m/s": slide} if slide else {}, Anchors(document))


def slide_tags(*nodes: Node, title: str = "P", language: str = "en-GB") -> tuple[object, ...]:
    node = SceneNode("m/s", 1, BOX, title)  # type: ignore[arg-type]
    slide = scene(*nodes, language=language)
    (root,) = tags(Element(0, "Div"), [Mark(0, node)], slide=slide)
    return root.content


def words(said: str, language: str = "en-GB", target: str = "") -> Words:
    return Words(said, language, target)


def tag(role: str, *held: object) -> Tag:
    """Return a tag of tags and words; a text is words."""
    return Tag(role, tuple(words(each) if isinstance(each, str) else each for each in held))  # type: ignore[misc]


def item(label: str, *held: object) -> Tag:
    return tag("LI", tag("Lbl", label), tag("LBody", *held))


def test_an_element_says_what_its_marks_say_in_the_order_in_which_they_are_read():
    root = Element(0, "Document", (Element(1, "P"), Element(2, "P", language="cy")))
    first = [Mark(2, text("goes on."), leaf=2), Mark("Footer", text("Page 1")), Mark(1, text("One"))]
    second = [Mark(2, text("It "), leaf=1)]

    assert tags(root, first, second) == (
        tag("Document", tag("P", "One"), Tag("P", (words("It goes on.", "cy"),))),
    )


def test_a_paragraph_says_its_languages_and_where_its_links_lead():
    runs = (
        Run("Say "),
        Run("bore da", lang="cy", link=Link("https://a.org")),
        Run(" or "),
        Run("see it", link=Link("slide:m/s")),
        Run(", not "),
        Run("this", link=Link("slide:m/gone")),
    )
    node = TextNode("Text", BOX, (Paragraph(runs),), STYLES)

    assert tags(Element(0, "P"), [Mark(0, node)]) == (
        Tag(
            "P",
            (
                words("Say"),
                words(" bore da", "cy", "https://a.org"),
                words(" or"),
                words(" see it", target="anchor:m/s"),
                words(", not this"),
            ),
        ),
    )


def test_a_figure_says_its_alternative_text_and_holds_the_letters_drawn_in_it():
    root = Element(0, "Figure", alt="Two bars")
    group = GroupNode("Chart", (text("12 %"), ShapeNode("Bar", BOX), text("Aims and", "1 more")))

    assert tags(root, [Mark(0, group)]) == (
        Tag("Figure", (words("12%Aimsand1more"),), alt="Two bars", language="en-GB"),
    )


@pytest.mark.parametrize("role", ["H2", "P"])
def test_the_title_of_a_slide_is_what_the_page_makes_it(role: str):
    title = text("Aims", placeholder=Placeholder("title", None))

    assert slide_tags(title, text("Words"), title=role) == (tag(role, "Aims"), tag("P", "Words"))


def test_paragraphs_with_a_bullet_are_a_list_and_deeper_ones_a_list_in_its_entries():
    assert slide_tags(text("Lead", "• One", "  • In it", "  more", "• Two", "End", "• Three")) == (
        tag("P", "Lead"),
        tag("L", item("•", "One", tag("L", item("•", "In it")), tag("P", "more")), item("•", "Two")),
        tag("P", "End"),
        tag("L", item("•", "Three")),
    )


def test_a_list_that_begins_further_in_is_one_of_its_own():
    assert slide_tags(text("  • In", "• Out")) == (
        tag("L", item("•", "In")),
        tag("L", item("•", "Out")),
    )


def test_a_number_is_a_label():
    assert slide_tags(text("1. First")) == (tag("L", item("1.", "First")),)


def test_a_slide_speaks_its_own_language():
    assert slide_tags(text("Nodau"), language="cy") == (Tag("P", (words("Nodau", "cy"),)),)


def test_what_is_drawn_on_a_slide_is_a_figure_or_decoration():
    said = GroupNode("Map", (ShapeNode("Part", BOX),), alt="A map")

    assert slide_tags(said, GroupNode("Badge", (text("1"),)), ShapeNode("Rule", BOX)) == (
        Tag("Figure", alt="A map", language="en-GB"),
    )


def test_a_table_has_a_row_of_headers_and_cells_of_words_or_paragraphs():
    table = TableNode(
        "Table",
        BOX,
        (1, 1),
        (1, 1),
        ((text("Year"), text("Reviews")), (text("2019"), text("Many", "• some"))),
        Stroke("rule", 1),
        "Reviews by year",
    )

    heads = tag("TR", *(Tag("TH", (words(each),), scope="Column") for each in ("Year", "Reviews")))
    cells = tag("TR", tag("TD", "2019"), tag("TD", tag("P", "Many"), tag("L", item("•", "some"))))
    assert slide_tags(table) == (Tag("Table", (heads, cells), summary="Reviews by year"),)


@pytest.mark.parametrize(
    ("field", "shown"),
    [
        (Field("a", "date", "Date", "2026"), Filled("a", "text", "Date", "2026")),
        (Field("a", "checkbox", "Agreed", "yes"), Filled("a", "checkbox", "Agreed", "Yes")),
        (Field("a", "checkbox", "Agreed"), Filled("a", "checkbox", "Agreed", "")),
        (
            Field("a", "choice", "Who", "B", ("A", "B"), required=True),
            Filled("a", "choice", "Who", "B", required=True, options=("A", "B")),
        ),
    ],
)
def test_a_field_must_be_what_was_written(field: Field, shown: Filled):
    assert list(filled(field, 1)) == [shown]


def test_each_option_of_a_radio_button_is_an_element():
    long = "Quite a long answer that no name can hold whole, " * 4
    field = Field("a", "radio", "How", long, ("Well", long))

    assert list(filled(field, 1)) == [
        Tag("Form", (Filled("a", "radio", "How: Well", options=("Well",)),)),
        Tag("Form", (Filled("a", "radio", f"How: {long}", long[:120], options=(long[:120],)),)),
    ]
