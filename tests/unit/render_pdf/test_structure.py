"""The tree of a whole document: in reading order over pages, with a way back from every page."""

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from deckbuild.model.paged import Element, Mark, Page
from deckbuild.model.units import SLIDE
from tests.support.paged import GUIDANCE, WELSH, made
from tests.unit.render_pdf.drawing import drawn, lines_node, page_pdf, paged
from tests.unit.render_pdf.tagged import Tag, artifacts, tree

CHART = (
    "Series 1 Series 2 Series 3 12% 13% 14% Alcohol misuse 34% 34% 34% Drug misuse "
    "21% 20% 19% Mental health problems "
)


@pytest.fixture(scope="module")
def whole() -> tuple[bytes, Tag]:
    chosen = made()
    data = drawn(chosen.paged, *chosen.scenes.values())
    return data, tree(data)


def test_a_document_is_read_in_the_order_of_its_elements(whole: tuple[bytes, Tag]) -> None:
    first = whole[1].kids[:5]
    assert [each.outline() for each in first if isinstance(each, Tag)] == [
        ["H1", "Pathways to harm, pathways to protection "],
        [
            "P",
            "Read ",
            ["Link", GUIDANCE, ["link"]],
            " before the session, or go to ",
            ["Link", "the links", ["link"]],
            "; but not to this one. In Welsh: ",
            ["Span", WELSH],
            ", on the 1st. ",
        ],
        [
            "L",
            [
                "LI",
                ["Lbl", "• "],
                [
                    "LBody",
                    ["P", "Water them "],
                    ["L", ["LI", ["Lbl", "• "], ["LBody", ["P", "in the morning "]]]],
                ],
            ],
            ["LI", ["Lbl", "• "], ["LBody", ["P", "Weed them "]]],
        ],
        ["BlockQuote", "“Somebody said so.” "],
        ["Figure", CHART],
    ]


def test_a_table_over_two_pages_is_one_table_with_one_header(whole: tuple[bytes, Tag]) -> None:
    [table] = [each for each in whole[1].find("Table") if each.entries["Summary"].startswith("Factors")]
    head, body = table.kids
    assert isinstance(head, Tag)
    assert isinstance(body, Tag)
    assert head.outline() == ["THead", ["TR", ["TH", "Factor "], ["TH", "Share "], ["TH", "Remark "]]]
    assert [row.outline()[1] for row in body.find("TR")] == [["TH", f"Row {n} "] for n in range(1, 7)]
    assert [row.find("TH")[0].pages for row in body.find("TR")] == [[0], [0], [0], [1], [1], [1]]
    assert {"Type": "/Pagination"} in artifacts(whole[0], 1)


def test_notes_have_identifiers(whole: tuple[bytes, Tag]) -> None:
    [note] = whole[1].find("Note")
    with pikepdf.open(BytesIO(whole[0])) as pdf:
        names = list(pdf.Root.StructTreeRoot.IDTree.Names)
        assert [str(names[0]), str(names[1].S)] == [note.entries["ID"], "/Note"]


def test_the_way_back_from_each_page_leads_to_the_elements_that_hold_it(whole: tuple[bytes, Tag]) -> None:
    with pikepdf.open(BytesIO(whole[0])) as pdf:
        numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        back = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
        held = 0
        for page in pdf.pages:
            for mark, element in enumerate(back[int(page.StructParents)]):
                kids = element.K if isinstance(element.K, pikepdf.Array) else [element.K]
                marks = [
                    int(kid) if isinstance(kid, int) else int(kid.get("/MCID", -1))
                    for kid in kids
                    if isinstance(kid, int) or "/S" not in kid
                ]
                assert mark in marks
                held += 1
            for annotation in page.get("/Annots", ()):
                element = back[int(annotation.StructParent)]
                kids = element.K if isinstance(element.K, pikepdf.Array) else [element.K]
                objects = [kid.Obj.objgen for kid in kids if not isinstance(kid, int) and "/Obj" in kid]
                assert annotation.objgen in objects
                held += 1
        assert held > 100
        assert len(back) == int(pdf.Root.StructTreeRoot.ParentTreeNextKey)


def test_annotations_of_a_page_follow_the_tree(whole: tuple[bytes, Tag]) -> None:
    with pikepdf.open(BytesIO(whole[0])) as pdf:
        for page in pdf.pages:
            keys = [int(each.StructParent) for each in page.get("/Annots", ())]
            assert keys == sorted(keys)
            assert page.Tabs == "/S"


def test_a_paragraph_over_two_pages_is_one_paragraph() -> None:
    pages = [
        Page(SLIDE, (Mark(1, lines_node("One two", "One")),)),
        Page(SLIDE, (Mark(1, lines_node("One two", "two")),)),
    ]
    [tag] = tree(drawn(paged(pages, Element(0, "Document", (Element(1, "P"),))))).find("P")
    assert (tag.kids, tag.pages) == (["One ", "two "], [0, 1])


def test_the_leaves_of_a_booklet_are_read_in_their_order_and_not_in_that_of_its_sides() -> None:
    def side(*leaves: tuple[int, str]) -> Page:
        return Page(SLIDE, tuple(Mark(1, lines_node(words, words), leaf) for leaf, words in leaves))

    pages = [side((4, "four"), (1, "one")), side((2, "two"), (3, "three"))]
    [tag] = tree(drawn(paged(pages, Element(0, "Document", (Element(1, "P"),))))).find("P")
    assert (tag.kids, tag.pages) == (["one ", "two ", "three ", "four "], [0, 1, 1, 0])


def test_elements_say_what_they_are() -> None:
    cells = (Element(3, "TH", scope="Row"), Element(4, "TD", language="cy"))
    table = Element(1, "Table", (Element(2, "TR", cells),), summary="Öne")
    marks = (Mark(3, lines_node("a", "a")), Mark(4, lines_node("b", "b")))
    root = tree(drawn(paged([Page(SLIDE, marks)], Element(0, "Document", (table,)))))
    assert [root.find(role)[0].entries for role in ("Table", "TH", "TD")] == [
        {"Summary": "Öne"},
        {"Scope": "/Row"},
        {"Lang": "cy"},
    ]


def test_a_mark_whose_element_is_not_in_the_tree_is_refused() -> None:
    page = Page(SLIDE, (Mark(7, lines_node("a", "a")),))
    with pytest.raises(KeyError):
        drawn(paged([page], Element(0, "Document")))


def test_an_element_with_marks_and_kids_holds_both() -> None:
    marks = (Mark(1, lines_node("own", "own")), Mark(2, lines_node("inner", "inner")))
    root = Element(0, "Document", (Element(1, "LBody", (Element(2, "P"),)),))
    assert tree(drawn(paged([Page(SLIDE, marks)], root))).outline() == [
        "Document",
        ["LBody", ["P", "inner "], "own "],
    ]


def test_a_page_without_content_has_no_key_of_its_own() -> None:
    with pikepdf.open(BytesIO(drawn(paged([Page(SLIDE, ())], Element(0, "Document"))))) as pdf:
        assert "/StructParents" not in pdf.pages[0]


def test_languages_of_parts_and_of_the_document_are_kept_apart() -> None:
    node = lines_node("a", "a")
    marked = replace(node, paragraphs=node.paragraphs)
    with pikepdf.open(BytesIO(page_pdf(("P", marked), language="cy"))) as pdf:
        assert pdf.Root.Lang == "cy"
        assert "/Lang" not in pdf.Root.StructTreeRoot.K[0]
