"""Lines of text as they were broken, into the element they belong to: segments in, marked content out.

A run in another language becomes a Span, a link a Link (ISO 32000-1, 14.8.4.4). A PDF reader knows nothing of
lines: whoever copies the text or listens to it gets two words as one where a line break took the space away.
So the spaces come back, unseen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from deckbuild.model.dataclasses import dataclass
from deckbuild.model.scene import level_style
from deckbuild.model.units import EMU_PER_PT, to_pt
from deckbuild.render.pdf.pen import Line as Edge
from deckbuild.render.pdf.pen import Words
from deckbuild.render.pdf.tags import LinkArea

if TYPE_CHECKING:
    from deckbuild.model.scene import Line, Segment, TextNode
    from deckbuild.model.text import Link
    from deckbuild.render.pdf.fonts import Fonts
    from deckbuild.render.pdf.tags import Branch, Sheet

JOINTS = ("-", "\u2010", "–", "/")
"""After these a line may end within a word."""

ASCENT, DESCENT = 0.9, 0.25
"""Height of a link's area over and under the baseline, in em."""


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line with the space that its end took away, if it did."""

    line: Line
    lost: str
    node: TextNode

    @property
    def colour(self) -> str:
        """The colour name of its text where no run has another."""
        return level_style(self.node.styles, self.node.paragraphs[self.line.paragraph].level).colour


@dataclass(frozen=True, slots=True)
class _Piece:
    """A segment in its place."""

    segment: Segment
    words: Words
    line: Line
    link: Link | None


def set_lines(node: TextNode) -> list[SetLine]:
    """Return a node's lines; one where a word goes on in the next line has lost no space.

    On the next page too: there a node's text ends, with its space if a page break took one.
    """
    found: list[SetLine] = []
    for paragraph, lines in groupby(node.lines, key=lambda line: line.paragraph):
        text = node.paragraphs[paragraph].text
        at = 0
        for line in lines:
            words = line.text
            place = text.find(words, at)
            at = max(place, at) + len(words)
            goes_on = not text[at].isspace() if at < len(text) else text[-1:] in JOINTS
            broken = place >= 0 and goes_on and not text[at - 1 : at].isspace()
            found.append(SetLine(line, "" if broken or words.endswith(" ") else " ", node))
    return found


def draw_lines(
    sheet: Sheet, fonts: Fonts, places: frozenset[str], branch: Branch, lines: Sequence[SetLine]
) -> None:
    """Draw lines, without their markers, as the next kids of *branch*.

    *places* are the keys of the document's anchors: a link to any other place is plain text.
    """
    pieces = [piece for line in lines for piece in _pieces(fonts, line, places)]
    under: list[_Piece] = []
    for link, linked in groupby(pieces, key=lambda piece: piece.link):
        group = list(linked)
        owner = branch.grow("Link") if link else branch
        for language, spoken in groupby(group, key=lambda piece: piece.segment.lang):
            with sheet.content(owner.grow("Span", language) if language else owner) as pen:
                pen.text([piece.words for piece in spoken])
        if link:
            for _, alike in groupby(group, key=lambda piece: piece.line.baseline):
                stretch = list(alike)
                owner.kids.append(_area(sheet, link, stretch))
                under += stretch
    _underline(sheet, under)


def words_of(fonts: Fonts, node: TextNode) -> Iterator[Words]:
    """Yield all words of a node, markers too, for text inside a figure or an artifact."""
    for line in set_lines(node):
        if line.line.marker:
            yield marker_words(fonts, line.line, line.line.marker)
        for piece in _pieces(fonts, line, frozenset()):
            yield piece.words


def marker_words(fonts: Fonts, line: Line, marker: Segment) -> Words:
    """Return the bullet or number before a line."""
    return _words(fonts, marker, line.baseline, f"{marker.text} ", marker.colour)


def _pieces(fonts: Fonts, line: SetLine, places: frozenset[str]) -> Iterator[_Piece]:
    segments = [each for each in line.line.segments if each.text]
    for index, segment in enumerate(segments, 1):
        link = segment.link
        colour = segment.colour
        if link and link.slide and link.slide not in places:
            link = None
            colour = line.colour if colour == "link" else colour
        text = segment.text if index < len(segments) else segment.text + line.lost
        words = _words(fonts, segment, line.line.baseline, text, colour)
        yield _Piece(segment, words, line.line, link)


def _words(fonts: Fonts, segment: Segment, baseline: float, text: str, colour: str) -> Words:
    face = fonts.face(bold=segment.bold, italic=segment.italic)
    y = baseline / EMU_PER_PT - segment.rise
    return Words(face, segment.size, segment.x / EMU_PER_PT, y, text, colour, segment.advances)


def _area(sheet: Sheet, link: Link, stretch: Sequence[_Piece]) -> LinkArea:
    """Return where a link stands on one line, without the space at its end."""
    left, right = _span(stretch)
    size = max(piece.segment.size for piece in stretch)
    top = to_pt(stretch[0].line.baseline) - ASCENT * size
    words = "".join(piece.segment.text for piece in stretch).strip()
    return LinkArea(link, words, sheet.rectangle((left, top, right - left, (ASCENT + DESCENT) * size)))


def _underline(sheet: Sheet, pieces: Sequence[_Piece]) -> None:
    """Draw a line under links: it says nothing that the Link does not say."""
    if not pieces:
        return
    with sheet.artifact("Layout") as pen:
        for _, alike in groupby(pieces, key=lambda piece: (piece.line.baseline, piece.link)):
            stretch = list(alike)
            left, right = _span(stretch)
            face, size = stretch[-1].words.face, max(piece.segment.size for piece in stretch)
            y = to_pt(stretch[0].line.baseline) + face.underline * size
            pen.line((left, y), (right, y), Edge(stretch[0].words.colour, face.underline_width * size))


def _span(stretch: Sequence[_Piece]) -> tuple[float, float]:
    """Return left and right edge of a link on a line, points, without the spaces at its end."""
    last = stretch[-1]
    spaces = len(last.segment.text) - len(last.segment.text.rstrip())
    width = last.words.face.width(" " * spaces, last.segment.size)
    return to_pt(stretch[0].segment.x), to_pt(last.segment.x + last.segment.width) - width
