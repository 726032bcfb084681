"""Path data becomes absolute lines and cubic curves on a square of 100."""

import math

import pytest

from deckbuild.model.drawing import Command
from deckbuild.read.outline import View, outline

SQUARE = View(0, 0, 100, 100)


def drawn(data: str, view: View = SQUARE) -> list[str]:
    return [
        " ".join([letter, *(f"{number:g}" for number in numbers)]) for letter, numbers in outline(data, view)
    ]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("M 10 20 L 30 40 Z", ["M 10 20", "L 30 40", "Z"]),
        ("m10,20 20,20 z l5 5", ["M 10 20", "L 30 40", "Z", "L 15 25"]),
        ("M1 2 3 4 5 6", ["M 1 2", "L 3 4", "L 5 6"]),
        ("M1 2H9V8h-1v-1", ["M 1 2", "L 9 2", "L 9 8", "L 8 8", "L 8 7"]),
        ("M0 0C1 2 3 4 5 6c1 1 2 2 3 3", ["M 0 0", "C 1 2 3 4 5 6", "C 6 7 7 8 8 9"]),
        ("M0 0C0 1 2 3 4 4S7 7 9 9", ["M 0 0", "C 0 1 2 3 4 4", "C 6 5 7 7 9 9"]),
        ("M0 0S7 7 9 9", ["M 0 0", "C 0 0 7 7 9 9"]),
        ("M0 0Q3 3 6 0T12 0", ["M 0 0", "C 2 2 4 2 6 0", "C 8 -2 10 -2 12 0"]),
        ("M0 0T6 0", ["M 0 0", "C 0 0 2 0 6 0"]),
        ("M.5.5-1e1-2E0", ["M 0.5 0.5", "L -10 -2"]),
        ("M0 0A0 5 0 0 1 9 9", ["M 0 0", "L 9 9"]),
        ("M5 5A3 3 0 0 1 5 5", ["M 5 5"]),
    ],
)
def test_every_form_becomes_the_four_absolute_commands(data: str, expected: list[str]):
    assert drawn(data) == expected


def test_a_view_box_is_fitted_into_the_square_and_centred():
    assert drawn("M 10 10 L 60 35", View(10, 10, 50, 25)) == ["M 0 25", "L 100 75"]


def points(commands: tuple[Command, ...]) -> list[tuple[float, float]]:
    """Return points along the curves of an outline."""
    found, at = [], (0.0, 0.0)
    for letter, n in commands:
        if letter == "C":
            for t in (0.25, 0.5, 0.75, 1.0):
                u = 1 - t
                x, y = (
                    u**3 * at[k] + 3 * u * u * t * n[k] + 3 * u * t * t * n[2 + k] + t**3 * n[4 + k]
                    for k in (0, 1)
                )
                found.append((x, y))
        if n:
            at = (n[-2], n[-1])
    return found


@pytest.mark.parametrize(
    ("data", "centre", "radius"),
    [
        ("M 10 50 A 40 40 0 0 1 90 50", (50, 50), 40),
        ("M 10 50 A 40 40 0 1 0 50 10", (50, 50), 40),
        ("M 50 10 a 40 40 0 0 1 40 40 40 40 0 0 1 -40 40", (50, 50), 40),
        ("M10 50a40 40 0 0180 0", (50, 50), 40),
        ("M 40 50 A 1 1 0 0 0 60 50", (50, 50), 10),
    ],
)
def test_an_arc_stays_on_its_circle(data: str, centre: tuple[float, float], radius: float):
    found = points(outline(data, SQUARE))
    assert found
    for x, y in found:
        assert math.hypot(x - centre[0], y - centre[1]) == pytest.approx(radius, abs=0.02)


def test_an_arc_goes_the_way_that_its_flags_say():
    def middle(flags: str) -> tuple[float, float]:
        across = points(outline(f"M 30 50 A 30 30 0 {flags} 70 50", SQUARE))
        return min((each for each in across), key=lambda point: abs(point[0] - 50))

    assert middle("0 1")[1] < 50 < middle("0 0")[1]
    assert middle("1 1")[1] < middle("0 1")[1]
    assert middle("1 0")[1] > middle("0 0")[1]


def test_a_turned_ellipse_is_turned():
    assert [(round(x), round(y)) for x, y in points(outline("M 50 10 A 40 20 90 0 1 50 90", SQUARE))][3] == (
        70,
        50,
    )


@pytest.mark.parametrize(
    "data",
    [
        "",
        " ",
        "L 1 2",
        "1 2",
        "M 1",
        "M 1 2 L 3",
        "M 1 2 X 3 4",
        "M 1 2 Z 3",
        "M a b",
        "M 1 2 A 1 1 0 2 0 3 3 3",
    ],
)
def test_what_is_no_path_data_is_refused(data: str):
    with pytest.raises(ValueError, match=r"\w"):
        outline(data, SQUARE)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("M 0 0 L 1e999 0", "the number inf is too large"),
        ("M 0 0 L 2e9 0", r"the number 2e\+09 is too large"),
        ("M 0 0 L 1001 0", "a point lies far outside the view box"),
        ("M 0 0 " + "l 900 900" * 2, "a point lies far outside the view box"),
        ("M 0 0 A 1 1 0 0 1 1e9 1", "a point lies far outside the view box"),
    ],
)
def test_numbers_that_no_slide_can_show_are_refused(data: str, message: str):
    with pytest.raises(ValueError, match=message):
        outline(data, SQUARE)


@pytest.mark.parametrize("radius", ["1e-200", "-1e-7", "1e9"])
def test_an_arc_of_almost_no_or_endless_radius_is_drawn(radius: str):
    *_, (_, end) = outline(f"M 0 0 A {radius} {radius} 0 0 1 10 0 A {radius} {radius} 0 0 1 9 1e-300", SQUARE)
    assert end[-2:] == (9, 0)
