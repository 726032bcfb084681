"""Dates and traces."""

import pytest

from deckbuild.check.hygiene import PATH, is_w3cdtf


@pytest.mark.parametrize(
    "text",
    [
        "2026",
        "2026-11",
        "2026-11-23",
        "2026-11-23T09:30Z",
        "2026-11-23T09:30:00Z",
        "2026-11-23T09:30:00.5+01:00",
    ],
)
def test_every_form_of_w3cdtf_is_a_date(text: str):
    assert is_w3cdtf(text)


@pytest.mark.parametrize(
    "text",
    ["", "yesterday", "23/11/2026", "2026-13", "2026-02-30", "2026-11-23T09:30", "2026-11-23T25:00Z"],
)
def test_other_texts_are_no_dates(text: str):
    assert not is_w3cdtf(text)


@pytest.mark.parametrize(
    "text",
    [b'name="/home/anna/deck.yaml"', b"C:\\Users\\anna", b"file:///srv/deck", b">/tmp/x<", b" /Users/a"],
)
def test_paths_of_machines_are_seen(text: bytes):
    assert PATH.search(text)


@pytest.mark.parametrize("text", [b"https://example.org/home/page", b"and/or", b"../media/a.png", b"24/7"])
def test_addresses_and_slashes_are_none(text: bytes):
    assert not PATH.search(text)
