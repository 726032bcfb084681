"""Draws: shapes, strings and pictures in, operators out (ISO 32000-1, 8 and 9).

Lengths are points, with the origin at the top left and y downwards, as on slides; colours are palette names.
A pen is had from `tags` alone, which says what is drawn with it: content of an element, or an artifact.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from typing import TYPE_CHECKING

from deckbuild.model.dataclasses import dataclass, field
from deckbuild.model.units import EMU_PER_PT
from deckbuild.render.pdf.outlines import rectangle
from deckbuild.render.pdf.syntax import number

if TYPE_CHECKING:
    from deckbuild.model.source import Picture
    from deckbuild.render.pdf.colours import Inks
    from deckbuild.render.pdf.fonts import Face, Style
    from deckbuild.render.pdf.outlines import Area, Outline

OPERATORS = {"M": "m", "L": "l"}

Dash = tuple[float, ...]
"""Lengths of ink and gap in turn, points; empty for a line without gaps."""


@dataclass(frozen=True, slots=True)
class Line:
    """How an edge is drawn."""

    colour: str
    width: float
    dash: Dash = ()


@dataclass(frozen=True, slots=True)
class Words:
    """Letters of one appearance in their place."""

    face: Face
    size: float
    x: float
    baseline: float
    text: str
    colour: str
    advances: Sequence[float] = ()
    """Of the letters, EMU, where they are kerned."""


@dataclass(slots=True)
class Used:
    """What was drawn with, and must be in the file."""

    letters: dict[Style, set[str]] = field(default_factory=dict)
    pictures: dict[str, Picture] = field(default_factory=dict)
    """Name of a resource → the picture."""

    def add(self, other: Used) -> None:
        """Add what something else was drawn with."""
        self.pictures.update(other.pictures)
        for style, letters in other.letters.items():
            self.letters.setdefault(style, set()).update(letters)


class Pen:
    """Writes on a surface of a given height."""

    __slots__ = ("_height", "_inks", "_used", "_write")

    def __init__(self, write: Callable[[str], None], inks: Inks, height: float, used: Used) -> None:
        self._write = write
        self._inks = inks
        self._height = height
        self._used = used

    def put_down(self) -> None:
        """Make an end of drawing: what follows would belong to nothing."""
        self._write = _refuse

    def shape(self, outline: Outline, fill: str | None = None, stroke: Line | None = None) -> None:
        """Fill and stroke an outline; nothing without a fill and a stroke."""
        if not fill and not stroke:
            return
        state = [self._inks.fill[fill]] if fill else []
        if stroke:
            state.append(self._edge(stroke))
        # Even-odd, as in PowerPoint and LibreOffice: a hole is a hole whichever way round it is drawn.
        paint = ("B*" if stroke else "f*") if fill else "S"
        self._write(" ".join((*state, *self._path(outline), paint)))
        if stroke and stroke.dash:
            self._write("[] 0 d")

    def rect(self, area: Area, fill: str | None = None, stroke: Line | None = None) -> None:
        """Draw a rectangle."""
        self.shape(rectangle(area), fill, stroke)

    def line(self, start: tuple[float, float], end: tuple[float, float], stroke: Line) -> None:
        """Draw a straight line."""
        (x, y), (to_x, to_y) = start, end
        edge, height = self._edge(stroke), self._height
        self._write(f"{edge} {x:.2f} {height - y:.2f} m {to_x:.2f} {height - to_y:.2f} l S")
        if stroke.dash:
            self._write("[] 0 d")

    def text(self, words: Iterable[Words]) -> None:
        """Show words, each in its place; one after the other they are what somebody copies."""
        out = ["BT"]
        face: Face | None = None
        size, colour = 0.0, ""
        for each in words:
            if each.colour != colour:
                colour = each.colour
                out.append(self._inks.fill[colour])
            if each.face is not face or each.size != size:
                face, size = each.face, each.size
                out.append(f"/{face.resource} {number(size)} Tf")
            # Most letters are of a few faces: a set for each, filled by whole strings, costs next to nothing.
            self._used.letters.setdefault(each.face.style, set()).update(each.text)
            shown = each.face.show(each.text, each.advances, 1000 / (EMU_PER_PT * size))
            out.append(f"1 0 0 1 {each.x:.2f} {self._height - each.baseline:.2f} Tm {shown} TJ")
        out.append("ET")
        self._write(" ".join(out))

    def variable_text(self, inside: Outline, words: Sequence[Words]) -> None:
        """Show what a field holds, cut off at its edges, marked as what a reader may replace (12.7.3.3)."""
        self._write("/Tx BMC")
        if words:
            with self.clipped(inside):
                self.text(words)
        self._write("EMC")

    def picture(self, picture: Picture) -> None:
        """Show a picture on the unit square; its bytes are in the file once, however often it is shown."""
        resource = f"I{(picture.digest or sha256(picture.data).hexdigest())[:32]}"
        self._used.pictures[resource] = picture
        self._write(f"/{resource} Do")

    @contextmanager
    def clipped(self, outline: Outline) -> Iterator[None]:
        """Draw inside an outline only."""
        self._write(" ".join(("q", *self._path(outline), "W* n")))
        yield
        self._write("Q")

    @contextmanager
    def stretched(self, area: Area) -> Iterator[None]:
        """Draw the unit square stretched over an area."""
        left, top, width, height = area
        self._write(f"q {width:.5f} 0 0 {height:.5f} {number(left)} {self._y(top + height)} cm")
        yield
        self._write("Q")

    def _edge(self, stroke: Line) -> str:
        edge = f"{self._inks.stroke[stroke.colour]} {number(stroke.width)} w"
        return f"{edge} [{' '.join(map(number, stroke.dash))}] 0 d" if stroke.dash else edge

    def _path(self, outline: Outline) -> Iterator[str]:
        height = self._height
        for letter, numbers in outline:
            if letter == "Z":
                yield "h"
            elif letter == "C":
                a, b, c, d, x, y = numbers
                near = f"{a:.2f} {height - b:.2f} {c:.2f} {height - d:.2f}"
                yield f"{near} {x:.2f} {height - y:.2f} c"
            else:
                x, y = numbers
                yield f"{x:.2f} {height - y:.2f} {OPERATORS[letter]}"

    def _y(self, y: float) -> str:
        return number(self._height - y)


def _refuse(operators: str) -> None:
    raise ValueError(f"drawn after its element was closed: {operators}")
