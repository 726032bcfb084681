"""Contrast is measured as WCAG measures it."""

import pytest

from deckbuild.read.contrast import LEAST, PAIRS, faults, ratio

BLACK_ON_WHITE = {
    name: "000000" if name not in ("ground", "tint") else "FFFFFF" for pair in PAIRS for name in pair
}


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("000000", "FFFFFF", 21.0),
        ("FFFFFF", "FFFFFF", 1.0),
        ("777777", "FFFFFF", 4.48),
        ("767676", "FFFFFF", 4.54),
        ("0000FF", "FFFFFF", 8.59),
    ],
)
def test_known_ratios_come_out(first: str, second: str, expected: float):
    assert ratio(first, second) == ratio(second, first) == pytest.approx(expected, abs=0.005)


def test_each_pair_that_is_too_alike_is_named_with_its_ratio():
    palette = BLACK_ON_WHITE | {"muted": "777777"}
    assert [(text, ground, round(found, 2)) for text, ground, found in faults(palette)] == [
        ("muted", "ground", 4.48),
        ("muted", "tint", 4.48),
    ]
    assert list(faults(BLACK_ON_WHITE)) == []
    assert LEAST == 4.5
