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
from deckbuild.typeset.pages.structure import Branch
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
SIZES = (1.0, 0.85, 0.7, 0.6)
"""Of the title's size: the first in which it stays clear of the board's name; else the ground grows."""
CLEAR = 18.0
"""Between the board's name and the title at least, points on A4."""
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
        clear = CLEAR * self.setting.kit.unit
        deep = max(form.height * GROUND, 2 * form.side + self.over.height + clear + self.title.height)
        bottom = y + deep
        sheet.rectangle((x, y, form.width, deep), fill=self.ground, kind="Background")
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
    over = band(setting, colour="ground" if light else "deep", rule=False)
    room = form.height * GROUND - 2 * form.side - over.height - CLEAR * setting.kit.unit
    return Cover(
        setting=setting,
        form=form,
        ground=ground,
        over=over,
        title=stack(title(setting, light, share_of(setting, light, room))),
        under=stack(under(setting)),
        height=form.height,
    )


def share_of(setting: Setting, light: bool, room: float) -> float:
    """Return of the title's size the largest share in which title and subtitle have room, or the smallest."""
    for share in SIZES:
        trial = replace(setting.within(Branch("Document")), outline=[])
        if stack(title(trial, light, share)).height <= room:
            return share
    return SIZES[-1]


def title(setting: Setting, light: bool, share: float) -> Iterator[Piece]:
    """Yield the title in a *share* of its size, a bar and the subtitle."""
    document = setting.kit.document
    narrow = setting.narrow(setting.width * TITLE)
    style = setting.style("display")
    size, pitch = style.first.size * share, style.first.pitch * share
    look = replace(style.first, size=size, pitch=pitch, colour="ground" if light else "deep", before=0.0)
    large = replace(style, levels=(look,))
    yield set_heading(Heading(1, plain(document.title, origin=document.title_origin)), narrow, large)
    yield bar(setting.kit.unit, "ground" if light else "accent")
    if document.subtitle:
        yield subtitle(narrow, plain(document.subtitle), look.colour)


def under(setting: Setting) -> Iterator[Piece]:
    """Yield what the document is, for whom, of which version, and how it is marked."""
    document = setting.kit.document
    version = f"Version {document.version} · {long_date(document.date)}"
    said = (
        ("lead", plain(document.name)),
        ("agency", plain(document.agency, origin=document.agency_origin)),
        ("kind", plain(version)),
        ("marking", plain(document.marking)),
    )
    for name, text in said:
        if text.text:
            style = setting.style(name).first
            bold = replace(style, bold=style.bold or name == "lead", before=3 * setting.kit.unit)
            yield words(setting, text, bold, setting.parent.add("P"))
