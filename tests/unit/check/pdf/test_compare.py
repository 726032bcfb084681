"""Two trees are compared step by step: each difference is told once, with page, element and words."""

import pytest

from deckbuild.check.pdf.compare import MOST, tree_faults
from deckbuild.check.pdf.tags import Content, Filled, Tag, Words, settled


def p(text: str, role: str = "P", **entries: str) -> Tag:
    return Tag(role, (Words(text, "en-GB", page=3),), page=3, **entries)


def document(*content: Content) -> tuple[Content, ...]:
    return (Tag("Document", content),)


WANTED = document(
    p("Aims", "H1"), p("One"), p("Two"), p("A bar chart", "Figure", alt="Bars", language="en-GB")
)


@pytest.mark.parametrize(
    ("found", "faults"),
    [
        (document(*WANTED[0].content), []),
        (
            document(p("Aims", "P"), *WANTED[0].content[1:]),
            [("DB412", "page 3: Document P: (“Aims”) should be H1")],
        ),
        (
            document(p("Aims", "H1"), p("Two"), p("One"), WANTED[0].content[3]),
            [
                ("DB404", "page 3: Document P: the text should be “One” and is “Two”"),
                ("DB404", "page 3: Document P: the text should be “Two” and is “One”"),
            ],
        ),
        (
            document(p("Aims", "H1"), p("One"), WANTED[0].content[3]),
            [
                ("DB412", "page 3: Document P: an element P (“Two”) is missing"),
                ("DB404", "page 3: Document P: the text “Two” is missing"),
            ],
        ),
        (
            document(p("Aims", "H1"), p("Ons"), *WANTED[0].content[2:]),
            [("DB404", "page 3: Document P: the text should be “One” and is “Ons”")],
        ),
        (
            document(*WANTED[0].content[:3], p("A bar chart", "Figure")),
            [("DB411", "page 3: Document Figure: the alternative text should be “Bars” and is “”")],
        ),
    ],
)
def test_each_difference_is_told_with_its_place(found: tuple[Content, ...], faults: list[tuple[str, str]]):
    assert sorted(tree_faults(WANTED, found)) == sorted(faults)


def test_words_that_lead_elsewhere_or_are_in_another_language_are_told():
    wanted = (Tag("P", (Words("here", "en-GB", "https://a.org", 1),)),)
    found = (Tag("P", (Words("here", "cy", "https://b.org", 1),)),)

    assert list(tree_faults(wanted, found)) == [
        ("DB407", "page 1: P: “here” should lead to https://a.org and leads to https://b.org"),
        ("DB412", "page 1: P: “here” should be in the language en-GB, and is in cy"),
    ]


def test_a_field_is_told_by_what_it_has_otherwise():
    wanted = (Tag("Form", (Filled("agency", "text", "Agency", "Board", required=True),)),)
    found = (Tag("Form", (Filled("agency", "text", "", "Board", required=False, page=2),)),)

    assert list(tree_faults(wanted, found)) == [
        (
            "DB413",
            "page 2: the field agency should have the label 'Agency', not ''; the required True, not False",
        )
    ]


def test_of_a_tree_that_is_quite_another_the_first_differences_are_told_and_how_many_more():
    wanted = tuple(p(f"Paragraph {n}") for n in range(40))
    faults = list(tree_faults(wanted, tuple(p(f"Other {n}") for n in range(40))))

    assert len(faults) == MOST + 1
    assert faults[-1][1] == f"the tags differ in {40 - MOST} more places"


def one(text: str, language: str = "en") -> Words:
    return Words(text, language)


@pytest.mark.parametrize(
    ("pieces", "heard"),
    [
        ([one("One "), one("two")], [one("One two")]),
        ([one(" One"), one(" two ")], [one("One two")]),
        ([one("One"), one("two")], [one("Onetwo")]),
        ([one("One "), one(" "), one(" two")], [one("One two")]),
        ([one("One\u00a0\u00a0two\u2011three")], [one("One two-three")]),
        ([one("co\u00adop")], [one("coop")]),
        ([one("Say "), one("bore da ", "cy"), one("now")], [one("Say"), one(" bore da", "cy"), one(" now")]),
        ([one("")], []),
        ([one("One "), Tag("L"), one(" two")], [one("One"), Tag("L"), one("two")]),
    ],
)
def test_neighbouring_words_of_one_language_are_heard_as_one(pieces: list[Content], heard: list[Content]):
    assert list(settled(pieces)) == heard
