"""What every document of a pack has: a deck, a kind and blocks in, a `Document` with its front matter out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Literal

from deckbuild.model.dataclasses import dataclass, replace
from deckbuild.model.document import Block, Document, PageOptions
from deckbuild.pack import KINDS

if TYPE_CHECKING:
    from deckbuild.model.deck import Deck, DeckPart, DeckSlide

Furniture = Literal["full", "first-bare", "none"]


def document(
    kind: str,
    deck: Deck,
    options: PageOptions,
    blocks: Iterable[Block],
    *,
    landscape: bool = False,
    furniture: Furniture = "full",
    frame: bool = False,
    slide_pages: bool = False,
    wide_margin: bool = False,
    compact: bool = False,
) -> Document:
    """Return the document of a kind; what it is called and who may read it are the table's."""
    known = KINDS[kind]
    options = _on_paper(options)
    return Document(
        kind=kind,
        name=known.name,
        audience=known.audience,
        title=deck.title,
        subtitle=deck.subtitle,
        agency=deck.agency,
        owner=deck.owner,
        subject=deck.subject,
        language=deck.language,
        version=deck.version,
        date=deck.date,
        blocks=tuple(blocks),
        options=options,
        board=deck.board,
        marking=deck.marking,
        # Two pages of a booklet stand side by side on a sheet, so each is upright.
        landscape=landscape and options.paper != "A5-booklet",
        furniture=furniture,
        frame=frame,
        slide_pages=slide_pages,
        wide_margin=wide_margin,
        compact=compact,
        title_origin=deck.title_origin,
        agency_origin=deck.agency_origin,
    )


def _on_paper(options: PageOptions) -> PageOptions:
    """Return the options with paper that is large enough: large print has no room on A5."""
    small = options.paper in ("A5", "A5-booklet")
    return replace(options, paper="A4") if options.large_print and small else options


@dataclass(frozen=True, slots=True)
class Placed:
    """A slide in its place in the deck."""

    number: int
    """From 1."""
    slide: DeckSlide
    part: DeckPart
    opens: int | None
    """The part's number, from 1, where this is its first slide; None for the others."""

    @property
    def names_part(self) -> bool:
        """Whether the slide opens its part under the part's own title, which need not be said twice."""
        return self.opens is not None and self.slide.title.text == self.part.title


def placed(deck: Deck) -> Iterator[Placed]:
    """Yield the slides of all parts, in order."""
    number = 0
    for part_number, part in enumerate((each for each in deck.parts if each.slides), 1):
        for index, slide in enumerate(part.slides):
            number += 1
            yield Placed(number, slide, part, None if index else part_number)
