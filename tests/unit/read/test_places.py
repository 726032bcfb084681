"""Every key and value of a YAML text has a place, found only when it is wanted."""

from deckbuild.read.places import spans

TEXT = """\
title: One
slides:
  first:
    items:
      - a
      -  b
      - {text: c, items: [d, e]}
    say: |
      words
  second: {}
"""


def test_each_value_and_key_has_its_place():
    found = spans(TEXT)
    assert {path: span.value for path, span in found.items()} == {
        (): (1, 1),
        ("title",): (1, 8),
        ("slides",): (3, 3),
        ("slides", "first"): (4, 5),
        ("slides", "first", "items"): (5, 7),
        ("slides", "first", "items", 0): (5, 9),
        ("slides", "first", "items", 1): (6, 10),
        ("slides", "first", "items", 2): (7, 9),
        ("slides", "first", "items", 2, "text"): (7, 16),
        ("slides", "first", "items", 2, "items"): (7, 26),
        ("slides", "first", "items", 2, "items", 0): (7, 27),
        ("slides", "first", "items", 2, "items", 1): (7, 30),
        ("slides", "first", "say"): (8, 10),
        ("slides", "second"): (10, 11),
    }
    assert [
        found[path].key for path in (("title",), ("slides", "first"), ("slides", "first", "items", 0))
    ] == [
        (1, 1),
        (3, 3),
        None,
    ]


def test_what_stands_before_a_fault_has_its_place():
    assert spans("a: 1\nb: [2\nc: 3\n")[("a",)].value == (1, 4)
