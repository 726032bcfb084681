"""Values to bytes and back."""

from __future__ import annotations

import marshal
from hashlib import sha256

import pytest

from deckbuild.cache.serialise import Stored, dumps, loads
from deckbuild.cache.trouble import DamagedError
from deckbuild.model.deck import DeckSlide
from deckbuild.model.origin import NOWHERE, Origin
from deckbuild.model.parts import Member, Relation
from deckbuild.model.scene import Scene
from tests.unit.cache import given

MOVED = Origin("decks/local/mine.yaml", ("slides", 4, "cover"))


def again(stored: Stored, kind: type, base: Origin = NOWHERE) -> object:
    return loads(stored.data, kind, stored.contents.__getitem__, base)


def none(_: bytes) -> bytes:
    raise DamagedError("there are no contents here")


@pytest.mark.parametrize(
    "value", [given.scene(), given.slide(), given.findings()], ids=["scene", "slide", "tuple"]
)
def test_a_value_comes_back_as_it_was(value: object):
    assert again(dumps(value), type(value)) == value
    assert again(dumps(value, given.PLACE), type(value), given.PLACE) == value


def test_equal_values_make_equal_bytes():
    assert dumps(given.scene()) == dumps(given.scene())


def test_a_value_whose_base_has_moved_makes_the_same_bytes_and_comes_back_at_todays_place():
    before, after = given.scene(), given.scene(MOVED)
    stored = dumps(before, given.PLACE)
    assert stored == dumps(after, MOVED)
    assert again(stored, Scene, MOVED) == after


def test_findings_that_are_said_again_name_todays_place_and_leave_other_files_alone():
    stored = dumps(given.findings(), given.PLACE)
    assert again(stored, tuple, MOVED) == given.findings(MOVED)


def test_long_bytes_travel_apart_by_their_digest():
    stored = dumps(given.scene())
    assert stored.contents == {sha256(given.PIXELS).digest(): given.PIXELS}
    assert given.PIXELS[:100] not in stored.data


def test_short_bytes_stand_in_the_value():
    member = Member.deflate(b"<a/>" * 50)
    stored = dumps((member, Relation("rId1", "slide", "words/aims")))
    assert stored.contents == {}
    assert again(stored, tuple) == (member, Relation("rId1", "slide", "words/aims"))


def test_what_does_not_have_its_long_bytes_cannot_be_read():
    with pytest.raises(DamagedError, match="no contents"):
        loads(dumps(given.scene()).data, Scene, none)


def test_another_class_than_wanted_is_damage():
    with pytest.raises(DamagedError, match="DeckSlide stands where a Scene should"):
        loads(dumps(given.slide()).data, Scene, none)


@pytest.mark.parametrize(
    "flat",
    [
        ["os.system/000000", "ls"],
        ["model.scene.Scene/000000", 1],
        ["model.scene.dataclass/000000"],
        ["model.scene.Nothing/000000"],
        ["model.nowhere.Scene/000000"],
        ["cache.store.Store/000000", 1],
        ["#", "no digest"],
        ["@"],
        [],
        [1, 2],
        [["model.scene.Scene/000000"]],
        {1, 2},
        ("ok", compile("1", "", "eval")),
        1 + 2j,
        ...,
    ],
    ids=lambda flat: repr(flat)[:24],
)
def test_values_that_no_one_of_us_wrote_are_damage_and_run_nothing(flat: object):
    with pytest.raises(DamagedError):
        loads(marshal.dumps(flat, 2), object, none)


def test_a_class_with_fields_of_another_day_is_damage():
    stored = dumps(given.slide())
    (start,) = {n for n in range(len(stored.data)) if stored.data[n:].startswith(b"model.deck.DeckSlide/")}
    shape = start + len(b"model.deck.DeckSlide/")
    other = stored.data[:shape] + b"abcdef" + stored.data[shape + 6 :]
    with pytest.raises(DamagedError, match="today"):
        loads(other, DeckSlide, none)


@pytest.mark.parametrize("cut", [0, 1, 7, 100, -1])
def test_bytes_that_end_too_soon_are_damage(cut: int):
    with pytest.raises(DamagedError):
        loads(dumps(given.slide()).data[:cut], DeckSlide, none)
