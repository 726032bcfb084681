"""A paragraph on pages: a paragraph, a style and a width in; lines out that a page break may part.

At least two lines stay at the end of a page, and two go on the next (no widows, no orphans).
"""

from __future__ import annotations

from deckbuild.model.dataclasses import dataclass, replace
from deckbuild.model.scene import Align, LevelStyle, Line, Segment, TextNode, bullet_of
from deckbuild.model.text import Paragraph, Run, plain
from deckbuild.model.units import EMU_PER_PT
from deckbuild.typeset.breaks import Break, break_lines
from deckbuild.typeset.lines import BELOW, Flow, marker_segment, run_advances, set_line
from deckbuild.typeset.pages.piece import ROUNDING, Parted, Piece
from deckbuild.typeset.pages.setting import Kit, Setting
from deckbuild.typeset.pages.sheet import Owner, Sheet, box
from deckbuild.typeset.pages.structure import Branch

LEAST = 2
"""Lines of a parted paragraph on either page."""
NUMBER_ROOM = 1.5
"""Of the size: least room for a number before its paragraph."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words(Piece):
    """A paragraph, or those of its lines that stand on one page."""

    owner: Owner
    ready: Flow
    breaks: tuple[Break, ...]
    """All lines of the paragraph."""
    first: int = 0
    last: int = 0
    """The lines that are here: from `first`, up to but not `last`."""
    width: float
    label: Branch | None = None
    """Element of the bullet or number; None where it has none."""
    key: str = ""
    """Of the anchor at its beginning."""
    part_title: str = ""
    """What it says to the running header, where it is the heading of a part."""

    @property
    def baseline(self) -> float:
        """That of the first line."""
        return self.ready.style.pitch - BELOW * self.ready.style.size

    @property
    def lines(self) -> int:
        """How many stand here."""
        return self.last - self.first

    def part(self, room: float, page: float) -> Parted:
        """Return the lines that fit and the others, two each at least; no page ends within a word.

        Only one that is higher than a page, and has no better place, is parted within a word.
        """
        most = min(int((room + ROUNDING) / self.ready.style.pitch), self.lines - LEAST)
        count = next((each for each in range(most, LEAST - 1, -1) if self.ends_word(each)), 0)
        if not count and self.height > page + ROUNDING:
            count = most
        if count < LEAST:
            return None, self
        return self.only(self.first, self.first + count), self.only(self.first + count, self.last)

    def ends_word(self, count: int) -> bool:
        """Return whether a space stands after so many lines, and not a hyphen or the middle of an address."""
        return self.ready.text[self.breaks[self.first + count].start - 1].isspace()

    def only(self, first: int, last: int) -> Words:
        """Return some of the lines."""
        return replace(
            self,
            first=first,
            last=last,
            height=(last - first) * self.ready.style.pitch,
            before=self.before if first == self.first else 0.0,
            after=self.after if last == self.last else 0.0,
            keep=self.keep and last == self.last,
            belongs=self.belongs and first == self.first,
        )

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Put the lines on a page, after their bullet or number."""
        if self.first == 0:
            sheet.anchor(self.key, x, y)
            if self.part_title:
                sheet.parts.append((y, self.part_title))
        style = self.ready.style
        area = box(x, y, self.width, self.height)
        lines = tuple(
            set_line(
                self.ready,
                self.breaks[n],
                0,
                n == 0,
                area,
                y + (n - self.first) * style.pitch + self.baseline,
            )
            for n in range(self.first, self.last)
        )
        if self.label and lines[0].marker:
            node = marker_node(lines[0].marker, lines[0].baseline, style, y)
            sheet.add(self.label, node)
        said = replace(self.ready.paragraph, runs=self.runs())
        bare = tuple(replace(each, marker=None) for each in lines)
        sheet.add(self.owner, TextNode("Text", area, (said,), (style,), lines=bare))

    def runs(self) -> tuple[Run, ...]:
        """Return the letters that stand here, with the space that the page break took."""
        start = self.breaks[self.first].start
        end = self.breaks[self.last].start if self.last < len(self.breaks) else len(self.ready.text)
        out, position = [], 0
        for run in self.ready.paragraph.runs:
            low, high = max(start - position, 0), min(end - position, len(run.text))
            if low < high:
                out.append(run if high - low == len(run.text) else replace(run, text=run.text[low:high]))
            position += len(run.text)
        return tuple(out)


def marker_node(marker: Segment, baseline: float, style: LevelStyle, y: float) -> TextNode:
    """Return a bullet or number as a text of its own; *baseline* in EMU."""
    place = box(marker.x / EMU_PER_PT, y, marker.width / EMU_PER_PT, style.pitch)
    return TextNode("Label", place, (plain(marker.text),), (style,), lines=(Line(baseline, (marker,), 0),))


def words(
    setting: Setting,
    paragraph: Paragraph,
    style: LevelStyle,
    owner: Owner,
    *,
    number: int = 0,
    label: Branch | None = None,
    after: float = 0.0,
    keep: bool = False,
    key: str = "",
    part_title: str = "",
) -> Words:
    """Return a paragraph broken into lines as wide as the setting; *number* is its place in a list."""
    setting.check(paragraph, style)
    ready = flow(setting.kit, paragraph, style, number)
    breaks = tuple(break_lines(ready.text, ready.advances, setting.width - ready.margin, addresses=True))
    for each in breaks:
        if each.forced:
            report_broken(setting, paragraph, ready.text[each.start : each.end])
    return Words(
        owner=owner,
        ready=ready,
        breaks=breaks,
        last=len(breaks),
        width=setting.width,
        label=label,
        height=len(breaks) * style.pitch,
        before=style.before,
        after=after,
        keep=keep,
        key=key,
        part_title=part_title,
    )


def report_broken(setting: Setting, paragraph: Paragraph, start: str) -> None:
    """Report a word that had to be broken."""
    setting.warn(
        "DB305",
        f"a word is wider than its column and is broken after “{start}”",
        "Write it shorter, or with a hyphen or a space where it may break.",
        paragraph.origin,
        word=start,
    )


def flow(kit: Kit, paragraph: Paragraph, style: LevelStyle, number: int) -> Flow:
    """Return a paragraph ready to break. On pages one without a marker keeps its list's margin."""
    marker = "bullet" if paragraph.marker == "style" and style.bullet else paragraph.marker
    margin, indent = style.margin / EMU_PER_PT, style.indent / EMU_PER_PT
    if marker == "number":
        room = max(-indent, NUMBER_ROOM * style.size)
        margin, indent = max(margin, room), -room
    advances = tuple(each for run in paragraph.runs for each in run_advances(run, style, kit.fonts))
    shown = bullet_of(style, marker) or marker == "number"
    sign = marker_segment(replace(paragraph, marker=marker), style, number, margin + indent, kit.fonts)
    return Flow(paragraph, style, paragraph.text, advances, margin, sign if shown else None)


def single(
    kit: Kit, text: str, style: LevelStyle, at: tuple[float, float], width: float, align: Align = "l"
) -> TextNode:
    """Return one line of plain text in a box at x and y, shortened where it is wider than *width*."""
    shown = fitted(kit, text, style, width)
    ready = flow(kit, plain(shown), replace(style, align=align), 0)
    area = box(*at, width, style.pitch)
    line = set_line(ready, Break(0, len(shown)), 0, True, area, at[1] + style.pitch - BELOW * style.size)
    return TextNode("Line", area, (plain(shown),), (style,), lines=(line,))


def width_of(kit: Kit, text: str, style: LevelStyle) -> float:
    """Return how wide a text is on one line, points."""
    return sum(kit.fonts.face(style.bold, style.italic).advances(text)) * style.size


def fitted(kit: Kit, text: str, style: LevelStyle, width: float) -> str:
    """Return a text, without its last words and with an ellipsis where it is too wide."""
    shown = text
    while width_of(kit, shown, style) > width and " " in text:
        text = text.rpartition(" ")[0]
        shown = f"{text.rstrip(' ,;:–—')} …"
    return shown
