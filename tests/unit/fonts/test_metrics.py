"""What the faces say of text."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckbuild.fonts.metrics import Face

FONTS = Path(__file__).parents[3] / "assets" / "fonts"


def face(name: str) -> Face:
    return Face((FONTS / name).read_bytes(), name)


def test_advances_are_one_for_each_character() -> None:
    assert len(face("arimo/Arimo-Regular.ttf").advances("office")) == 6


def test_an_arimo_letter_is_as_wide_as_an_arial_letter() -> None:
    # Arial's "a" and "W" are 1139 and 1933 of 2048 units wide.
    arimo = face("arimo/Arimo-Regular.ttf")
    assert arimo.advances("a") == pytest.approx((1139 / 2048,))
    assert arimo.advances("W") == pytest.approx((1933 / 2048,))


def test_pairs_are_kerned() -> None:
    for name in ("arimo/Arimo-Regular.ttf", "atkinson-hyperlegible/AtkinsonHyperlegible-Regular.ttf"):
        font = face(name)
        assert sum(font.advances("AV")) < sum(font.advances("A")) + sum(font.advances("V"))


def test_characters_without_a_glyph_are_named_once() -> None:
    assert face("atkinson-hyperlegible/AtkinsonHyperlegible-Regular.ttf").missing("a⅔b⅔") == "⅔"


def test_welsh_letters_are_in_arimo() -> None:
    assert face("arimo/Arimo-Bold.ttf").missing("ŵŷŴŶ") == ""


def test_ascent_and_descent_are_positive_fractions_of_the_size() -> None:
    arimo = face("arimo/Arimo-Regular.ttf")
    assert (arimo.ascent, arimo.descent) == pytest.approx((1854 / 2048, 434 / 2048))
