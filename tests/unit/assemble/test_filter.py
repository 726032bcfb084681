"""What of a slide is for a profile."""

from dataclasses import replace

from deckbuild.assemble.filter import slide_for
from deckbuild.model.condition import Condition
from deckbuild.model.source import Card, Column, LinkItem, Notes, Table
from deckbuild.model.text import plain
from tests.unit.assemble.sources import assembled, module, modules, part, profile, session, slide, use

OURS, THEIRS = Condition(only=("education",)), Condition(except_=("education",))
A, B, C = plain("a"), replace(plain("b"), when=OURS), replace(plain("c"), when=THEIRS)
MIXED = slide(
    "m/one",
    when=OURS,
    fields={
        "items": (A, B, C),
        "cards": (Card(A, (A,)), Card(B, (A,), when=THEIRS)),
        "links": (LinkItem(A, when=THEIRS), LinkItem(A)),
        "column": Column((A, C), listed=True),
        "table": Table((A,), ((A,), (A,)), "T", (None, THEIRS)),
        "lines": ((A,), (A,)),
        "optional": (C,),
        "empty": (),
        "plain": "53 %",
    },
    notes=Notes((A, C), (B,), (C,)),
)


def test_entries_of_others_go_and_no_condition_stays():
    made = slide_for(MIXED, {"education"})
    b = plain("b")

    assert made.fields == {
        "items": (A, b),
        "cards": (Card(A, (A,)),),
        "links": (LinkItem(A),),
        "column": Column((A,), listed=True),
        "table": Table((A,), ((A,),), "T"),
        "lines": ((A,), (A,)),
        "empty": (),
        "plain": "53 %",
    }
    assert (made.notes, made.when) == (Notes((A,), (b,)), None)


def test_a_slide_is_the_same_for_profiles_that_get_the_same_of_it():
    assert slide_for(MIXED, {"police"}) == slide_for(MIXED, {"health", "front-line"})


def test_notes_of_a_use_replace_the_parts_that_it_writes():
    other = Notes((), (plain("Another question?"),))
    known = modules(module("m", slide("m/one")))

    deck, found = assembled(session(part("P", use("m/one", notes=other))), profile(), known, {})

    assert found == []
    assert [each.text for each in deck.slides[0].notes] == [
        "Purpose: What it is for.",
        "Ask: Another question?",
    ]


def test_a_slide_in_another_language_says_so_on_its_runs_and_not_on_ours():
    welsh = slide("m/one", title=plain("Croeso"), language="cy", minutes=2)

    deck, _ = assembled(session(part("P", use("m"))), profile(), modules(module("m", welsh)), {})
    title, notes = deck.slides[0].title, deck.slides[0].notes

    assert [(run.text, run.lang) for run in title.runs] == [("Croeso", "cy")]
    assert [(run.text, run.lang) for run in notes[0].runs] == [
        ("Purpose:", None),
        (" ", None),
        ("What it is for.", "cy"),
    ]
    assert {run.lang for run in notes[-1].runs} == {None}
