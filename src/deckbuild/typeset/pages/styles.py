"""The type scale of pages: what each kind of text looks like there, from the deck's own scale and colours.

Reading matter is 11 on 15 points on A4, 10 on 14 on A5, and 16 on 22 in large print, where nothing is smaller
(UKAAF, clear and large print). Headings keep the ratio that the deck's titles have to its text.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from deckbuild.model.dataclasses import dataclass, replace
from deckbuild.model.document import PageOptions
from deckbuild.model.scene import LevelStyle, Styles, level_style
from deckbuild.model.template import Template
from deckbuild.model.units import pt

NORMAL = (11.0, 15.0)
SMALL_PAPER = (10.0, 14.0)
LARGE_PRINT = (16.0, 22.0)
"""Size and pitch of reading matter, points."""

LIST_STEP = 1.5
"""Ems by which a list stands further in than what is around it: room for "10." too."""
DEEPEST = 6
"""Heading levels of PDF."""


@dataclass(frozen=True, slots=True)
class TypeStyle:
    """One kind of text."""

    levels: Styles
    """By outline level. `before` of the first is the space over a paragraph."""
    after: float = 0.0
    """Points under it, at least."""

    @property
    def first(self) -> LevelStyle:
        """The style of its paragraphs."""
        return self.levels[0]

    def level(self, number: int) -> LevelStyle:
        """Return the style of an outline level."""
        return level_style(self.levels, number)


@dataclass(frozen=True, slots=True)
class Scale:
    """Sizes of one document."""

    body: float
    pitch: float
    """Of the body."""
    ratio: float
    """Of a deck's titles to its text."""
    least: float
    """Nothing is smaller; 0 for no bound."""

    @property
    def unit(self) -> float:
        """What distances of A4 pages are multiplied with."""
        return self.body / NORMAL[0]

    def size(self, on_a4: float) -> float:
        """Return the size of what has so many points beside text of 11."""
        return max(self.least, _half(on_a4 * self.unit))

    def style(
        self,
        on_a4: float,
        colour: str = "ink",
        *,
        bold: bool = False,
        leading: float = 1.33,
        before: float = 0.0,
    ) -> LevelStyle:
        """Return a style; *before* is points on A4."""
        size = self.size(on_a4)
        return LevelStyle(size, _half(size * leading), colour, bold=bold, before=before * self.unit)


def scale_of(template: Template, options: PageOptions, *, compact: bool = False) -> Scale:
    """Return the sizes for a deck's look on a paper."""
    ratio = template.title_styles[0].size / template.body_styles[0].size
    if options.large_print:
        return Scale(*LARGE_PRINT, ratio, LARGE_PRINT[0])
    small = compact or options.paper in ("A5", "A5-booklet")
    return Scale(*(SMALL_PAPER if small else NORMAL), ratio, 0.0)


@lru_cache(maxsize=16)
def page_styles(scale: Scale) -> Mapping[str, TypeStyle]:
    """Return every style, by `TextStyle` and by the names that the blocks of this package use."""
    return {**_reading(scale), **_short(scale), **_headings(scale), **_tables(scale), **_furniture(scale)}


def _reading(scale: Scale) -> dict[str, TypeStyle]:
    body = LevelStyle(scale.body, scale.pitch, "ink", before=6 * scale.unit)
    small = scale.style(9, "muted", before=4)
    lead = scale.style(13, "deep", leading=1.4, before=6)
    quotation = scale.style(12, "deep", leading=1.42, before=6)
    return {
        "body": TypeStyle(_with_lists(body, scale)),
        "listed": TypeStyle(_with_lists(body, scale)[1:]),
        "lead": TypeStyle(_with_lists(lead, scale), 4 * scale.unit),
        "small": TypeStyle(_with_lists(small, scale)),
        "source": TypeStyle(_with_lists(scale.style(8.5, "muted", before=5), scale), 4 * scale.unit),
        "quotation": TypeStyle(_with_lists(quotation, scale), 4 * scale.unit),
        "compact": TypeStyle(_with_lists(scale.style(10, before=4), scale)),
    }


def _with_lists(style: LevelStyle, scale: Scale) -> Styles:
    """Return a style and those of the lists in it: a disc, a dash, a smaller indent each."""
    step = scale.body * LIST_STEP
    return (
        style,
        *(
            replace(
                style,
                bullet="•" if level == 1 else "–",
                margin=pt(step * level),
                indent=-pt(step),
                before=3 * scale.unit,
            )
            for level in (1, 2, 3, 4)
        ),
    )


def _short(scale: Scale) -> dict[str, TypeStyle]:
    unit = scale.unit
    return {
        "caption": TypeStyle((scale.style(10, "deep", bold=True, before=10),), 5 * unit),
        "label": TypeStyle((scale.style(9, "brand", bold=True, before=6),), 2 * unit),
        "display": TypeStyle((scale.style(30, "deep", bold=True, leading=1.2, before=12),), 8 * unit),
        "time": TypeStyle((scale.style(16, "brand", bold=True, leading=1.2),)),
        "eyebrow": TypeStyle((scale.style(9, "brand", bold=True, before=22),), 1.5 * unit),
        "field-label": TypeStyle((scale.style(10, "deep", before=8),), 3 * unit),
        "help": TypeStyle((scale.style(9, "muted"),), 3 * unit),
        "option": TypeStyle((scale.style(10, before=3),)),
        "entry": TypeStyle((LevelStyle(scale.body, scale.pitch, "ink"),)),
        "entry-display": TypeStyle((replace(scale.style(24, "deep", bold=True, leading=1.2), align="ctr"),)),
    }


def _headings(scale: Scale) -> dict[str, TypeStyle]:
    """Return the headings: each is a step of the deck's ratio, or half a step, larger than the next."""
    size, ratio, unit = NORMAL[0], scale.ratio, scale.unit
    title = scale.style(size * ratio**2, "deep", bold=True, leading=1.18, before=10)
    part = scale.style(size * ratio, "deep", bold=True, leading=1.22, before=22)
    third = scale.style(size * ratio**0.5, "deep", bold=True, leading=1.25, before=15)
    fourth = replace(scale.style(size, "brand", bold=True, before=11), pitch=scale.pitch)
    deeper = replace(fourth, colour="ink")
    named = {
        "h1": TypeStyle((title,), 5 * unit),
        "h2": TypeStyle((part,), 6 * unit),
        "h3": TypeStyle((third,), 3.5 * unit),
        "h4": TypeStyle((fourth,), 2 * unit),
        "cell-part": TypeStyle((scale.style(8.5, "brand", bold=True),), 1 * unit),
        "cell-title": TypeStyle((scale.style(10, bold=True, leading=1.25),), 4 * unit),
        "subtitle": TypeStyle((scale.style(12, "ink", leading=1.4, before=3),), 16 * unit),
    }
    return named | {f"h{level}": TypeStyle((deeper,), 2 * unit) for level in range(5, DEEPEST + 1)}


def _tables(scale: Scale) -> dict[str, TypeStyle]:
    cell = scale.style(10, leading=1.34, before=3)
    data = scale.style(9, leading=1.34, before=2)
    return {
        "cell": TypeStyle(_with_lists(cell, scale)),
        "row-header": TypeStyle(_with_lists(replace(cell, bold=True), scale)),
        "column-header": TypeStyle((replace(cell, bold=True, colour="deep"),)),
        "data": TypeStyle(_with_lists(data, scale)),
        "data-header": TypeStyle((replace(data, bold=True, colour="deep"),)),
        "chart": TypeStyle((scale.style(9, leading=1.22),)),
    }


def _furniture(scale: Scale) -> dict[str, TypeStyle]:
    running = scale.style(8.5, "muted", leading=1.4)
    return {
        "running": TypeStyle((running,)),
        "marking": TypeStyle((replace(running, bold=True, colour="ink"),)),
        "board": TypeStyle((scale.style(11.5, "deep", bold=True, leading=1.2),)),
        "board-more": TypeStyle((scale.style(10, "deep", leading=1.25),)),
        "agency": TypeStyle((scale.style(10.5, "deep", bold=True, leading=1.3),)),
        "kind": TypeStyle((scale.style(9.5, "muted", leading=1.4),)),
    }


def _half(points: float) -> float:
    """Return a size rounded to half a point."""
    return round(points * 2) / 2
