"""Outlines of simple shapes: areas in, path commands out. Lengths are points from the top left."""

from __future__ import annotations

from collections.abc import Iterable

Area = tuple[float, float, float, float]
"""Left, top, width, height."""

Outline = Iterable[tuple[str, tuple[float, ...]]]
"""Path commands of `model.drawing`, with coordinates in points."""

ROUND = 0.5522847498
"""Distance of a Bézier curve's control point that draws a quarter of a circle, as a part of its radius."""


def rectangle(area: Area) -> Outline:
    """Return the outline of a rectangle."""
    left, top, width, height = area
    right, bottom = left + width, top + height
    return (("M", (left, top)), ("L", (right, top)), ("L", (right, bottom)), ("L", (left, bottom)), ("Z", ()))


def round_rectangle(area: Area, radius: float) -> Outline:
    """Return the outline of a rectangle with round corners."""
    left, top, width, height = area
    right, bottom = left + width, top + height
    r = min(radius, width / 2, height / 2)
    k = r * (1 - ROUND)
    return (
        ("M", (left + r, top)),
        ("L", (right - r, top)),
        ("C", (right - k, top, right, top + k, right, top + r)),
        ("L", (right, bottom - r)),
        ("C", (right, bottom - k, right - k, bottom, right - r, bottom)),
        ("L", (left + r, bottom)),
        ("C", (left + k, bottom, left, bottom - k, left, bottom - r)),
        ("L", (left, top + r)),
        ("C", (left, top + k, left + k, top, left + r, top)),
        ("Z", ()),
    )


def ellipse(area: Area) -> Outline:
    """Return the outline of an ellipse that fills an area."""
    left, top, width, height = area
    a, b = width / 2, height / 2
    x, y = left + a, top + b
    h, v = a * ROUND, b * ROUND
    return (
        ("M", (x, top)),
        ("C", (x + h, top, x + a, y - v, x + a, y)),
        ("C", (x + a, y + v, x + h, y + b, x, y + b)),
        ("C", (x - h, y + b, x - a, y + v, x - a, y)),
        ("C", (x - a, y - v, x - h, top, x, top)),
        ("Z", ()),
    )
