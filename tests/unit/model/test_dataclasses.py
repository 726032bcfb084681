"""Our data classes are to their users what those of the standard library are."""

import copy
import dataclasses
import pickle
import subprocess
import sys
from collections.abc import Callable
from typing import Any, Generic, TypeVar

import pytest

from deckbuild.model import dataclasses as ours

T = TypeVar("T")


def declared(dataclass: Callable[..., Any], field: Callable[..., Any]) -> dict[str, type]:
    """Return classes of every kind that the project has, made by one of the two."""

    @dataclass(frozen=True, slots=True)
    class Point:
        """Where."""

        x: int
        y: int = 0
        tags: dict[str, int] = field(default_factory=dict)
        data: bytes = field(default=b"", repr=False)
        path: str = field(default="", compare=False)

    @dataclass(frozen=True, slots=True)
    class Higher(Point):
        z: int = 1

    @dataclass(frozen=True, slots=True, kw_only=True)
    class Named:
        name: str
        size: float = 1.0
        parts: list[int] = field(default_factory=list)

    @dataclass(slots=True)
    class Open(Generic[T]):
        value: T
        more: list[T] = field(default_factory=list)

    @dataclass(frozen=True, slots=True)
    class Nothing:
        pass

    return {each.__name__: each for each in (Point, Higher, Named, Open, Nothing)}


OURS = declared(ours.dataclass, ours.field)
THEIRS = declared(dataclasses.dataclass, dataclasses.field)
Point = OURS["Point"]  # where pickle looks for it
Point.__qualname__ = "Point"


def told(act: Callable[[dict[str, type]], object], classes: dict[str, type]) -> str:
    """Return what comes of an act, or which error in which words."""
    try:
        return repr(act(classes)).replace("declared.<locals>.", "")
    except Exception as fault:  # noqa: BLE001
        return f"{type(fault).__name__}: {fault}".replace("declared.<locals>.", "")


@pytest.mark.parametrize(
    "act",
    [
        lambda of: of["Point"](1),
        lambda of: of["Point"](1, 2, {"a": 1}, b"x", path="p"),
        lambda of: of["Higher"](1, z=3),
        lambda of: of["Named"](name="n", size=2),
        lambda of: of["Open"]([1]),
        lambda of: of["Nothing"](),
        lambda of: of["Point"](),
        lambda of: of["Point"](1, 2, 3, 4, 5, 6),
        lambda of: of["Point"](1, z=3),
        lambda of: of["Named"]("n"),
        lambda of: of["Nothing"](1),
        lambda of: of["Point"](1, 2) == of["Point"](1, 2, path="elsewhere"),
        lambda of: of["Point"](1, 2) == of["Point"](1, 3),
        lambda of: of["Higher"](1) == of["Point"](1),
        lambda of: of["Nothing"]() == of["Nothing"](),
        lambda of: hash(of["Higher"](1, tags=())) == hash(of["Higher"](1, tags=(), path="elsewhere")),
        lambda of: hash(of["Open"](1)),
        lambda of: of["Point"].__match_args__ + of["Named"].__match_args__,
        lambda of: of["Point"].__slots__ + of["Higher"].__slots__,
        lambda of: hasattr(of["Point"](1), "__dict__"),
        lambda of: setattr(of["Point"](1), "x", 2),
        lambda of: delattr(of["Point"](1), "x"),
        lambda of: setattr(of["Open"](1), "value", 2),
        lambda of: setattr(of["Open"](1), "other", 2),
        lambda of: copy.copy(of["Point"](1, 2)),
        lambda of: copy.deepcopy(of["Named"](name="n", parts=[1])),
        lambda of: of["Point"].__doc__,
        lambda of: of["Open"][int](1),
        lambda of: [
            (each.name, each.type, each.repr, each.compare, each.kw_only, each.init)
            for kind in of.values()
            for each in dataclasses.fields(kind)
        ],
        lambda of: [dataclasses.is_dataclass(kind) for kind in of.values()],
        lambda of: dataclasses.asdict(of["Point"](1)),
        lambda of: dataclasses.replace(of["Higher"](1), z=5, x=2),
    ],
)
def test_whatever_is_done_with_one_has_the_same_outcome(act: Callable[[dict[str, type]], object]):
    assert told(act, OURS) == told(act, THEIRS)


@pytest.mark.parametrize("changes", [{}, {"x": 5}, {"path": "p", "tags": {}}, {"other": 1}])
def test_replacing_does_what_it_does_to_standard_ones(changes: dict[str, object]):
    def made(replace: Callable[..., object], of: dict[str, type]) -> str:
        return told(lambda of: replace(of["Point"](1, 2, {"a": 1}, b"x"), **changes), of)

    mine, other = made(ours.replace, OURS), made(dataclasses.replace, THEIRS)
    assert mine.partition(":")[0] == other.partition(":")[0]
    assert mine == other or mine.startswith("TypeError")


def test_replacing_leaves_the_value_alone_and_takes_standard_ones():
    one = OURS["Point"](1, tags={"a": 1})
    two = ours.replace(one, x=2)
    assert (one.x, two.x, two.tags is one.tags) == (1, 2, True)
    assert ours.replace(THEIRS["Point"](1), x=2) == THEIRS["Point"](2)


def test_each_value_has_a_default_of_its_own_that_is_made():
    assert OURS["Open"](1).more is not OURS["Open"](1).more


def test_a_frozen_value_gets_no_attribute():
    with pytest.raises(dataclasses.FrozenInstanceError):
        OURS["Point"](1).other = 2  # type: ignore[attr-defined]


def test_a_pattern_takes_one_apart():
    match OURS["Point"](1, 2):
        case Point(x, y=y):
            assert (x, y) == (1, 2)


def test_a_value_can_be_sent_to_another_process():
    one = Point(1, 2, {"a": 1})
    assert pickle.loads(pickle.dumps(one)) == one


@pytest.mark.parametrize(("name", "default"), [("x", []), ("x", {})])
def test_a_default_that_can_change_is_refused(name: str, default: object):
    with pytest.raises(ValueError, match="use default_factory"):
        ours.dataclass(frozen=True, slots=True)(
            type("Bad", (), {"__annotations__": {name: "X"}, name: default})
        )


def test_a_field_without_a_default_does_not_follow_one_with_a_default():
    bad = type("Bad", (), {"__annotations__": {"x": "int", "y": "int"}, "x": 1})
    with pytest.raises(TypeError, match="without a default after"):
        ours.dataclass(frozen=True, slots=True)(bad)(1, 2)


def test_declaring_and_making_one_needs_nothing_of_the_standard_ones():
    script = (
        "import sys; from deckbuild.model.text import plain; assert plain('a') == plain('a');"
        "print('dataclasses' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "False"
