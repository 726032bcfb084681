"""An origin becomes a line and a column, or those of the nearest value around it."""

from collections.abc import Mapping

import pytest

from deckbuild.diagnostics import Place, SourceMap, Span
from deckbuild.diagnostics.spans import Path
from deckbuild.model.origin import NOWHERE, Origin

SPANS: Mapping[Path, Span] = {
    (): Span(Place(1, 1)),
    ("a",): Span(Place(1, 4), Place(1, 1)),
    ("a", 0): Span(Place(2, 5)),
    ("say",): Span(Place(3, 6), Place(3, 1), first_line=4),
}
TEXT = "a:\n  - x\nsay: |\n  one\n\n  three\n"


@pytest.fixture
def places() -> SourceMap:
    made = SourceMap()
    made.add("a.yaml", TEXT, lambda: SPANS)
    return made


@pytest.mark.parametrize(
    ("origin", "expected"),
    [
        (Origin("a.yaml"), (1, 1)),
        (Origin("a.yaml", ("a",)), (1, 4)),
        (Origin("a.yaml", ("a",), key=True), (1, 1)),
        (Origin("a.yaml", ("a", 0), key=True), (2, 5)),
        (Origin("a.yaml", ("a", 0, "b", "c")), (2, 5)),
        (Origin("a.yaml", ("a", "b"), key=True), (1, 4)),
        (Origin("a.yaml", ("z",)), (1, 1)),
        (Origin("a.yaml", ("say", 2)), (6, 3)),
        (Origin("b.yaml", ("a",)), None),
        (NOWHERE, None),
    ],
)
def test_an_origin_has_the_place_of_its_value_or_of_the_nearest_around_it(
    places: SourceMap, origin: Origin, expected: tuple[int, int] | None
):
    assert places.place(origin) == expected


def test_a_character_of_no_value_has_its_place(places: SourceMap):
    origin = places.mark("a.yaml", Place(5, 7))
    assert (origin.path, places.place(origin)) == (("line 5, column 7",), (5, 7))


def test_lines_are_counted_from_one(places: SourceMap):
    assert [places.line("a.yaml", number) for number in (0, 1, 4, 7, 8)] == ["", "a:", "  one", "", ""]
    assert places.line("b.yaml", 1) == ""


def test_nothing_is_looked_for_before_a_place_is_wanted():
    asked: list[str] = []

    def look() -> Mapping[Path, Span]:
        asked.append("now")
        return SPANS

    places = SourceMap()
    places.add("a.yaml", TEXT, look)
    assert asked == []
    places.place(Origin("a.yaml"))
    places.place(Origin("a.yaml", ("a",)))
    assert asked == ["now"]


def test_a_document_that_is_added_again_is_looked_at_again(places: SourceMap):
    places.place(Origin("a.yaml"))
    places.add("a.yaml", "b", lambda: {(): Span(Place(1, 2))})
    assert places.place(Origin("a.yaml")) == (1, 2)
    assert places.line("a.yaml", 1) == "b"
