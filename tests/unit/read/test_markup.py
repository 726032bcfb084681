"""Markdown becomes paragraphs, lists and runs; what has no place on a slide is a fault, never lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckbuild.diagnostics import Diagnostic
from deckbuild.model.origin import Origin
from deckbuild.model.text import Link, Paragraph, Run, Text
from deckbuild.read import markup

HERE = Origin("m.yaml", ("text",))


def blocks(text: str) -> Text:
    found: list[Diagnostic] = []
    made = markup.blocks(text, HERE, found)
    assert found == []
    return made


def faults(text: str) -> list[tuple[str, tuple[str | int, ...]]]:
    found: list[Diagnostic] = []
    markup.blocks(text, HERE, found)
    return [(each.code, each.origin.path[1:]) for each in found]


def line_faults(text: str) -> list[str]:
    found: list[Diagnostic] = []
    markup.line(text, HERE, found)
    return [each.code for each in found]


def shape(text: Text) -> list[tuple[str, int, str]]:
    return [(each.text, each.level, each.marker) for each in text]


def test_a_line_end_within_a_paragraph_is_a_space_and_a_blank_line_ends_it():
    assert blocks("One\nand more.\n\nTwo.\n") == (
        Paragraph((Run("One and more."),), origin=HERE),
        Paragraph((Run("Two."),), origin=HERE.at(3)),
    )


def test_lists_are_a_level_deeper_than_what_is_around_them():
    text = "Before\n\n- one\n- two\n  1. first\n  2. second\n\nAfter\n"
    assert shape(blocks(text)) == [
        ("Before", 0, "style"),
        ("one", 1, "bullet"),
        ("two", 1, "bullet"),
        ("first", 2, "number"),
        ("second", 2, "number"),
        ("After", 0, "style"),
    ]


def test_a_second_paragraph_of_an_entry_is_not_marked():
    assert shape(blocks("- one\n\n  more\n- two\n")) == [
        ("one", 1, "bullet"),
        ("more", 1, "none"),
        ("two", 1, "bullet"),
    ]


def test_paragraphs_know_the_line_of_the_text_that_they_begin_on():
    made = blocks("*One*\n\n- two\n- three\n  wrapped\n\nfour\n")
    assert [each.origin.path[1:] for each in made] == [(), (2,), (3,), (6,)]


def test_a_line_may_look_like_the_beginning_of_a_numbered_list():
    found: list[Diagnostic] = []
    made = markup.line("1. Introduction to *this*\n", HERE, found)
    assert (made.text, found) == ("1. Introduction to this", [])


@pytest.mark.parametrize("text", ["# Title", "- entry", "> words", "one\n\ntwo", "```\ncode"])
def test_a_line_holds_no_blocks(text: str):
    assert "DB122" in line_faults(text)


def test_a_backslash_makes_a_sign_stand_for_itself():
    found: list[Diagnostic] = []
    assert (markup.line(r"\# 5 \*stars\*", HERE, found).text, found) == ("# 5 *stars*", [])


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("# Heading\n", (0,)),
        ("words\n\nHeading\n=======\n", (2,)),
        ("words\n\n```\ncode\n```\n", (2,)),
        ("words\n\n    code\n", (2,)),
        ("> words\n", (0,)),
        ("words\n\n---\n", (2,)),
        ("| a | b |\n|---|---|\n| 1 | 2 |\n", (0,)),
        ("3. three\n", (0,)),
        ("one\n![alt](a.png)\n", (1,)),
        ("one\ntwo `code`\n", (1,)),
        ("~~gone~~\n", (0,)),
        ("one  \ntwo\n", (0,)),
        ("one\\\ntwo\n", (0,)),
        ("one <br> two\n", (0,)),
        ("<div>\nwords\n</div>\n", (0,)),
        ("<!-- note --> words\n", (0,)),
        ('[words](https://example.org "title")\n', (0,)),
        ("x<sup>2\n", (0,)),
        ("x</sup> y\n", (0,)),
        ("x<sup><sub>2</sub></sup>\n", (0,)),
    ],
)
def test_markup_that_slides_do_not_have_is_found_on_its_line(text: str, line: tuple[int, ...]):
    assert ("DB120", line) in faults(text)


def test_what_is_refused_does_not_hide_what_follows():
    text = "# Heading\n\n> quoted `code`\n\n- one\n\n***\n\nlast <b>bold</b>\n"
    assert faults(text) == [
        ("DB120", (0,)),
        ("DB120", (2,)),
        ("DB120", (6,)),
        ("DB120", (8,)),
        ("DB120", (8,)),
    ]


def test_a_definition_of_a_link_is_text_like_any_other():
    assert shape(blocks("[Note]: see *below*\n")) == [("[Note]: see below", 0, "style")]


def test_lists_deeper_than_a_deck_can_show_are_refused():
    deep = "".join(f"{'  ' * n}- {n}\n" for n in range(9))
    assert ("DB120", (8,)) in faults(deep)
    assert faults("".join(f"{'  ' * n}- {n}\n" for n in range(8))) == []


@pytest.mark.parametrize(("text", "line"), [("", ()), ("  \n", ()), ("- one\n-\n- three\n", (1,))])
def test_an_empty_text_is_found(text: str, line: tuple[int, ...]):
    assert faults(text) == [("DB124", line)]


def test_an_empty_line_is_found():
    assert line_faults("  \n") == ["DB124"]


words = st.text("aB1 .,:;’“(!?)\"'/%–é\n{}€", min_size=1, max_size=60)
"""Letters that mean nothing to Markdown, in any order."""
lines = st.lists(
    st.sampled_from(["word", "Two words.", "1", "- a", "2. b", "{{ a.b }}", "", "=", ": c", "# d", "x  "])
)


marked = st.lists(
    st.sampled_from(("**", "*", "word", "Wörter", " ", ".", ",", "(", "”", "1", "\n", "{{ a }}", "- ", "é"))
).map("".join)
"""Where asterisks may open, close, or do neither."""


def test_simple_bold_is_read_without_the_parser():
    quick = markup._plain("Local boards **need to** check\n**Agree** again.", HERE, [])
    assert quick is not None
    assert [(run.text, run.bold) for run in quick[0].runs] == [
        ("Local boards ", False),
        ("need to", True),
        (" check ", False),
        ("Agree", True),
        (" again.", False),
    ]


@settings(max_examples=1000, deadline=None)
@given(text=words | lines.map("\n".join) | marked)
def test_plain_text_is_read_as_markdown_reads_it(text: str):
    plain: list[Diagnostic] = []
    quick = markup._plain(text, HERE, plain)
    if quick is not None:
        slow: list[Diagnostic] = []
        assert quick == markup._Blocks(HERE, slow).take(markup._parser().parse(text))
        assert [each.code for each in plain] == [each.code for each in slow]


def test_links_keep_the_appearance_of_their_words():
    assert blocks("See [the **long** page](https://example.org/a)\n")[0].runs == (
        Run("See "),
        Run("the ", link=Link("https://example.org/a")),
        Run("long", bold=True, link=Link("https://example.org/a")),
        Run(" page", link=Link("https://example.org/a")),
    )
