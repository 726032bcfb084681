"""The built-in template holds every layout on one grid, for both motifs."""

from __future__ import annotations

import itertools

import pytest

from deckbuild.layouts import LAYOUTS, grid
from deckbuild.layouts.roles import LEAST_BODY
from deckbuild.model.template import TemplateLayout
from deckbuild.model.units import SLIDE, Box
from tests.support.brands import template

LAYOUT_IDS = sorted(template().layouts)
FURNITURE_IDX = {10, 11, 12}


def layout(name: str) -> TemplateLayout:
    return template().layouts[name]


def overlap(a: Box, b: Box) -> bool:
    return a.x < b.right and b.x < a.right and a.y < b.bottom and b.y < a.bottom


def test_every_slide_layout_of_the_issue_is_there() -> None:
    assert set(LAYOUTS) == {
        "cover", "section", "bullets", "statement", "two-statements", "quotation", "prose", "two-columns",
        "comparison", "cards", "hub", "chart", "table", "picture-text", "picture-full", "links", "discussion",
        "agenda", "key-figure",
    }  # fmt: skip


@pytest.mark.parametrize("name", LAYOUT_IDS)
def test_every_layout_has_a_title_and_distinct_placeholder_indices(name: str) -> None:
    placeholders = [each.placeholder for each in layout(name).placeholders.values()]
    indices = [each.idx for each in placeholders if each.idx is not None]
    assert sum(each.type in ("title", "ctrTitle") for each in placeholders) == 1
    assert len(indices) == len(set(indices))
    assert not FURNITURE_IDX & set(indices)


@pytest.mark.parametrize("name", [each for each in LAYOUT_IDS if each not in ("picture-full", "quotation")])
def test_placeholders_stand_on_the_slide_and_apart(name: str) -> None:
    boxes = {slot: each.box for slot, each in layout(name).placeholders.items()}
    # A source line and a lead-in take room from their body only on slides that have them.
    fixed = {slot: box for slot, box in boxes.items() if slot not in ("source", "lead")}
    for box in boxes.values():
        assert 0 <= box.x < box.right <= SLIDE.w
        assert 0 <= box.y < box.bottom <= SLIDE.h
    assert not [pair for pair in itertools.combinations(fixed, 2) if overlap(boxes[pair[0]], boxes[pair[1]])]


@pytest.mark.parametrize("name", LAYOUT_IDS)
def test_nothing_reaches_into_the_footer_band_of_a_layout_that_has_one(name: str) -> None:
    if layout(name).furniture is None:
        assert name in ("cover", "cover-plain", "picture-full")
        return
    assert all(each.box.bottom <= grid.FOOTER_TOP for each in layout(name).placeholders.values())


@pytest.mark.parametrize("name", LAYOUT_IDS)
def test_no_body_text_is_set_under_18_points(name: str) -> None:
    small = {"source", "caption", "chart", "picture"}
    for slot, each in layout(name).placeholders.items():
        if slot not in small:
            sizes = [level.size for styles in (each.styles, *each.smaller) for level in styles]
            assert min(sizes) >= LEAST_BODY


@pytest.mark.parametrize("name", LAYOUT_IDS)
def test_each_smaller_step_is_smaller(name: str) -> None:
    for each in layout(name).placeholders.values():
        sizes = [sum(level.size for level in styles) for styles in (each.styles, *each.smaller)]
        assert sizes == sorted(set(sizes), reverse=True)


def test_titles_of_inner_slides_and_their_bodies_begin_at_one_height() -> None:
    own = ("cover", "section", "picture-full", "discussion")
    inner = {name: each for name, each in template().layouts.items() if not name.startswith(own)}
    assert {each.placeholders["title"].box for each in inner.values()} == {grid.TITLE}
    bar = 76200  # stands over the panels of two-statements
    for name, each in inner.items():
        top = min(place.box.y for slot, place in each.placeholders.items() if slot != "title")
        assert grid.BODY_TOP <= top <= grid.BODY_TOP + bar or name.startswith("hub")


def test_the_footer_is_light_on_a_dark_ground() -> None:
    dark = template(section_ground="deep").layouts["section"]
    assert dark.furniture is not None
    assert (dark.ground, dark.furniture.style[0].colour) == ("deep", "ground")
    assert dark.placeholders["title"].styles[0].colour == "ground"


def test_the_words_of_the_wordmark_are_set() -> None:
    words = [line.text for node in template().layouts["cover"].decor for line in getattr(node, "lines", ())]
    assert words == ["Grey", "Safeguarding Board"]
