"""A template's palette and fonts in, the page's one style sheet out (CSS Custom Properties, Media Queries 5).

`page.css` and `print.css` name no colour and no font: those are custom properties, written here for light and
dark pages. On paper a page is always light; where a reader chose colours of their own (forced colours, CSS
Color Adjustment 1) the properties take theirs, so that charts do too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from deckbuild.model.document import PageOptions, Paper
from deckbuild.model.figures import SERIES_COLOURS
from deckbuild.model.template import Template
from deckbuild.render.html.charts.parts import NEEDS
from deckbuild.render.html.colours import dark, light
from deckbuild.render.html.markup import Markup, block, tag

FALLBACK = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif"
"""After the deck's family, which is seldom on a telephone."""
PAPERS: Mapping[Paper, str] = {"A4": "A4", "A5": "A5", "A5-booklet": "A5", "US-Letter": "letter"}
PRINT_ROOM: Mapping[Paper, float] = {"A4": 54, "A5": 34, "A5-booklet": 34, "US-Letter": 56}
"""Width between the margins, in the em of charts on paper."""
CHART_LETTER, PADDING = 0.9375, 2.0
"""Size of letters in charts, and what stands left and right of everything, rem; as in `page.css`."""
TEXT_COLOURS = ("ink", "deep", "brand", "accent", "muted", "link", "visited")
"""The palette names in which words are readable on every ground of the page."""
DASHES = ("none", "7 4", "2 4", "10 4 2 4", "14 4", "4 4")
LARGE_PRINT = 16.0
"""Points of reading matter on paper (UKAAF: clear and large print)."""

FORCED = {
    "ground": "Canvas",
    "tint": "Canvas",
    "mast": "Canvas",
    "link": "LinkText",
    "visited": "VisitedText",
    "accent": "Highlight",
}
"""System colours; every other name is `CanvasText`."""

TEXTURES = (
    ("", 0.0),
    ("M-2 2 2-2M0 8 8 0M6 10 10 6", 1.75),
    ("M2 2h.01M6 6h.01", 3.0),
    ("M0 2H8M0 6H8", 1.5),
    ("M-2 6 2 10M0 0 8 8M6-2 10 2", 1.75),
    ("M0 4H8M4 0V8", 1.25),
)
"""Strokes and their width on a tile of 8 × 8 pixels, in the ground's colour on the series' own."""


@dataclass(frozen=True, slots=True)
class Paint:
    """The colours of a page by name, `RRGGBB`."""

    day: Mapping[str, str]
    night: Mapping[str, str]


def paint_of(template: Template) -> Paint:
    """Return the colours of a template's pages; the title stands on the ground of the deck's cover."""
    cover = template.layouts.get("cover")
    return Paint(light(template.palette, cover.ground if cover else "ground"), dark(template.palette))


def stylesheet(template: Template, paint: Paint, options: PageOptions, board: str) -> str:
    """Return the style sheet of a page; *board* is whose name stands at the foot of printed pages."""
    day, night = paint.day, paint.night
    forced = {name: FORCED.get(name, "CanvasText") for name in day}
    root = f"color-scheme: light dark; --font: {_family(template.fonts.deck)}; {_properties(_hex(day))}"
    parts = (
        f":root {{ {root} }}",
        f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {_properties(_hex(night))} }} }}",
        f"@media (forced-colors: active) {{ :root {{ {_properties(forced)} }} }}",
        _file("page.css"),
        *_charts(),
        *(f".ink-{name} {{ color: var(--{name}); }}" for name in TEXT_COLOURS),
        _file("print.css"),
        *_sheet(options, board),
    )
    return "\n".join(parts)


def _file(name: str) -> str:
    return (Path(__file__).parent / name).read_text(encoding="utf-8").strip()


def _hex(colours: Mapping[str, str]) -> dict[str, str]:
    return {name: f"#{value}" for name, value in colours.items()}


def _properties(colours: Mapping[str, str]) -> str:
    return " ".join(f"--{name}: {value};" for name, value in colours.items())


def _family(deck: str) -> str:
    return f"{quoted(deck)}, {FALLBACK}"


def quoted(text: str) -> str:
    """Return a text as a string of CSS that can end neither itself nor its style element."""
    return '"' + re.sub(r"[^\w \-.,·]", lambda match: f"\\{ord(match[0]):x} ", text, flags=re.ASCII) + '"'


def _sheet(options: PageOptions, footer: str) -> Iterator[str]:
    """Yield the paper, with page numbers for the browsers that set them (CSS Paged Media 3, 6)."""
    style = "font: 8.5pt var(--font); color: #000;"
    foot = f"@bottom-left {{ content: {quoted(footer)}; {style} }}"
    count = f'@bottom-right {{ content: "Page " counter(page) " of " counter(pages); {style} }}'
    yield f"@page {{ size: {PAPERS[options.paper]}; margin: 18mm; {foot} {count} }}"
    narrow = ", ".join(f".need-{need}" for need in NEEDS if need > PRINT_ROOM[options.paper])
    if narrow:
        yield f"@media print {{ {narrow} {{ display: none; }} }}"
    if options.large_print:
        yield f"@media print {{ html {{ font-size: {LARGE_PRINT:g}pt; line-height: 1.4; }} }}"


def _charts() -> list[str]:
    """Return how series are told apart, and what is left out on a narrow screen.

    The page is as wide as its screen up to the width at which the largest need is met, so that a media query
    knows a chart's room. A container query would too; the W3C's checker does not know them yet.
    """
    out = []
    for n, name in enumerate(SERIES_COLOURS, 1):
        colour = f"var(--{'edge' if name == 'rule' else name})"
        fill = f"url(#{texture_id(n)})" if TEXTURES[n - 1][0] else colour
        out.append(
            f".fill-{n} {{ fill: {fill}; }} .tile-{n}, .mark-{n} {{ fill: {colour}; }}"
            f" .line-{n} {{ stroke: {colour}; stroke-width: 3; stroke-dasharray: {DASHES[n - 1]}; }}"
        )
    for need in NEEDS:
        edge = need * CHART_LETTER + PADDING - 0.01
        out.append(f"@media screen and (max-width: {edge:g}rem) {{ .need-{need} {{ display: none; }} }}")
    return out


def texture_id(number: int) -> str:
    """Return the id of a texture; slides' ids have no dot."""
    return f"page.texture-{number}"


def textures() -> Markup:
    """Return the tiles of the textures, for all charts of a page."""
    tiles = [
        tag(
            "pattern",
            tag("rect", width="8", height="8", class_=f"tile-{n}"),
            tag("path", d=drawn, class_="thread", stroke_width=f"{width:g}"),
            id=texture_id(n),
            width="8",
            height="8",
            patternUnits="userSpaceOnUse",
        )
        for n, (drawn, width) in enumerate(TEXTURES, 1)
        if drawn
    ]
    return block("svg", tag("defs", *tiles), class_="textures", aria_hidden="true", focusable="false")
