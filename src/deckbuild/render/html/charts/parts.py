"""What charts of every kind share: lengths, labels, the value axis, textures and the legend."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from deckbuild.model.figures import axis_top, number, step_for
from deckbuild.model.source import Chart
from deckbuild.render.html.markup import NOTHING, Markup, block, run_in, tag, words

LETTER = 0.64
"""Width of a letter, em: as in Verdana, since nothing is measured here and the reader's font is not known."""
LINE = 1.3
"""From baseline to baseline, em."""
TEXTURES = 6
"""How many fills, dashes and markers there are; a seventh series begins again."""
NEEDS = range(16, 48, 4)
"""The widths of room, em, under which something can be left out (`stylesheet` writes rules for each)."""
MARKERS = (
    "M5 0A5 5 0 1 1-5 0A5 5 0 1 1 5 0Z",
    "M-4.5-4.5H4.5V4.5H-4.5Z",
    "M0-6.5 6.5 0 0 6.5-6.5 0Z",
    "M0-6 6 5H-6Z",
    "M0 6-6-5H6Z",
    "M-6-2H-2V-6H2V-2H6V2H2V6H-2V2H-6Z",
)
"""Circle, square, diamond, triangle up, triangle down, cross; pixels about the point."""


def em(length: float) -> str:
    """Return a length in em as an attribute's value."""
    return f"{length:.2f}".rstrip("0").rstrip(".") + "em"


def percent(share: float) -> str:
    """Return a share (0 to 1) of the plot's width as an attribute's value."""
    return f"{share * 100:.2f}".rstrip("0").rstrip(".") + "%"


def width_of(text: str) -> float:
    """Return the room that a line of text wants, em."""
    return len(text) * LETTER


def fold(text: str, letters: int) -> list[str]:
    """Return a text in lines of at most so many letters, broken at spaces; a longer word stands alone."""
    out: list[str] = []
    for word in text.split():
        if out and len(out[-1]) + 1 + len(word) <= letters:
            out[-1] += f" {word}"
        else:
            out.append(word)
    return out or [""]


def label(
    text: Sequence[str] | str,
    x: float,
    y: float,
    *,
    anchor: str | None = None,
    dx: float = 0.0,
    class_: str | None = None,
) -> Markup:
    """Return a text of one or more lines at a share of the width and a baseline in em."""
    rows = [text] if isinstance(text, str) else text
    made = [
        tag(
            "text",
            words(row),
            x=percent(x),
            y=em(y + n * LINE),
            dx=em(dx) if dx else None,
            text_anchor=anchor,
            class_=class_,
        )
        for n, row in enumerate(rows)
    ]
    return run_in(made)


def where_room(parts: Iterable[Markup], need: float) -> Markup:
    """Return parts that are shown only where the room is *need* em wide; nothing where it never is."""
    step = next((each for each in NEEDS if each >= need), None)
    return tag("g", *parts, class_=f"need-{step}") if step else NOTHING


def thinned(names: Sequence[Markup], need: float) -> Markup:
    """Return the names along an axis: all where the room is *need* em wide, else every second or fourth."""
    second = where_room(names[2::4], need / 2)
    return run_in((*names[::4], second, where_room(names[1::2], need)))


def frame(chart: Chart, height: float, *inner: Markup, left: float = 0.0, right: float = 0.0) -> Markup:
    """Return the drawing of *height* em, with room left and right of the plot for labels, em.

    Percentages within are of the plot: the labels stand outside the drawing's box, in its margins.
    """
    margins = f"width:calc(100% - {em(left + right)});margin:0 {em(right)} 0 {em(left)}"
    style = margins if left or right else None
    return block("svg", *inner, role="img", aria_label=chart.alt, height=em(height), style=style)


@dataclass(frozen=True, slots=True)
class Scale:
    """The value axis."""

    low: float
    high: float
    step: float

    def at(self, value: float) -> float:
        """Return where a value stands, as a share of the axis."""
        return (value - self.low) / (self.high - self.low)

    @property
    def ticks(self) -> tuple[float, ...]:
        """The values that the axis names."""
        return tuple(self.low + self.step * n for n in range(round((self.high - self.low) / self.step) + 1))


def scale_of(chart: Chart) -> Scale:
    """Return the axis of a chart: from zero, or from under the lowest value where one is under zero."""
    top = axis_top(chart)
    least = min((each for series in chart.series for each in series.values if each is not None), default=0.0)
    step = step_for(max(top, -least))
    low = math.floor(least / step) * step if least < 0 else 0.0
    return Scale(low, math.ceil(top / step - 1e-9) * step, step)


def fill_of(chart: Chart, series: int, category: int) -> str:
    """Return the class of a bar: its series' fill, or the accent where its category is the one to notice."""
    if len(chart.series) == 1 and chart.categories[category] == chart.highlight:
        return "fill-accent"
    return f"fill-{series % TEXTURES + 1}"


def longest(chart: Chart) -> float:
    """Return the width of the widest value, em; values are bold."""
    values = (number(v, chart) for series in chart.series for v in series.values if v is not None)
    return 1.08 * max((width_of(value) for value in values), default=0.0)


def marker(series: int, x: str, y: str) -> Markup:
    """Return the marker of a series at a point."""
    shape = tag("path", d=MARKERS[series % TEXTURES], class_=f"mark-{series % TEXTURES + 1}")
    return tag("svg", shape, x=x, y=y, overflow="visible")


def legend(chart: Chart) -> Markup:
    """Return the names of series or slices, each with its texture; nothing where there is but one series.

    A screen reader has them from the alternative text and the table.
    """
    if chart.kind == "pie":
        entries = [_slice(chart, n) for n in range(len(chart.categories))]
    elif len(chart.series) > 1:
        swatch = _dash if chart.kind == "line" else lambda n: _swatch(f"fill-{n % TEXTURES + 1}")
        entries = [tag("li", swatch(n), words(f" {each.name}")) for n, each in enumerate(chart.series)]
    else:
        return NOTHING
    return block("ul", *entries, class_="legend", aria_hidden="true")


def _slice(chart: Chart, category: int) -> Markup:
    """Return a slice's texture, name and value."""
    value = tag("b", words(number(chart.series[0].values[category] or 0, chart)))
    name = words(f" {chart.categories[category]} ")
    return tag("li", _swatch(fill_of_slice(chart, category)), name, value)


def fill_of_slice(chart: Chart, category: int) -> str:
    """Return the class of a pie's slice."""
    highlighted = chart.categories[category] == chart.highlight
    return "fill-accent" if highlighted else f"fill-{category % TEXTURES + 1}"


def _swatch(fill: str) -> Markup:
    return tag("svg", tag("rect", width="100%", height="100%", class_=fill), class_="swatch")


def _dash(series: int) -> Markup:
    line = tag("line", x1="0", y1="50%", x2="100%", y2="50%", class_=f"line-{series % TEXTURES + 1}")
    return tag("svg", line, marker(series, "50%", "50%"), class_="swatch dash")
