"""What A4 pages share: margins, running header and footer, the title block, single lines of type.

Lengths are points, with the origin at the top left and y downwards.
Type on pages is set here, letter by letter without kerning: it is small, and no slide depends on it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from deckbuild.model.dates import long_date
from deckbuild.render.pdf.pen import Line

if TYPE_CHECKING:
    from deckbuild.model.brand import Wordmark
    from deckbuild.model.deck import Deck
    from deckbuild.model.template import Template
    from deckbuild.render.pdf.fonts import Face, Fonts
    from deckbuild.render.pdf.pen import Pen

MM = 72 / 25.4
WIDTH, HEIGHT = 210 * MM, 297 * MM
MARGIN = 18 * MM
LEFT, RIGHT = MARGIN, WIDTH - MARGIN
MEASURE = RIGHT - LEFT
"""Width between the margins."""

HEADER_LINE = MARGIN + 6 * MM
BODY_TOP = HEADER_LINE + 7 * MM
FOOTER_LINE = HEIGHT - MARGIN - 5.5 * MM
BODY_BOTTOM = FOOTER_LINE - 6 * MM

HAIRLINE = Line("rule", 0.5)
SMALL = 8.5
"""Running header and footer."""


@dataclass(frozen=True, slots=True)
class Type:
    """One appearance of letters."""

    size: float
    colour: str = "ink"
    bold: bool = False


TITLE = Type(22, "deep", bold=True)
SUBTITLE = Type(12, "ink")
RUNNING = Type(SMALL, "muted")
TITLE_PITCH, SUBTITLE_PITCH = 27.0, 17.0
MARK = 12 * MM
"""Side of the wordmark's symbol."""


class Page:
    """Sets type on a page of a document."""

    def __init__(self, pen: Pen, fonts: Fonts, deck: Deck, template: Template) -> None:
        self.pen = pen
        self._fonts = fonts
        self._deck = deck
        self._template = template

    def width(self, text: str, kind: Type) -> float:
        """Return how wide a text is on one line."""
        return self._face(kind).width(text, kind.size)

    def text(
        self, x: float, baseline: float, text: str, kind: Type, align: Literal["l", "ctr", "r"] = "l"
    ) -> None:
        """Set one line that starts, is centred or ends at *x*."""
        shift = {"l": 0.0, "ctr": 0.5, "r": 1.0}[align] * self.width(text, kind)
        self.pen.text(self._face(kind), kind.size, (x - shift, baseline), f"{text} ", kind.colour)

    def lines(self, text: str, kind: Type, width: float) -> list[str]:
        """Return a text broken at its spaces into lines of a width."""
        lines: list[str] = []
        for word in text.split():
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self.width(longer, kind) <= width:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines

    def fitted(self, text: str, kind: Type, width: float) -> Type:
        """Return a type in which a text takes no more than a width on one line: smaller where it must be."""
        wanted = self.width(text, kind)
        return replace(kind, size=kind.size * width / wanted) if wanted > width else kind

    def header(self, part: str) -> None:
        """Draw the running header: the session at the left, the part at the right, a hairline."""
        session = self._deck.title
        kind = self.fitted(f"{session}{part}", RUNNING, MEASURE - 6 * MM)
        self.text(LEFT, HEADER_LINE - 2.2 * MM, session, kind)
        self.text(RIGHT, HEADER_LINE - 2.2 * MM, part, kind, "r")
        self.pen.line((LEFT, HEADER_LINE), (RIGHT, HEADER_LINE), HAIRLINE)

    def footer(self, number: int, count: int) -> None:
        """Draw the footer: a hairline, the board, version and date, the page's number."""
        self.pen.line((LEFT, FOOTER_LINE), (RIGHT, FOOTER_LINE), HAIRLINE)
        baseline = HEIGHT - MARGIN
        version = f"Version {self._deck.version} · {long_date(self._deck.date)}"
        self.text(LEFT, baseline, self._template.footer, RUNNING)
        self.text(WIDTH / 2 + 20 * MM, baseline, version, RUNNING, "ctr")
        self.text(RIGHT, baseline, f"Page {number} of {count}", RUNNING, "r")

    def title_block(self) -> float:
        """Draw the first page's head and return the height at which the body begins."""
        y = MARGIN
        if self._template.wordmark:
            self._wordmark(self._template.wordmark, y)
        self.text(RIGHT, y + 5.2 * MM, self._deck.agency, Type(10.5, "deep", bold=True), "r")
        self.text(RIGHT, y + 9.9 * MM, f"Handout · {long_date(self._deck.date)}", Type(9.5, "muted"), "r")
        y += MARK + 5 * MM
        self.pen.line((LEFT, y), (RIGHT, y), HAIRLINE)
        y += 4.5 * MM
        for line in self.lines(self._deck.title, TITLE, MEASURE):
            y += TITLE_PITCH
            self.text(LEFT, y - 6, line, TITLE)
        for line in self.lines(self._deck.subtitle, SUBTITLE, MEASURE):
            y += SUBTITLE_PITCH
            self.text(LEFT, y - 4, line, SUBTITLE)
        return y + 9 * MM

    def _wordmark(self, mark: Wordmark, top: float) -> None:
        side = MARK / 100
        for path in mark.paths:
            outline = (
                (letter, tuple((top if n % 2 else LEFT) + each * side for n, each in enumerate(numbers)))
                for letter, numbers in path.commands
            )
            self.pen.shape(outline, path.colour)
        name, *more = mark.lines
        x = LEFT + MARK + 3 * MM
        self.text(x, top + 5.2 * MM, name, Type(11.5, "deep", bold=True))
        for number, line in enumerate(more):
            self.text(x, top + (9.9 + 4.4 * number) * MM, line, Type(10, "deep"))

    def _face(self, kind: Type) -> Face:
        return self._fonts.face(bold=kind.bold)
