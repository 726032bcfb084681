"""A file's digest in, the plain values that it was parsed to out: dicts, lists and texts, without any class.

They are marshalled as they are. A file that another compiler parsed is parsed again.
"""

from __future__ import annotations

from hashlib import sha256

from deckbuild.cache.sealed import Digest, pack_plain, unpack_plain
from deckbuild.cache.store import Store
from deckbuild.cache.trouble import DamagedError


class Trees:
    """What files were parsed to."""

    def __init__(self, store: Store, code: Digest) -> None:
        """*code* is the compiler's state (`code.code_state`)."""
        self._store = store
        self._code = code

    def get(self, digest: Digest) -> object:
        """Return what a file of this digest was parsed to; None where nobody knows."""
        record = self._store.find(self._key(digest), counts=False)
        try:
            return None if record is None else unpack_plain(record)
        except DamagedError:  # never: a record is sealed
            return None

    def keep(self, digest: Digest, tree: object) -> None:
        """Keep what a file of this digest was parsed to, which holds plain values alone."""
        self._store.keep(self._key(digest), pack_plain(tree))

    def _key(self, digest: Digest) -> Digest:
        return sha256(pack_plain(("tree", self._code, digest))).digest()
