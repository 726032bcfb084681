"""Evaluation: a deck in, a form out in which people judge the session; nobody is asked for a name."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.diagnostics import Diagnostic
from deckbuild.model.deck import Deck
from deckbuild.model.document import (
    Block,
    Document,
    Field,
    FieldBlock,
    Heading,
    PageOptions,
    Section,
    TableBlock,
)
from deckbuild.model.text import Paragraph, Text, plain
from deckbuild.pack.documents import document
from deckbuild.pack.forms import agency_field, line, on_sheets, session_field, title, version_field

SAYING = "From 1, not at all, to 5, very: how confident are you to …"
COLUMNS = ("… do this?", "Before the session", "Now, after it")
WIDTHS, WIDTHS_LARGE = (0.37, 0.315, 0.315), (0.27, 0.365, 0.365)
"""Of the columns; in large print, where the five circles side by side need more."""
LINES = 4
SCALE = ("1", "2", "3", "4", "5")
QUESTIONS: Text = (
    plain("What was most useful to you, and why?"),
    plain("What should we change?"),
    plain("What is still unclear, or what would you like to know more about?"),
)
"""What is asked where the session has no questions of its own."""
TOOK_PART = ("Yes, fully", "In part", "No")


def compose(deck: Deck, options: PageOptions) -> tuple[Document, list[Diagnostic]]:
    """Return the form."""
    return document("evaluation", deck, on_sheets(options), _blocks(deck, options)), []


def _blocks(deck: Deck, options: PageOptions) -> Iterator[Block]:
    yield title("evaluation")
    yield line(
        "No names, please: neither yours nor a colleague’s, a child’s or a family’s. "
        "Answer only what you want to."
    )
    yield FieldBlock((session_field(deck, options),))
    agency = agency_field(deck)
    day = Field("session-date", "date", "Date of the session")
    if options.large_print:
        yield FieldBlock((agency,))
        yield FieldBlock((version_field(deck), day))
    else:
        yield FieldBlock((agency, version_field(deck), day), (0.4, 0.33, 0.27))
    if deck.outcomes:
        yield Section((Heading(2, plain("How confident are you?")), line(SAYING), _confidence(deck, options)))
    yield Heading(2, plain("What do you think?"))
    for number, question in enumerate(deck.evaluation or QUESTIONS, 1):
        yield _open(f"question-{number}", question.text)
    yield _open("one-thing", "One thing that I will do because of this session")
    yield Section((Heading(2, plain("Could you take part?")), *_access()), together=True)


def _access() -> Iterator[Block]:
    label = "Could you take part as you wanted to?"
    yield FieldBlock((Field("took-part", "radio", label, options=TOOK_PART),))
    yield _open(
        "access",
        "What would make it easier for you?",
        help_="For example to hear, see, read, move about, rest or speak.",
    )


def _open(name: str, label: str, help_: str = "") -> FieldBlock:
    return FieldBlock((Field(name, "multiline", label, lines=LINES, help=help_),))


def _confidence(deck: Deck, options: PageOptions) -> TableBlock:
    return TableBlock(
        columns=tuple(plain(column) for column in COLUMNS),
        rows=tuple(
            (
                (outcome,),
                _scale(f"{id_}-before", outcome, "before the session"),
                _scale(f"{id_}-after", outcome, "now"),
            )
            for id_, outcome in deck.outcomes.items()
        ),
        summary="For each outcome of the session, how confident you were before it and are now, from 1 to 5.",
        widths=WIDTHS_LARGE if options.large_print else WIDTHS,
        row_headers=True,
    )


def _scale(name: str, outcome: Paragraph, when: str) -> Field:
    label = f"{outcome.text}: how confident {when}, from 1, not at all, to 5, very"
    return Field(f"confidence-{name}", "radio", label, options=SCALE)
