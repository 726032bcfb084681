"""Lines of text as they were broken, on a pen: segments in, strings, underlines and links out.

A PDF reader knows nothing of lines: whoever copies the text or listens to it gets two words as one where a
line break took the space away. So each segment is one string, and the spaces come back, unseen.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from deckbuild.model.units import EMU_PER_PT, to_pt
from deckbuild.render.pdf.pen import Line as Edge

if TYPE_CHECKING:
    from deckbuild.model.scene import Line, Segment, TextNode
    from deckbuild.model.text import Link
    from deckbuild.render.pdf.fonts import Face, Fonts
    from deckbuild.render.pdf.pen import Area, Pen

ASCENT, DESCENT = 0.9, 0.25
"""Height of a link's area over and under the baseline, in em."""


@dataclass(frozen=True, slots=True)
class LinkArea:
    """Where a link stands on a slide, in points from the slide's top left."""

    link: Link
    words: str
    area: Area


def draw_lines(pen: Pen, fonts: Fonts, node: TextNode) -> list[LinkArea]:
    """Draw a node's lines and return where their links are."""
    links: list[LinkArea] = []
    for line, lost in zip(node.lines, lost_spaces(node), strict=True):
        if line.marker:
            _show(pen, fonts, line.marker, line.baseline, " ")
        for segment in line.segments[:-1]:
            _show(pen, fonts, segment, line.baseline)
        if line.segments:
            _show(pen, fonts, line.segments[-1], line.baseline, lost)
        links.extend(_links(pen, fonts, line))
    return links


def lost_spaces(node: TextNode) -> Iterator[str]:
    """Yield for each line the space that its end took away: nothing where a word goes on in the next line."""
    for paragraph, lines in groupby(node.lines, key=lambda line: line.paragraph):
        text = node.paragraphs[paragraph].text
        at = 0
        for line in lines:
            found = text.find(line.text, at)
            at = max(found, at) + len(line.text)
            broken = found >= 0 and at < len(text) and not text[at].isspace() and not text[at - 1].isspace()
            yield "" if broken or line.text.endswith(" ") else " "


def _show(pen: Pen, fonts: Fonts, segment: Segment, baseline: float, lost: str = "") -> None:
    if segment.text:
        face = fonts.face(bold=segment.bold, italic=segment.italic)
        em = segment.size * EMU_PER_PT
        at = (to_pt(segment.x), to_pt(baseline) - segment.rise)
        advances = [advance / em for advance in segment.advances]
        pen.text(face, segment.size, at, segment.text + lost, segment.colour, advances)


def _links(pen: Pen, fonts: Fonts, line: Line) -> Iterator[LinkArea]:
    """Underline each link of a line and yield where it is."""
    for link, group in groupby(line.segments, key=lambda segment: segment.link):
        if link is None:
            continue
        segments = list(group)
        first, last = segments[0], segments[-1]
        face = fonts.face(bold=last.bold, italic=last.italic)
        x, right = to_pt(first.x), to_pt(last.x + last.width) - _trailing(face, last)
        size = max(segment.size for segment in segments)
        y = to_pt(line.baseline)
        under = y + face.underline * size
        pen.line((x, under), (right, under), Edge(first.colour, face.underline_width * size))
        words = "".join(segment.text for segment in segments).strip()
        yield LinkArea(link, words, (x, y - ASCENT * size, right - x, (ASCENT + DESCENT) * size))


def _trailing(face: Face, segment: Segment) -> float:
    """Return the width of the spaces at a segment's end, points."""
    spaces = len(segment.text) - len(segment.text.rstrip())
    return face.width(" " * spaces, segment.size)
