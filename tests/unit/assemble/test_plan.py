"""Which slides a deck has, and why: conditions, changes of the agency, changes of a local session."""

from deckbuild.assemble import Plan, plan
from deckbuild.model.condition import Condition
from deckbuild.model.origin import Origin
from deckbuild.model.source import Change, LocalSession, Module, Profile, Session, Slide
from deckbuild.model.text import plain
from deckbuild.model.trace import Verdict
from tests.unit.assemble.sources import assembled, module, modules, part, session, slide, use

HERE = Origin("decks/profiles/police.yaml", ("changes", "session"))
LOCAL = Origin("local.yaml", ("changes",))
KNOWN = modules(
    module("a", slide("a/one"), slide("a/two"), slide("a/three")),
    module("b", slide("b/one"), slide("b/two", when=Condition(except_=("front-line",), origin=HERE.at("b")))),
    module("c", slide("c/one"), when=Condition(only=("board",), origin=HERE.at("c"))),
)
SHARED = session(part("First", use("a", 0)), part("Second", use("b/one", 1)), profiles=("police", "board"))


def profile(*changes: Change) -> Profile:
    return Profile("police", "Police", {}, tags=("front-line",), changes={"session": changes})


def change(kind: str, slide: str, place: int = 0, why: str = "because", **more: str) -> Change:
    return Change(kind, slide, why, HERE.at(place), **more)


def local(*changes: Change, **slides: Slide) -> LocalSession:
    return LocalSession("tuesday", "session", "police", {}, changes, slides, Origin("local.yaml"))


def planned(*changes: Change, shared: Session = SHARED, **more: object) -> Plan:
    return plan(shared, profile(*changes), KNOWN, **more)


def outline(made: Plan) -> list[tuple[str, list[str]]]:
    return [(each.title, [call.slide for call in each.calls]) for each in made.parts]


def verdict(made: Plan, id_: str) -> Verdict:
    return next(each for each in made.verdicts if each.slide == id_)


def said(made: Plan, id_: str) -> list[tuple[str, str]]:
    return [(rule.kind, rule.text) for rule in verdict(made, id_).rules]


def codes(made: Plan) -> list[tuple[str, tuple[str | int, ...]]]:
    return [(each.code, each.origin.path[-2:]) for each in made.findings]


def test_conditions_of_use_module_and_slide_keep_slides_out_each_with_its_rule():
    shared = session(part("P", use("a/one", 0, except_=("front-line",)), use("b", 1), use("c", 2)))

    made = planned(shared=shared)

    assert (outline(made), made.findings) == ([("P", ["b/one"])], ())
    assert said(made, "a/one") == [
        ("use", "used by itself by the part “P”"),
        ("except", "not for front-line; this is police (front-line)"),
    ]
    assert said(made, "b/two")[1:] == [
        ("slide-condition", "the slide is not for front-line; this is police (front-line)")
    ]
    assert said(made, "c/one")[1:] == [("module-condition", "the module is only for board; this is police")]
    assert [rule.layer for rule in verdict(made, "c/one").rules] == ["shared", "shared"]


def test_of_two_uses_the_one_that_lets_a_slide_in_decides():
    for order in ((0, 1), (1, 0)):
        uses = [use("a/one", 0, only=("police",), minutes=5), use("a/one", 1, except_=("police",))]
        made = planned(shared=session(part("P", *(uses[n] for n in order))))

        assert made.slides == ("a/one",)
        assert [rule.kind for rule in verdict(made, "a/one").rules] == [
            "use",
            "except",
            "override",
            "use",
            "only",
        ]


def test_every_kind_of_change_is_applied_in_order():
    made = planned(
        change("replace", "a/two", 0, with_="b/one"),
        change("omit", "a/one", 1),
        change("insert", "a/one", 2, before="a/three"),
        change("insert", "a/two", 3, after="a/three"),
        shared=session(part("First", use("a", 0)), part("Second")),
    )

    assert (outline(made), made.findings) == ([("First", ["b/one", "a/one", "a/three", "a/two"])], ())
    assert said(made, "b/one") == [("replace", "put in place of a/two by the profile “police”")]
    assert said(made, "a/two")[1:] == [
        ("replace", "replaced with b/one by the profile “police”"),
        ("insert", "inserted after a/three by the profile “police”"),
    ]
    rule = verdict(made, "a/one").rules[-1]
    assert (rule.layer, rule.why, rule.origin) == ("agency", "because", HERE.at(2, "insert"))


def test_a_slide_is_added_at_the_end_of_a_part_or_of_the_last():
    shared = session(part("First", use("a/one", 0)), part("Second", use("b/one", 1)))

    made = planned(change("add", "a/two", 0, to="First"), change("add", "a/three", 1), shared=shared)

    assert outline(made) == [("First", ["a/one", "a/two"]), ("Second", ["b/one", "a/three"])]


def test_a_module_may_be_replaced_omitted_and_stood_beside():
    shared = session(part("First", use("a", 0)), part("Second", use("b/one", 1)))

    assert planned(change("replace", "a", 0, with_="b/two"), shared=shared).slides == ("b/one",)
    assert planned(change("omit", "a", 0), shared=shared).slides == ("b/one",)
    one = session(part("P", use("a/one", 0), use("b/one", 1)))
    assert planned(change("insert", "a/two", 0, after="a"), shared=one).slides == ("a/one", "a/two", "b/one")


def test_a_change_to_a_slide_that_is_not_there_gives_the_nearest():
    made = planned(
        change("omit", "a/tow"), change("insert", "b/two", 1, after="c"), change("add", "c", 2, to="Frist")
    )

    assert codes(made) == [("DB215", (0, "omit")), ("DB215", (1, "after")), ("DB216", (2, "to"))]
    assert [each.hints[0] for each in made.findings] == [
        "Write `a/two`.",
        "Use one of `a`, `b`.",
        "Write `First`.",
    ]


def test_a_change_to_a_slide_that_an_earlier_one_took_out_leads_there():
    made = planned(change("omit", "a/two", 0, why="too long"), change("replace", "a/two", 1, with_="b/two"))

    (found,) = made.findings
    assert (found.code, found.origin.path[-2:]) == ("DB215", (1, "replace"))
    assert found.related == ((HERE.at(0, "omit"), "left out by the profile “police” (too long)"),)


def test_a_slide_that_is_not_for_the_profile_may_not_be_brought_in():
    made = planned(change("add", "c/one"))

    (found,) = made.findings
    assert (found.code, found.origin, found.related[0][0]) == (
        "DB220",
        HERE.at(0, "add"),
        HERE.at("c", "only"),
    )
    assert not verdict(made, "c/one").included


def test_a_slide_that_is_there_already_may_not_be_brought_in():
    made = planned(change("add", "a/one"))

    assert [(each.code, each.origin.path[-1]) for each in made.findings] == [("DB206", "add")]
    assert made.slides.count("a/one") == 1


def test_a_mandatory_slide_that_is_missing_is_found_at_what_keeps_it_out():
    shared = session(part("P", use("a", 0), use("b", 1)))
    object.__setattr__(shared, "mandatory", ("a/one", "b/two", "b/tow"))

    made = planned(change("omit", "a/one"), shared=shared)

    assert [(each.code, each.origin) for each in made.findings] == [
        ("DB218", HERE.at(0, "omit")),
        ("DB218", HERE.at("b", "except")),
        ("DB218", shared.origin.at("mandatory", 2)),
    ]
    assert made.findings[0].related[0][0] == shared.origin.at("mandatory", 0)


def test_a_local_session_changes_what_the_profile_left():
    own = slide("local/case", title=plain("A case"))
    on_top = local(
        Change("insert", "local/case", "ours", LOCAL.at(0), after="b/two"),
        Change("omit", "local/case", "no time", LOCAL.at(1)),
        Change("add", "local/case", "after all", LOCAL.at(2)),
        case=own,
    )

    made = plan(
        SHARED,
        Profile("board", "Board", {}, changes={"session": (change("add", "b/two"),)}),
        KNOWN,
        local=on_top,
    )

    assert made.slides == ("a/one", "a/two", "a/three", "b/one", "b/two", "local/case")
    assert [(rule.layer, rule.why) for rule in verdict(made, "local/case").rules] == [
        ("local", "ours"),
        ("local", "no time"),
        ("local", "after all"),
    ]


def test_a_local_slide_that_no_change_brings_in_is_a_warning():
    made = planned(local=local(case=slide("local/case")))

    assert [(each.code, each.severity) for each in made.findings] == [("DB219", "warning")]
    assert not verdict(made, "local/case").included


def test_a_local_deck_has_its_own_name_and_title():
    on_top = LocalSession("tuesday", "session", "police", {}, (), {}, Origin("local.yaml"), "On Tuesday")

    deck, found = assembled(SHARED, profile(), KNOWN, {}, local=on_top)

    assert (deck.session, deck.profile, deck.title, found) == ("tuesday", "police", "On Tuesday", [])


def test_there_is_a_verdict_on_every_slide_that_session_or_changes_name():
    other = Profile("board", "Board", {}, changes={"session": (change("add", "c/one"),)})

    made = planned(others=(other,))

    assert [(each.slide, each.included, each.part) for each in made.verdicts] == [
        ("a/one", True, "First"),
        ("a/two", True, "First"),
        ("a/three", True, "First"),
        ("b/one", True, "Second"),
        ("b/two", False, ""),
        ("c/one", False, ""),
    ]


def test_a_module_that_was_not_read_is_left_out():
    known: dict[str, Module] = {"a": KNOWN["a"]}

    assert plan(SHARED, profile(), known).slides == ("a/one", "a/two", "a/three")
