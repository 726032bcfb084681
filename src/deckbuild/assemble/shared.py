"""What decks have in common: a slide that reads the same for many profiles is made once, and is one value.

A slide differs between decks only where it has a condition that names the profile, or a key. What it has
of both is looked up once; then the same answers give the same slide, and whoever lays slides out or compiles
them knows by identity that it has met this one.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import TYPE_CHECKING, TypeVar

from deckbuild.assemble.walk import paragraphs_of_slide
from deckbuild.model.condition import Condition
from deckbuild.model.dataclasses import dataclass
from deckbuild.model.recent import Recent
from deckbuild.model.source import Card, Column, LinkItem, Table

if TYPE_CHECKING:
    from deckbuild.assemble.keys import Keys
    from deckbuild.model.origin import Origin
    from deckbuild.model.source import Slide

    V = TypeVar("V")

ROOM = 8192
"""Slides that are remembered; more than a deck has, and as many for a thousand decks as for a hundred."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What of a slide can differ between decks."""

    names: frozenset[str]
    """Profiles and tags that its conditions name."""
    keys: tuple[str, ...]
    """Keys that stand on it or in its notes, sorted."""
    jumps: tuple[tuple[str, Origin], ...]
    """The slides that it leads to, and where it does."""
    plain: bool
    """Whether every deck has it as it is written: without condition and key."""


class Shared:
    """Remembers what was made of slides, for the decks of one project."""

    def __init__(self) -> None:
        self._traits: Recent[int, tuple[Slide, Traits]] = Recent(ROOM)
        self._made: Recent[tuple[object, ...], tuple[object, object]] = Recent(ROOM)

    def traits(self, slide: Slide) -> Traits:
        """Return what of a slide can differ."""
        return self._traits.get(id(slide), lambda: (slide, _traits(slide)))[1]

    def once(self, what: str, slide: Slide, more: tuple[object, ...], make: Callable[[], V]) -> V:
        """Return what is made of a slide, the same each time for the same slide and the same *more*.

        *what* is a name for the making. A slide is the same as itself, not as one that equals it.
        """
        # The slide is kept with what was made of it: a number from `id` means nothing once it is gone.
        _, made = self._made.get((what, id(slide), *more), lambda: (slide, make()))
        return made  # type: ignore[return-value]  # one name of a making has one type

    def for_profile(
        self, slide: Slide, names: Collection[str], keys: Keys, make: Callable[[], Slide]
    ) -> Slide:
        """Return a slide as *make* makes it for a profile of these names with these keys.

        Where a key has no value it is made anew each time, because its places are findings of each deck.
        """
        traits = self.traits(slide)
        if traits.plain:
            return slide
        values = tuple(keys.values.get(name) for name in traits.keys)
        if None in values or any(len(key.used_in) < 2 for key in map(keys.declared.get, traits.keys) if key):
            return make()
        return self.once("profile", slide, (traits.names.intersection(names), values), make)


def _traits(slide: Slide) -> Traits:
    paragraphs = list(paragraphs_of_slide(slide))
    keys = {run.key for paragraph in paragraphs for run in paragraph.runs if run.key}
    jumps = (
        (run.link.slide, paragraph.origin)
        for paragraph in paragraphs
        for run in paragraph.runs
        if run.link and run.link.slide is not None
    )
    conditions = [*_conditions(slide), *(each.when for each in paragraphs if each.when)]
    names = frozenset(name for each in conditions for name in _named(each))
    plain = not (conditions or keys or slide.exercise)
    return Traits(names, tuple(sorted(keys)), tuple(jumps), plain)


def _conditions(slide: Slide) -> Iterator[Condition]:
    """Yield the conditions of what is no paragraph: of the slide, of cards, links and rows of tables."""
    if slide.when:
        yield slide.when
    for value in slide.fields.values():
        if isinstance(value, Table):
            yield from (each for each in value.conditions if each)
        elif isinstance(value, tuple):
            yield from (each.when for each in value if isinstance(each, Card | LinkItem) and each.when)
        elif isinstance(value, Column):
            yield from (each.when for each in value.text if each.when)


def _named(condition: Condition) -> Iterator[str]:
    yield from (*condition.only, *condition.except_)
    if condition.within:
        yield from _named(condition.within)
