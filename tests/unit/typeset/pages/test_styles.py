"""The type scale of pages."""

from __future__ import annotations

import pytest

from deckbuild.model.document import PageOptions, Paper
from deckbuild.typeset.pages.styles import page_styles, scale_of
from tests.support.brands import template


def sizes(**options: object) -> dict[str, tuple[float, float]]:
    scale = scale_of(template(), PageOptions(**options))
    return {name: (style.first.size, style.first.pitch) for name, style in page_styles(scale).items()}


def test_reading_matter_is_11_on_15_points_and_in_large_print_16_on_22():
    assert sizes()["body"] == (11, 15)
    assert sizes(paper="US-Letter")["body"] == (11, 15)
    assert sizes(large_print=True)["body"] == (16, 22)


@pytest.mark.parametrize("paper", ["A4", "A5", "A5-booklet", "US-Letter"])
def test_in_large_print_nothing_is_smaller_than_16_points(paper: Paper):
    assert min(size for size, _ in sizes(large_print=True, paper=paper).values()) == 16


def test_headings_keep_the_ratio_of_the_decks_titles_to_its_text():
    found = sizes()
    assert found["h2"][0] / found["body"][0] == pytest.approx(34 / 24, rel=0.02)
    assert found["h1"][0] > found["h2"][0] > found["h3"][0] > found["h4"][0] >= found["body"][0]


def test_small_pages_have_smaller_type_that_can_still_be_read():
    small = sizes(paper="A5")
    assert small["body"] == (10, 14)
    assert min(size for size, _ in small.values()) >= 7.5


def test_no_line_is_set_tighter_than_its_letters():
    for paper in ("A4", "A5"):
        assert all(pitch >= size * 1.15 for size, pitch in sizes(paper=paper).values())
