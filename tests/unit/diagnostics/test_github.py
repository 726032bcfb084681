"""Workflow commands of GitHub Actions, with what they escape."""

from deckbuild.diagnostics.emit import render
from tests.unit.diagnostics.given import BRAND, COMMAND, LINE, OUTPUT, TWICE, places

FILE = "decks/sessions/year%2C 1%25.yaml"


def test_a_finding_is_a_command_with_file_line_column_and_title():
    assert render([BRAND], places(), "github") == (
        f"::error file={FILE},line=2,col=8,endColumn=13,title=DB161 unknown brand"
        "::there is no brand “plane”%0Ahint: Write `plain`."
    )


def test_a_second_place_stands_in_the_message():
    assert "%0Anote: decks/sessions/year, 1%25.yaml:5:14: the first call%0A" in render(
        [TWICE], places(), "github"
    )


def test_percent_signs_and_line_ends_are_escaped():
    message = render([LINE], places(), "github").partition("::the text")[2]

    assert message == " needs 50%25 more room:%0Ait is long"


def test_what_is_no_text_file_has_no_file_to_annotate():
    assert render([OUTPUT, COMMAND], places(), "github").splitlines() == [
        "::error title=DB504 unknown format::there is no format “ppt”%0Ahint: Write `pptx`.",
        "::error title=DB402 slides differ::slide 3 is missing",
    ]
