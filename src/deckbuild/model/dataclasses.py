"""Data classes like those of the standard library, which cost next to nothing until one is used.

`dataclasses` writes and compiles up to eight functions for each class as its module is imported: half a
millisecond for a class, of which a build imports a hundred and fifty. Here one is compiled, `__init__`, when
the first value is made, and the others are closures over the names of the fields. Values are frozen by the
same means, made and replaced in two thirds of the time.

Only what this project writes is known: slots always; `frozen` and `kw_only`; `field` with its default, and
whether it is compared and shown. `dataclasses.fields`, `is_dataclass` and `replace`, patterns and pickle work
as they do on the standard ones, and a type checker sees those.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from operator import attrgetter
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, NoReturn, Protocol, TypeVar, cast

if TYPE_CHECKING:
    import dataclasses

__all__ = ["dataclass", "field", "replace"]

T = TypeVar("T")

_NONE = object()
"""What a field without a default has for one, and what is given for one that is to be made."""
_BARE = object()
"""What a parameter without a default has for one."""
_FIELDS = "__own_fields__"
"""The attribute of a class that holds its fields by name, those of its bases first."""


class _Field:
    """A field of a class."""

    __slots__ = ("annotation", "compared", "default", "factory", "kw_only", "shown")

    def __init__(
        self, default: object, factory: object = _NONE, *, shown: bool = True, compared: bool = True
    ) -> None:
        self.default = default
        self.factory = factory
        self.shown = shown
        self.compared = compared
        self.kw_only = False
        self.annotation = ""


class _Init(Protocol):
    """An `__init__`."""

    __qualname__: str
    __module__: str

    def __call__(self, value: object, /, *given: object, **named: object) -> None: ...


class _Copy(Protocol):
    """Copies a value with other values of some fields."""

    def __call__(self, value: object, /, **changes: object) -> object: ...


class _OnDemand:
    """An attribute of a class that is made when first asked for."""

    def __init__(self, make: Callable[[type], object]) -> None:
        self._make = make

    def __set_name__(self, _: type, name: str) -> None:
        self._name = name

    def __get__(self, _: object, kind: type) -> object:
        made = self._make(kind)
        setattr(kind, self._name, made)
        return made


def _dataclass(*, frozen: bool = False, slots: bool, kw_only: bool = False) -> Callable[[type[T]], type[T]]:
    """Return what makes a class with annotations a data class."""
    assert slots

    def make(kind: type[T]) -> type[T]:
        own = _own_fields(kind, kw_only)
        known = {name: each for base in kind.__mro__[:0:-1] for name, each in _fields(base).items()}
        every = {**known, **own}
        body = {name: value for name, value in vars(kind).items() if name not in (*own, *_OF_THE_FIRST)}
        body = {**_methods(every, frozen=frozen), **body}
        body["__slots__"] = tuple(name for name in own if name not in known)
        body["__match_args__"] = tuple(name for name, each in every.items() if not each.kw_only)
        body["__qualname__"] = kind.__qualname__
        body[_FIELDS] = every
        body["__dataclass_fields__"] = _OnDemand(_standard_fields)
        body["__dataclass_params__"] = _OnDemand(lambda _: _standard_params(frozen=frozen))
        meta: type = type(kind)
        made: type[T] = meta(kind.__name__, kind.__bases__, body)
        setattr(made, "__init__", _first_init(made))  # noqa: B010  of the class, not of a value
        return made

    return make


def _field(
    *,
    default: object = _NONE,
    default_factory: object = _NONE,
    repr: bool = True,  # noqa: A002  as the standard one calls it
    compare: bool = True,
) -> object:
    """Return a default that is more than a value, as `dataclasses.field` does."""
    return _Field(default, default_factory, shown=repr, compared=compare)


def _replace(value: T, /, **changes: object) -> T:
    """Return a value with other values of some fields."""
    kind = type(value)
    copy = _COPIES.get(kind)
    if copy is None:
        copy = _COPIES[kind] = _copy(kind)
    return cast("T", copy(value, **changes))


_COPIES: dict[type, _Copy] = {}
"""Class → what copies a value of it, once one was replaced."""
_OF_THE_FIRST = ("__dict__", "__weakref__", "__slots__")
"""What belongs to a class as it was written, and not to the one with slots that takes its place."""


def _fields(kind: type) -> Mapping[str, _Field]:
    return getattr(kind, _FIELDS, {})


def _own_fields(kind: type, kw_only: bool) -> dict[str, _Field]:
    """Return the fields that a class adds, by name."""
    own = {}
    for name, annotation in vars(kind).get("__annotations__", {}).items():
        given = vars(kind).get(name, _NONE)
        if type(given).__hash__ is None:
            raise ValueError(f"{kind.__name__}.{name} has a default that can change; use default_factory")
        made = given if isinstance(given, _Field) else _Field(given)
        made.annotation, made.kw_only = annotation, kw_only
        own[name] = made
    return own


def _reader(names: tuple[str, ...]) -> Callable[[object], object]:
    """Return what gives the values of these fields as a tuple."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda self: tuple([getattr(self, name) for name in names])


def _methods(fields: Mapping[str, _Field], *, frozen: bool) -> dict[str, object]:
    """Return the methods of a class but `__init__`, which do what those of the standard library do."""
    compared = _reader(tuple(name for name, each in fields.items() if each.compared))
    shown = [name for name, each in fields.items() if each.shown]

    def __eq__(self: object, other: object) -> bool:  # noqa: N807
        if self is other:
            return True
        return compared(self) == compared(other) if other.__class__ is self.__class__ else NotImplemented

    def __hash__(self: object) -> int:  # noqa: N807
        return compared(self).__hash__()  # for dictionaries of one process, as theirs is

    def __repr__(self: object) -> str:  # noqa: N807
        values = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
        return f"{self.__class__.__qualname__}({values})"

    if not frozen:
        return {"__eq__": __eq__, "__hash__": None, "__repr__": __repr__}
    named = tuple(fields)

    def __getstate__(self: object) -> list[object]:  # noqa: N807
        return [getattr(self, name) for name in named]

    def __setstate__(self: object, state: list[object]) -> None:  # noqa: N807
        for name, value in zip(named, state, strict=True):
            object.__setattr__(self, name, value)

    return {
        "__eq__": __eq__,
        "__hash__": __hash__,
        "__repr__": __repr__,
        "__getstate__": __getstate__,
        "__setstate__": __setstate__,
        "__setattr__": _refuse_assignment,
        "__delattr__": _refuse_deletion,
    }


def _refuse_assignment(_: object, name: str, __: object) -> NoReturn:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_deletion(_: object, name: str) -> NoReturn:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _first_init(kind: type) -> _Init:
    """Return what makes the `__init__` of a class when its first value is made, and fills in that value."""

    def __init__(self: object, /, *given: object, **named: object) -> None:  # noqa: N807
        made = _init(kind)
        setattr(kind, "__init__", made)  # noqa: B010
        made(self, *given, **named)

    return __init__


def _init(kind: type) -> _Init:
    """Return the `__init__` of a class: a parameter for each field, as if written by hand."""
    fields = sorted(_fields(kind).items(), key=lambda each: each[1].kw_only)
    positional = [each for _, each in fields if not each.kw_only]
    defaults = [_default(each) for each in positional]
    bare = next((n for n, each in enumerate(defaults) if each is not _BARE), len(defaults))
    if _BARE in defaults[bare:]:
        raise TypeError(f"{kind.__name__} has a field without a default after one with a default")
    known = _setters(kind, [name for name, _ in fields])
    known |= {f"_made{n}": each.factory for n, (_, each) in enumerate(fields)}
    shape = "".join("v" if each.factory is _NONE else "f" for _, each in fields)
    code = _init_code(shape, len(positional)).replace(co_varnames=("self", *(name for name, _ in fields)))
    made = FunctionType(code, known, "__init__", tuple(defaults[bare:]))
    by_name = {name: _default(each) for name, each in fields[len(positional) :]}
    made.__kwdefaults__ = {name: each for name, each in by_name.items() if each is not _BARE}
    made.__qualname__ = f"{kind.__qualname__}.__init__"
    made.__module__ = kind.__module__
    return cast("_Init", made)


def _default(each: _Field) -> object:
    """Return what stands for a field that is left out: a value, or `_NONE` where it is made then."""
    if each.factory is not _NONE:
        return _NONE
    return _BARE if each.default is _NONE else each.default


def _setters(kind: type, names: Sequence[str]) -> dict[str, object]:
    """Return what functions of a class know: the descriptors of slots set what `__setattr__` refuses to."""
    return {"_none": _NONE, **{f"_set{n}": getattr(kind, name).__set__ for n, name in enumerate(names)}}


@cache
def _init_code(shape: str, positional: int) -> CodeType:
    """Return the code of an `__init__` with a parameter for each letter: `f` where a default is to be made.

    Compiling takes longer than all else, and most classes have the shape of another; the names of the fields
    take the place of these.
    """
    names = [f"f{n}" for n in range(len(shape))]
    parameters = [*names[:positional], *(["*"] if positional < len(names) else []), *names[positional:]]
    values = [
        f"_made{n}() if {name} is _none else {name}" if letter == "f" else name
        for n, (name, letter) in enumerate(zip(names, shape, strict=True))
    ]
    body = [f" _set{n}(self, {value})" for n, value in enumerate(values)]
    return _code(f"def made(self, {', '.join(parameters)}):", *body, " pass")


def _copy(kind: type) -> _Copy:
    """Return what copies a value of a class."""
    names = tuple(_fields(kind))
    if not names:
        import dataclasses

        return cast("_Copy", dataclasses.replace)
    code, own = _copy_code(len(names)), {f"f{n}": name for n, name in enumerate(names)}
    code = code.replace(
        co_varnames=("_value", *names, "_copied"),
        co_names=tuple(own.get(each, each) for each in code.co_names),
    )
    made = FunctionType(code, {**_setters(kind, names), "_new": kind.__new__, "_kind": kind}, "replace")
    made.__kwdefaults__ = dict.fromkeys(names, _NONE)
    return cast("_Copy", made)


@cache
def _copy_code(count: int) -> CodeType:
    """Return the code that copies a value with so many fields."""
    parameters = ", ".join(f"f{n}" for n in range(count))
    body = [f" _set{n}(_copied, _value.f{n} if f{n} is _none else f{n})" for n in range(count)]
    head = f"def made(_value, /, *, {parameters}):"
    return _code(head, " _copied = _new(_kind)", *body, " return _copied")


def _code(*lines: str) -> CodeType:
    known: dict[str, FunctionType] = {}
    exec("\n".join(lines), known)
    return known["made"].__code__


def _standard_fields(kind: type) -> dict[str, dataclasses.Field[object]]:
    """Return what `dataclasses.fields` looks for."""
    import dataclasses

    done = {}
    for name, each in _fields(kind).items():
        given: dict[str, object] = {"repr": each.shown, "compare": each.compared, "kw_only": each.kw_only}
        if each.factory is not _NONE:
            given["default_factory"] = each.factory
        elif each.default is not _NONE:
            given["default"] = each.default
        made: dataclasses.Field[object] = dataclasses.field(**given)  # type: ignore[call-overload]
        made.name, made.type = name, each.annotation
        made._field_type = dataclasses._FIELD  # type: ignore[attr-defined]
        done[name] = made
    return done


def _standard_params(*, frozen: bool) -> object:
    """Return what `dataclasses` looks for in the bases of a class of its own."""
    import dataclasses

    kind = dataclasses.make_dataclass("_Like", (), frozen=frozen)
    return vars(kind)["__dataclass_params__"]


if TYPE_CHECKING:
    from dataclasses import dataclass, field, replace
else:
    dataclass, field, replace = _dataclass, _field, _replace
