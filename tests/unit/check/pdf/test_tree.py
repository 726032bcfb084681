"""The tree of a file is read as a screen reader reads it, and what does not agree with its pages is told."""

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from deckbuild.check.pdf.anchors import Anchors
from deckbuild.check.pdf.file import read_file
from deckbuild.check.pdf.order import order_faults
from deckbuild.check.pdf.parents import parent_faults
from deckbuild.check.pdf.places import Places
from deckbuild.check.pdf.tags import Filled, Tag, Words
from deckbuild.check.pdf.tree import TreeReader
from deckbuild.model.paged import Anchor, Element, Page, Paged
from deckbuild.model.units import Box, pt
from tests.unit.check.pdf.handmade import annotate, element, mcr, objr, pdf_of, tag

ONE_AND_TWO = b"/P <</MCID 0>> BDC BT /F 9 Tf (One) Tj ET EMC /P <</MCID 1>> BDC BT /F 9 Tf (Two) Tj ET EMC"


def paged(*anchors: Anchor) -> Paged:
    """Return pages as large as those of the files here."""
    pages = (Page(Box(0, 0, pt(400), pt(300)), ()),) * 2
    return Paged("T", "A", "S", "en-GB", "2026-11-23", False, pages, Element(0, "Document"), anchors)


def reader(pdf: pikepdf.Pdf, *anchors: Anchor) -> TreeReader:
    return TreeReader(read_file(pdf), Places(Anchors(paged(*anchors)), pdf))


def read(pdf: pikepdf.Pdf, *anchors: Anchor) -> tuple[Tag, ...]:
    return reader(pdf, *anchors).read()


def words(text: str, language: str = "en-GB", target: str = "") -> Words:
    return Words(text, language, target)


def test_elements_hold_the_words_of_their_content_in_the_order_of_the_tree():
    pdf = pdf_of(ONE_AND_TWO)
    page = pdf.pages[0].obj
    tag(pdf, element(pdf, "Document", [element(pdf, "P", [1], Pg=page), element(pdf, "H1", [0], Pg=page)]))

    assert read(pdf) == (Tag("Document", (Tag("P", (words("Two"),)), Tag("H1", (words("One"),)))),)


def test_an_element_may_hold_content_of_several_pages():
    pdf = pdf_of(
        b"/P <</MCID 0>> BDC BT /F 9 Tf (It goes ) Tj ET EMC",
        b"/P <</MCID 0>> BDC BT /F 9 Tf (on.) Tj ET EMC",
    )
    tag(pdf, element(pdf, "P", [mcr(pdf, 0, 0), mcr(pdf, 1, 0)]))

    assert read(pdf) == (Tag("P", (words("It goes on."),)),)


def test_a_role_of_its_own_is_what_the_role_map_says():
    pdf = pdf_of(ONE_AND_TWO)
    tag(pdf, element(pdf, "Heading", [0], Pg=pdf.pages[0].obj))
    pdf.Root.StructTreeRoot.RoleMap = Dictionary(Heading=Name.Title, Title=Name.H1)

    assert [each.role for each in read(pdf)] == ["H1"]


def test_a_span_gives_its_words_their_language():
    pdf = pdf_of(ONE_AND_TWO)
    page = pdf.pages[0].obj
    span = element(pdf, "Span", [1], Pg=page, Lang=String("cy"))
    tag(pdf, element(pdf, "P", [0, span], Pg=page))

    assert read(pdf) == (Tag("P", (words("One"), words("Two", "cy"))),)


def test_replacement_text_of_an_element_stands_for_its_words():
    pdf = pdf_of(ONE_AND_TWO)
    tag(pdf, element(pdf, "P", [0], Pg=pdf.pages[0].obj, ActualText=String("First")))

    assert read(pdf) == (Tag("P", (words("First"),)),)


def test_a_figure_has_its_alternative_text_and_a_header_cell_its_scope():
    pdf = pdf_of(ONE_AND_TWO)
    page = pdf.pages[0].obj
    scope = Dictionary(O=Name.Table, Scope=Name.Column)
    figure = element(pdf, "Figure", [0], Pg=page, Alt=String("A tree"), Lang=String("cy"))
    tag(pdf, figure, element(pdf, "TH", [1], Pg=page, A=Array([scope])))

    assert read(pdf) == (
        Tag("Figure", (words("One", "cy"),), alt="A tree", language="cy"),
        Tag("TH", (words("Two"),), scope="Column"),
    )


def test_a_link_gives_its_words_their_target_on_however_many_lines():
    pdf = pdf_of(ONE_AND_TWO)
    action = Dictionary(S=Name.URI, URI=String("https://example.org/"))
    areas = [annotate(pdf, 0, Subtype=Name.Link, A=action) for _ in range(2)]
    link = element(pdf, "Link", [1, *map(objr, areas)], Pg=pdf.pages[0].obj)
    tag(pdf, element(pdf, "P", [0, link], Pg=pdf.pages[0].obj))

    assert read(pdf) == (Tag("P", (words("One"), words("Two", target="https://example.org/"))),)


def test_a_space_at_the_end_of_a_link_parts_it_from_what_follows():
    pdf = pdf_of(
        b"BT /F 9 Tf /P <</MCID 0>> BDC (See ) Tj EMC /Link <</MCID 1>> BDC (here ) Tj EMC "
        b"/P <</MCID 2>> BDC (now) Tj EMC ET"
    )
    page = pdf.pages[0].obj
    area = annotate(pdf, 0, Subtype=Name.Link, A=Dictionary(URI=String("tel:1")))
    tag(pdf, element(pdf, "P", [0, element(pdf, "Link", [1, objr(area)], Pg=page), 2], Pg=page))

    assert read(pdf) == (Tag("P", (words("See"), words(" here", target="tel:1"), words(" now"))),)


@pytest.mark.parametrize("named", [False, True])
def test_a_jump_leads_to_the_anchor_that_stands_there(named: bool):
    pdf = pdf_of(ONE_AND_TWO, b"")
    place = Array([pdf.pages[1].obj, Name.XYZ, 0, 251, 0])
    if named:
        pdf.Root.Names = Dictionary(Dests=Dictionary(Names=Array([String("there"), place])))
    jump = annotate(pdf, 0, Subtype=Name.Link, Dest=String("there") if named else place)
    tag(pdf, element(pdf, "P", [element(pdf, "Link", [0, objr(jump)], Pg=pdf.pages[0].obj)]))
    anchors = Anchor("part", 1, 0, pt(50)), Anchor("slide", 1, 0, pt(50)), Anchor("far", 1, 0, pt(90))

    assert read(pdf, *anchors) == (Tag("P", (words("One", target="anchor:part"),)),)
    assert Anchors(paged(*anchors)).place("slide") == "anchor:part"


def test_a_field_says_what_its_widget_holds():
    pdf = pdf_of(b"")
    field = annotate(
        pdf,
        0,
        Subtype=Name.Widget,
        FT=Name.Tx,
        T=String("agency"),
        TU=String("Agency"),
        V=String("Board"),
        Ff=1 << 12 | 2,
    )
    tag(pdf, element(pdf, "Form", [objr(field)]))

    assert read(pdf) == (Tag("Form", (Filled("agency", "multiline", "Agency", "Board", required=True),)),)


def test_each_button_of_a_set_has_its_own_state():
    pdf = pdf_of(b"")
    buttons = [
        annotate(
            pdf,
            0,
            Subtype=Name.Widget,
            TU=String(each),
            AP=Dictionary(N=Dictionary({f"/{each}": 1, "/Off": 0})),
        )
        for each in ("one", "two")
    ]
    whole = Dictionary(
        FT=Name.Btn, Ff=1 << 15, T=String("choice"), TU=String("Choose"), V=Name.two, Kids=Array(buttons)
    )
    whole = pdf.make_indirect(whole)
    for each in buttons:
        each.Parent = whole
    tag(pdf, element(pdf, "Form", [objr(each) for each in buttons]))

    one = Filled("choice", "radio", "one", "", options=("one",))
    two = Filled("choice", "radio", "two", "two", options=("two",))
    assert read(pdf) == (Tag("Form", (one, two)),)


def test_a_field_takes_over_what_those_above_it_say():
    pdf = pdf_of(b"")
    above = pdf.make_indirect(Dictionary(T=String("session"), FT=Name.Tx, Ff=2))
    field = annotate(pdf, 0, Subtype=Name.Widget, T=String("date"), TU=String("Date"), Parent=above)
    above.Parent = above  # a chain without an end
    tag(pdf, element(pdf, "Form", [objr(field)]))

    (form,) = read(pdf)
    (found,) = form.content
    assert isinstance(found, Filled)
    assert (found.name[-12:], found.kind, found.label, found.required) == (
        "session.date",
        "text",
        "Date",
        True,
    )


def test_content_that_is_not_there_or_is_held_twice_is_told():
    pdf = pdf_of(ONE_AND_TWO)
    page = pdf.pages[0].obj
    tag(pdf, element(pdf, "P", [0, 5], Pg=page), element(pdf, "P", [0], Pg=page), element(pdf, "P", [1]))
    tree = reader(pdf)
    tree.read()

    assert tree.faults == [
        "an element P holds content 5 of page 1, which is not there",
        "content 0 of page 1 stands in the tree twice",
        "an element P holds content 1 of page ?, which is not there",
    ]


def test_a_tree_that_holds_itself_comes_to_an_end():
    pdf = pdf_of(b"")
    div = element(pdf, "Div")
    div.K = Array([div])
    tag(pdf, div)
    tree = reader(pdf)
    tree.read()

    assert "elements stand in one another without end" in tree.faults


def agreeing() -> pikepdf.Pdf:
    """Return a file whose pages, tree and parent tree agree."""
    pdf = pdf_of(ONE_AND_TWO)
    page = pdf.pages[0].obj
    link = annotate(
        pdf, 0, Subtype=Name.Link, StructParent=1, A=Dictionary(URI=String("https://example.org"))
    )
    first, second = (element(pdf, "P", [0], Pg=page), element(pdf, "Link", [1, objr(link)], Pg=page))
    tag(pdf, first, second, parents=[[first, second]])
    pdf.Root.StructTreeRoot.ParentTree.Nums = Array([0, Array([first, second]), 1, second])
    page.Tabs = Name.S
    return pdf


def disagreements(pdf: pikepdf.Pdf) -> list[str]:
    file = read_file(pdf)
    tree = TreeReader(file, Places(Anchors(paged()), pdf))
    tree.read()
    return [*tree.faults, *parent_faults(file, tree), *order_faults(file, tree)]


def test_a_file_whose_pages_and_tree_agree_has_no_fault():
    assert disagreements(agreeing()) == []


def test_a_parent_tree_that_leads_to_another_element_is_told():
    pdf = agreeing()
    entry = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
    entry[0], entry[1] = entry[1], entry[0]

    assert disagreements(pdf) == [
        "page 1: content 0 (“One”) stands in an element P, and not so in the parent tree",
        "page 1: content 1 (“Two”) stands in an element Link, and not so in the parent tree",
    ]


def test_content_in_no_element_is_told():
    pdf = agreeing()
    pdf.Root.StructTreeRoot.K = pdf.Root.StructTreeRoot.K[1]

    assert disagreements(pdf) == ["page 1: content 0 (“One”) stands in no element"]


def test_an_annotation_whose_entry_is_another_is_told():
    pdf = agreeing()
    pdf.pages[0].Annots[0].StructParent = 0

    assert disagreements(pdf) == [
        "page 1: an annotation Link stands in an element Link, and not so in the parent tree"
    ]


def test_an_annotation_in_no_element_is_told():
    pdf = agreeing()
    annotate(pdf, 0, Subtype=Name.Link)

    assert disagreements(pdf) == ["page 1: an annotation Link stands in no element"]


def test_an_element_under_another_than_it_says_is_told():
    pdf = agreeing()
    first, second = pdf.Root.StructTreeRoot.K
    first.P = second

    assert disagreements(pdf) == ["an element P stands under another than it says"]


def test_pages_without_an_entry_of_the_parent_tree_are_told():
    pdf = agreeing()
    del pdf.pages[0].obj.StructParents

    assert disagreements(pdf) == ["page 1 has no entry in the parent tree"]


def test_a_file_without_a_parent_tree_is_told():
    pdf = agreeing()
    del pdf.Root.StructTreeRoot.ParentTree

    assert disagreements(pdf) == ["the tags have no parent tree"]


def test_annotations_that_are_not_tabbed_through_as_they_are_read_are_told():
    pdf = pdf_of(b"")
    one, two = (
        annotate(pdf, 0, Subtype=Name.Widget, T=String(name), FT=Name.Tx, StructParent=n)
        for n, name in enumerate(("one", "two"))
    )
    forms = [element(pdf, "Form", [objr(each)]) for each in (two, one)]
    tag(pdf, *forms)
    pdf.Root.StructTreeRoot.ParentTree.Nums = Array([0, forms[1], 1, forms[0]])

    assert disagreements(pdf) == [
        "page 1 has annotations and does not say that the tab key follows the tags",
        "page 1 lists its annotations in another order than the tags",
    ]
