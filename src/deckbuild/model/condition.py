"""Whom a slide, an entry of a list or a row of a table is for."""

from __future__ import annotations

from dataclasses import dataclass

from deckbuild.model.origin import NOWHERE, Origin


@dataclass(frozen=True, slots=True)
class Condition:
    """Whom something is for: profile ids or tags of profiles. Not both tuples are empty."""

    only: tuple[str, ...] = ()
    """The profiles that get it; empty for all that `except_` does not name."""
    except_: tuple[str, ...] = ()
    origin: Origin = NOWHERE
