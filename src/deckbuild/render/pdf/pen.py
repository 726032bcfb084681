"""Draws on the open page or form of a document: shapes and strings in, operators out (ISO 32000-1, 8 and 9).

Lengths are points, with the origin at the top left and y downwards, as on slides; colours are palette names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deckbuild.render.pdf.document import Document
    from deckbuild.render.pdf.fonts import Face

Area = tuple[float, float, float, float]
"""Left, top, width, height."""

Outline = Iterable[tuple[str, tuple[float, ...]]]
"""Path commands of `model.drawing`, with coordinates in points."""

ROUND = 0.5522847498
"""Distance of a Bézier curve's control point that draws a quarter of a circle, as a part of its radius."""

OPERATORS = {"M": "m", "L": "l", "C": "c"}


@dataclass(frozen=True, slots=True)
class Line:
    """How an edge is drawn."""

    colour: str
    width: float


class Pen:
    """Writes on a surface of a given height."""

    def __init__(self, document: Document, palette: Mapping[str, str], height: float) -> None:
        self.document = document
        self._palette = palette
        self._height = height

    def shape(self, outline: Outline, fill: str | None = None, stroke: Line | None = None) -> None:
        """Fill and stroke an outline; nothing without a fill and a stroke."""
        if not fill and not stroke:
            return
        state = [_rgb(self._palette[fill], "rg")] if fill else []
        if stroke:
            state.append(f"{_rgb(self._palette[stroke.colour], 'RG')} {number(stroke.width)} w")
        # Even-odd, as in PowerPoint and LibreOffice: a hole is a hole whichever way round it is drawn.
        paint = ("B*" if stroke else "f*") if fill else "S"
        self.document.write(" ".join((*state, *self._path(outline), paint)))

    def rect(self, area: Area, fill: str | None = None, stroke: Line | None = None) -> None:
        """Draw a rectangle."""
        self.shape(rectangle(area), fill, stroke)

    def line(self, start: tuple[float, float], end: tuple[float, float], stroke: Line) -> None:
        """Draw a straight line."""
        self.shape((("M", start), ("L", end)), None, stroke)

    def text(
        self,
        face: Face,
        size: float,
        at: tuple[float, float],
        text: str,
        colour: str,
        advances: Sequence[float] = (),
    ) -> None:
        """Show *text* from a point on its baseline; *advances* are its letters' in em, where it is kerned."""
        x, y = at
        shown = " ".join(
            f"{font} {number(size)} Tf {codes} TJ"
            for font, codes in face.show(text, self.document.file, advances)
        )
        self.document.write(
            f"BT {_rgb(self._palette[colour], 'rg')} 1 0 0 1 {number(x)} {self._y(y)} Tm {shown} ET"
        )

    @contextmanager
    def clipped(self, area: Area) -> Iterator[None]:
        """Draw inside a rectangle only."""
        self.document.write(" ".join(("q", *self._path(rectangle(area)), "W n")))
        yield
        self.document.write("Q")

    @contextmanager
    def stretched(self, area: Area, size: tuple[float, float] = (1.0, 1.0)) -> Iterator[None]:
        """Draw what has its own coordinates of *size*, origin at its lower left, stretched over an area."""
        left, top, width, height = area
        across, up = width / size[0], height / size[1]
        self.document.write(f"q {across:.5f} 0 0 {up:.5f} {number(left)} {self._y(top + height)} cm")
        yield
        self.document.write("Q")

    def page_area(self, area: Area) -> tuple[float, float, float, float]:
        """Return an area as left, bottom, right, top from the lower left corner of the surface."""
        left, top, width, height = area
        return left, self._height - top - height, left + width, self._height - top

    def _path(self, outline: Outline) -> Iterator[str]:
        for letter, numbers in outline:
            if letter == "Z":
                yield "h"
                continue
            points = zip(numbers[::2], numbers[1::2], strict=True)
            yield " ".join((*(f"{number(x)} {self._y(y)}" for x, y in points), OPERATORS[letter]))

    def _y(self, y: float) -> str:
        return number(self._height - y)


def number(value: float) -> str:
    """Return a length as PDF writes it, to a hundredth of a point."""
    return f"{value:.2f}"


@cache
def _rgb(colour: str, operator: str) -> str:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return f"{' '.join(f'{part:.4g}' for part in parts)} {operator}"


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
