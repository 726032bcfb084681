"""The texts of a session that stand on no slide: what of them is for the profile, with its words.

What participants read counts as `slides` where a key says who may see it, what the facilitator alone reads as
`notes`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from deckbuild.assemble.filter import entries_for
from deckbuild.assemble.keys import replace_in_text
from deckbuild.model.dataclasses import dataclass, replace

if TYPE_CHECKING:
    from deckbuild.assemble.keys import Keys, Where
    from deckbuild.diagnostics import Diagnostic
    from deckbuild.model.source import BriefingBox, Profile, Session
    from deckbuild.model.text import Paragraph, Text


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts of a session for one profile."""

    aims: Text
    outcomes: Mapping[str, Paragraph]
    materials: Text
    evaluation: Text
    actions: Text
    briefing: tuple[BriefingBox, ...]

    @property
    def paragraphs(self) -> Iterator[Paragraph]:
        """All of them."""
        yield from (*self.aims, *self.outcomes.values(), *self.materials, *self.evaluation, *self.actions)
        for box in self.briefing:
            yield from (box.heading, *box.text)


def texts_for(session: Session, profile: Profile, keys: Keys, findings: list[Diagnostic]) -> Texts:
    """Return a session's texts; a key without value stays as written and gives a finding."""

    def made(text: Text, where: Where = "slides") -> Text:
        return replace_in_text(entries_for(text, profile.names), where, keys, findings)

    outcomes = zip(session.outcomes, made(tuple(session.outcomes.values())), strict=True)
    return Texts(
        aims=made(session.aims),
        outcomes=dict(outcomes),
        materials=made(session.materials, "notes"),
        evaluation=made(session.evaluation),
        actions=made(session.actions),
        briefing=tuple(
            replace(box, heading=made((box.heading,))[0], text=made(box.text)) for box in session.briefing
        ),
    )
