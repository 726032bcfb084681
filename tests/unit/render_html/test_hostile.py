"""Words of an author are words, whatever they look like."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace

import pytest

from deckbuild.model.document import Document
from deckbuild.model.text import Run
from deckbuild.render.html import render
from deckbuild.render.html.markup import words as escaped
from tests.support.brands import template
from tests.unit.render_html.specimen import Element, everything, tree

ATTACKS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><svg onload=alert(1)>",
    "</style></title></textarea><script>alert(1)</script>",
    "<!--",
    "]]>",
    "&lt;script&gt; &amp;amp; &#60;",
    "a & b < c > d \" e ' f",
)


def poisoned(value: object, attack: str) -> object:
    """Return a value with an attack after everything that an author writes."""
    if isinstance(value, Run):
        return replace(value, text=value.text + attack)
    if isinstance(value, tuple):
        return tuple(each + attack if isinstance(each, str) else poisoned(each, attack) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {}
        for each in fields(value):
            inner = getattr(value, each.name)
            free = bool(inner) and isinstance(inner, str) and (type(value).__name__, each.name) in WORDS
            changed[each.name] = inner + attack if free else poisoned(inner, attack)
        return replace(value, **changed)
    return value


WORDS = {
    ("Heading", "eyebrow"),
    ("TextBlock", "label"),
    ("TableBlock", "summary"),
    ("NotAvailableBlock", "printed_in"),
    ("FigureNotAvailable", "figure"),
    ("Field", "label"),
    ("Field", "help"),
    ("Field", "value"),
    ("Chart", "alt"),
    ("Chart", "unit"),
    ("Series", "name"),
    ("Picture", "alt"),
    *(("Document", name) for name in ("name", "title", "subtitle", "agency", "owner", "marking", "version")),
}
"""The plain texts of a document that people write; the others are ids, languages and names of styles."""


def shape(element: Element) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the elements of a page with the names of their attributes."""
    yield from ((each.tag, tuple(each.attributes)) for each in element.all())


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_makes_no_element_and_no_attribute_and_is_read_as_it_is_written(attack: str):
    clean = everything()
    hostile = poisoned(clean, attack)
    assert isinstance(hostile, Document)
    board = replace(template(), footer=f"Board{attack}")
    calm = tree(render(clean, template(), {}))
    made = tree(render(hostile, board, {}))
    # Long names on charts are folded, and long values left out in a narrow room.
    assert [each for each in shape(made) if each[0] not in ("g", "text")] == [
        each for each in shape(calm) if each[0] not in ("g", "text")
    ]
    assert f"Gardens{' '.join(attack.split())}" in made.one("h1").text
    assert made.one("img").attributes["alt"] == f"A bed of beans{attack}"
    assert made.one("textarea").kids == [f"\nDig\nSow{attack}"]
    assert f"Begin.{' '.join(attack.split())}" in made.one("main").text


def test_letters_that_html_may_not_hold_show_that_they_were_there():
    assert escaped("a\x00b\x0bc\x85d\ud800e\ufffef\U0001ffffg\r\nh\ri\tj\u00e9\U0001f600") == (
        "a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf\ufffdg\nh\ni\tj\u00e9\U0001f600"
    )


def test_a_page_with_such_letters_can_be_written():
    hostile = replace(everything(), title="a\ud800b", blocks=())
    assert "a\ufffdb".encode() in render(hostile, template(), {})
