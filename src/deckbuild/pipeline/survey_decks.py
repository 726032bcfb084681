"""Decks assembled for a question: as for a build, but nothing is laid out and nothing written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuild.diagnostics import has_errors
from deckbuild.model.dataclasses import dataclass, replace
from deckbuild.pipeline.request import BuildRequest
from deckbuild.pipeline.survey import Answer, Question, unknown

if TYPE_CHECKING:
    from deckbuild.assemble import Assembly
    from deckbuild.pipeline.plan import Variant


@dataclass(frozen=True, slots=True)
class AssembledDeck:
    """A deck and how it came about."""

    variant: Variant
    assembly: Assembly


def assembled_decks(question: Question) -> Answer[tuple[AssembledDeck, ...]]:
    """Return the decks asked for with all their words; none where something could not be read.

    Raises:
        ProjectNotFoundError: the folder is in no project.
    """
    from deckbuild.pipeline.plan import assembled, prepare

    prepared = prepare(BuildRequest(question.project, question.sessions, question.profiles))
    project, found = prepared.project, prepared.found
    wrong = unknown(found, question.profiles, project)
    if wrong or has_errors(found):
        return Answer(None, wrong or found, project.places, could_run=not wrong)
    decks = tuple(AssembledDeck(each, assembled(each, project)) for each in prepared.variants)
    more = [replace(each, deck=deck.variant.name) for deck in decks for each in deck.assembly.findings]
    return Answer(decks, (*found, *more), project.places)
