"""Session × profile becomes a deck."""

from deckbuild.assemble import assemble
from deckbuild.model.source import Citation, FigureNotAvailable, LocalSession
from deckbuild.model.text import plain
from tests.unit.assemble.sources import (
    FILE,
    assembled,
    module,
    modules,
    part,
    profile,
    reference,
    session,
    slide,
    use,
)

TWO = modules(module("m", slide("m/one"), slide("m/two")))


def test_a_module_and_single_slides_stand_in_the_order_of_the_session():
    known = modules(module("m", slide("m/one"), slide("m/two")), module("n", slide("n/a"), slide("n/b")))

    deck, findings = assembled(
        session(part("First", use("n/b", 0), use("m", 1)), part("Second", use("n/a", 2))),
        profile(),
        known,
        {},
    )

    assert findings == []
    assert [(p.title, [s.id for s in p.slides]) for p in deck.parts] == [
        ("First", ["n/b", "m/one", "m/two"]),
        ("Second", ["n/a"]),
    ]


def test_a_call_may_change_title_and_minutes_of_its_slide():
    deck, findings = assembled(
        session(part("P", use("m/one", title=plain("Another title"), minutes=15))), profile(), TWO, {}
    )

    assert findings == []
    assert [(s.title.text, s.minutes) for s in deck.slides] == [("Another title", 15)]


def test_a_title_beside_a_whole_module_is_an_error_at_the_title():
    _, findings = assembled(session(part("P", use("m", title=plain("Which?")))), profile(), TWO, {})

    assert [(f.code, f.origin.path[-1]) for f in findings] == [("DB212", "title")]


def test_a_profile_gets_neither_what_is_only_for_others_nor_what_is_except_for_it():
    calls = (use("m/one", 0, only=("police",)), use("m/two", 1, except_=("police",)))

    decks = {
        name: [s.id for s in assembled(session(part("P", *calls)), profile(name), TWO, {})[0].slides]
        for name in ("education", "police")
    }

    assert decks == {"education": ["m/two"], "police": ["m/one"]}


def test_a_part_of_which_nothing_is_left_is_left_out():
    deck, findings = assembled(
        session(part("For police", use("m/one", 0, only=("police",))), part("For all", use("m/two", 1))),
        profile(),
        TWO,
        {},
    )

    assert (findings, [p.title for p in deck.parts]) == ([], ["For all"])


def test_a_module_left_out_by_the_profile_is_not_opened():
    call = use("not-there", 1, only=("police",))

    assert assembled(session(part("P", use("m", 0), call)), profile(), TWO, {})[1] == []


def test_a_slide_used_twice_is_an_error_that_names_the_first_place():
    deck, findings = assembled(session(part("P", use("m/two", 0), use("m", 1))), profile(), TWO, {})

    assert [s.id for s in deck.slides] == ["m/two", "m/one"]
    assert [(f.code, f.related[0][0].path[-2:]) for f in findings] == [("DB206", (0, "use"))]


def test_a_deck_without_slides_is_an_error():
    _, findings = assembled(session(part("P", use("m", 0, only=("police",)))), profile(), TWO, {})

    assert [f.code for f in findings] == ["DB209"]


def test_slides_that_take_longer_than_the_session_are_a_warning():
    known = modules(module("m", slide("m/one", minutes=20), slide("m/two", minutes=10.5)))
    call = part("P", use("m"))

    assert assembled(session(call, minutes=31), profile(), known, {})[1] == []
    _, findings = assembled(session(call, minutes=30), profile(), known, {})
    assert [(f.code, f.severity, f.origin, f.message) for f in findings] == [
        (
            "DB210",
            "warning",
            FILE.at("minutes"),
            "the slides take 30.5 minutes, and the session has 30 minutes",
        )
    ]


def test_an_unknown_source_is_an_error_at_its_id():
    cited = slide("m/one", source=Citation("sidebotham-2015", as_quoted_by="x", origin=FILE.at("source")))

    _, findings = assembled(
        session(part("P", use("m"))),
        profile(),
        modules(module("m", cited)),
        {"sidebotham-2016": reference("sidebotham-2016", "S")},
    )

    assert [(f.code, f.origin.path[-1], f.hints) for f in findings] == [
        ("DB207", "ref", ("Write `sidebotham-2016`.",)),
        ("DB207", "as-quoted-by", ("Use one of `sidebotham-2016`.",)),
    ]


def test_the_report_of_a_missing_figure_must_be_a_known_source():
    missing = FigureNotAvailable(
        "Figure 5", "nowhere", plain("Numbers"), plain("Not found"), FILE.at("chart")
    )

    _, findings = assembled(
        session(part("P", use("m"))),
        profile(),
        modules(module("m", slide("m/one", fields={"chart": missing}))),
        {},
    )

    assert [(f.code, f.origin.path[-2:]) for f in findings] == [("DB207", ("chart", "in"))]


def test_assembling_twice_gives_equal_decks():
    arguments = (session(part("P", use("m"))), profile(), TWO, {})

    assert assembled(*arguments) == assembled(*arguments)


def test_the_trainer_of_a_local_session_is_the_decks():
    shared = session(part("P", use("m")))
    local = LocalSession("tuesday", "session", "education", {"local.trainer": "Ann"}, (), {}, FILE)

    assert assemble(shared, profile(), TWO, {}, local=local).deck.trainer == "Ann"
    assert assemble(shared, profile(), TWO, {}).deck.trainer == ""
