"""Findings are printed like a compiler's, once each, in one order."""

import json
from dataclasses import replace

import pytest

from deckbuild.diagnostics import Place, SourceMap, Span, error, warning
from deckbuild.diagnostics.emit import group, json_objects, order, summary, text_form
from deckbuild.model.origin import NOWHERE, Origin

TITEL = Origin("decks/m.yaml", ("titel",), key=True)
ITEM = Origin("decks/m.yaml", ("items", 0))


@pytest.fixture
def places() -> SourceMap:
    made = SourceMap()
    spans = {
        (): Span(Place(1, 1)),
        ("titel",): Span(Place(1, 8), Place(1, 1)),
        ("items", 0): Span(Place(3, 5)),
        ("wide",): Span(Place(4, 6)),
        ("long",): Span(Place(5, 200)),
        ("tab",): Span(Place(6, 3)),
    }
    lines = ["titel: One", "items:", "  - two", "漢é́x: y", f"long: {'word ' * 60}", "\tx: y"]
    made.add("decks/m.yaml", "\n".join(lines), lambda: spans)
    return made


def test_a_finding_shows_its_line_what_belongs_to_it_and_what_to_do(places: SourceMap):
    found = error("DB110", "no field `titel`", TITEL, ["Write `title`."], [(ITEM, "another place")])
    assert text_form([found], places) == (
        "decks/m.yaml:1:1: error[DB110]: no field `titel`\n"
        "     1 | titel: One\n"
        "       | ^^^^^\n"
        "  note: decks/m.yaml:3:5: another place\n"
        "     3 |   - two\n"
        "       |     ^\n"
        "  hint: Write `title`."
    )


def test_the_caret_stands_under_wide_and_combined_letters(places: SourceMap):
    shown = text_form([error("DB110", "x", Origin("decks/m.yaml", ("wide",)))], places).split("\n")
    assert shown[1:] == ["     4 | 漢é́x: y", "       |      ^"]


def test_a_tab_before_the_caret_stays_a_tab(places: SourceMap):
    shown = text_form([error("DB110", "x", Origin("decks/m.yaml", ("tab",)))], places).split("\n")
    assert shown[1:] == ["     6 | \tx: y", "       | \t ^"]


def test_a_long_line_is_cut_around_the_caret(places: SourceMap):
    _, line, caret = text_form([error("DB110", "x", Origin("decks/m.yaml", ("long",)))], places).split("\n")
    assert (line[9], line[-1], len(line)) == ("…", "…", 131)
    assert line[caret.index("^")] == f"long: {'word ' * 60}"[199]


def test_what_stands_in_no_text_is_named_as_far_as_it_goes(places: SourceMap):
    part = error("DB422", "no type", Origin("year.pptx", ("ppt/slides/slide1.xml",)))
    asked = error("DB160", "no session", NOWHERE)
    assert text_form([part, asked], places) == (
        "deckbuild: error[DB160]: no session\n\nyear.pptx:ppt/slides/slide1.xml: error[DB422]: no type"
    )


def test_the_order_is_that_of_the_files_and_places(places: SourceMap):
    found = [
        error("DB112", "b", ITEM),
        warning("DB111", "a", ITEM),
        error("DB112", "a", ITEM),
        error("DB111", "z", ITEM),
        error("DB110", "t", TITEL),
        error("DB101", "a", Origin("a.yaml")),
        error("DB160", "s", NOWHERE),
    ]
    expected = ["s", "a", "t", "z", "a", "b", "a"]
    assert [each.message for each in order(found, places)] == expected
    assert [each.message for each in order(reversed(found), places)] == expected


def test_the_same_finding_of_several_decks_is_told_once(places: SourceMap):
    found = error("DB301", "does not fit", ITEM)
    decks = [replace(found, deck=f"year/{name}") for name in ("b", "a", "b")]
    (one,) = group(decks)
    assert (one.diagnostic, one.decks, one.count) == (found, ("year/a", "year/b"), 3)
    assert text_form(decks, places).endswith("\n  found in year/a, year/b")


def test_of_many_decks_some_are_named(places: SourceMap):
    decks = [error("DB301", "does not fit", ITEM)] * 2
    assert text_form(decks, places).endswith("\n  found 2 times")
    many = [replace(decks[0], deck=f"year/{n}") for n in range(9)]
    assert text_form(many, places).endswith("year/4, year/5 and 3 more")


def test_machines_get_the_same_as_objects(places: SourceMap):
    found = error("DB110", "no field", TITEL, ["Write `title`."], [(ITEM, "there")])
    assert json.loads(json.dumps(json_objects([replace(found, deck="year/a"), found], places))) == [
        {
            "code": "DB110",
            "severity": "error",
            "message": "no field",
            "file": "decks/m.yaml",
            "line": 1,
            "column": 1,
            "path": ["titel"],
            "hints": ["Write `title`."],
            "related": [{"message": "there", "file": "decks/m.yaml", "line": 3, "column": 5}],
            "decks": ["year/a"],
            "count": 2,
        }
    ]


def test_machines_get_null_for_a_place_that_is_not_known(places: SourceMap):
    (found,) = json_objects([error("DB160", "no session", NOWHERE)], places)
    assert (found["file"], found["line"], found["column"], found["path"]) == (None, None, None, [])


def test_the_summary_counts_distinct_findings():
    one, two = error("DB110", "a", ITEM), error("DB110", "b", ITEM)
    assert summary([one, two, one, warning("DB210", "c", ITEM)]) == "2 errors, 1 warning"
    assert summary([one]) == "1 error"
    assert summary([]) == ""
