"""The changes of a profile, as they are written."""

from pathlib import Path

import pytest

from deckbuild.model.source import Change
from tests.unit.read.given import MODULE, faults, read

SECOND = MODULE.replace("  first:", "  second:")


def profile(*changes: str) -> dict[str, str]:
    lines = "".join(f"    - {{{each}}}\n" for each in changes)
    return {
        "decks/modules/more.yaml": SECOND,
        "decks/profiles/everyone.yaml": f"agency: Everyone\nchanges:\n  year:\n{lines}",
    }


def test_each_kind_of_change_is_read_in_its_order(tmp_path: Path):
    written = (
        "replace: words/first, with: more/second, why: a",
        "insert: more/second, before: words/first, why: b",
        "insert: more, after: words, why: c",
        "omit: words, why: d",
        "add: more/second, to: Words, why: e",
        "add: more/second, why: f",
    )
    it, found = read(tmp_path, profile(*written))
    changes = it.profiles["everyone"].changes["year"]

    assert found == []
    assert [each.why for each in changes] == ["a", "b", "c", "d", "e", "f"]
    origin = changes[4].origin
    assert changes[0] == Change("replace", "words/first", "a", changes[0].origin, with_="more/second")
    assert changes[4] == Change("add", "more/second", "e", origin, to="Words")
    assert (origin.path, it.places.place(origin)) == (("changes", "year", 4), (8, 7))


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ("why: a", "7 DB111"),
        ("omit: words", "7 DB111"),
        ("omit: words, add: more, why: a", "21 DB116"),
        ("replace: words, why: a", "7 DB111"),
        ("insert: more, why: a", "7 DB111"),
        ("insert: more, before: words, after: words, why: a", "37 DB116"),
        ("omit: words, with: more, why: a", "21 DB116"),
        ("add: more, after: words, why: a", "19 DB116"),
        ("omit: words/First, why: a", "14 DB115"),
    ],
)
def test_a_change_that_is_not_one_thing_is_found(tmp_path: Path, change: str, expected: str):
    assert faults(tmp_path, profile(change)) == [f"everyone.yaml:4:{expected}"]
