"""SVG path data in, outlines on a square of 100 × 100 out (SVG 2, section 9.3).

Relative and short forms become the four absolute commands of custom geometry: move, line, cubic curve, close.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from deckbuild.model.dataclasses import dataclass
from deckbuild.model.drawing import Command

_TOKEN = re.compile(
    r"[MmLlHhVvCcSsQqTtAaZz]|[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|[\s,]+|(?P<wrong>.)", re.DOTALL
)
_ARC_FLAGS = re.compile(r"([Aa][^A-Za-z]*)")
_COUNT = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
"""Numbers that a command takes."""

LEAST, MOST = 1e-6, 1e9
"""The smallest number of a drawing that is not taken for 0, and the largest that it may hold."""
FAR = 1000.0
"""How far from the view box a point may lie, in hundredths of its longer side."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class View:
    """A view box, which is fitted into the square and centred."""

    x: float
    y: float
    w: float
    h: float

    def fit(self, point: Point) -> Point:
        """Return a point of the drawing on the square, to a thousandth: the same on every machine.

        Raises:
            ValueError: it lies where no slide would show it.
        """
        scale = 100 / max(self.w, self.h)
        left, top = (100 - self.w * scale) / 2, (100 - self.h * scale) / 2
        x, y = (point[0] - self.x) * scale + left, (point[1] - self.y) * scale + top
        if not (abs(x) <= FAR and abs(y) <= FAR):
            raise ValueError("a point lies far outside the view box")
        return round(x, 3), round(y, 3)


def outline(data: str, view: View) -> tuple[Command, ...]:
    """Return the commands of a path's `d`.

    Raises:
        ValueError: the text is no path data; the message says what is wrong.
    """
    return tuple(_Pen(view).draw(_commands(data)))


def _commands(data: str) -> Iterator[tuple[str, list[float]]]:
    """Yield letter and numbers of each command, repeated ones with their letter."""
    letter, numbers = "", [float(0)][:0]
    for token in _tokens(data):
        if isinstance(token, float):
            numbers.append(token)
        elif letter:
            yield from _repeated(letter, numbers)
            letter, numbers = token, []
        elif numbers or token not in "Mm":
            raise ValueError("it does not begin with a move (M)")
        else:
            letter = token
    if not letter:
        raise ValueError("it is empty")
    yield from _repeated(letter, numbers)


def _tokens(data: str) -> Iterator[str | float]:
    for match in _TOKEN.finditer(_with_flags_apart(data)):
        token = match[0]
        if match["wrong"]:
            raise ValueError(f"“{token}” is no path data")
        if token.isalpha():
            yield token
        elif token.strip(", \t\r\n"):
            yield _sensible(float(token))


def _sensible(number: float) -> float:
    """Return a number of the data, 0 for one that is almost nothing: arcs divide by what is left."""
    if abs(number) > MOST:
        raise ValueError(f"the number {number:g} is too large")
    return number if abs(number) >= LEAST else 0.0


def _with_flags_apart(data: str) -> str:
    """Return the data with spaces around the flags of each arc, which may lack them (`a1 1 0 01.5.5`)."""
    return _ARC_FLAGS.sub(lambda match: _spaced(match[1]), data)


def _spaced(arc: str) -> str:
    number = r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?[\s,]*"
    return re.sub(
        rf"({number}{number}{number})([01])[\s,]*([01])[\s,]*({number}{number})", r"\1 \2 \3 \4 ", arc
    )


def _repeated(letter: str, numbers: list[float]) -> Iterator[tuple[str, list[float]]]:
    count = _COUNT[letter.upper()]
    if (count == 0 and numbers) or (count and (not numbers or len(numbers) % count)):
        raise ValueError(f"the command {letter} takes {count} numbers, not {len(numbers)}")
    yield letter, numbers[:count]
    again = {"M": "L", "m": "l"}.get(letter, letter)
    for start in range(count, len(numbers), count or 1):
        yield again, numbers[start : start + count]


class _Pen:
    """Follows the commands of one path."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.at: Point = (0.0, 0.0)
        self.start: Point = (0.0, 0.0)
        self.control: Point | None = None
        """The last control point of the curve before; None after another command."""
        self.last = ""

    def draw(self, commands: Iterator[tuple[str, list[float]]]) -> Iterator[Command]:
        for letter, numbers in commands:
            name = letter.upper()
            yield from self._command(name, self._absolute(letter, numbers))
            self.last = name

    def _absolute(self, letter: str, numbers: list[float]) -> list[float]:
        x, y = (0.0, 0.0) if letter.isupper() else self.at
        match letter.upper():
            case "H":
                return [numbers[0] + x, self.at[1]]
            case "V":
                return [self.at[0], numbers[0] + y]
            case "A":
                return [*numbers[:5], numbers[5] + x, numbers[6] + y]
            case _:
                return [number + (y if n % 2 else x) for n, number in enumerate(numbers)]

    def _command(self, name: str, n: list[float]) -> Iterator[Command]:
        match name:
            case "Z":
                self.at = self.start
                yield "Z", ()
            case "M":
                self.at = self.start = (n[0], n[1])
                yield "M", self.view.fit(self.at)
            case "L" | "H" | "V":
                yield self._line((n[0], n[1]))
            case "C":
                yield self._curve((n[0], n[1]), (n[2], n[3]), (n[4], n[5]))
            case "S":
                yield self._curve(self._mirrored("CS"), (n[0], n[1]), (n[2], n[3]))
            case "Q":
                yield self._quadratic((n[0], n[1]), (n[2], n[3]))
            case "T":
                yield self._quadratic(self._mirrored("QT"), (n[0], n[1]))
            case _:
                yield from self._arc(n)

    def _line(self, end: Point) -> Command:
        self.at = end
        return "L", self.view.fit(end)

    def _curve(self, first: Point, second: Point, end: Point) -> Command:
        self.at, self.control = end, second
        return "C", (*self.view.fit(first), *self.view.fit(second), *self.view.fit(end))

    def _quadratic(self, control: Point, end: Point) -> Command:
        start = self.at
        curve = self._curve(_towards(start, control, 2 / 3), _towards(end, control, 2 / 3), end)
        self.control = control
        return curve

    def _mirrored(self, after: str) -> Point:
        """Return the control point that continues the curve before without a bend."""
        if self.control is None or self.last not in after:
            return self.at
        return 2 * self.at[0] - self.control[0], 2 * self.at[1] - self.control[1]

    def _arc(self, n: list[float]) -> Iterator[Command]:
        start, end = self.at, (n[5], n[6])
        if start == end:
            return
        if n[0] == 0 or n[1] == 0:
            yield self._line(end)
            return
        for first, second, to in _arc_curves(
            start, end, abs(n[0]), abs(n[1]), math.radians(n[2]), n[3] != n[4], n[4] != 0
        ):
            yield self._curve(first, second, to)


def _towards(start: Point, end: Point, part: float) -> Point:
    return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part


def _arc_curves(
    start: Point, end: Point, rx: float, ry: float, turn: float, left: bool, sweep: bool
) -> Iterator[tuple[Point, Point, Point]]:
    """Yield an elliptical arc as cubic curves of a quarter turn at most (SVG 2, appendix B.2.4)."""
    cos, sin = math.cos(turn), math.sin(turn)
    half = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    x, y = (cos * half[0] + sin * half[1]) / rx, (cos * half[1] - sin * half[0]) / ry
    reach = x * x + y * y
    if reach > 1:
        rx, ry, x, y = (
            rx * math.sqrt(reach),
            ry * math.sqrt(reach),
            x / math.sqrt(reach),
            y / math.sqrt(reach),
        )
        reach = 1.0
    factor = math.sqrt((1 - reach) / reach) * (1 if left else -1)
    cx, cy = factor * y, -factor * x
    middle = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2

    def out(u: float, v: float) -> Point:
        """Return a point of the unit circle on the ellipse."""
        u, v = rx * (u + cx), ry * (v + cy)
        return cos * u - sin * v + middle[0], sin * u + cos * v + middle[1]

    begin = math.atan2(y - cy, x - cx)
    angle = math.atan2(-y - cy, -x - cx) - begin
    if sweep and angle < 0:
        angle += 2 * math.pi
    elif not sweep and angle > 0:
        angle -= 2 * math.pi
    pieces = max(1, math.ceil(abs(angle) / (math.pi / 2) - 1e-9))
    step = angle / pieces
    arm = 4 / 3 * math.tan(step / 4)
    for piece in range(pieces):
        a, b = begin + piece * step, begin + (piece + 1) * step
        first = out(math.cos(a) - arm * math.sin(a), math.sin(a) + arm * math.cos(a))
        second = out(math.cos(b) + arm * math.sin(b), math.sin(b) - arm * math.cos(b))
        yield first, second, end if piece == pieces - 1 else out(math.cos(b), math.sin(b))
