"""Paragraphs and a box → lines with a baseline and segments (ECMA-376 part 1, 21.1.2.2)."""

from __future__ import annotations

from itertools import chain

from deckbuild.fonts.library import Fonts
from deckbuild.model.dataclasses import dataclass, replace
from deckbuild.model.scene import (
    LevelStyle,
    Line,
    Segment,
    Styles,
    TextNode,
    bullet_of,
    hanging,
    level_style,
)
from deckbuild.model.text import Paragraph, Run, Text
from deckbuild.model.units import EMU_PER_PT, Box
from deckbuild.typeset.breaks import Break, break_lines

RAISED = 0.66
"""Size of superscripts and subscripts against their line's text."""
BELOW = 0.2
"""Of the size, from baseline to line end under exact spacing, as LibreOffice sets every font."""
RISE = {"normal": 0.0, "super": 0.30, "sub": -0.25}
"""Baseline shift in fractions of the size (a:rPr/@baseline)."""


@dataclass(frozen=True, slots=True)
class Flow:
    """A paragraph's characters with their advances in points, not yet broken."""

    paragraph: Paragraph
    style: LevelStyle
    text: str
    advances: tuple[float, ...]
    margin: float
    """Points from the box's inner left edge."""
    marker: Segment | None
    """The bullet or number, its x counted from the box's inner left edge."""


def run_size(run: Run, style: LevelStyle) -> float:
    """Return a run's size in points."""
    return style.size if run.baseline == "normal" else style.size * RAISED


def run_advances(run: Run, style: LevelStyle, fonts: Fonts) -> tuple[float, ...]:
    """Return the advances of a run's characters in points."""
    face = fonts.face(style.bold or run.bold, style.italic or run.italic)
    size = run_size(run, style)
    return tuple([advance * size for advance in face.advances(run.text)])


def flow(paragraph: Paragraph, styles: Styles, number: int, fonts: Fonts) -> Flow:
    """Return a paragraph ready to break; *number* is its place in a numbered list, from 1."""
    style = level_style(styles, paragraph.level)
    margin, indent = hanging(style, paragraph.marker)
    advances = tuple(chain.from_iterable([run_advances(run, style, fonts) for run in paragraph.runs]))
    marker = marker_segment(paragraph, style, number, (margin + indent) / EMU_PER_PT, fonts)
    return Flow(paragraph, style, paragraph.text, advances, margin / EMU_PER_PT, marker)


def marker_segment(
    paragraph: Paragraph, style: LevelStyle, number: int, x: float, fonts: Fonts
) -> Segment | None:
    """Return the bullet or number before a paragraph; None where it has none."""
    text = f"{number}." if paragraph.marker == "number" else bullet_of(style, paragraph.marker)
    if not text:
        return None
    width = sum(fonts.face(style.bold, style.italic).advances(text)) * style.size
    return Segment(text, x, width, style.size, style.bold, style.italic, style.bullet_colour)


def numbering(paragraphs: Text) -> list[int]:
    """Return each paragraph's number within its run of numbered paragraphs of one level."""
    if not any(paragraph.marker == "number" for paragraph in paragraphs):
        return [0] * len(paragraphs)
    counts: dict[int, int] = {}
    numbers = []
    for paragraph in paragraphs:
        for level in [each for each in counts if each > paragraph.level]:
            del counts[level]
        counts[paragraph.level] = counts.get(paragraph.level, 0) + 1 if paragraph.marker == "number" else 0
        numbers.append(counts[paragraph.level])
    return numbers


def flows(node: TextNode, styles: Styles, fonts: Fonts) -> list[Flow]:
    """Return the node's paragraphs ready to break, in the given styles."""
    numbers = numbering(node.paragraphs)
    return [flow(each, styles, number, fonts) for each, number in zip(node.paragraphs, numbers, strict=True)]


def inner(node: TextNode) -> Box:
    """Return the node's box within its insets."""
    return node.box.inset(node.insets.left, node.insets.top, node.insets.right, node.insets.bottom)


def broken(ready: list[Flow], width: float) -> list[list[Break]]:
    """Return the lines of each paragraph in a box *width* points wide."""
    return [break_lines(each.text, each.advances, width - each.margin) for each in ready]


def height(ready: list[Flow], lines: list[list[Break]]) -> float:
    """Return the height of broken paragraphs in points; the first has no space before it."""
    pitches = sum(len(each) * one.style.pitch for one, each in zip(ready, lines, strict=True))
    return pitches + sum(each.style.before for each in ready[1:])


def set_lines(node: TextNode, ready: list[Flow], lines: list[list[Break]]) -> tuple[Line, ...]:
    """Return the node's lines in their places on the slide."""
    area = inner(node)
    free = area.h / EMU_PER_PT - height(ready, lines)
    y = area.y / EMU_PER_PT + {"t": 0.0, "ctr": free / 2, "b": free}[node.anchor]
    out: list[Line] = []
    for index, (each, breaks) in enumerate(zip(ready, lines, strict=True)):
        y += each.style.before if index else 0.0
        for count, stretch in enumerate(breaks):
            baseline = y + each.style.pitch - BELOW * each.style.size
            out.append(set_line(each, stretch, index, count == 0, area, baseline))
            y += each.style.pitch
    return tuple(out)


def set_line(ready: Flow, stretch: Break, index: int, first: bool, area: Box, baseline: float) -> Line:
    """Return one line in its place; *baseline* in points."""
    room = area.w / EMU_PER_PT - ready.margin
    shift = 0.0
    if ready.style.align != "l":
        free = room - sum(ready.advances[stretch.start : stretch.end])
        shift = free / 2 if ready.style.align == "ctr" else free
    left = area.x / EMU_PER_PT
    marker = ready.marker if first else None
    if marker:
        x, width = (left + marker.x) * EMU_PER_PT, marker.width * EMU_PER_PT
        marker = replace(marker, x=x, width=width)
    segments = tuple(segments_of(ready, stretch, left + ready.margin + shift))
    return Line(baseline * EMU_PER_PT, segments, index, marker)


def segments_of(ready: Flow, stretch: Break, x: float) -> list[Segment]:
    """Return a line's letters, cut where their appearance changes; *x* in points."""
    out: list[Segment] = []
    start = 0
    for run in ready.paragraph.runs:
        end = start + len(run.text)
        low, high = max(start, stretch.start), min(end, stretch.end)
        if low < high:
            advances = ready.advances[low:high]
            width = sum(advances)
            out.append(segment(run, ready.style, ready.text[low:high], x, width, advances))
            x += width
        start = end
    return out


def segment(
    run: Run, style: LevelStyle, text: str, x: float, width: float, advances: tuple[float, ...]
) -> Segment:
    """Return letters of one run on a line; *x*, *width* and *advances* in points."""
    return Segment(
        text,
        x * EMU_PER_PT,
        width * EMU_PER_PT,
        run_size(run, style),
        style.bold or run.bold,
        style.italic or run.italic,
        run.colour or ("link" if run.link else style.colour),
        RISE[run.baseline] * style.size,
        run.link,
        tuple([advance * EMU_PER_PT for advance in advances]),
        run.lang,
    )
