"""Sign-in sheet: a deck in, a list to sign out, as long as two sheets are."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.diagnostics import Diagnostic
from deckbuild.model.deck import Deck
from deckbuild.model.document import Block, Document, Field, FieldBlock, PageOptions, TableBlock
from deckbuild.model.text import plain
from deckbuild.pack.documents import document
from deckbuild.pack.forms import line, on_sheets, session_field, title, trainer_field

COLUMNS = ("No.", "Name", "Agency", "Role", "Arrived", "Signature")
WIDTHS = (0.07, 0.24, 0.19, 0.17, 0.12, 0.21)
ROWS = 24
ROW_HEIGHT = 9 / 25.4 * 72
"""Points: 9 mm, for a signature."""


def compose(deck: Deck, options: PageOptions) -> tuple[Document, list[Diagnostic]]:
    """Return the list. It has no column for addresses: whoever signs would read those of all others."""
    return document("sign-in-sheet", deck, on_sheets(options), _blocks(deck, options), landscape=True), []


def _blocks(deck: Deck, options: PageOptions) -> Iterator[Block]:
    yield title("sign-in-sheet")
    yield FieldBlock(
        (
            session_field(deck, options),
            Field("date", "date", "Date"),
            Field("place", "text", "Place"),
            trainer_field(deck),
        ),
        (0.53, 0.13, 0.17, 0.17),
    )
    yield line("This sheet records who took part. Our privacy notice says how it is kept.", "small")
    yield TableBlock(
        columns=tuple(plain(column) for column in COLUMNS),
        rows=tuple(((plain(str(number)),), *_typed(number), (), ()) for number in range(1, ROWS + 1)),
        summary="A row for each person who takes part: name, agency, role, time of arrival and signature.",
        widths=WIDTHS,
        row_headers=True,
        row_height=ROW_HEIGHT,
        numbers=(0,),
    )


def _typed(number: int) -> tuple[Field, ...]:
    """Return what may be typed in before people come; arrival and signature are theirs."""
    names = ("name", "agency", "role")
    return tuple(Field(f"person-{number}-{name}", "text", f"Person {number}: {name}") for name in names)
