"""Values of the model as plain nested tuples, and back: what `key` digests and `serialise` stores.

    tuple, str, int, float, bool, None, short bytes   as they are
    mapping                                           dict, in its own order, which readers may depend on
    data class                                        list of its tag and its fields
    long bytes                                        list of `#` and their digest; they travel apart
    origin                                            list of `@`, document, path, key; or of `~` and the
                                                      path below a base, which may have moved since

A tag names the class and, by a digest, its fields, so that no two classes and no two states of one class
are mistaken for one another. Only data classes of `model`, `diagnostics` and this room are made of tags,
and only by their constructors: bytes that somebody tampered with can make a wrong slide, but run nothing.

What is done for a class is planned once. Fields that can only hold str, int, float, bool, None and tuples
of these are never looked at: a scene alone has some 500 numbers in them.
"""

from __future__ import annotations

import dataclasses
import re
import sys
from collections.abc import Callable
from hashlib import sha256
from importlib import import_module
from types import NoneType
from typing import Literal, NamedTuple, get_origin

from deckbuild.cache.sealed import Digest
from deckbuild.cache.trouble import DamagedError
from deckbuild.model.origin import Origin

MOST_INLINE = 4096
"""Bytes that stand in a value themselves; longer ones (pictures) are often shared, and travel apart."""

PLAIN: frozenset[type] = frozenset((str, int, float, bool, NoneType))
_PLAIN_WORDS = frozenset(("str", "int", "float", "bool", "None", "tuple"))
_ROOMS = ("deckbuild.model.", "deckbuild.diagnostics.", "deckbuild.cache.")

Flat = Callable[[object], object]
Step = Callable[[object, Flat], object]


class Plan(NamedTuple):
    """How values of a class are made flat and whole."""

    tag: str
    length: int
    """Of the flat list, with the tag."""
    flat: Step
    """Takes a value, and what makes flat what its fields hold."""
    whole: Step
    """Takes a flat list, and what makes whole what it holds."""


def plan_of(kind: type, *, origins: bool) -> Plan:
    """Return the plan of a class. Without *origins*, its fields that hold an origin are left out.

    Raises:
        TypeError: it is no data class that can be stored.
    """
    if not dataclasses.is_dataclass(kind) or not kind.__module__.startswith(_ROOMS):
        raise TypeError(f"no value of {kind.__module__}.{kind.__qualname__} can be in the cache")
    every = dataclasses.fields(kind)
    kept = [each for each in every if origins or each.type != "Origin"]
    shape = sha256(" ".join(each.name for each in every).encode()).hexdigest()[:6]
    tag = f"{kind.__module__.removeprefix('deckbuild.')}.{kind.__qualname__}/{shape}"
    plain = [_is_plain(kind, str(each.type)) for each in kept]
    given = [f"v.{each.name}" for each in kept]
    stored = [f"v[{n}]" for n in range(1, len(kept) + 1)]
    return Plan(
        tag,
        len(kept) + 1,
        flat=_compiled(f"[{', '.join([repr(tag), *map(_deeply, given, plain)])}]"),
        whole=_compiled(f"make({', '.join(map(_deeply, stored, plain))})", kind),
    )


def _deeply(field: str, is_plain: bool) -> str:
    """Return the source of a field's value; most of those that may hold more hold None or an empty tuple."""
    return field if is_plain else f"(deep(x) if (x := {field}) and type(x) not in PLAIN else x)"


def _compiled(expression: str, make: type | None = None) -> Step:
    # Written out for each class, as `dataclasses` does: a loop over the fields takes half as long again.
    step: Step = eval(f"lambda v, deep: {expression}", {"PLAIN": PLAIN, "make": make})
    return step


def _is_plain(kind: type, annotation: str) -> bool:
    """Return whether a field can only hold plain values and tuples of them, as far as its annotation says."""
    known = vars(sys.modules[kind.__module__])
    words = re.findall(r"[A-Za-z_.]+", re.sub(r"Literal\[[^\]]*\]", "str", annotation))
    return all(word in _PLAIN_WORDS or get_origin(known.get(word)) is Literal for word in words)


def flattener(plans: dict[type, Plan], origin: Flat, content: Callable[[bytes], Digest]) -> Flat:
    """Return what makes values flat.

    *plans* are those made so far; *origin* makes an origin flat; *content* takes long bytes and returns their
    digest. What it returns raises TypeError for what cannot be in the cache.
    """
    origins = origin is not drop

    def flat(value: object) -> object:
        kind = type(value)
        if kind is tuple:
            return tuple([each if type(each) in PLAIN else flat(each) for each in value])  # type: ignore[attr-defined]
        plan = plans.get(kind)
        if plan is None:
            if kind in other:
                return other[kind](value)
            plan = plans[kind] = plan_of(kind, origins=origins)
        return plan.flat(value, flat)

    def mapping(value: object) -> object:
        assert isinstance(value, dict)
        return {key: flat(each) for key, each in value.items()}

    def octets(value: object) -> object:
        assert isinstance(value, bytes)
        return value if len(value) <= MOST_INLINE else ["#", content(value)]

    other: dict[type, Flat] = {kind: lambda value: value for kind in PLAIN}
    other |= {dict: mapping, bytes: octets, Origin: origin}
    return flat


def drop(_: object) -> object:
    """Make an origin flat where origins do not count."""
    return None


_PLANS: dict[str, Plan] = {}


def unflattener(base: Origin, content: Callable[[Digest], bytes]) -> Flat:
    """Return what makes values whole again; origins below the base get the path of *base*.

    *content* returns bytes by their digest, or raises DamagedError; so does what it returns, for what no
    flattener has made.
    """

    def whole(value: object) -> object:
        kind = type(value)
        if kind is tuple:
            return tuple([each if type(each) in PLAIN else whole(each) for each in value])  # type: ignore[attr-defined]
        if kind is list:
            return record(value)  # type: ignore[arg-type]
        if kind is dict:
            return {key: whole(each) for key, each in value.items()}  # type: ignore[attr-defined]
        if kind in PLAIN or kind is bytes:
            return value
        raise DamagedError(f"a value holds a {kind.__name__}")

    def record(found: list[object]) -> object:
        tag = found[0] if found else None
        if not isinstance(tag, str):
            raise DamagedError("a value has no tag")
        if tag in other:
            return other[tag](found)
        plan = _PLANS.get(tag) or _plan_by_tag(tag)
        if len(found) != plan.length:
            raise DamagedError(f"{tag} has {len(found) - 1} fields")
        return plan.whole(found, whole)

    def long_bytes(found: list[object]) -> object:
        _, digest = found
        if not isinstance(digest, bytes):
            raise DamagedError("a content has no digest")
        return content(digest)

    def origin(found: list[object]) -> object:
        _, document, path, key = found
        return Origin(document, path, key)  # type: ignore[arg-type]

    def below(found: list[object]) -> object:
        _, path, key = found
        return Origin(base.document, (*base.path, *path), key)  # type: ignore[misc, arg-type]

    other: dict[str, Callable[[list[object]], object]] = {"#": long_bytes, "@": origin, "~": below}
    return whole


def _plan_by_tag(tag: str) -> Plan:
    module, _, name = tag.partition("/")[0].rpartition(".")
    module = f"deckbuild.{module}"
    kind = getattr(import_module(module), name, None) if module.startswith(_ROOMS) else None
    if not isinstance(kind, type) or not dataclasses.is_dataclass(kind):
        raise DamagedError(f"there is no class {tag}")
    plan = plan_of(kind, origins=True)
    if plan.tag != tag:
        raise DamagedError(f"{tag} is {plan.tag} today")
    return _PLANS.setdefault(tag, plan)
