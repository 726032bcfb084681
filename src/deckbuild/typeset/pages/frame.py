"""The ornamental frame of a certificate: a strong rule, a fine one, and a lozenge at each corner."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.model.dataclasses import replace
from deckbuild.model.drawing import Command
from deckbuild.model.text import plain
from deckbuild.typeset.pages.paper import FRAME, MM, Format
from deckbuild.typeset.pages.piece import Piece
from deckbuild.typeset.pages.setting import Setting
from deckbuild.typeset.pages.sheet import Sheet, stroke
from deckbuild.typeset.pages.title import Symbol
from deckbuild.typeset.pages.words import words

STRONG, FINE = 2.5, 0.75
"""Widths of the rules, points."""
BETWEEN = 3 * MM
LOZENGE = 5 * MM
SHAPE: tuple[Command, ...] = (
    ("M", (50.0, 0.0)),
    ("L", (100.0, 50.0)),
    ("L", (50.0, 100.0)),
    ("L", (0.0, 50.0)),
    ("Z", ()),
)
SYMBOL = 15 * MM
"""Side of the wordmark's symbol over the words."""
UNDER_SYMBOL = 4 * MM


def draw_frame(sheet: Sheet, form: Format, x: float) -> None:
    """Draw the frame around a page whose left edge is at *x*."""
    for inset, width, colour in ((FRAME, STRONG, "brand"), (FRAME + BETWEEN, FINE, "rule")):
        place = (x + inset, inset, form.width - 2 * inset, form.height - 2 * inset)
        sheet.rectangle(place, line=stroke(colour, width))
    inset = FRAME + BETWEEN / 2
    for left in (x + inset, x + form.width - inset):
        for top in (inset, form.height - inset):
            corner = (left - LOZENGE / 2, top - LOZENGE / 2, LOZENGE, LOZENGE)
            sheet.rectangle(corner, fill="ground")
            sheet.shape(corner, SHAPE, "accent", "Layout")


def crest(setting: Setting) -> Iterator[Piece]:
    """Yield what stands over the words in a frame: the wordmark's symbol, if there is one, and the board."""
    mark = setting.kit.template.wordmark
    if mark:
        yield Symbol(mark=mark, width=setting.width, height=SYMBOL, after=UNDER_SYMBOL)
    style = setting.style("board")
    look = replace(style.first, align="ctr")
    yield words(setting, plain(setting.kit.board), look, setting.parent.add("P"))
