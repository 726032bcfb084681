"""The texts of a session that stand on no slide, and what slides say to the facilitator alone."""

from dataclasses import replace

from deckbuild.assemble import assemble
from deckbuild.diagnostics import Diagnostic
from deckbuild.model.condition import Condition
from deckbuild.model.deck import Deck
from deckbuild.model.origin import Origin
from deckbuild.model.source import Citation, Evidence, Exercise, KeyDeclaration, Notes, Profile, Session
from deckbuild.model.text import Link, Paragraph, Run, plain, text_of
from tests.unit.assemble.sources import (
    assembled,
    keyed,
    module,
    modules,
    part,
    profile,
    reference,
    session,
    slide,
    use,
)

POLICE = Condition(("police",), (), Origin("decks/sessions/session.yaml"))


def made(shared: Session, who: Profile, **more: object) -> tuple[Deck, list[Diagnostic]]:
    known = modules(module("m", slide("m/one", **more)))
    return assembled(
        replace(shared, parts=(part("P", use("m")),)),
        who,
        known,
        {"report": reference("report", "A report")},
        keys={"agency.people": KeyDeclaration("agency.people", "Who is here")},
    )


def whole() -> Session:
    return replace(
        session(),
        aims=(keyed("To teach ", "{{ agency.people }}"),),
        outcomes={"know": keyed("Know ", "{{ agency.name }}")},
        level="Introductory",
        marking="OFFICIAL",
        audience="All",
        materials=(plain("Pens"), replace(plain("Radios"), when=POLICE)),
        evaluation=(replace(plain("On the beat?"), when=POLICE), plain("What was missing?")),
        actions=(keyed("What will ", "{{ agency.people }}", " do?"),),
    )


def test_the_texts_of_a_session_reach_the_deck_with_their_words_for_the_profile():
    keys = {"agency.people": "officers"}
    police, findings = made(whole(), Profile("police", "Police", keys))
    education, _ = made(whole(), Profile("education", "Education", {"agency.people": "teachers"}))

    assert findings == []
    assert (police.level, police.marking, police.audience, police.minutes) == (
        "Introductory",
        "OFFICIAL",
        "All",
        90,
    )
    assert (text_of(police.aims), police.outcomes["know"].text, text_of(police.actions)) == (
        "To teach officers",
        "Know Police",
        "What will officers do?",
    )
    assert (text_of(police.materials), text_of(police.evaluation)) == (
        "Pens\nRadios",
        "On the beat?\nWhat was missing?",
    )
    assert (text_of(education.materials), text_of(education.evaluation)) == ("Pens", "What was missing?")
    assert not any(each.when for each in (*police.materials, *police.evaluation))


def test_a_key_that_nobody_knows_is_found_in_the_texts_of_the_session():
    shared = replace(session(), actions=(keyed("{{ agency.peple }}"),))

    assert [each.code for each in made(shared, profile())[1]] == ["DB204"]


def test_a_key_for_notes_alone_may_stand_in_materials_and_in_no_document_for_participants():
    declared = {"local.desk": KeyDeclaration("local.desk", "The desk", default="Desk", used_in=("notes",))}
    known = modules(module("m", slide("m/one")))
    shared = replace(
        session(part("P", use("m"))),
        materials=(keyed("{{ local.desk }}"),),
        evaluation=(keyed("{{ local.desk }}"),),
    )

    found = assemble(shared, profile(), known, {}, keys=declared).findings

    assert [(each.code, each.message) for each in found] == [
        ("DB217", "the key “local.desk” stands in slides, and is for notes alone")
    ]


def test_an_open_slot_in_the_texts_of_the_session_stands_on_no_slide():
    declared = {"local.desk": KeyDeclaration("local.desk", "The desk")}
    known = modules(module("m", slide("m/one", title=keyed("{{ local.desk }}"))))
    shared = replace(session(part("P", use("m"))), materials=(keyed("{{ local.desk }}"),))

    assembly = assemble(shared, profile(), known, {}, keys=declared)

    assert [each for each, _ in assembly.slots[0].places] == ["m/one", ""]
    assert [what for _, what in assembly.findings[0].related] == ["it also stands here"]
    assert text_of(assembly.deck.materials) == "[The desk]"


def test_a_jump_from_the_texts_of_the_session_must_lead_to_a_slide_of_the_deck():
    jump = Paragraph((Run("See", link=Link("slide:m/two")),))

    assert [each.code for each in made(replace(session(), actions=(jump,)), profile())[1]] == ["DB205"]


def test_the_guide_of_a_slide_holds_its_notes_part_by_part():
    (found,) = made(
        session(),
        profile(),
        notes=Notes((plain("To begin."),), (plain("Why?"),), (plain("Hello."),), (plain("Since 2018."),)),
        evidence=Evidence("doubtful", plain("Look it up.")),
        source=Citation("report", "7"),
        exercise=Exercise((plain("Form pairs."),), (plain("Beans."),), (plain("Spades"),)),
    )[0].slides

    guide = found.guide
    assert [text_of(each) for each in (guide.purpose, guide.ask, guide.say, guide.changed)] == [
        "To begin.",
        "Why?",
        "Hello.",
        "Since 2018.",
    ]
    assert guide.evidence is not None
    assert guide.evidence.text == "Doubtful. Look it up."
    assert guide.citation is not None
    assert guide.citation.text == "A report, A report: the report, p. 7"
    assert guide.exercise == Exercise((plain("Form pairs."),), (plain("Beans."),), (plain("Spades"),))


def test_an_exercise_follows_what_to_say_in_the_speaker_notes():
    (found,) = made(
        session(),
        profile(),
        notes=Notes((plain("To begin."),), (), (plain("Hello."),), (plain("Since 2018."),)),
        exercise=Exercise((plain("Form pairs."),), (plain("Beans."),)),
    )[0].slides

    assert [each.text for each in found.notes] == [
        "Purpose: To begin.",
        "Say: Hello.",
        "Exercise: Form pairs.",
        "Answers: Beans.",
        "What has changed: Since 2018.",
    ]


def test_of_an_exercise_a_profile_gets_its_own_entries_with_its_words():
    exercise = Exercise(
        (keyed("Ask ", "{{ agency.name }}"),),
        (replace(plain("Radios."), when=POLICE), plain("Beans.")),
        (replace(plain("A radio"), when=POLICE),),
    )
    education = made(session(), profile(), exercise=exercise)[0].slides[0].guide.exercise
    police = made(session(), profile("police", "Police"), exercise=exercise)[0].slides[0].guide.exercise

    assert education == Exercise((replace(keyed("Ask Education")),), (plain("Beans."),), ())
    assert police is not None
    assert (text_of(police.answers), text_of(police.materials)) == ("Radios.\nBeans.", "A radio")


def test_an_exercise_whose_instructions_are_for_others_is_none():
    exercise = Exercise((replace(plain("Form pairs."), when=POLICE),), (plain("Beans."),))

    assert made(session(), profile(), exercise=exercise)[0].slides[0].guide.exercise is None
    assert made(session(), profile("police"), exercise=exercise)[0].slides[0].guide.exercise is not None


def test_a_slide_covers_the_outcomes_of_its_module_and_its_own_each_once():
    known = modules(module("m", slide("m/one", covers=("act", "know")), covers=("know",)))

    (found,) = assembled(session(part("P", use("m"))), profile(), known, {})[0].slides

    assert found.covers == ("know", "act")
