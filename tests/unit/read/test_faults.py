"""A tree that is not as declared gives every fault at its place, in words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckbuild.diagnostics import Diagnostic, SourceMap
from deckbuild.layouts import LAYOUTS
from deckbuild.model.origin import Origin
from deckbuild.read.documents import BrandDoc, ModuleDoc, ReferencesDoc, SessionDoc, WorkspaceDoc
from deckbuild.read.faults import decode
from deckbuild.read.nodes import parse
from deckbuild.read.slides import slide_declaration
from tests.unit.read.given import BRAND, SESSION, at


def found(text: str, declaration: type = SessionDoc, noun: str = "the session") -> list[str]:
    """Return the faults of a document, a line each: place, code, message, hints."""
    source_map, faults = SourceMap(), list[Diagnostic]()
    tree = parse("s.yaml", text.encode(), source_map, faults)
    assert faults == []
    assert decode(tree, declaration, Origin("s.yaml"), noun, faults) is None
    return [
        f"{at(each.origin, source_map)} {each.code}: {each.message} | {' '.join(each.hints)}"
        for each in faults
    ]


def changed(old: str, new: str) -> str:
    assert old in SESSION
    return SESSION.replace(old, new)


def test_a_session_as_declared_is_decoded():
    faults: list[Diagnostic] = []
    tree = parse("s.yaml", SESSION.encode(), SourceMap(), faults)
    made = decode(tree, SessionDoc, Origin("s.yaml"), "the session", faults)
    assert (made.minutes if made else None, faults) == (60, [])


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "subtitle: In",
            "subtitel: In",
            "s.yaml:2:1 DB110: the session has no field `subtitel` | Write `subtitle`.",
        ),
        (
            "brand: plain\n",
            "",
            "s.yaml:1:1 DB111: the session lacks the field `brand` | Add `brand: …`.",
        ),
        (
            "minutes: 60",
            "minutes: an hour",
            "s.yaml:9:10 DB112: `minutes` wants a whole number, found “an hour” | Write a whole number.",
        ),
        (
            "minutes: 60",
            "minutes: 0",
            (
                "s.yaml:9:10 DB115: `minutes` wants a number over 0 up to 10000, found 0"
                " | Write a number over 0 up to 10000."
            ),
        ),
        (
            "title: A year in the garden",
            "title: [A, year]",
            "s.yaml:1:8 DB112: `title` wants a text, found a list | Write a text.",
        ),
        (
            "title: A year in the garden",
            "title:",
            "s.yaml:1:7 DB112: `title` wants a text, found nothing | Write a text.",
        ),
        (
            "title: A year in the garden",
            'title: ""',
            "s.yaml:1:8 DB124: `title` is an empty text | Write what it should say.",
        ),
        (
            "date: 2026-11-23",
            "date: 23 November 2026",
            (
                "s.yaml:6:7 DB115: `date` wants a date such as 2027-03-31, found “23 November 2026”"
                " | Write a date such as 2027-03-31."
            ),
        ),
        (
            "profiles: [everyone]",
            "profiles: everyone",
            (
                "s.yaml:10:11 DB112: `profiles` wants a list, found “everyone”"
                " | Write each entry on a line of its own, after “- ”."
            ),
        ),
        (
            "profiles: [everyone]",
            "profiles: []",
            "s.yaml:10:11 DB114: `profiles` wants 1 or more entries, found 0 | Add entries.",
        ),
        (
            "profiles: [everyone]",
            "profiles: [everyone, All Schools]",
            (
                "s.yaml:10:22 DB115: entry 2 of `profiles` wants an id such as types-of-abuse,"
                " found “All Schools” | Write an id such as types-of-abuse."
            ),
        ),
        (
            "- use: words",
            "- words",
            (
                "s.yaml:14:9 DB112: entry 1 of `slides` wants a mapping, found “words”"
                " | Write it with the fields `use`, `title`, `minutes`, `notes`, `only` and `except`."
            ),
        ),
        (
            "- use: words",
            "- use: words\n        onyl: [everyone]",
            "s.yaml:15:9 DB110: entry 1 of `slides` has no field `onyl` | Write `only`.",
        ),
        (
            "- use: words",
            "- only: [everyone]",
            "s.yaml:14:9 DB111: entry 1 of `slides` lacks the field `use` | Add `use: …`.",
        ),
    ],
)
def test_each_kind_of_fault_is_told_in_words_at_its_place(old: str, new: str, expected: str):
    assert found(changed(old, new)) == [expected]


def test_all_faults_are_told_at_once():
    text = changed("minutes: 60", "minutes: x").replace("brand: plain\n", "").replace("- use:", "- ues:")
    assert [[*each.split(":", 3)[:3], each.split()[1]] for each in found(text)] == [
        ["s.yaml", "1", "1 DB111", "DB111:"],
        ["s.yaml", "8", "10 DB112", "DB112:"],
        ["s.yaml", "13", "9 DB110", "DB110:"],
        ["s.yaml", "13", "9 DB111", "DB111:"],
    ]


def test_the_whole_may_be_of_another_kind():
    faults: list[Diagnostic] = []
    assert decode("words", WorkspaceDoc, Origin("s.yaml"), "the workspace", faults) is None
    assert [each.message for each in faults] == ["the workspace wants a mapping, found “words”"]


def test_a_word_that_is_not_in_the_list_gives_the_nearest():
    assert found(BRAND.replace("motif: bar", "motif: bra"), BrandDoc, "the brand") == [
        "s.yaml:27:8 DB113: `motif` wants `bar` or `band`, found “bra” | Write `bar`."
    ]


def test_a_list_in_place_of_a_word_gives_the_words():
    assert found(BRAND.replace("motif: bar", "motif: [bar]"), BrandDoc, "the brand") == [
        "s.yaml:27:8 DB112: `motif` wants `bar` or `band`, found a list | Write `bar` or `band`."
    ]


def test_names_of_entries_have_a_form_too():
    text = "title: a\nowner: b\nreview: 2027-01-01\nslides:\n  My slide: {}\n"
    assert found(text, ModuleDoc, "the module") == [
        (
            "s.yaml:5:3 DB115: `My slide` wants an id such as types-of-abuse, found “My slide”"
            " | Write an id such as types-of-abuse."
        )
    ]


def test_a_mapping_may_not_be_empty_or_missing():
    head = "title: a\nowner: b\nreview: 2027-01-01\n"
    assert found(f"{head}slides: {{}}\n", ModuleDoc, "the module") == [
        "s.yaml:4:9 DB114: `slides` is empty; wanted one entry at least | Add an entry."
    ]
    assert found(f"{head}slides: []\n", ModuleDoc, "the module") == [
        (
            "s.yaml:4:9 DB112: `slides` wants a mapping of names to values, found a list"
            " | Write `name: value` on a line of its own."
        )
    ]


def test_a_long_text_is_cut_in_a_message():
    message = found(changed("minutes: 60", f"minutes: {'long ' * 20}"))[0]
    assert "found “long long long long long long long long…”" in message


ENTRIES = "layout: bullets\ntitle: T\nnotes: {purpose: p, ask: q}\nitems:\n"


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ("  - items: [a]\n", "s.yaml:5:5 DB111: entry 1 of `items` lacks the field `text` | Add `text: …`."),
        ("  - [a]\n", "s.yaml:5:5 DB112: entry 1 of `items` wants a text, found a list | Write a text."),
        ("  - a\n  -\n", "s.yaml:6:4 DB112: entry 2 of `items` wants a text, found nothing | Write a text."),
        (
            "  - text: a\n    items:\n      - {txt: b, items: [c]}\n",
            "s.yaml:7:10 DB110: entry 1 of `items` has no field `txt` | Write `text`.",
        ),
    ],
)
def test_of_two_kinds_that_are_allowed_the_one_meant_is_spoken_of(entries: str, expected: str):
    assert found(ENTRIES + entries, slide_declaration("bullets"), "the slide")[0] == expected


scalars = (
    st.sampled_from(["", "a", "2027-03-31", "5", "-1", "1e3", "nan", "true", "bar", "en-GB", "x" * 50])
    | st.none()
)
keys = st.sampled_from(
    [
        "title",
        "brand",
        "date",
        "minutes",
        "profiles",
        "parts",
        "slides",
        "use",
        "only",
        "except",
        "items",
        "text",
        "layout",
        "notes",
        "purpose",
        "ask",
        "cards",
        "heading",
        "left",
        "right",
        "chart",
        "kind",
        "alt",
        "rows",
        "links",
        "url",
        "file",
        "decorative",
        "source",
        "ref",
        "x",
        "name",
        "colours",
        "motif",
    ]
)
trees = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=5),
    max_leaves=20,
)


@settings(max_examples=300, deadline=None)
@given(tree=trees, layout=st.sampled_from(sorted(LAYOUTS)))
def test_a_tree_has_faults_just_when_it_cannot_be_decoded(tree: object, layout: str):
    tagged = {**tree, "layout": layout} if isinstance(tree, dict) else tree
    for declaration in (SessionDoc, ModuleDoc, BrandDoc, ReferencesDoc, slide_declaration(layout)):
        faults: list[Diagnostic] = []
        made = decode(tagged, declaration, Origin("s.yaml"), "it", faults)
        assert (made is None) == bool(faults)
