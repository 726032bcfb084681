"""The frame of a page: what browsers, screen readers and printers find around the blocks."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from deckbuild.model.document import Heading, PageOptions, Paper, TextBlock
from deckbuild.model.text import Link, Paragraph, Run, plain
from deckbuild.render.html import render
from deckbuild.render.html.stylesheet import quoted
from tests.support.brands import ATKINSON, template
from tests.unit.render_html.specimen import document, everything, page, tree, words

PARTS = (
    Heading(2, plain("Beans"), "beans"),
    Heading(3, plain("Sowing"), "sowing"),
    Heading(2, plain("Peas"), "peas"),
)


A4 = PageOptions()


def style(options: PageOptions = A4) -> str:
    """Return the style sheet of a page."""
    made = tree(render(replace(document(*PARTS), options=options), template(ATKINSON), {}))
    return made.one("style").text


def test_a_page_begins_with_its_type_language_and_direction():
    data = render(document(), template(), {})
    assert data.startswith(b'<!DOCTYPE html>\n<html lang="en-GB" dir="ltr">')
    assert page(language="ar").one("html").attributes == {"lang": "ar", "dir": "rtl"}
    assert page(language="ks-Deva").one("html").attributes["dir"] == "ltr"


def test_a_page_says_in_its_head_what_it_is():
    head = page().one("head")
    assert head.one("title").text == "Gardens – Reading handout – Grey Board"
    described = head.one("meta", name="description").attributes["content"]
    assert described == "Reading handout: Gardens, for Allotment society. What grows where"
    assert head.all("meta")[0].attributes == {"charset": "utf-8"}


def test_landmarks_stand_in_order_and_a_link_skips_to_the_content():
    made = page(*PARTS)
    body = made.one("body")
    assert [each.tag for each in body.all("header", "nav", "main", "footer")] == [
        "header",
        "nav",
        "main",
        "footer",
    ]
    first = body.all("a")[0]
    assert first.attributes == {"href": f"#{made.one('main').attributes['id']}", "class": "skip"}


def test_the_contents_lead_to_every_part():
    made = page(*PARTS)
    nav = made.one("nav")
    assert [(each.text, each.attributes["href"]) for each in nav.all("a")] == [
        ("Beans", "#beans"),
        ("Peas", "#peas"),
    ]
    assert nav.attributes["aria-labelledby"] == nav.one("h2").attributes["id"]


def test_a_link_in_a_heading_is_none_in_the_contents():
    heading = Heading(2, Paragraph((Run("Beans", link=Link("https://example.org")),)), "beans")
    nav = page(heading, PARTS[2]).one("nav")
    assert [each.attributes["href"] for each in nav.all("a")] == ["#beans", "#peas"]


def test_a_page_with_one_part_has_no_contents():
    assert page(PARTS[0]).all("nav") == []


def test_headings_leave_out_no_level_and_there_is_one_title():
    levels = [
        int(each.tag[1])
        for each in tree(render(everything(), template(), {})).all(*(f"h{n}" for n in range(1, 7)))
    ]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_title_among_the_blocks_is_the_only_title():
    made = page(Heading(1, plain("Gardens")))
    assert [each.text for each in made.all("h1")] == ["Gardens"]


def test_ids_are_unique_and_every_jump_has_its_goal():
    made = tree(render(everything(), template(), {}))
    ids = [each.attributes["id"] for each in made.all() if "id" in each.attributes]
    assert len(ids) == len(set(ids))
    jumps = {each.attributes["href"][1:] for each in made.all("a") if each.attributes["href"].startswith("#")}
    used = {
        each
        for one in made.all()
        for name in ("for", "aria-labelledby", "aria-describedby")
        if (each := one.attributes.get(name))
    }
    textures = set(re.findall(r"url\(#([^)]+)\)", made.one("style").text))
    assert jumps | used | textures <= set(ids)


def test_a_page_needs_nothing_else_and_runs_nothing():
    made = tree(render(everything(), template(), {}))
    assert made.all("script", "iframe", "object", "embed", "base", "form") == []
    names = {name for each in made.all() for name in each.attributes}
    assert [name for name in names if name.startswith("on")] == []
    sources = [
        each.attributes[name]
        for each in made.all()
        for name in ("src", "data", "srcset")
        if name in each.attributes
    ]
    assert all(each.startswith("data:") for each in sources)
    assert made.one("link").attributes["href"].startswith("data:image/svg+xml,")
    assert not re.search(r"@import|url\((?!#)", made.one("style").text)
    policy = made.one("meta", http_equiv="Content-Security-Policy").attributes["content"]
    assert "default-src 'none'" in policy


def test_the_boards_mark_is_drawn_and_named_and_the_marking_stands_at_top_and_foot():
    made = page(marking="OFFICIAL: SENSITIVE")
    header = made.one("header")
    assert header.one("p", class_="mark").text == "Grey Safeguarding Board"
    assert header.one("p", class_="mark").one("path").attributes["style"] == "fill:var(--brand)"
    assert header.one("p", class_="marking").text == "OFFICIAL: SENSITIVE"
    assert "OFFICIAL: SENSITIVE · Version 1.2.0 · 23 November 2026" in made.one("footer").text


def test_without_a_mark_the_boards_name_stands_for_it():
    made = tree(render(document(), replace(template(), wordmark=None), {}))
    assert made.one("p", class_="mark").text == "Grey Board"
    assert made.all("link") == []


def test_an_address_is_printed_once():
    told = (
        words("guide", link="https://a.example"),
        words("Read at https://a.example"),
        words("map", link="https://b.example"),
    )
    links = page(TextBlock(told)).one("main").all("a")
    assert [(each.text, each.attributes.get("class")) for each in links] == [("guide", "told"), ("map", None)]
    assert 'a[href^="http"]:not(.told)::after' in style()


def test_the_decks_family_comes_first_and_the_systems_after_it():
    assert '--font: "Atkinson Hyperlegible", system-ui,' in style()


def test_readers_choices_are_respected():
    text = style()
    for query in ("prefers-color-scheme: dark", "forced-colors: active", "prefers-contrast: more"):
        assert f"({query})" in text
    motion = re.search(r"@media \(prefers-reduced-motion: no-preference\) \{([^}]*\})\s*\}", text)
    assert motion
    assert "smooth" in motion[1]
    assert not re.search("transition|animation|smooth", text.replace(motion[0], ""))
    assert ":focus-visible" in text


@pytest.mark.parametrize(
    ("paper", "size"), [("A4", "A4"), ("A5", "A5"), ("A5-booklet", "A5"), ("US-Letter", "letter")]
)
def test_a_page_is_printed_on_its_paper(paper: Paper, size: str):
    assert f"@page {{ size: {size};" in style(PageOptions(paper))


def test_large_print_is_printed_in_16_points():
    assert "font-size: 16pt" in style(PageOptions(large_print=True))
    assert "font-size: 16pt" not in style()


def test_same_document_same_bytes():
    assert render(everything(), template(), {}) == render(everything(), template(), {})


def test_a_string_of_the_style_sheet_ends_neither_itself_nor_its_element():
    assert quoted('A"; } </style><b>\\\n') == '"A\\22 \\3b  \\7d  \\3c \\2f style\\3e \\3c b\\3e \\5c \\a "'
