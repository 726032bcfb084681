"""A request in, its plan out: the decks in units, each of which one process makes from the project's files.

A unit holds decks that stand next to one another in the order of the sessions, since these have most slides
in common. It is so large that what its decks share is made far less often than used, and so small that a
thousand decks take little more memory than a hundred. The plan depends on the request and the names of the
sessions' profiles alone: never on who carries it out.

Measured on 40-slide decks (Python 3.11, two cores): a further deck takes 10 ms in one process, a further
document of it 25, and whatever the decks of a process share 250 once.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from deckbuild.model.dataclasses import dataclass
from deckbuild.pipeline.formats import DECK, DEFAULT_FORMATS, formats
from deckbuild.pipeline.request import BuildRequest

if TYPE_CHECKING:
    from deckbuild.read.roster import Listed, Roster

DOCUMENT = 4
"""What a document weighs; a deck weighs 1."""
ROOM = 240
"""Weight of a unit, in decks: about three seconds of work."""
MOST = 50
"""Decks of a unit."""


@dataclass(frozen=True, slots=True)
class Unit:
    """Decks of a request that one process makes, one after the other."""

    request: BuildRequest
    names: tuple[str, ...] | None = None
    """`SESSION/PROFILE`; None for all that the request asks for."""

    @property
    def size(self) -> int:
        """How many decks it has; 1 where nobody has counted."""
        return 1 if self.names is None else len(self.names)


def units(
    request: BuildRequest, root: Path, only: Collection[str] | None = None, room: int = ROOM
) -> tuple[Unit, ...]:
    """Return the plan of a request; at least one unit.

    Args:
        request: What is asked for. With local sessions it is one unit: their files may lie anywhere.
        root: The project's folder.
        only: Names of the decks that are wanted of those asked for; None for all.
        room: Weight of a unit.
    """
    whole = Unit(request, None if only is None else tuple(sorted(only)))
    if any(name.endswith((".yaml", ".yml")) for name in request.sessions):
        return (whole,)
    most = max(_weight(request, None), _weight(request, formats()))
    if only is not None and _few(len(only), most, room):
        return (whole,)
    if only is not None and request.formats:  # each weighs the same, whatever its session says
        return tuple(Unit(request, names) for names in _cut([(name, most) for name in sorted(only)], room))
    if _few(len(request.sessions) * len(request.profiles) or MOST + 1, most, room):
        return (whole,)
    from deckbuild.read.roster import Roster

    roster = Roster(root)
    bound = len(request.sessions or roster.sessions) * len(request.profiles or roster.profiles)
    if _few(bound, most, room):
        return (whole,)
    named = [(name, weight) for name, weight in _named(request, roster) if only is None or name in only]
    cut = [Unit(request, names) for names in _cut(named, room)]
    return tuple(cut) if len(cut) > 1 else (whole,)


def _few(decks: int, weight: int, room: int) -> bool:
    return decks <= MOST and decks * weight <= room


def _named(request: BuildRequest, roster: Roster) -> Iterator[tuple[str, int]]:
    """Yield the name of each deck that is asked for, and what it weighs with its documents."""
    for each in roster.listed(request.sessions or roster.sessions):
        weight = _weight(request, _implied(request, each))
        for profile in each.profiles:
            if not request.profiles or profile in request.profiles:
                yield f"{each.session}/{profile}", weight


def _implied(request: BuildRequest, listed: Listed) -> Iterable[str] | None:
    if not request.pack:
        return None if listed.kinds is None else (DECK, *listed.kinds)
    return formats() if listed.pack is None else (DECK, *listed.pack)


def _weight(request: BuildRequest, implied: Iterable[str] | None) -> int:
    """Return what a deck weighs in the formats of a request, or in those that a session implies."""
    wanted = set(request.formats or implied or DEFAULT_FORMATS)
    return len(wanted & {DECK}) + DOCUMENT * len(wanted - {DECK})


def _cut(named: Sequence[tuple[str, int]], room: int) -> Iterator[tuple[str, ...]]:
    """Yield names in runs that weigh about the same, none much more than there is room for."""
    total = sum(weight for _, weight in named)
    count = max(-(-total // room), -(-len(named) // MOST))
    taken, at = 0, 0
    for number in range(1, count + 1):
        start = at
        while at < len(named) and taken * count < total * number:
            taken += named[at][1]
            at += 1
        if at > start:
            yield tuple(name for name, _ in named[start:at])
