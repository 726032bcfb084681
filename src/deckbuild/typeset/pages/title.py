"""The head of a document's first page: wordmark, agency and kind, then the session's title and subtitle."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.model.brand import Wordmark
from deckbuild.model.dataclasses import dataclass, replace
from deckbuild.model.dates import long_date
from deckbuild.model.document import Heading
from deckbuild.model.scene import Align
from deckbuild.model.text import Paragraph, plain
from deckbuild.typeset.pages.heading import set_heading
from deckbuild.typeset.pages.paper import MM
from deckbuild.typeset.pages.piece import Piece, Stack, stack
from deckbuild.typeset.pages.setting import Setting
from deckbuild.typeset.pages.sheet import Sheet, stroke
from deckbuild.typeset.pages.text import natural
from deckbuild.typeset.pages.words import Words, width_of, words

SYMBOL = 12 * MM
"""Side of the wordmark's symbol on A4."""
BESIDE = 3 * MM
APART = 18.0
"""Between the board's name and what stands at the right, points on A4."""
LEAST_RIGHT = 0.3
"""Width of what stands at the right, of the whole, below which it stands under the board's name."""
RULE_ROOM = 4 * MM
"""Between the words and the line."""
BAR = (48.0, 3.0)
"""Width and height of the accent over the title, points on A4."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Symbol(Piece):
    """The wordmark's symbol; decoration, for its name stands beside it."""

    mark: Wordmark
    width: float
    """Of what it stands in the middle of; its own side where it stands at the left."""
    one_colour: str | None = None

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Fill its paths."""
        left = x + (self.width - self.height) / 2
        for each in self.mark.paths:
            colour = self.one_colour or each.colour
            sheet.shape((left, y, self.height, self.height), each.commands, colour, "Layout")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar(Piece):
    """A short bar in one colour."""

    width: float
    colour: str

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Fill it."""
        sheet.rectangle((x, y, self.width, self.height), fill=self.colour)


@dataclass(frozen=True, slots=True, kw_only=True)
class Band(Piece):
    """The wordmark at the left; agency, kind and date at the right; a hairline under them."""

    symbol: Symbol | None
    left: Stack
    right: Stack
    width: float
    across: float
    """Width of what stands at the right."""
    rule: bool = True

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw both sides, half-way up, and the line."""
        indent = 0.0
        middle = self.height - (RULE_ROOM if self.rule else 0.0)
        if self.symbol:
            self.symbol.draw(sheet, x, y + (middle - self.symbol.height) / 2)
            indent = indent_of(self.symbol)
        self.left.draw(sheet, x + indent, y + (middle - self.left.height) / 2)
        self.right.draw(sheet, x + self.width - self.across, y + (middle - self.right.height) / 2)
        if self.rule:
            bottom = y + self.height
            sheet.rule((x, bottom), (x + self.width, bottom), stroke("rule", 0.5))


def band(setting: Setting, *, colour: str | None = None, rule: bool = True) -> Band:
    """Return the band; *colour* is that of everything in it, None for the brand's own."""
    unit = setting.kit.unit
    mark = setting.kit.template.wordmark
    side = SYMBOL * unit
    symbol = Symbol(mark=mark, width=side, height=side, one_colour=colour) if mark else None
    indent = indent_of(symbol)
    whole = setting.narrow(setting.width - indent)
    lines = list(board(whole, mark, colour))
    free = whole.width - max((natural(each) for each in lines), default=0.0) - APART * unit
    across = max(free, setting.width * LEAST_RIGHT)
    left = stack(lines)
    right = stack(agency(setting.narrow(across))) if colour is None else stack(())
    if free < across and right.pieces:
        # The board's name has the line to itself, and what the document is stands under it.
        left = stack([left, replace(stack(agency(whole, "l")), before=3 * unit)])
        right = stack(())
    height = max(side if symbol else 0.0, left.height, right.height) + (RULE_ROOM if rule else 0.0)
    return Band(
        symbol=symbol,
        left=left,
        right=right,
        width=setting.width,
        across=across,
        height=height,
        after=9 * unit,
        rule=rule,
    )


def indent_of(symbol: Symbol | None) -> float:
    """Return the room that the symbol takes at the left of the board's name."""
    return symbol.height * (1 + BESIDE / SYMBOL) if symbol else 0.0


def board(setting: Setting, mark: Wordmark | None, colour: str | None) -> Iterator[Words]:
    """Yield the lines of the wordmark's name, one paragraph each."""
    for number, line in enumerate(mark.lines if mark else ()):
        style = setting.style("board-more" if number else "board").first
        look = replace(style, colour=colour or style.colour)
        yield words(setting, plain(line), look, setting.parent.add("P"))


def agency(setting: Setting, align: Align = "r") -> Iterator[Piece]:
    """Yield for whom the document is, what it is and of when: on one line where there is room for both."""
    document = setting.kit.document
    name = replace(setting.style("agency").first, align=align)
    kind = replace(setting.style("kind").first, align=align)
    yield words(setting, plain(document.agency, origin=document.agency_origin), name, setting.parent.add("P"))
    said = (document.name, long_date(document.date))
    one = " · ".join(said)
    for line in (one,) if width_of(setting.kit, one, kind) <= setting.width else said:
        yield words(setting, plain(line), kind, setting.parent.add("P"))


def title_block(setting: Setting, *, named: bool) -> Stack:
    """Return band, title and subtitle; the band alone where *named*: the blocks hold the title."""
    document, unit = setting.kit.document, setting.kit.unit
    if named:
        return stack([band(setting)])
    pieces: list[Piece] = [
        band(setting),
        bar(unit, "accent"),
        set_heading(
            Heading(1, plain(document.title, origin=document.title_origin)), setting, setting.style("h1")
        ),
    ]
    if document.subtitle:
        pieces.append(subtitle(setting, plain(document.subtitle)))
    return stack(pieces)


def bar(unit: float, colour: str) -> Bar:
    """Return the short bar that begins a title."""
    return Bar(width=BAR[0] * unit, height=BAR[1] * unit, colour=colour, before=14 * unit, after=7 * unit)


def subtitle(setting: Setting, text: Paragraph, colour: str | None = None) -> Piece:
    """Return the line under the title."""
    style = setting.style("subtitle")
    look = replace(style.first, colour=colour or style.first.colour)
    return words(setting, text, look, setting.parent.add("P"), after=style.after)
