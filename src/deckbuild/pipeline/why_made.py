"""Why a slide was laid out and compiled when it last was: for the first time, or because of what changed.

The cache notes for each slide of each deck what went into it. Decks whose slide reads the same share one,
under the name of whichever was made first.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from deckbuild.diagnostics import did_you_mean, error, has_errors
from deckbuild.model.dataclasses import dataclass
from deckbuild.model.origin import NOWHERE
from deckbuild.pipeline.look import subject_of
from deckbuild.pipeline.survey import Answer, Question, unknown

if TYPE_CHECKING:
    from deckbuild.cache.actions import Actions
    from deckbuild.model.deck import DeckSlide
    from deckbuild.pipeline.plan import Prepared, Variant

STEPS = {"typeset": "laid out", "compile": "compiled"}
"""Step of the cache → what is done, in words."""
WORDS = {
    "date": "the session’s date, which stands in the workbook of its chart",
    "deckbuild": "deckbuild itself, or a program that it uses",
    "fonts": "the fonts",
    "jumps": "the title of a slide that it leads to",
    "layout": "`layout`",
    "notes": "the notes",
    "scene": "the slide as it is laid out",
    "source": "its source line",
    "template": "boxes or styles of the brand’s layout",
    "title": "the title",
}
"""Input of a step → its name in words; fields have their own."""


@dataclass(frozen=True, slots=True)
class MadeStep:
    """Why a step was last done."""

    step: str
    """Of `STEPS`."""
    reason: str
    """`new`, `changed`, or `lost`: nothing had changed, but what had been made was no longer in the cache."""
    changed: tuple[str, ...]
    """What was other than the time before, in words."""

    def as_object(self) -> dict[str, object]:
        """Return it for JSON."""
        return {"step": self.step, "reason": self.reason, "changed": list(self.changed)}


@dataclass(frozen=True, slots=True)
class MadeSlide:
    """A slide of a deck."""

    session: str
    profile: str
    like: str
    """`SESSION/PROFILE` of the deck that it was made for, where that is another one with the same slide."""
    steps: tuple[MadeStep, ...]
    """Empty where nobody knows."""

    def as_object(self) -> dict[str, object]:
        """Return it for JSON."""
        steps = [each.as_object() for each in self.steps]
        return {"session": self.session, "profile": self.profile, "like": self.like or None, "steps": steps}


def why_made(slide: str, question: Question) -> Answer[tuple[MadeSlide, ...]]:
    """Return why a slide was last made, for each deck asked about that has it.

    Raises:
        ProjectNotFoundError: the folder is in no project.
    """
    from deckbuild.pipeline.plan import prepare
    from deckbuild.pipeline.request import BuildRequest

    prepared = prepare(BuildRequest(question.project, question.sessions))
    project, found = prepared.project, prepared.found
    wrong = unknown(found, question.profiles, project)
    if wrong:
        return Answer(None, wrong, project.places, could_run=False)
    if has_errors(found):
        return Answer(None, found, project.places)
    slides = _slides(slide, prepared)
    if not slides:
        known = {head.id for module in project.modules.values() for head in module.heads.values()}
        wrong = (error("DB202", f"no deck has a slide “{slide}”", NOWHERE, did_you_mean(slide, known)),)
        return Answer(None, wrong, project.places, could_run=False)
    made = _made(slides, question.profiles, project.root)
    return Answer(tuple(made), (), project.places)


def _slides(slide: str, prepared: Prepared) -> list[tuple[Variant, DeckSlide]]:
    """Return the decks that have a slide, with the slide as it reads there."""
    from deckbuild.assemble.shared import Shared
    from deckbuild.pipeline.plan import assembled

    shared = Shared()
    decks = ((each, assembled(each, prepared.project, shared).deck) for each in prepared.variants)
    return [(variant, each) for variant, deck in decks for each in deck.slides if each.id == slide]


def _made(
    slides: list[tuple[Variant, DeckSlide]], profiles: tuple[str, ...], root: Path
) -> Iterator[MadeSlide]:
    from deckbuild.cache.cache import Cache
    from deckbuild.cache.place import default_folder

    with Cache(root, default_folder(root)) as memory:
        for variant, slide in slides:
            if profiles and variant.profile.id not in profiles:
                continue
            # Its own name first: that of another deck counts only where the slide was never made for this.
            like = [each for each, same in slides if same == slide and each.brand == variant.brand]
            for each in (variant, *like):
                steps = tuple(_steps(memory.actions, subject_of(each.brand, slide.id, each.name)))
                if steps:
                    break
            else:
                each, steps = variant, ()
            name = "" if each is variant else each.name
            yield MadeSlide(variant.id, variant.profile.id, name, steps)


def _steps(actions: Actions, subject: str) -> Iterator[MadeStep]:
    for step in STEPS:
        why = actions.why(step, subject)
        if why is not None:
            yield MadeStep(step, why.reason, tuple(WORDS.get(name, name) for name in why.changed))
