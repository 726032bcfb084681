"""Inline Markdown becomes runs: appearance, links, keys."""

import pytest

from deckbuild.diagnostics import Diagnostic
from deckbuild.model.origin import Origin
from deckbuild.model.text import Link, Run
from deckbuild.read.inline import ascii_target, link_fault
from deckbuild.read.markup import line

HERE = Origin("m.yaml", ("text",))


def runs(text: str) -> tuple[Run, ...]:
    found: list[Diagnostic] = []
    made = line(text, HERE, found)
    assert found == []
    return made.runs


def faults(text: str) -> list[str]:
    found: list[Diagnostic] = []
    line(text, HERE, found)
    return [each.code for each in found]


def test_bold_and_italic_may_stand_within_each_other():
    assert runs("a **b *c*** *d*") == (
        Run("a "),
        Run("b ", bold=True),
        Run("c", bold=True, italic=True),
        Run(" "),
        Run("d", italic=True),
    )


def test_letters_are_raised_and_lowered():
    assert runs("1<sup>st</sup>, H<sub>2</sub>O") == (
        Run("1"),
        Run("st", baseline="super"),
        Run(", H"),
        Run("2", baseline="sub"),
        Run("O"),
    )


def test_entities_and_escapes_become_their_letters_in_one_run():
    assert runs(r"a &amp; b \* c &eacute;") == (Run("a & b * c é"),)


def test_signs_of_the_author_stay_as_they_are():
    assert runs("“so” – they’d say... (c) 5 * 4") == (Run("“so” – they’d say... (c) 5 * 4"),)


def test_a_key_is_a_run_of_its_own_in_the_appearance_around_it():
    assert runs("For **{{ agency.people }}** in {{place}}.") == (
        Run("For "),
        Run("{{ agency.people }}", bold=True, key="agency.people"),
        Run(" in "),
        Run("{{place}}", key="place"),
        Run("."),
    )


def test_two_keys_side_by_side_stay_two():
    assert [run.key for run in runs("{{ a }}{{ a }}")] == ["a", "a"]


@pytest.mark.parametrize(
    "text", ["{{ Agency }}", "{{ a b }}", "{{ a }", "a }} b", "{{}}", "{{ a..b }}", "{{ *a* }}"]
)
def test_braces_that_hold_no_key_are_found(text: str):
    assert set(faults(text)) == {"DB123"}


@pytest.mark.parametrize(
    "target",
    [
        "https://example.org",
        "http://example.org/a?b=c&d#e",
        "HTTPS://example.org/",
        "mailto:someone@example.org",
        "tel:+44-1234-567890",
        "slide:closing/our-agency",
    ],
)
def test_links_lead_to_pages_people_and_slides(target: str):
    assert runs(f"[x]({target})") == (Run("x", link=Link(target)),)


@pytest.mark.parametrize(
    "target",
    [
        "",
        "#",
        "#anchor",
        "page.html",
        "//example.org",
        "https://",
        "https://localhost",
        "ftp://example.org",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "mailto:nobody",
        "tel:phone",
        "slide:closing",
        "slide:closing/Our",
        "Slide:closing/our-agency",
        "https://{{place}}.org/",
    ],
)
def test_a_link_that_leads_nowhere_is_found(target: str):
    assert link_fault(ascii_target(target)) is not None
    assert "DB121" in faults(f"[x]({target})")


def test_a_link_without_words_is_found():
    assert faults("[](https://example.org)") == ["DB121"]


def test_addresses_are_written_in_ascii():
    assert runs("[x](https://exämple.org/ü)") == (Run("x", link=Link("https://xn--exmple-cua.org/%C3%BC")),)
    assert ascii_target("https://exämple.org/ü") == "https://xn--exmple-cua.org/%C3%BC"


def test_words_in_another_language_say_so():
    made = runs('He said <span lang="cy">**Croeso** i bawb</span>, {{ agency.name }}.')

    assert [(run.text, run.lang, run.bold) for run in made] == [
        ("He said ", None, False),
        ("Croeso", "cy", True),
        (" i bawb", "cy", False),
        (", ", None, False),
        ("{{ agency.name }}", None, False),
        (".", None, False),
    ]


@pytest.mark.parametrize(
    "text",
    [
        '<span lang="cy">Croeso',
        "Croeso</span>",
        '<span lang="cy">a <span lang="pl">b</span></span>',
        '<span class="x">a</span>',
        '<span lang="Welsh!">a</span>',
        "<span>a</span>",
    ],
)
def test_a_language_that_is_not_closed_or_not_named_is_found(text: str):
    assert set(faults(text)) == {"DB120"}
