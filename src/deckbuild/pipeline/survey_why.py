"""Why a slide is in a deck or not: every rule of every deck that knows it."""

from __future__ import annotations

from deckbuild.diagnostics import did_you_mean, error
from deckbuild.model.dataclasses import dataclass
from deckbuild.model.origin import NOWHERE
from deckbuild.pipeline.survey import Answer, Question, Reason, Survey, Where, survey


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided about the slide in one deck."""

    session: str
    profile: str
    included: bool
    part: str
    """Title of its part; empty where it is out."""
    rules: tuple[Reason, ...]
    """In the order in which they were applied; the last one decided."""

    @property
    def name(self) -> str:
        """`SESSION/PROFILE`."""
        return f"{self.session}/{self.profile}"

    def as_object(self) -> dict[str, object]:
        """Return it for JSON."""
        return {
            "session": self.session,
            "profile": self.profile,
            "included": self.included,
            "part": self.part,
            "rules": [each.as_object() for each in self.rules],
        }


@dataclass(frozen=True, slots=True)
class Reasons:
    """A slide and its decks."""

    slide: str
    title: str
    """As it is written."""
    place: Where
    variants: tuple[Decided, ...]

    def as_object(self) -> dict[str, object]:
        """Return it for JSON."""
        variants = sorted(self.variants, key=lambda each: (each.session, each.profile))
        return {
            "slide": self.slide,
            "title": self.title,
            **self.place.as_object(),
            "variants": [each.as_object() for each in variants],
        }


def why(slide: str, question: Question) -> Answer[Reasons]:
    """Return what decided about a slide, named `MODULE/SLIDE`, or by its own name in a local session.

    Raises:
        ProjectNotFoundError: the folder is in no project.
    """
    answer = survey(question)
    found = answer.value
    if found is None:
        return Answer(None, answer.diagnostics, answer.places, answer.could_run)
    heads = found.heads(*found.project.locals.values())
    id_ = slide if slide in heads else f"local/{slide}"
    if id_ not in heads:
        wrong = error("DB202", f"there is no slide “{slide}”", NOWHERE, did_you_mean(slide, heads))
        return Answer(None, (wrong,), answer.places, could_run=False)
    made = Reasons(
        id_, heads[id_].title, found.where_named(heads[id_].origin), _decided(found, id_, question)
    )
    return Answer(made, answer.diagnostics, answer.places)


def _decided(found: Survey, slide: str, question: Question) -> tuple[Decided, ...]:
    return tuple(
        Decided(
            deck.id,
            deck.variant.profile.id,
            verdict.included,
            verdict.part,
            tuple(found.reason(rule) for rule in verdict.rules),
        )
        for deck in found.asked(question)
        for verdict in deck.plan.verdicts
        if verdict.slide == slide
    )
