"""A value in, its digest out: the same for equal values wherever they stand, another for anything else.

What is digested is the value made flat (`flat`) and marshalled: every atom with its type and length,
every data class with its name and the names of its fields, so nothing can be mistaken for anything else.
Fields that hold an origin are left out: where a slide stands in its file changes nothing of the slide.
Mappings keep their order, which is part of what they say where a model class calls it an order (layouts
of a gallery, outcomes of a form): two orders make two keys, and at worst something is made again.

1 and 1.0 and True are different; so are 0.0 and -0.0. That too is at worst a miss.
"""

from __future__ import annotations

from hashlib import sha256

from deckbuild.cache.flat import Plan, drop, flattener
from deckbuild.cache.sealed import Digest, pack_plain
from deckbuild.model.recent import Recent

_PLANS: dict[type, Plan] = {}
ROOM = 64
"""Long bytes whose digests are remembered: more than the pictures of a deck."""


class Keys:
    """Digests values; the digest of long bytes, such as a picture's, is remembered for a while."""

    def __init__(self) -> None:
        self._flat = flattener(_PLANS, drop, self._content)
        self._contents: Recent[int, tuple[bytes, Digest]] = Recent(ROOM)

    def digest(self, value: object) -> Digest:
        """Return the digest of a value of the model, or of plain values, mappings and tuples of these.

        Raises:
            TypeError: it holds something else.
        """
        return sha256(pack_plain(self._flat(value))).digest()

    def forget_contents(self) -> None:
        """Let go of the long bytes whose digests are known."""
        self._contents = Recent(ROOM)

    def _content(self, data: bytes) -> Digest:
        # The bytes are kept with their digest: otherwise other bytes could take their id.
        return self._contents.get(id(data), lambda: (data, sha256(data).digest()))[1]
