"""The form for people: place, message, source line, second places, hints."""

import pytest

from deckbuild.diagnostics import Diagnostic, Place, SourceMap, error
from deckbuild.diagnostics.emit import render
from deckbuild.model.origin import Origin
from deckbuild.read.nodes import parse
from tests.unit.diagnostics.given import BRAND, COMMAND, DOCUMENT, FIELD, LINE, OUTPUT, TWICE, places


@pytest.mark.parametrize(
    ("finding", "expected"),
    [
        (
            BRAND,
            f"""\
{DOCUMENT}:2:8: error[DB161]: there is no brand “plane”
     2 | brand: plane
       |        ^^^^^
  hint: Write `plain`.""",
        ),
        (
            TWICE,
            f"""\
{DOCUMENT}:5:21: error[DB206]: the slide “words” stands in the session twice
     5 |     slides: [words, words]
       |                     ^^^^^
  note: {DOCUMENT}:5:14: the first call
     5 |     slides: [words, words]
       |              ^^^^^
  hint: Take one of the two calls out.""",
        ),
        (
            FIELD,
            f"""\
{DOCUMENT}:6:5: error[DB110]: the part has no field `text`
     6 |   - text: |
       |     ^^^^
  hint: Write `title`.""",
        ),
        (
            LINE,
            f"""\
{DOCUMENT}:8:7: warning[DB301]: the text needs 50% more room:
it is long
     8 |       Another line.
       |       ^^^^^^^^^^^^^""",
        ),
        (OUTPUT, "output/year.pptx:slide 3: error[DB402]: slide 3 is missing"),
        (COMMAND, "deckbuild: error[DB504]: there is no format “ppt”\n  hint: Write `pptx`."),
    ],
)
def test_a_finding_shows_place_message_source_line_second_place_and_hint(finding: Diagnostic, expected: str):
    assert render([finding], places(), "text") == expected


def test_findings_stand_in_the_order_of_their_places_with_a_blank_line_between():
    text = render([TWICE, BRAND, COMMAND], places(), "text")

    assert [each.split(": ")[1] for each in text.split("\n\n")] == [
        "error[DB504]",
        "error[DB161]",
        "error[DB206]",
    ]


def test_a_finding_of_many_decks_stands_once_with_their_names():
    def of(deck: str) -> Diagnostic:
        return Diagnostic("DB205", "error", "the link leads nowhere", Origin(""), deck=deck)

    decks = [of(f"year/{name}") for name in "hgfedcba"]

    assert render(decks, places(), "text").splitlines() == [
        "deckbuild: error[DB205]: the link leads nowhere",
        "  found in year/a, year/b, year/c, year/d, year/e, year/f and 2 more",
    ]


def test_a_long_line_is_cut_around_the_fault():
    source_map = SourceMap()
    parse("s.yaml", f'title: [{"x, " * 100}"here", {"y, " * 100}]\n'.encode(), source_map, [])
    line, under = render(
        [error("DB124", "empty", Origin("s.yaml", ("title", 100)))], source_map, "text"
    ).splitlines()[1:]

    assert (line[9], line[-1]) == ("…", "…")
    assert line[under.index("^") :].startswith('"here"')
    assert under.count("^") == len('"here"')


def test_wide_letters_and_marks_do_not_shift_the_caret():
    source_map = SourceMap()
    source_map.add("s.yaml", "[日本, e\u0301, here]\n", dict)
    found = error("DB101", "x", source_map.mark("s.yaml", Place(1, 10)))
    under = render([found], source_map, "text").splitlines()[-1]

    assert under == "       | " + " " * len("[aabb, e, ") + "^"


def test_without_findings_the_text_is_empty():
    assert render([], places(), "text") == ""
