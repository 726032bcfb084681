"""A value of the model in, bytes out that make it again: scenes, compiled slides, diagnostics, decks.

A value is made flat (`flat`) and marshalled. Long bytes (pictures) are not among the bytes: they are
contents of their own, kept once however many values hold them. Origins below a base are written relative
to it.

Measured on the 533 slides of this project's decks (Python 3.11; a scene is some 90 objects and 500
numbers):

    scene                    to bytes   to values   bytes    what it makes of tampered bytes
    flat and marshalled        125 µs      275 µs   14 000   data classes of the model, or nothing
    flat and JSON              350 µs      390 µs   16 700   the same
    pickle                     270 µs      275 µs    8 900   whatever they say
    msgspec, MessagePack        50 µs           –        –   unions of data classes cannot be read

JSON would be the safest to read, and costs nearly three times as much to write; pickle runs what it reads.
Marshal's own reader makes no objects but plain ones. It is not hardened against hostile bytes: whoever may
write to a user's cache can make deckbuild crash or show other words, as with the project itself; no more is
claimed, and a release is built without. Accidents never reach it, since every content is read by its digest.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import NamedTuple, TypeVar

from deckbuild.cache.flat import Plan, flattener, unflattener
from deckbuild.cache.sealed import Digest, pack_plain, unpack_plain
from deckbuild.cache.trouble import DamagedError
from deckbuild.model.origin import NOWHERE, Origin

T = TypeVar("T")

_PLANS: dict[type, Plan] = {}


class Stored(NamedTuple):
    """A value as bytes."""

    data: bytes
    contents: Mapping[Digest, bytes]
    """The long bytes that it holds, by their digests."""


def dumps(value: object, base: Origin = NOWHERE) -> Stored:
    """Return a value as bytes; equal values make equal bytes, wherever their base stands.

    Raises:
        TypeError: it holds something that cannot be in the cache.
    """
    contents: dict[Digest, bytes] = {}
    depth = len(base.path)

    def origin(value: object) -> object:
        assert isinstance(value, Origin)
        if value.document == base.document and value.path[:depth] == base.path:
            return ["~", value.path[depth:], value.key]
        return ["@", value.document, value.path, value.key]

    def content(data: bytes) -> Digest:
        digest = sha256(data).digest()
        contents[digest] = data
        return digest

    return Stored(pack_plain(flattener(_PLANS, origin, content)(value)), contents)


def loads(data: bytes, kind: type[T], content: Callable[[Digest], bytes], base: Origin = NOWHERE) -> T:
    """Return the value that bytes hold, of the class *kind*, with the origins below its base below *base*.

    *content* returns long bytes by their digest, and raises DamagedError where it has none.

    Raises:
        DamagedError: the bytes hold no such value.
    """
    try:
        value = unflattener(base, content)(unpack_plain(data))
    except (TypeError, ValueError, LookupError, AttributeError, ImportError, RecursionError) as fault:
        raise DamagedError(f"a value cannot be read: {fault}") from fault
    if not isinstance(value, kind):
        raise DamagedError(f"a {type(value).__name__} stands where a {kind.__name__} should")
    return value
