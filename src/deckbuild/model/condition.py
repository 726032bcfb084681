"""Whom a slide, an entry of a list or a row of a table is for."""

from __future__ import annotations

from collections.abc import Collection

from deckbuild.model.dataclasses import dataclass
from deckbuild.model.origin import NOWHERE, Origin


@dataclass(frozen=True, slots=True)
class Condition:
    """Whom something is for: profile ids or tags of profiles."""

    only: tuple[str, ...] = ()
    """The profiles that get it; empty for all that `except_` does not name."""
    except_: tuple[str, ...] = ()
    origin: Origin = NOWHERE
    """Of what carries the condition."""
    within: Condition | None = None
    """The condition of what it stands in, which must hold too; None where there is none."""

    def admits(self, names: Collection[str]) -> bool:
        """Return whether a profile of these names (its id and its tags) gets it."""
        if self.within and not self.within.admits(names):
            return False
        if any(name in names for name in self.except_):
            return False
        return not self.only or any(name in names for name in self.only)
