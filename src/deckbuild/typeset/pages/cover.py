"""The cover of a document: board, title and subtitle on the deck's cover ground, and under it what it is."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.model.brand import DARK
from deckbuild.model.dataclasses import dataclass, replace
from deckbuild.model.dates import long_date
from deckbuild.model.document import Heading
from deckbuild.model.text import plain
from deckbuild.typeset.pages.heading import set_heading
from deckbuild.typeset.pages.paper import Format
from deckbuild.typeset.pages.piece import Piece, Stack, stack
from deckbuild.typeset.pages.setting import Setting
from deckbuild.typeset.pages.sheet import Sheet
from deckbuild.typeset.pages.title import band, bar, subtitle
from deckbuild.typeset.pages.words import words

GROUND = 0.62
"""Of the page's height, from its top."""
SYMBOL = 0.66
"""Side of the large symbol, of the page's width."""
SYMBOL_X, SYMBOL_Y = 0.56, 0.14
"""Its corner, of the page's width and height; the page's edge cuts it."""
TITLE = 0.86
"""Width of title and subtitle, of the measure."""
LAYOUT = "cover-plain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover(Piece):
    """A whole page."""

    setting: Setting
    form: Format
    ground: str
    over: Piece
    title: Stack
    under: Stack

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw the ground and the symbol on it, then the words from the top."""
        form = self.form
        bottom = y + form.height * GROUND
        sheet.rectangle((x, y, form.width, form.height * GROUND), fill=self.ground, kind="Background")
        side = form.width * SYMBOL
        corner = (x + form.width * SYMBOL_X, y + form.height * SYMBOL_Y)
        mark = self.setting.kit.template.wordmark
        for each in mark.paths if mark else ():
            colour = "brand" if self.ground in DARK else "rule"
            sheet.shape((*corner, side, side), each.commands, colour, "Background")
        left = x + form.side
        self.over.draw(sheet, left, y + form.side)
        self.title.draw(sheet, left, bottom - form.side - self.title.height)
        self.under.draw(sheet, left, bottom + form.side * 0.8)


def cover(setting: Setting, form: Format) -> Cover:
    """Return the cover; it holds the document's title."""
    layout = setting.kit.template.layouts.get(LAYOUT)
    # A white cover slide becomes a tinted one on paper, which has no edge of its own.
    ground = layout.ground if layout and layout.ground in DARK else "tint"
    light = ground in DARK
    return Cover(
        setting=setting,
        form=form,
        ground=ground,
        over=band(setting, colour="ground" if light else "deep", rule=False),
        title=stack(title(setting, light)),
        under=stack(under(setting)),
        height=form.height,
    )


def title(setting: Setting, light: bool) -> Iterator[Piece]:
    """Yield the title, a bar and the subtitle."""
    document = setting.kit.document
    narrow = setting.narrow(setting.width * TITLE)
    style = setting.style("display")
    look = replace(style.first, colour="ground" if light else "deep", before=0.0)
    large = replace(style, levels=(look,))
    yield set_heading(Heading(1, plain(document.title)), narrow, large)
    yield bar(setting.kit.unit, "ground" if light else "accent")
    if document.subtitle:
        yield subtitle(narrow, plain(document.subtitle), look.colour)


def under(setting: Setting) -> Iterator[Piece]:
    """Yield what the document is, for whom, of which version, and how it is marked."""
    document = setting.kit.document
    version = f"Version {document.version} · {long_date(document.date)}"
    said = (
        ("lead", document.name),
        ("agency", document.agency),
        ("kind", version),
        ("marking", document.marking),
    )
    for name, text in said:
        if text:
            style = setting.style(name).first
            bold = replace(style, bold=style.bold or name == "lead", before=3 * setting.kit.unit)
            yield words(setting, plain(text), bold, setting.parent.add("P"))
