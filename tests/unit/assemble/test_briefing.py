"""The boxes of a briefing hold words, of slides that the deck has."""

from dataclasses import replace

from deckbuild.diagnostics import Diagnostic
from deckbuild.model.condition import Condition
from deckbuild.model.deck import Deck
from deckbuild.model.origin import Origin
from deckbuild.model.source import BriefingBox, Change, LocalSession, Use
from deckbuild.model.text import plain, text_of
from tests.unit.assemble.sources import (
    FILE,
    assembled,
    keyed,
    module,
    modules,
    part,
    profile,
    session,
    slide,
    use,
)

LOCAL_FILE = Origin("tuesday.yaml", ("changes", 0))


def box(*slides: str, text: str = "", place: int = 0) -> BriefingBox:
    return BriefingBox(plain("A heading"), (plain(text),) if text else (), slides, FILE.at("briefing", place))


def briefed(*boxes: BriefingBox, calls: tuple[Use, ...] = (use("m"),), **more: object):
    """Return the deck of a session with a briefing, and the findings."""
    known = modules(module("m", slide("m/one"), slide("m/two")), module("other", slide("other/three")))
    shared = replace(session(part("P", *calls)), briefing=boxes)
    who = more.pop("who", profile())
    return assembled(shared, who, known, {}, **more)


def told(made: tuple[Deck, list[Diagnostic]]) -> list[tuple[str, str, Origin]]:
    return [(each.severity, each.code, each.origin) for each in made[1]]


def omitting(layer: str) -> dict[str, object]:
    """Return who omits m/two: the profile, or a local session."""
    change = Change("omit", "m/two", "Too long", LOCAL_FILE)
    if layer == "profile":
        return {"who": replace(profile(), changes={"session": (change,)})}
    return {"local": LocalSession("tuesday", "session", "education", {}, (change,), {}, LOCAL_FILE)}


def test_a_briefing_reaches_the_deck_with_its_words():
    boxes = (replace(box("m/one"), heading=keyed("For ", "{{ agency.name }}")), box(text="Words."))

    deck, findings = briefed(*boxes)

    assert findings == []
    assert [(each.heading.text, text_of(each.text), each.slides) for each in deck.briefing] == [
        ("For Education", "", ("m/one",)),
        ("A heading", "Words.", ()),
    ]


def test_a_slide_that_there_is_not_is_an_error_at_its_name_that_says_the_nearest():
    made = briefed(box("m/one", "m/tow"))

    assert told(made) == [("error", "DB221", FILE.at("briefing", 0, "slides", 1))]
    assert made[1][0].hints == ("Write `m/two`.",)


def test_a_slide_that_the_profile_leaves_out_is_an_error_that_says_so():
    made = briefed(box("m/two"), **omitting("profile"))

    assert told(made) == [("error", "DB221", FILE.at("briefing", 0, "slides", 0))]
    assert made[1][0].related == ((LOCAL_FILE.at("omit"), "left out by the profile “education” (Too long)"),)


def test_a_slide_that_is_only_for_others_is_an_error_that_names_the_condition():
    calls = (use("m/one"), use("m/two", 1, only=("police",)))

    made = briefed(box("m/two"), calls=calls)

    assert told(made) == [("error", "DB221", FILE.at("briefing", 0, "slides", 0))]
    assert made[1][0].message.endswith("not in the deck for education: only for police; this is education")


def test_a_slide_that_a_trainer_leaves_out_is_a_warning_and_leaves_the_box():
    made = briefed(box("m/one", "m/two"), **omitting("local"))

    assert told(made) == [("warning", "DB221", FILE.at("briefing", 0, "slides", 1))]
    assert [each.slides for each in made[0].briefing] == [("m/one",)]


def test_a_box_that_a_trainer_empties_is_an_error():
    made = briefed(box("m/two"), **omitting("local"))

    assert [(severity, code) for severity, code, _ in told(made)] == [
        ("warning", "DB221"),
        ("error", "DB222"),
    ]


def test_a_box_whose_text_is_for_others_is_an_error():
    others = Condition(("police",), (), FILE)
    empty = replace(box(place=3), text=(replace(plain("Radios."), when=others),))

    assert told(briefed(empty)) == [("error", "DB222", FILE.at("briefing", 3))]
    assert told(briefed(empty, who=profile("police"))) == []
