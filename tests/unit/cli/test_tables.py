"""Tables in a pipe."""

from deckbuild.cli.tables import aligned


def test_cells_of_a_column_begin_at_one_place():
    assert aligned([["id", "title"], ["a", "First"], ["long-id", "Second"]]) == [
        "id       title",
        "a        First",
        "long-id  Second",
    ]


def test_numbers_end_at_one_place():
    assert aligned([["id", "minutes"], ["a", "5"], ["b", "120"]], right=[1]) == [
        "id  minutes",
        "a         5",
        "b       120",
    ]


def test_no_line_ends_with_spaces():
    assert aligned([["a", ""], ["long", "b"]]) == ["a", "long  b"]


def test_no_rows_give_no_lines():
    assert aligned([]) == []
