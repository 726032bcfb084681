"""A training pack: a deck in, the documents of a session out, as blocks that nobody has set on pages yet.

`KINDS` is the table of kinds. To add one, write a file with a `compose` like its neighbours' and a line here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Literal

from deckbuild.model.dataclasses import dataclass

if TYPE_CHECKING:
    from deckbuild.diagnostics import Diagnostic
    from deckbuild.model.deck import Deck
    from deckbuild.model.document import Audience, Document, PageOptions

    Compose = Callable[[Deck, PageOptions], tuple[Document, list[Diagnostic]]]


def _always(deck: Deck) -> bool:
    del deck
    return True


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document."""

    doc: str
    """What it is, for the help text."""
    name: str
    """What people call it, and what stands on it."""
    audience: Audience
    extension: Literal["pdf", "html"]
    load: Callable[[], Compose]
    """Imports what composes it."""
    fits: Callable[[Deck], bool] = _always
    """Whether a deck has what the kind is made of; without it, a pack that lists no kinds leaves it out."""


def compose(kind: str, deck: Deck, options: PageOptions) -> tuple[Document, list[Diagnostic]]:
    """Return a document of a deck, and what was found wrong.

    Raises:
        KeyError: there is no such kind.
    """
    return KINDS[kind].load()(deck, options)


def possible(deck: Deck) -> tuple[str, ...]:
    """Return the kinds that can be made of a deck, in the order of the table."""
    return tuple(name for name, kind in KINDS.items() if kind.fits(deck))


def _slides() -> Compose:
    from deckbuild.pack.slides import compose

    return compose


def _handout(per_page: int) -> Callable[[], Compose]:
    def load() -> Compose:
        from deckbuild.pack.nup import composer

        return composer(per_page)

    return load


def _notes_pages() -> Compose:
    from deckbuild.pack.notes_pages import compose

    return compose


def _narrative() -> Compose:
    from deckbuild.pack.narrative import compose

    return compose


def _html() -> Compose:
    from deckbuild.pack.narrative import compose_html

    return compose_html


def _facilitator_guide() -> Compose:
    from deckbuild.pack.facilitator_guide import compose

    return compose


def _seven_minute_briefing() -> Compose:
    from deckbuild.pack.briefing import compose

    return compose


def _action_plan() -> Compose:
    from deckbuild.pack.action_plan import compose

    return compose


def _evaluation() -> Compose:
    from deckbuild.pack.evaluation import compose

    return compose


def _sign_in_sheet() -> Compose:
    from deckbuild.pack.sign_in_sheet import compose

    return compose


def _certificate() -> Compose:
    from deckbuild.pack.certificate import compose

    return compose


KINDS: Mapping[str, Kind] = {
    "slides": Kind("one slide a page, as drawn by deckbuild", "Slides", "participants", "pdf", _slides),
    "handout-1up": Kind(
        "handout, one slide a page with lines for notes", "Handout", "participants", "pdf", _handout(1)
    ),
    "handout-2up": Kind("handout, two slides a page", "Handout", "participants", "pdf", _handout(2)),
    "handout-3up": Kind(
        "handout, three slides a page with lines for notes", "Handout", "participants", "pdf", _handout(3)
    ),
    "handout-4up": Kind("handout, four slides a page", "Handout", "participants", "pdf", _handout(4)),
    "handout-6up": Kind("handout, six slides a page", "Handout", "participants", "pdf", _handout(6)),
    "handout-9up": Kind("handout, nine slides a page", "Handout", "participants", "pdf", _handout(9)),
    "notes-pages": Kind(
        "a page for each slide with its speaker notes", "Notes pages", "facilitator", "pdf", _notes_pages
    ),
    "narrative": Kind(
        "an article to read: the slides' words, figures and sources",
        "Reading handout",
        "participants",
        "pdf",
        _narrative,
    ),
    "html": Kind(
        "the same article as one page for a browser", "Reading handout", "participants", "html", _html
    ),
    "facilitator-guide": Kind(
        "session plan with times, and what to do on each slide",
        "Facilitator guide",
        "facilitator",
        "pdf",
        _facilitator_guide,
    ),
    "seven-minute-briefing": Kind(
        "one or two pages, seven headed boxes",
        "Seven-minute briefing",
        "participants",
        "pdf",
        _seven_minute_briefing,
        lambda deck: bool(deck.briefing),
    ),
    "action-plan": Kind(
        "a form in which an agency writes what it will do",
        "Agency action plan",
        "participants",
        "pdf",
        _action_plan,
    ),
    "evaluation": Kind(
        "a form in which participants judge the session", "Evaluation", "participants", "pdf", _evaluation
    ),
    "sign-in-sheet": Kind("a list to sign", "Sign-in sheet", "participants", "pdf", _sign_in_sheet),
    "certificate": Kind(
        "certificate of attendance with hours, level and outcomes",
        "Certificate of attendance",
        "participants",
        "pdf",
        _certificate,
    ),
}
"""In the order in which help lists them."""
