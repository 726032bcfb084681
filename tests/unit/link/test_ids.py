"""Ids of slides and sections."""

import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckbuild.link import ids
from deckbuild.link.ids import LEAST_SLIDE_ID, PAST_SLIDE_ID, section_id, slide_ids

NAMES = st.lists(st.text(min_size=1), unique=True, max_size=40)


@given(NAMES)
def test_every_slide_has_an_id_of_its_own_within_the_bounds(names: list[str]):
    found = slide_ids(names)
    assert set(found) == set(names)
    assert len(set(found.values())) == len(names)
    assert all(LEAST_SLIDE_ID <= each < PAST_SLIDE_ID for each in found.values())


@given(NAMES, st.randoms())
def test_the_order_of_the_slides_does_not_matter(names: list[str], chance):  # noqa: ANN001
    mixed = list(names)
    chance.shuffle(mixed)
    assert slide_ids(mixed) == slide_ids(names)


def test_an_id_depends_on_nothing_but_the_name():
    assert slide_ids(["module/slide"]) == {"module/slide": 1314250419}


def test_slides_whose_numbers_meet_take_the_next(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(ids, "PAST_SLIDE_ID", LEAST_SLIDE_ID + 3)
    assert sorted(slide_ids("cab").values()) == [256, 257, 258]
    assert slide_ids("cab") == slide_ids("abc")


def test_sections_of_one_title_differ():
    first, second = section_id("session", 1, "Break"), section_id("session", 2, "Break")
    assert first != second
    assert uuid.UUID(first).version == 5
    assert first == first.upper()
