"""Two sides in, how their decks differ out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from deckbuild.diagnostics import has_errors
from deckbuild.diagnostics.errors import CannotRunError
from deckbuild.pipeline.diff_sides import Side, side
from deckbuild.pipeline.survey import Answer

if TYPE_CHECKING:
    from deckbuild.bundle.diff.values import Comparison, DeckText

FORMS = ("text", "markdown", "json", "html")
"""What `written` can make: those of `bundle.diff.forms`, named here so that help costs no import of it."""


@dataclass(frozen=True, slots=True)
class Compared:
    """How the decks of two sides differ."""

    comparison: Comparison

    @property
    def differs(self) -> bool:
        """Whether there is any difference."""
        return self.comparison.differs

    def written(self, form: str) -> str:
        """Return it in one of `FORMS`."""
        from deckbuild.bundle.diff.forms import written

        return written(self.comparison, form)

    def as_object(self) -> dict[str, object]:
        """Return it for JSON."""
        from deckbuild.bundle.diff.forms.objects import objects

        return objects(self.comparison)


def diff(old: str, new: str, project: Path = Path(), sessions: tuple[str, ...] = ()) -> Answer[Compared]:
    """Return how the decks of two sides differ; none, and why, where one of them cannot be read.

    Args:
        old: The older side; see `diff_sides.side`.
        new: The newer one.
        project: A folder of the project that revisions are of.
        sessions: Ids of the sessions that are built of a project or revision; empty for all.

    Raises:
        CannotRunError: a side is not there, or the two have nothing to compare.
    """
    from deckbuild.bundle.diff.compare import comparison

    first = side(old, project, sessions)
    second = side(new, project, sessions) if not has_errors(first.findings) else Side({})
    found = (*first.findings, *second.findings)
    if has_errors(found):
        wrong = first if has_errors(first.findings) else second
        return Answer(None, found, wrong.places, wrong.could_run)
    older, newer = dict(first.decks), dict(second.decks)
    if sessions:
        older, newer = _of(sessions, older), _of(sessions, newer)
        _check_sessions(sessions, {**first.decks, **second.decks})
    if first.is_one or second.is_one or len(older) == len(newer) == 1:
        older, newer = _paired(older, newer)
    return Answer(Compared(comparison(old, new, older, newer)), found, second.places)


def _of(sessions: tuple[str, ...], decks: dict[str, DeckText]) -> dict[str, DeckText]:
    """Return the decks of some sessions, and those of other making."""
    return {
        name: deck for name, deck in decks.items() if "/" not in name or name.partition("/")[0] in sessions
    }


def _check_sessions(sessions: tuple[str, ...], decks: Iterable[str]) -> None:
    """Make sure that either side has a deck of each session.

    Raises:
        CannotRunError: neither has.
    """
    known = dict.fromkeys(each.partition("/")[0] for each in decks if "/" in each)
    for each in sessions:
        if known and each not in known:
            raise CannotRunError(f"neither side has a session “{each}”; there are {', '.join(sorted(known))}")


def _paired(
    older: dict[str, DeckText], newer: dict[str, DeckText]
) -> tuple[dict[str, DeckText], dict[str, DeckText]]:
    """Return the one deck of a side and the deck of the other that it is compared with, under one name."""
    if len(older) == len(newer) == 1:
        return {next(iter(newer)): next(iter(older.values()))}, newer
    alone, many = (older, newer) if len(older) == 1 else (newer, older)
    name, deck = next(iter(alone.items()))
    same = [each for each in many if each.replace("/", "-") == name.replace("/", "-")]
    if not same:
        known = ", ".join(sorted(many)[:20])
        raise CannotRunError(f"none of the decks is called {name}; there are {known}")
    if alone is older:
        return {same[0]: deck}, {same[0]: many[same[0]]}
    return {same[0]: many[same[0]]}, {same[0]: deck}
