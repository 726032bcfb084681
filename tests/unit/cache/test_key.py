"""Digests of values."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckbuild.cache.key import Keys
from deckbuild.model.origin import Origin
from deckbuild.model.scene import Insets, Stroke
from deckbuild.model.text import Run, plain
from deckbuild.model.units import Box
from tests.support.cli import environment
from tests.unit.cache import given as model

ELSEWHERE = Origin("decks/modules/other.yaml", ("slides", 7, "new"))
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text() | st.binary(),
    lambda inner: st.lists(inner, max_size=4).map(tuple) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


def exact(value: object) -> object:
    """Return a value with the types of all its atoms, so that 1, 1.0 and True are different."""
    if isinstance(value, tuple):
        return "tuple", tuple(map(exact, value))
    if isinstance(value, dict):
        return "dict", tuple((key, exact(each)) for key, each in value.items())
    return type(value).__name__, repr(value)


def test_equal_values_have_one_digest():
    assert Keys().digest(model.slide()) == Keys().digest(model.slide())
    assert Keys().digest(model.scene()) == Keys().digest(model.scene())


def test_where_something_stands_is_in_no_digest():
    assert Keys().digest(model.slide()) == Keys().digest(model.slide(ELSEWHERE))
    assert Keys().digest(model.scene()) == Keys().digest(model.scene(ELSEWHERE))
    assert Keys().digest(model.findings()) == Keys().digest(model.findings(ELSEWHERE))


@pytest.mark.parametrize("value", [model.slide(), model.scene()], ids=["slide", "scene"])
def test_whatever_changes_in_a_value_gives_it_another_digest(value: object):
    copies = dict(model.changed(value))
    keys = Keys()
    digests = {name: keys.digest(copy) for name, copy in copies.items()}
    assert len(copies) > 50
    assert [name for name, digest in digests.items() if digest == keys.digest(value)] == []
    assert len(set(digests.values())) == len(copies)


@given(PLAIN, PLAIN)
def test_plain_values_have_one_digest_where_they_are_the_same_and_only_there(one: object, two: object):
    assert (Keys().digest(one) == Keys().digest(two)) == (exact(one) == exact(two))


def test_a_mapping_in_another_order_is_another_value():
    assert Keys().digest({"a": 1, "b": 2}) != Keys().digest({"b": 2, "a": 1})


def test_two_classes_with_the_same_fields_and_values_have_two_digests():
    assert Keys().digest(Box(1, 2, 3, 4)) != Keys().digest(Insets(1, 2, 3, 4))
    assert Keys().digest(Stroke("ink", 1)) != Keys().digest(("ink", 1))
    assert Keys().digest(plain("a")) != Keys().digest(Run("a"))


def test_long_bytes_count_by_what_they_hold_and_not_by_what_object_they_are():
    keys = Keys()
    assert keys.digest(bytes(10_000)) == keys.digest(b"".join([bytes(4_000), bytes(6_000)]))
    assert keys.digest(bytes(10_000)) != keys.digest(bytes(9_999) + b"1")
    # Bytes that are gone leave their id to others: of fifty, one after the other, some would have the same.
    assert len({keys.digest(bytes([n]) * 10_000) for n in range(50)}) == 50


@dataclass(frozen=True)
class Foreign:
    """No class of the model."""

    x: int = 1


@pytest.mark.parametrize("value", [Foreign(), {1, 2}, [1], object(), Path("x"), (1, Foreign()), {"a": [1]}])
def test_what_the_model_does_not_have_has_no_digest(value: object):
    with pytest.raises(TypeError, match="can be in the cache"):
        Keys().digest(value)


def test_another_process_with_another_hash_seed_gets_the_same_digest():
    code = (
        "from tests.unit.cache import given\nfrom deckbuild.cache.key import Keys\n"
        "print(Keys().digest(given.scene()).hex())"
    )
    root = str(Path(__file__).parents[3])
    said = {
        subprocess.run(
            [sys.executable, "-c", code],
            env=environment(PYTHONPATH=root, PYTHONHASHSEED=seed),
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed in ("1", "2")
    }
    assert said == {Keys().digest(model.scene()).hex()}
