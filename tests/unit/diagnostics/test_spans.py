"""Where values stand, and how much of their line they take."""

import pickle

import pytest

from deckbuild.diagnostics import Diagnostic, Place, SourceMap
from deckbuild.model.origin import Origin
from deckbuild.read.nodes import parse

TEXT = """\
title: A year in the garden
quoted: "in twelve months"  # a comment
long: it runs
  over two lines
list: [one, two]
block: |
  a line
  another
alias: &name value
same: *name
"""


def source_map() -> SourceMap:
    made, faults = SourceMap(), list[Diagnostic]()
    parse("s.yaml", TEXT.encode(), made, faults)
    assert faults == []
    return made


@pytest.mark.parametrize(
    ("path", "key", "marked"),
    [
        (("title",), False, "A year in the garden"),
        (("title",), True, "title"),
        (("quoted",), False, '"in twelve months"'),
        (("long",), False, "i"),
        (("list",), False, "["),
        (("list", 1), False, "two"),
        (("block",), False, "|"),
        (("block", 1), False, "another"),
        (("alias",), False, "&name value"),
        (("same",), False, "*name"),
        (("same", "below"), False, "*name"),
        (("nothing",), False, "t"),
    ],
)
def test_a_place_has_the_width_of_its_value_or_key(path: tuple[str | int, ...], key: bool, marked: str):
    places = source_map()
    origin = Origin("s.yaml", path, key=key)
    place = places.place(origin)
    assert place is not None
    line = places.line("s.yaml", place.line)

    assert line[place.column - 1 :][: places.width(origin)] == marked


def test_a_document_that_is_not_known_has_no_place():
    assert source_map().place(Origin("other.yaml")) is None
    assert source_map().width(Origin("other.yaml")) == 1


@pytest.mark.parametrize(
    ("path", "word", "place"),
    [
        (("title",), "garden", (1, 22)),
        (("long",), "over", (4, 3)),
        (("block",), "another", (8, 3)),
        (("block", 0), "line", (7, 5)),
        (("block", 1), "line", (8, 3)),
        (("title",), "twelve", (1, 8)),
    ],
)
def test_a_word_has_a_place_of_its_own_where_it_stands_in_the_value(
    path: tuple[str | int, ...], word: str, place: tuple[int, int]
):
    assert source_map().place(Origin("s.yaml", path), word) == place


def test_a_word_has_its_own_width():
    assert source_map().width(Origin("s.yaml", ("title",)), "garden") == len("garden")


def test_an_excerpt_of_a_map_says_of_its_places_what_the_map_says():
    whole, part = source_map(), SourceMap()
    mark = whole.mark("s.yaml", Place(3, 2))
    asked = [(Origin("s.yaml", ("title",)), "year"), (Origin("s.yaml", ("block", 1)), ""), (mark, "")]

    part.adopt(pickle.loads(pickle.dumps(whole.excerpt(asked))))

    for origin, word in asked:
        place = whole.place(origin, word)
        assert place is not None
        assert part.place(origin, word) == place
        assert part.width(origin, word) == whole.width(origin, word)
        assert part.is_mark(origin) == whole.is_mark(origin) == (origin == mark)
        assert part.line("s.yaml", place.line) == whole.line("s.yaml", place.line) != ""
    assert part.place(Origin("s.yaml", ("list",))) is None
