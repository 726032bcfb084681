"""Running header and footer: session and part over the text; board, marking, version and page under it.

Both are artifacts: a screen reader that read them on each page would interrupt sentences (ISO 14289-1, 7.8).
"""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.model.dataclasses import dataclass
from deckbuild.model.dates import long_date
from deckbuild.model.paged import ArtifactType, Mark
from deckbuild.model.scene import Align
from deckbuild.typeset.pages.paper import Format
from deckbuild.typeset.pages.piece import ROUNDING
from deckbuild.typeset.pages.setting import Kit
from deckbuild.typeset.pages.sheet import Sheet, stroke
from deckbuild.typeset.pages.words import single, width_of

HAIRLINE = 0.5
APART = 18.0
"""Least room between two texts on a line, points."""
LEAST_LEFT = 0.55
"""Of a header that is too long, for the session's title."""
CLEAR = 4.0
"""Between a hairline and its words."""
SIDES = ("l", "r")
MANY = 99
"""Pages for whose number the footer has room before they are counted."""


@dataclass(frozen=True, slots=True)
class Said:
    """A text of the footer."""

    text: str
    align: Align
    numbered: bool = False
    """True where the page's number follows."""
    style: str = "running"

    def on(self, page: int, pages: int) -> str:
        """Return what it says on a page."""
        number = f"Page {page} of {pages}" if self.numbered else ""
        return " · ".join(each for each in (self.text, number) if each)


Line = tuple[Said, ...]


def header_height(kit: Kit) -> float:
    """Return the height of the running header's words."""
    return kit.styles["running"].first.pitch + CLEAR


def footer_lines(kit: Kit, measure: float) -> tuple[Line, ...]:
    """Return the lines of the footer on pages so wide: one where all fits on it, else two or more."""
    document = kit.document
    version = f"Version {document.version} · {long_date(document.date)}"
    board = Said(kit.board, "l")
    marking = Said(document.marking, "ctr", style="marking")
    one = (board, marking, Said(version, "r", numbered=True))
    if fits(kit, one, measure):
        return (one,)
    pairs = (
        (board, Said("", "r", numbered=True)),
        (Said(version, "l"), Said(document.marking, "r", style="marking")),
    )
    return tuple(line for pair in pairs for line in parted(kit, pair, measure))


def fits(kit: Kit, line: Line, measure: float) -> bool:
    """Return whether the texts of a line stand clear of one another."""
    wide = [width_of(kit, each.on(MANY, MANY), kit.styles[each.style].first) for each in line]
    if len(line) > len(SIDES) and wide[1]:
        # What stands in the middle of the page is as far from both sides as the wider one demands.
        left, middle, right = wide
        return 2 * (max(left, right) + APART) + middle <= measure
    return sum(wide) + APART <= measure


def parted(kit: Kit, line: Line, measure: float) -> Iterator[Line]:
    """Yield a line, or each of its texts on a line of its own; none where it says nothing."""
    texts = tuple(each for each in line if each.on(MANY, MANY))
    if fits(kit, texts, measure):
        yield texts
    else:
        yield from ((each,) for each in texts)


def footer_height(kit: Kit, lines: tuple[Line, ...]) -> float:
    """Return the height of the footer's words."""
    return len(lines) * kit.styles["running"].first.pitch + CLEAR


def share_of(left: float, right: float, measure: float) -> float:
    """Return the width for the left of two texts on a line; the longer is shortened where it must be."""
    if left + APART + right <= measure:
        return left + ROUNDING if right else measure
    return min(left + ROUNDING, max(measure * LEAST_LEFT, measure - APART - right))


@dataclass(frozen=True, slots=True)
class Place:
    """A page that gets header and footer."""

    x: float
    """Its left edge on the sheet."""
    leaf: int
    """Its number, from 1."""
    count: int
    """Of all pages."""
    part: str | None
    """What the header says besides the title; None for a page without a header."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """Draws header and footer on pages of one format."""

    kit: Kit
    form: Format
    footer: tuple[Line, ...]

    def marks(self, place: Place) -> tuple[Mark, ...]:
        """Return the header and footer of a page: those of another document where they say the same."""
        key = (self.kit.scale, self.form, self.footer, self.kit.document.title, place)
        return self.kit.memory.furniture.get(key, lambda: self._draw(place))

    def _draw(self, place: Place) -> tuple[Mark, ...]:
        sheet = Sheet(0, place.leaf)
        if place.part is not None:
            self._header(sheet, place.x, place.part)
        self._footer(sheet, place)
        return tuple(sheet.marks)

    def _header(self, sheet: Sheet, x: float, part: str) -> None:
        """Draw the session at the left, the part at the right, a hairline; *x* is the page's left edge."""
        kit, form = self.kit, self.form
        style = kit.styles["running"].first
        y = form.header_line - CLEAR - style.pitch
        title = kit.document.title
        said = part if part != title else ""
        left = share_of(width_of(kit, title, style), width_of(kit, said, style), form.measure)
        self._say(sheet, Said(title, "l"), title, (x + form.side, y), left, "Header")
        if said:
            start = left + APART
            at = (x + form.side + start, y)
            self._say(sheet, Said(said, "r"), said, at, form.measure - start, "Header")
        ends = ((x + form.side, form.header_line), (x + form.right, form.header_line))
        sheet.rule(*ends, stroke("rule", HAIRLINE), "Header")

    def _footer(self, sheet: Sheet, place: Place) -> None:
        """Draw the footer's hairline and words."""
        form = self.form
        ends = ((place.x + form.side, form.footer_line), (place.x + form.right, form.footer_line))
        sheet.rule(*ends, stroke("rule", HAIRLINE), "Footer")
        y = form.footer_line + CLEAR
        for line in self.footer:
            for said in line:
                text = said.on(place.leaf, place.count)
                self._say(sheet, said, text, (place.x + form.side, y), form.measure, "Footer")
            y += self.kit.styles["running"].first.pitch

    def _say(
        self,
        sheet: Sheet,
        said: Said,
        text: str,
        at: tuple[float, float],
        width: float,
        kind: ArtifactType,
    ) -> None:
        if text:
            style = self.kit.styles[said.style].first
            sheet.add(kind, single(self.kit, text, style, at, width, said.align))
