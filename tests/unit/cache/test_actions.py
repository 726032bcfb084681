"""Actions: found where nothing that goes in has changed, and made otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from deckbuild.cache.actions import Action, Why
from deckbuild.cache.cache import Cache
from deckbuild.cache.pack import pack_paths
from deckbuild.cache.prune import prune
from deckbuild.cache.trouble import Troubles
from deckbuild.model.origin import Origin
from deckbuild.model.scene import Scene
from tests.unit.cache import given

MOVED = Origin("decks/local/mine.yaml", ("slides", 4))
CODE = b"one compiler"


@dataclass
class Work:
    """What a build does, counting how often it lays out a slide."""

    folder: Path
    code: bytes = CODE
    made: int = 0
    troubles: list[str] = field(default_factory=list)

    def action(
        self, inputs: Mapping[str, object], base: Origin, subject: str = "words/cover"
    ) -> Action[Scene]:
        def make() -> tuple[Scene, tuple[object, ...]]:
            self.made += 1
            return given.scene(base), given.findings(base)

        return Action("typeset", subject, inputs, Scene, make, base)

    def build(self, base: Origin = given.PLACE, **inputs: object) -> tuple[Scene, bool, Why | None]:
        """Run one build; return its scene, whether it was found, and why not."""
        with Cache(self.folder, self.folder / "cache", code=self.code) as cache:
            before = self.made
            kept = cache.actions.run(self.action(inputs or {"slide": given.slide(base)}, base))
            scene = kept.value
            assert kept.diagnostics == given.findings(base)
            self.troubles = [each.kind for each in cache.troubles]
        return scene, self.made == before, kept.why


@pytest.fixture
def work(tmp_path: Path) -> Work:
    return Work(tmp_path)


def test_what_was_made_is_found_with_its_findings(work: Work):
    assert work.build() == (given.scene(), False, Why("new"))
    assert work.build() == (given.scene(), True, None)
    assert work.made == 1


def test_a_slide_that_has_moved_is_found_and_all_that_is_said_of_it_has_todays_place(work: Work):
    work.build()
    assert work.build(MOVED) == (given.scene(MOVED), True, None)


def test_what_goes_in_and_has_changed_is_named(work: Work):
    style = {"slide": given.slide(), "metrics": b"m" * 32, "fonts": ("a", "b")}
    work.build(**style)
    assert work.build(**style | {"metrics": b"n" * 32})[1:] == (False, Why("changed", ("metrics",)))
    edited = replace(given.slide(), minutes=3.0)
    assert work.build(slide=edited, metrics=b"n" * 32)[1:] == (False, Why("changed", ("fonts", "slide")))


def test_another_compiler_makes_everything_anew_and_says_so(work: Work):
    work.build()
    work.code = b"another"
    assert work.build()[1:] == (False, Why("changed", ("deckbuild",)))
    work.code = CODE
    assert work.build()[1:] == (True, None)


def test_steps_and_classes_are_not_mistaken_for_one_another(work: Work):
    with Cache(work.folder, work.folder / "cache", code=CODE) as cache:
        action = work.action({"x": 1}, given.PLACE)
        cache.actions.run(action)
        assert cache.actions.find(replace(action, subject="another"))
        assert cache.actions.find(replace(action, step="compile")) is None
        assert cache.actions.find(replace(action, kind=tuple)) is None


def test_why_something_was_last_made_can_be_asked_later(work: Work):
    work.build(slide=1)
    work.build(slide=2)
    work.build(slide=2)
    with Cache(work.folder, work.folder / "cache", code=CODE) as cache:
        assert cache.actions.why("typeset", "words/cover") == Why("changed", ("slide",))
        assert cache.actions.why("typeset", "words/aims") is None


def test_what_is_found_is_not_read_before_its_value_is_wanted(work: Work):
    work.build()
    with Cache(work.folder, work.folder / "cache", code=CODE) as cache:
        found = cache.actions.run(work.action({"slide": given.slide()}, given.PLACE))
        (path,) = pack_paths(work.folder / "cache" / "packs")
        path.write_bytes(path.read_bytes().replace(b"model.scene.Scene", b"model.scene.SCENE"))
        assert work.made == 1
        assert found.value == given.scene()
        assert work.made == 2
        assert [each.kind for each in cache.troubles] == ["damaged"]
    assert work.build()[1] is True


def test_a_picture_of_a_value_that_is_damaged_costs_the_value(work: Work):
    work.build()
    (path,) = pack_paths(work.folder / "cache" / "packs")
    data = path.read_bytes()
    place = data.index(given.PIXELS)
    path.write_bytes(data[:place] + b"?" + data[place + 1 :])
    assert work.build()[:2] == (given.scene(), False)
    assert work.troubles == ["damaged"]
    assert work.build()[1] is True
    assert work.troubles == []


def test_what_was_thrown_away_is_made_again_and_nothing_had_changed(work: Work):
    work.build()
    prune(work.folder / "cache", 0, Troubles())
    assert work.build()[1:] == (False, Why("new"))
    with Cache(work.folder, work.folder / "cache", code=CODE) as cache:
        kept = cache.actions.run(work.action({"slide": given.slide()}, given.PLACE))
        for pack in cache.store._packs:
            pack.places.pop(kept.digest, None)
        again = cache.actions.run(work.action({"slide": given.slide()}, given.PLACE))
        assert again.why == Why("lost")


def test_a_value_that_comes_out_as_before_has_the_digest_it_had(work: Work):
    with Cache(work.folder, work.folder / "cache", code=CODE) as cache:
        one = cache.actions.run(work.action({"slide": 1}, given.PLACE))
        two = cache.actions.run(work.action({"slide": 2}, MOVED))
    assert work.made == 2
    assert one.digest == two.digest


def test_what_was_made_elsewhere_is_kept_and_counted(work: Work):
    with Cache(work.folder, work.folder / "cache", code=CODE) as cache:
        action = work.action({"slide": 1}, given.PLACE)
        assert cache.actions.find(action) is None
        cache.actions.keep(action, given.scene(), given.findings())
        assert cache.actions.find(action) is not None
        assert (dict(cache.actions.made), dict(cache.actions.found)) == ({"typeset": 1}, {"typeset": 1})
    assert work.made == 0
