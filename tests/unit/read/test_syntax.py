"""What libyaml says becomes what an author can use."""

import pytest

from deckbuild.diagnostics import Diagnostic, SourceMap
from deckbuild.diagnostics.emit import text_form
from deckbuild.read.nodes import parse


def said(text: str) -> str:
    places, found = SourceMap(), list[Diagnostic]()
    parse("a.yaml", text.encode(), places, found)
    return text_form(found, places)


def test_a_quotation_mark_that_is_not_closed_is_shown_where_it_opens():
    assert said('title: A\nnote: "open\nmore: words\n') == (
        "a.yaml:2:7: error[DB101]: the file cannot be read as YAML: a quotation mark is not closed\n"
        '     2 | note: "open\n'
        "       |       ^\n"
        "  note: a.yaml:4:1: reading stopped here\n"
        "  hint: Close what is opened here."
    )


def test_a_colon_in_a_text_is_shown_where_it_stands():
    assert said("title: Abuse: neglect\n") == (
        "a.yaml:1:13: error[DB101]: the file cannot be read as YAML:"
        " a colon and a space stand where no value can begin\n"
        "     1 | title: Abuse: neglect\n"
        "       |             ^\n"
        "  hint: Put the text in quotation marks: a colon and a space begin a value."
    )


@pytest.mark.parametrize("text", ["a:\n\tb: c\n", "a:\n  - b\n\t- c\n", "a: |\n\tb\n"])
def test_tabs_are_called_by_their_name(text: str):
    assert "a tab stands in the indentation; wanted spaces" in said(text)


def test_words_of_libyaml_that_are_not_known_are_passed_on():
    assert "found duplicate %YAML directive" in said("%YAML 1.1\n%YAML 1.1\n--- a\n")


def test_a_bracket_open_at_the_end_of_the_file_is_said_to_be_open():
    assert "the file ends before a bracket or brace is closed" in said("title: [a,\n")
