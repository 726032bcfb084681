"""A tree and its declaration in, the decoded value out; or every fault of the tree, each at its key or value.

msgspec decodes and stops at the first fault. Only then the tree is walked beside the declaration, and each
value without inner structure is put to msgspec by itself, so that both always agree on what a fault is.
"""

from __future__ import annotations

import types
from collections.abc import Iterator, Sequence
from typing import Annotated, Literal, TypeVar, Union, get_args, get_origin

import msgspec

from deckbuild.diagnostics import Diagnostic, did_you_mean, error
from deckbuild.diagnostics.errors import InternalError
from deckbuild.model.origin import Origin

T = TypeVar("T")


def decode(
    tree: object, declaration: type[T], origin: Origin, noun: str, found: list[Diagnostic]
) -> T | None:
    """Return the tree as a value of its declaration, or None; the faults go to *found*.

    *noun* is what a message calls the whole, for example “the session”.

    Raises:
        InternalError: msgspec refuses a tree that has no fault by its declaration.
    """
    try:
        return msgspec.convert(tree, declaration, strict=False)
    except msgspec.ValidationError as refusal:
        faults = list(_Walk(origin, noun).value(tree, declaration, origin))
        if not faults:
            raise InternalError(f"{origin.document} {origin.path}: {refusal}") from refusal
        found.extend(faults)
        return None


class _Walk:
    """Yields the faults of one document's tree."""

    def __init__(self, root: Origin, noun: str) -> None:
        self.root = root
        self.noun = noun

    def value(self, tree: object, wanted: object, origin: Origin) -> Iterator[Diagnostic]:
        """Yield the faults of a value, whatever it should be."""
        bare, outer = bare_type(wanted)
        branches = get_args(bare) if is_union(bare) else (bare,)
        if tree is None and type(None) in branches:
            return
        branch, inner = bare_type(_branch(tree, [each for each in branches if each is not type(None)]))
        meta = [*outer, *inner]
        if isinstance(branch, type) and issubclass(branch, msgspec.Struct):
            yield from self._struct(tree, branch, origin)
        elif get_origin(branch) is list:
            yield from self._list(tree, branch, meta, origin)
        elif get_origin(branch) is dict:
            yield from self._mapping(tree, branch, meta, origin)
        elif not _fits(tree, wanted):
            yield self._leaf(tree, branch, meta, origin)

    def _struct(self, tree: object, struct: type[msgspec.Struct], origin: Origin) -> Iterator[Diagnostic]:
        fields = {each.encode_name: each for each in msgspec.structs.fields(struct)}
        tag = struct.__struct_config__.tag_field
        names = [*([tag] if tag else []), *fields]
        if not isinstance(tree, dict):
            hint = f"Write it with the fields {_listed(names)}."
            yield self._kind(tree, "a mapping", origin, hint)
            return
        for name in tree:
            if name not in names:
                message = f"{self._name(origin)} has no field `{name}`"
                yield error("DB110", message, _key(origin, name), did_you_mean(name, names))
        for name, each in fields.items():
            if name in tree:
                yield from self.value(tree[name], each.type, origin.at(name))
            elif each.required:
                message = f"{self._name(origin)} lacks the field `{name}`"
                yield error("DB111", message, origin, [f"Add `{name}: …`."])

    def _list(
        self, tree: object, wanted: object, meta: Sequence[msgspec.Meta], origin: Origin
    ) -> Iterator[Diagnostic]:
        if not isinstance(tree, list):
            yield self._kind(tree, "a list", origin, "Write each entry on a line of its own, after “- ”.")
            return
        least = max((each.min_length or 0 for each in meta), default=0)
        most = min((each.max_length for each in meta if each.max_length is not None), default=None)
        if len(tree) < least or (most is not None and len(tree) > most):
            message = f"{self._name(origin)} wants {bounds_of(least, most)}, found {len(tree)}"
            hint = "Add entries." if len(tree) < least else "Leave entries out, or divide them in two."
            yield error("DB114", message, origin, [hint])
        for n, each in enumerate(tree):
            yield from self.value(each, get_args(wanted)[0], origin.at(n))

    def _mapping(
        self, tree: object, wanted: object, meta: Sequence[msgspec.Meta], origin: Origin
    ) -> Iterator[Diagnostic]:
        if not isinstance(tree, dict):
            hint = "Write `name: value` on a line of its own."
            yield self._kind(tree, "a mapping of names to values", origin, hint)
            return
        if not tree and any(each.min_length for each in meta):
            message = f"{self._name(origin)} is empty; wanted one entry at least"
            yield error("DB114", message, origin, ["Add an entry."])
        key, value = get_args(wanted)
        for name, each in tree.items():
            bare, inner = bare_type(key)
            if not _fits(name, key):
                yield self._leaf(name, bare, inner, _key(origin, name))
            yield from self.value(each, value, origin.at(name))

    def _leaf(self, tree: object, wanted: object, meta: Sequence[msgspec.Meta], origin: Origin) -> Diagnostic:
        name = self._name(origin)
        words = [str(each) for each in get_args(wanted)] if get_origin(wanted) is Literal else []
        if words and isinstance(tree, str):
            message = f"{name} wants {_listed(words, 'or')}, found “{tree}”"
            return error("DB113", message, origin, did_you_mean(tree, words))
        if wanted is str and tree == "":
            return error("DB124", f"{name} is an empty text", origin, ["Write what it should say."])
        usual = _listed(words, "or") if words else _KINDS[wanted]
        kind = next((str(each.extra["wanted"]) for each in meta if each.extra), usual)
        if wanted is str and isinstance(tree, str):
            return error("DB115", f"{name} wants {kind}, found “{tree}”", origin, [f"Write {kind}."])
        if wanted in (int, float) and isinstance(tree, str) and _fits(tree, wanted):
            message = f"{name} wants a number {_bounds(meta)}, found {tree}"
            return error("DB115", message, origin, [f"Write a number {_bounds(meta)}."])
        return self._kind(tree, kind, origin, f"Write {kind}.")

    def _kind(self, tree: object, wanted: str, origin: Origin, hint: str) -> Diagnostic:
        return error("DB112", f"{self._name(origin)} wants {wanted}, found {described(tree)}", origin, [hint])

    def _name(self, origin: Origin) -> str:
        """Return what a message calls a value: `field`, entry 2 of `field`, or the noun of the whole."""
        path = origin.path[len(self.root.path) :]
        if not path:
            return self.noun
        if isinstance(path[-1], str):
            return f"`{path[-1]}`"
        field = next((each for each in reversed(path) if isinstance(each, str)), "")
        return f"entry {path[-1] + 1} of `{field}`" if field else f"entry {path[-1] + 1}"


_KINDS: dict[object, str] = {str: "a text", int: "a whole number", float: "a number", bool: "true or false"}


def described(tree: object) -> str:
    """Return a value in the words of a message."""
    match tree:
        case None:
            return "nothing"
        case str():
            return f"“{tree if len(tree) <= 40 else tree[:39] + '…'}”"
        case list():
            return "a list"
        case _:
            return "a mapping"


def bare_type(wanted: object) -> tuple[object, list[msgspec.Meta]]:
    """Return a type without its annotations, and those of msgspec."""
    if get_origin(wanted) is not Annotated:
        return wanted, []
    bare, *notes = get_args(wanted)
    return bare, [each for each in notes if isinstance(each, msgspec.Meta)]


def is_union(wanted: object) -> bool:
    """Return whether a type is a choice of several."""
    return get_origin(wanted) in (Union, types.UnionType)


def _branch(tree: object, branches: Sequence[object]) -> object:
    """Return the branch of a union that has the shape of the tree, or else the first."""
    for branch in branches:
        bare, _ = bare_type(branch)
        mapping = get_origin(bare) is dict or (isinstance(bare, type) and issubclass(bare, msgspec.Struct))
        shape = dict if mapping else list if get_origin(bare) is list else str
        if isinstance(tree, shape):
            return branch
    return branches[0]


def _fits(tree: object, wanted: object) -> bool:
    try:
        msgspec.convert(tree, wanted, strict=False)
    except msgspec.ValidationError:
        return False
    return True


def _key(origin: Origin, name: str) -> Origin:
    return Origin(origin.document, (*origin.path, name), key=True)


def _listed(names: Sequence[str], last: str = "and") -> str:
    """Return names as `a`, `b` and `c`."""
    *most, end = [f"`{each}`" for each in names]
    return f"{', '.join(most)} {last} {end}" if most else end


def bounds_of(least: int, most: int | None) -> str:
    """Return how many entries are wanted, in words."""
    if most is None:
        return f"{least} or more entries"
    if least == most:
        return f"{least} entries"
    return f"{least} to {most} entries" if least else f"{most} entries at most"


def _bounds(meta: Sequence[msgspec.Meta]) -> str:
    words = [
        *(f"over {each.gt:g}" for each in meta if each.gt is not None),
        *(f"from {each.ge:g}" for each in meta if each.ge is not None),
        *(f"up to {each.le:g}" for each in meta if each.le is not None),
    ]
    return " ".join(words)
