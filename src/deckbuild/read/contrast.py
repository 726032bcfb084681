"""A palette in, the pairs of text and ground out that are too alike to read (WCAG 2.2, 1.4.3)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

LEAST = 4.5
"""Wanted ratio. Large text might do with 3; from the back row of a hall no text of a slide is large."""

PAIRS = (
    ("ink", "ground"),
    ("ink", "tint"),
    ("deep", "ground"),
    ("deep", "tint"),
    ("brand", "ground"),
    ("brand", "tint"),
    ("muted", "ground"),
    ("muted", "tint"),
    ("accent", "ground"),
    ("link", "ground"),
    ("link", "tint"),
    ("ground", "brand"),
    ("ground", "deep"),
    ("ground", "accent"),
    ("tint", "deep"),
)
"""Text and what it stands on, in every slide layout and document."""


def faults(palette: Mapping[str, str]) -> Iterator[tuple[str, str, float]]:
    """Yield text, ground and ratio of each pair that has too little contrast."""
    for text, ground in PAIRS:
        found = ratio(palette[text], palette[ground])
        if found < LEAST:
            yield text, ground, found


def ratio(first: str, second: str) -> float:
    """Return the contrast of two colours `RRGGBB`, from 1 to 21."""
    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour `RRGGBB`, from 0 to 1 (WCAG 2.2, “relative luminance”)."""
    red, green, blue = (_linear(int(colour[n : n + 2], 16) / 255) for n in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
