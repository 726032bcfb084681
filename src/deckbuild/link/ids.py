"""Ids that a deck gives to its slides and sections: from their names, so that they outlive every rebuild."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from hashlib import sha256
from uuid import NAMESPACE_URL, uuid5

LEAST_SLIDE_ID, PAST_SLIDE_ID = 256, 2**31
"""Bounds of ST_SlideId (ECMA-376 part 1, 19.7.13), the upper one exclusive."""


def slide_ids(names: Iterable[str]) -> Mapping[str, int]:
    """Return the id of each slide of a deck (p:sldId/@id).

    Of slides whose digests meet, the first in the order of their names keeps the number, and the next
    takes the next that is free: the order of the slides in the deck does not matter.
    """
    ids: dict[str, int] = {}
    taken: set[int] = set()
    for name in sorted(names):
        number = LEAST_SLIDE_ID + _number(name) % (PAST_SLIDE_ID - LEAST_SLIDE_ID)
        while number in taken:
            number = number + 1 if number + 1 < PAST_SLIDE_ID else LEAST_SLIDE_ID
        taken.add(number)
        ids[name] = number
    return ids


@lru_cache(maxsize=2048)
def _number(name: str) -> int:
    return int.from_bytes(sha256(f"deckbuild:slide:{name}".encode()).digest()[:8], "big")


@lru_cache(maxsize=256)  # decks of one session have the same
def section_id(session: str, number: int, title: str) -> str:
    """Return the GUID of a section (p14:section/@id)."""
    return f"{{{uuid5(NAMESPACE_URL, f'deckbuild:section:{session}:{number}:{title}')}}}".upper()
