"""Runs and paragraphs: appearance, language, links, lists in lists."""

from __future__ import annotations

import pytest

from deckbuild.model.document import Heading, TextBlock
from deckbuild.model.text import Link, Paragraph, Run, Text, plain
from tests.unit.render_html.specimen import Element, main, words


def html(*text: Paragraph, listed: bool = False, language: str = "en-GB") -> Element:
    """Return the `main` of a page with a text under a heading with the anchor `beans/sow`."""
    head = Heading(2, plain("Sowing"), "beans/sow")
    return main(head, TextBlock(text, listed=listed), language=language)


def outline(element: Element) -> list[object]:
    """Return lists as nested Python lists: name, then texts and lists of each entry."""
    out: list[object] = [element.tag]
    for entry in (each for each in element.kids if isinstance(each, Element)):
        inner = [each for each in entry.kids if isinstance(each, Element) and each.tag in ("ul", "ol")]
        own = "".join(
            each if isinstance(each, str) else "" if each in inner else f"({each.text})"
            for each in entry.kids
        )
        own = own.replace("\n", "")
        out.append([own, *(outline(each) for each in inner)] if inner else own)
    return out


def test_runs_become_the_elements_of_their_appearance():
    runs = (
        Run("a", bold=True),
        Run("b", italic=True),
        Run("1"),
        Run("st", baseline="super"),
        Run("2", baseline="sub"),
    )
    (made,) = html(Paragraph(runs)).all("p")
    assert [(each.tag, each.text) for each in made.all()] == [
        ("strong", "a"),
        ("em", "b"),
        ("sup", "st"),
        ("sub", "2"),
    ]
    assert made.text == "ab1st2"


def test_runs_of_one_link_stand_in_one_link():
    link = Link("https://example.org")
    runs = (Run("See "), Run("the ", link=link), Run("guide", bold=True, link=link), Run("."))
    made = html(Paragraph(runs))
    assert [(each.text, each.attributes["href"]) for each in made.all("a")] == [
        ("the guide", "https://example.org")
    ]


@pytest.mark.parametrize(
    ("target", "href"),
    [
        ("slide:beans/sow", "#beans/sow"),
        ("#beans/sow", "#beans/sow"),
        ("HTTPS://example.org/?a=1&b=2", "HTTPS://example.org/?a=1&b=2"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("tel:+441905", "tel:+441905"),
    ],
)
def test_links_lead_to_pages_people_and_places_on_the_page(target: str, href: str):
    (link,) = html(words("there", link=target)).all("a")
    assert link.attributes["href"] == href


@pytest.mark.parametrize(
    "target",
    [
        "slide:peas/sow",
        "#nowhere",
        "javascript:alert(1)",
        "java\nscript:alert(1)",
        "JavaScript:https://example.org",
        " https://example.org",
        "https://example.org/a b",
        'https://example.org/"onclick=x',
        "data:text/html,x",
        "file:///etc/passwd",
        "//example.org",
    ],
)
def test_a_link_to_anything_else_stays_plain_words(target: str):
    made = html(words("there", link=target))
    assert (made.all("a"), made.all("p")[0].text) == ([], "there")


def test_a_run_in_another_language_says_so_and_turns_where_it_is_written_the_other_way():
    made = html(words("Bore da", lang="cy"), words("שלום", lang="he"), words("Good day", lang="en-GB"))
    spans = [each.attributes for each in made.all("span")]
    assert spans == [{"lang": "cy"}, {"lang": "he", "dir": "rtl"}]


def test_a_page_in_a_language_written_from_the_right_turns_its_english_runs():
    made = html(words("Good day", lang="en"), language="ur")
    assert made.one("span").attributes == {"lang": "en", "dir": "ltr"}


LISTS: list[tuple[Text, bool, list[object]]] = [
    (
        (
            words("a", level=1, marker="bullet"),
            words("b", level=2, marker="bullet"),
            words("c", level=1, marker="bullet"),
        ),
        False,
        ["ul", ["a", ["ul", "b"]], "c"],
    ),
    ((words("a"), words("b", level=1), words("c")), True, ["ul", ["a", ["ul", "b"]], "c"]),
    ((words("a", level=1, marker="number"), words("b", level=1, marker="none")), False, ["ol", "(a)(b)"]),
    ((words("a"), words("b", level=1, marker="none"), words("c")), True, ["ul", "(a)(b)", "c"]),
    (
        (words("a"), words("b", level=1, marker="none"), words("c", level=2, marker="bullet"), words("d")),
        True,
        ["ul", ["(a)(b)", ["ul", "c"]], "d"],
    ),
    (
        (words("a"), words("b", level=1, marker="bullet"), words("c", level=1, marker="none"), words("d")),
        True,
        ["ul", ["a", ["ul", "(b)(c)"]], "d"],
    ),
    ((words("a", level=3),), False, ["ul", "a"]),
    (
        (
            words("a", level=1, marker="number"),
            words("b", level=3, marker="bullet"),
            words("c", level=2, marker="bullet"),
        ),
        False,
        ["ol", ["a", ["ul", "b", "c"]]],
    ),
]


@pytest.mark.parametrize(("text", "listed", "expected"), LISTS)
def test_marked_paragraphs_stand_in_lists_in_lists(text: Text, listed: bool, expected: list[object]):
    made = html(*text, listed=listed)
    top = next(each for each in made.all("ul", "ol"))
    assert outline(top) == expected


def test_where_numbers_follow_bullets_a_new_list_begins():
    made = html(words("a", marker="bullet"), words("b", marker="number"), words("c"))
    assert [(each.tag, each.text) for each in made.all("ul", "ol", "p")] == [
        ("ul", "a"),
        ("ol", "b"),
        ("p", "c"),
    ]


def test_a_label_runs_in_before_a_paragraph_and_stands_over_a_list():
    before = main(TextBlock((words("Why?"),), label="Ask"))
    over = main(TextBlock((words("Why?"),), listed=True, label="Ask"))
    assert [each.text for each in before.all("p")] == ["Ask Why?"]
    assert [(each.tag, each.text) for each in over.all("p", "li")] == [("p", "Ask"), ("li", "Why?")]
