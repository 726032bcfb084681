"""YAML bytes become plain values; what is no part of the language is found at its place."""

import tracemalloc

import pytest

from deckbuild.diagnostics import Diagnostic, SourceMap
from deckbuild.model.origin import Origin
from deckbuild.read.nodes import (
    MOST_DEPTH,
    MOST_ENTRIES,
    MOST_FAULTS,
    MOST_LETTERS,
    MOST_VALUES,
    Tree,
    parse,
)
from tests.unit.read.given import places as as_lines


def parsed(text: str | bytes) -> tuple[dict[str, Tree] | None, list[Diagnostic], SourceMap]:
    source_map, found = SourceMap(), list[Diagnostic]()
    data = text if isinstance(text, bytes) else text.encode()
    return parse("a.yaml", data, source_map, found), found, source_map


def tree(text: str | bytes) -> dict[str, Tree] | None:
    made, found, _ = parsed(text)
    assert found == []
    return made


def faults(text: str | bytes) -> list[str]:
    _, found, source_map = parsed(text)
    return as_lines(found, source_map)


def test_every_scalar_but_null_stays_the_text_that_was_written():
    written = "a: 1.0\nb: yes\nc: off\nd: true\ne: 2027-03-31\nf: 0o17\ng: 'null'\nh: 12:30\ni: 1_000\n"
    assert tree(written) == {
        "a": "1.0",
        "b": "yes",
        "c": "off",
        "d": "true",
        "e": "2027-03-31",
        "f": "0o17",
        "g": "null",
        "h": "12:30",
        "i": "1_000",
    }


@pytest.mark.parametrize("null", ["", "~", "null", "Null", "NULL"])
def test_a_missing_value_is_null(null: str):
    assert tree(f"a: {null}\n") == {"a": None}


def test_keys_are_text_too():
    assert tree("yes: a\n2016: b\nnull-ish: c\n") == {"yes": "a", "2016": "b", "null-ish": "c"}


def test_block_texts_are_folded_or_kept():
    assert tree("a: >\n  one\n  two\n\n  three\nb: |\n  one\n   two\n") == {
        "a": "one two\nthree\n",
        "b": "one\n two\n",
    }


def test_an_alias_stands_for_the_value_of_its_anchor():
    assert tree("a: &notes {x: [1, 2]}\nb: *notes\n") == {"a": {"x": ["1", "2"]}, "b": {"x": ["1", "2"]}}


def test_a_byte_order_mark_and_windows_line_ends_are_read_over():
    made, found, source_map = parsed(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n")
    assert (made, found) == ({"a": "1", "b": "2"}, [])
    assert source_map.place(Origin("a.yaml", ("b",))) == (2, 4)
    assert source_map.line("a.yaml", 2) == "b: 2"


def test_columns_count_letters_not_bytes():
    _, _, source_map = parsed("é😀: {x: ünï, y: z}\n")
    assert source_map.place(Origin("a.yaml", ("é😀", "y"))) == (1, 17)
    assert source_map.place(Origin("a.yaml", ("é😀", "y"), key=True)) == (1, 14)


def test_a_place_inside_an_alias_is_the_aliass():
    _, _, source_map = parsed("a: &x {b: 1}\nc: *x\n")
    assert source_map.place(Origin("a.yaml", ("c", "b"))) == (2, 4)


def test_a_line_of_a_literal_block_has_a_place_of_its_own():
    _, _, source_map = parsed("a:\n  b: |\n    one\n\n    two\n  c: >\n    one\n    two\n")
    assert source_map.place(Origin("a.yaml", ("a", "b"))) == (2, 6)
    assert source_map.place(Origin("a.yaml", ("a", "b", 2))) == (5, 5)
    assert source_map.place(Origin("a.yaml", ("a", "c", 1))) == (6, 6)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: b: c\n", "a.yaml:1:5 DB101"),
        ("a: 'open\nb: 1\n", "a.yaml:1:4 DB101"),
        ("a: [1, 2\nb: 1\n", "a.yaml:1:4 DB101"),
        ("a: {b: 1\n", "a.yaml:1:4 DB101"),
        ("a: 1\nnot a key\nb: 2\n", "a.yaml:2:1 DB101"),
        ("a:\n  - 1\n  b: 2\n", "a.yaml:3:3 DB101"),
        ("a: @home\n", "a.yaml:1:4 DB101"),
        ('a: "\\d"\n', "a.yaml:1:5 DB101"),
        ("a: !x!y z\n", "a.yaml:1:4 DB101"),
        ("a: 1\n]\n", "a.yaml:2:1 DB101"),
        ("a: - b\n", "a.yaml:1:4 DB101"),
        ("a: ,\n", "a.yaml:1:4 DB101"),
        ("%YAML\n", "a.yaml:1:6 DB101"),
        ("a:\n\tb: 1\n", "a.yaml:2:1 DB103"),
        ("a: 1\na: 2\n", "a.yaml:2:1 DB104"),
        ("s: {a: 1, b: 2, a: 3}\n", "a.yaml:1:17 DB104"),
        ("a: 1\n---\nb: 2\n", "a.yaml:2:1 DB105"),
        ("a: !!str 1\n", "a.yaml:1:4 DB106"),
        ("a: !!python/object/new:os.system [ls]\n", "a.yaml:1:4 DB106"),
        ("a: &x {b: 1}\nc:\n  <<: *x\n", "a.yaml:3:3 DB106"),
        ("? [a]\n: 1\n", "a.yaml:1:3 DB106"),
        ("~: 1\n", "a.yaml:1:1 DB106"),
        ("a: *x\n", "a.yaml:1:4 DB106"),
        ("a: &x [*x]\n", "a.yaml:1:8 DB106"),
        ("- a\n", "a.yaml:1:1 DB112"),
        ("just words\n", "a.yaml:1:1 DB112"),
        ("", "a.yaml:1:1 DB112"),
        ("# nothing\n", "a.yaml:1:1 DB112"),
        ('a: "\\x07"\n', "a.yaml:1:4 DB102"),
    ],
)
def test_what_is_no_part_of_the_language_is_found_at_its_place(text: str, expected: str):
    assert faults(text) == [expected]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("a: ü\n".encode("utf-16"), "a.yaml:1:1 DB102"),
        ("title: one\nb: für\n".encode("latin-1"), "a.yaml:2:5 DB102"),
        (b"a: x\0y\n", "a.yaml:1:5 DB102"),
        ("a: x\nb: y\u2028z\n".encode(), "a.yaml:2:5 DB102"),
        (b"a: " + b"x" * 4 * 1024 * 1024, "a.yaml DB107"),
    ],
)
def test_files_that_are_no_text_or_too_large_are_refused(data: bytes, expected: str):
    assert faults(data) == [expected]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("a: **bold** words\n", "Put the text in quotation marks."),
        ("a: *italic* words\n", "Put the text in quotation marks."),
        (
            "a: *italic words*\n",
            "Put a text that begins with “*” in quotation marks; an alias needs `&italic` before its value.",
        ),
        ("a: {{ agency.name }} edition\n", "Put a text that begins with “{{” in quotation marks."),
        ("a: [b\n", "Close what is opened here."),
    ],
)
def test_marks_of_markdown_that_mean_something_to_yaml_get_their_hint(text: str, hint: str):
    _, found, _ = parsed(text)
    assert [each.hints for each in found] == [(hint,)]


def test_a_second_key_tells_where_the_first_stands():
    _, found, source_map = parsed("x:\n  - a: 1\n    b: 2\n    a: 3\n")
    ((origin, _),) = found[0].related
    assert (as_lines(found, source_map), source_map.place(origin)) == (["a.yaml:4:5 DB104"], (2, 5))


def test_what_can_be_read_around_a_fault_is_read():
    assert faults("a: !!str 1\na: 2\nb: !!int 3\n") == [
        "a.yaml:1:4 DB106",
        "a.yaml:2:1 DB104",
        "a.yaml:3:4 DB106",
    ]


@pytest.mark.parametrize(("before", "after"), [("[", "]"), ("{a: ", "}"), ("- ", "")])
@pytest.mark.parametrize("depth", [MOST_DEPTH + 1, 100_000])
def test_deep_nesting_is_refused_without_deep_calls(before: str, after: str, depth: int):
    lead = "x:\n  " if before == "- " else "x: "
    found = faults(f"{lead}{before * depth}1{after * depth}\n")
    assert [each.rpartition(" ")[2] for each in found] == ["DB107"]


def test_the_deepest_nesting_that_is_allowed_is_read():
    assert faults(f"x: {'[' * (MOST_DEPTH - 1)}1{']' * (MOST_DEPTH - 1)}\n") == []


def test_aliases_of_aliases_do_not_fill_the_memory():
    laughs = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    tracemalloc.start()
    found = faults(laughs)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [each.rpartition(" ")[2] for each in found] == ["DB107"]
    assert peak < 1_000_000


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"a: 1\nb: {'x' * (MOST_LETTERS + 1)}\n", "a.yaml:2:4 DB107"),
        ("a:\n" + "- x\n" * (MOST_ENTRIES + 1), f"a.yaml:{MOST_ENTRIES + 2}:3 DB107"),
        ("".join(f"k{n}: 1\n" for n in range(MOST_ENTRIES + 1)), f"a.yaml:{MOST_ENTRIES + 1}:1 DB107"),
        ("".join(f"k{n}: [{'x, ' * 50}]\n" for n in range(MOST_VALUES // 50)), "a.yaml:1924:"),
    ],
)
def test_what_no_deck_needs_ends_the_reading(text: str, expected: str):
    (found,) = faults(text)
    assert found.startswith(expected)
    assert found.endswith("DB107")


def test_as_much_as_is_allowed_is_read():
    assert faults(f"a: {'x' * MOST_LETTERS}\nb: [{', '.join('x' * MOST_ENTRIES)}]\n") == []


def test_after_many_faults_the_rest_waits():
    found = faults("a: 1\n" * 100_000)
    assert found[:MOST_FAULTS] == [f"a.yaml:{n}:1 DB104" for n in range(2, MOST_FAULTS + 2)]
    assert found[MOST_FAULTS:] == [f"a.yaml:{MOST_FAULTS + 1}:1 DB107"]


def test_a_long_file_is_not_searched_beyond_the_place_where_reading_stopped():
    _, found, source_map = parsed("a: 1\n" + "- x\n" * 1_000_000)
    tracemalloc.start()
    assert as_lines(found, source_map) == ["a.yaml:2:1 DB101"]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 1_000_000
