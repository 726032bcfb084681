"""Agency action plan: a deck in, a form out in which an agency writes what it will do, who, and by when."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.diagnostics import Diagnostic
from deckbuild.model.deck import Deck
from deckbuild.model.document import (
    Block,
    Cell,
    Document,
    Field,
    FieldBlock,
    Heading,
    PageOptions,
    Panel,
    Row,
    Section,
    TableBlock,
    TextBlock,
)
from deckbuild.model.text import Text, plain
from deckbuild.pack.documents import document
from deckbuild.pack.forms import agency_field, line, needed, on_sheets, session_field, title, version_field

COLUMNS = (
    "Action",
    "Who",
    "By when",
    "How will we know that it made a difference for children?",
    "Review date",
)
WIDTHS = (0.33, 0.15, 0.12, 0.28, 0.12)
HALVES = (0.56, 0.44)
QUESTION = "What we plan for"
FURTHER = plain("Anything else")
WITH_QUESTION = (0.17, 0.24, 0.13, 0.11, 0.24, 0.11)
FREE_ROWS = 6
FREE_ROWS_AFTER_QUESTIONS = 2
LINES = 3
ROW_HEIGHT = 69.0
"""Points: three lines and the room around them, so that dates have as much."""
REQUIRED = "“Required” fields must be filled in; so must the first action: what, who, by when."


def compose(deck: Deck, options: PageOptions) -> tuple[Document, list[Diagnostic]]:
    """Return the form."""
    return document("action-plan", deck, on_sheets(options), _blocks(deck, options), landscape=True), []


def _blocks(deck: Deck, options: PageOptions) -> Iterator[Block]:
    yield title("action-plan")
    yield line(REQUIRED, "small")
    fields = tuple(_about(deck, options))
    label = "The session wants people to be able to"
    outcomes = Panel((TextBlock(tuple(deck.outcomes.values()), listed=True, label=label),))
    if deck.outcomes and not options.large_print:
        yield Row((fields, (outcomes,)), (0.5, 0.5))
    else:
        yield from (*fields, outcomes) if deck.outcomes else fields
    yield Section((Heading(2, plain("What we will do")), _actions(deck)))
    yield Section((Heading(2, plain("Agreed")), _agreed()), together=True)


def _about(deck: Deck, options: PageOptions) -> Iterator[Block]:
    yield FieldBlock((session_field(deck, options, required=True),))
    yield FieldBlock((agency_field(deck, required=True), version_field(deck)), HALVES)
    yield FieldBlock(
        (
            needed("filled-in-by", "text", "Filled in by: name and role"),
            needed("session-date", "date", "Date of the session"),
        ),
        HALVES,
    )


def _agreed() -> FieldBlock:
    return FieldBlock(
        (
            needed("agreed-by", "text", "Agreed by, for the agency"),
            Field("agreed-role", "text", "Their role"),
            needed("agreed-date", "date", "Date"),
        ),
        (0.42, 0.36, 0.22),
    )


def _actions(deck: Deck) -> TableBlock:
    """Return a row for each question of the session and some more, or else rows that are free."""
    questions = (*deck.actions, *(FURTHER for _ in range(FREE_ROWS_AFTER_QUESTIONS))) if deck.actions else ()
    asked = (QUESTION,) if questions else ()
    return TableBlock(
        columns=tuple(plain(column) for column in (*asked, *COLUMNS)),
        rows=tuple(_rows(questions)),
        summary="One action in each row: what, who, by when, how we will know, and when we look again.",
        widths=WITH_QUESTION if questions else WIDTHS,
        row_headers=bool(questions),
        row_height=ROW_HEIGHT,
    )


def _rows(questions: Text) -> Iterator[tuple[Cell, ...]]:
    for number, question in enumerate(questions, 1):
        yield ((question,), *_fields(number, question.text))
    if not questions:
        yield from (_fields(number) for number in range(1, FREE_ROWS + 1))


def _fields(number: int, question: str = "") -> tuple[Field, ...]:
    """Return the fields of a row. The first row's are required: a plan has one action at least."""
    row = f"Action {number}, {question}" if question else f"Action {number}"
    first = number == 1
    return (
        Field(f"action-{number}", "multiline", f"{row}: what we will do", required=first, lines=LINES),
        Field(f"action-{number}-who", "multiline", f"{row}: who does it", required=first, lines=LINES),
        Field(f"action-{number}-by-when", "date", f"{row}: by when", required=first),
        Field(
            f"action-{number}-difference",
            "multiline",
            f"{row}: how we will know that it made a difference for children",
            lines=LINES,
        ),
        Field(f"action-{number}-review", "date", f"{row}: when we look at it again"),
    )
