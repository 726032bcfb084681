"""The forms of a pack: fields with names and labels, prefilled, and nothing of the guide in them."""

import re

import pytest

from deckbuild.model.deck import DeckPart, DeckSlide, Exercise, SlideGuide
from deckbuild.model.document import Document, Field, Heading, PageOptions, TableBlock, TextBlock
from deckbuild.model.origin import Origin
from deckbuild.model.text import plain
from deckbuild.pack import KINDS, compose
from tests.unit.pack.sessions import (
    OUTCOMES,
    composed,
    deck,
    fields_of,
    name_of,
    real_decks,
    slide,
    values,
    words_of,
)

FORMS = ("action-plan", "evaluation", "sign-in-sheet", "certificate")


def field(document: Document, name: str) -> Field:
    return next(each for each in fields_of(document) if each.name == name)


def table(document: Document) -> TableBlock:
    return next(each for each in values(document.blocks) if isinstance(each, TableBlock))


@pytest.mark.parametrize("kind", FORMS)
def test_names_of_fields_are_unique_and_every_field_has_a_label(kind: str):
    asked = deck(actions=(plain("Start"), plain("Stop")), evaluation=(plain("Why?"), plain("How?")))
    for a_deck in (asked, *real_decks()):
        found = fields_of(composed(kind, a_deck))
        assert len({each.name for each in found}) == len(found) > 2
        # A dot would make a field the child of another (ISO 32000-1, 12.7.3.2).
        assert [each.name for each in found if not re.fullmatch(r"[a-z0-9-]+", each.name)] == []
        assert len({each.label for each in found}) == len(found)
        assert all(each.label for each in found)


@pytest.mark.parametrize("kind", FORMS)
def test_a_form_with_required_fields_says_how_they_are_marked(kind: str):
    document = composed(kind, deck())

    said = any(words.startswith("“Required” fields must be filled in") for words in words_of(document.blocks))
    assert said == any(each.required for each in fields_of(document))


@pytest.mark.parametrize("kind", FORMS)
def test_a_form_has_one_title(kind: str):
    headings = [each for each in values(composed(kind, deck()).blocks) if isinstance(each, Heading)]

    title = "A session" if kind == "certificate" else KINDS[kind].name
    assert [each.text.text for each in headings if each.level == 1] == [title]
    assert headings[0].level == 1


@pytest.mark.parametrize("kind", ["action-plan", "evaluation"])
def test_agency_and_session_are_filled_in_and_the_day_is_not(kind: str):
    document = composed(kind, deck())

    assert [field(document, name).value for name in ("session", "version", "agency", "session-date")] == [
        "A session",
        "1.2.0, 23 November 2026",
        "School",
        "",
    ]


def test_an_action_plan_repeats_what_people_should_be_able_to_do():
    document = composed("action-plan", deck())

    assert any(
        isinstance(each, TextBlock) and each.text == tuple(OUTCOMES.values())
        for each in values(document.blocks)
    )


def test_an_action_plan_asks_the_questions_of_the_session_and_leaves_rows_for_more():
    found = table(composed("action-plan", deck(actions=(plain("What will you stop?"),))))

    assert [row[0] for row in found.rows] == [
        (plain("What will you stop?"),),
        *((plain("Anything else"),),) * 2,
    ]
    assert found.row_headers
    assert {len(row) for row in found.rows} == {len(found.columns)} == {len(found.widths)} == {6}


def test_an_action_plan_without_questions_has_free_rows():
    found = table(composed("action-plan", deck()))

    assert len(found.rows) == 6
    assert {len(row) for row in found.rows} == {len(found.columns)} == {len(found.widths)} == {5}


def test_an_evaluation_asks_for_no_name():
    labels = [each.label for each in fields_of(composed("evaluation", deck())) if each.kind != "radio"]

    personal = re.compile(r"\b(name|role|e-?mail|phone|signature|signed)\b", re.IGNORECASE)
    assert len(labels) > 5
    assert [label for label in labels if personal.search(label)] == []


def test_an_evaluation_asks_how_confident_people_are_of_each_outcome_before_and_after():
    found = table(composed("evaluation", deck()))

    assert [row[0] for row in found.rows] == [(each,) for each in OUTCOMES.values()]
    scales = [cell for row in found.rows for cell in row[1:]]
    assert [each.name for each in scales if isinstance(each, Field)] == [
        "confidence-find-before",
        "confidence-find-after",
        "confidence-act-before",
        "confidence-act-after",
    ]
    assert {(each.kind, each.options) for each in scales if isinstance(each, Field)} == {
        ("radio", ("1", "2", "3", "4", "5"))
    }


def test_an_evaluation_asks_the_sessions_questions_or_the_usual_ones():
    own = composed("evaluation", deck(evaluation=(plain("Was it too warm?"),)))

    assert questions(own) == ["Was it too warm?"]
    assert questions(composed("evaluation", deck())) == [
        "What was most useful to you, and why?",
        "What should we change?",
        "What is still unclear, or what would you like to know more about?",
    ]


def questions(document: Document) -> list[str]:
    return [each.label for each in fields_of(document) if each.name.startswith("question-")]


def test_a_form_without_outcomes_has_neither_their_heading_nor_an_empty_list():
    for kind in ("action-plan", "evaluation", "certificate"):
        document = composed(kind, deck(outcomes={}))
        assert () not in [each.text for each in values(document.blocks) if isinstance(each, TextBlock)]
        assert "How confident are you?" not in words_of(document.blocks)


def test_a_sign_in_sheet_has_at_least_twenty_rows_as_high_as_a_signature():
    found = table(composed("sign-in-sheet", deck()))

    assert len(found.rows) >= 20
    assert found.row_height * 25.4 / 72 >= 8.999
    assert [each.text for each in found.columns][-1] == "Signature"


def test_a_certificate_says_the_hours_in_words_and_figures_the_level_and_the_outcomes():
    words = words_of(composed("certificate", deck(minutes=150, level="Level 3")).blocks)

    assert "Two hours and thirty minutes (150 minutes) · Level 3 · Version 1.2.0, 23 November 2026" in words
    assert [each for each in words if each in {"Say what was found", "Choose an action"}] == [
        "Say what was found",
        "Choose an action",
    ]


@pytest.mark.parametrize("kind", ["sign-in-sheet", "certificate"])
def test_the_trainer_of_a_local_session_is_filled_in(kind: str):
    assert field(composed(kind, deck(trainer="Ann Example")), "trainer").value == "Ann Example"
    assert field(composed(kind, deck()), "trainer").value == ""


def test_a_certificate_is_one_framed_sheet_across_with_one_title():
    document = composed("certificate", deck())

    assert (document.landscape, document.frame, document.furniture) == (True, True, "none")


@pytest.mark.parametrize("kind", FORMS)
def test_forms_are_printed_on_whole_sheets(kind: str):
    papers = {
        paper: compose(kind, deck(), PageOptions(paper=paper, cover=True))[0].options
        for paper in ("A4", "A5", "A5-booklet", "US-Letter")
    }

    assert {paper: options.paper for paper, options in papers.items()} == {
        "A4": "A4",
        "A5": "A4",
        "A5-booklet": "A4",
        "US-Letter": "US-Letter",
    }
    assert not any(options.cover for options in papers.values())


@pytest.mark.parametrize("kind", FORMS)
def test_large_print_asks_the_same(kind: str):
    large = compose(kind, deck(), PageOptions(large_print=True))[0]

    assert {each.name for each in fields_of(large)} == {
        each.name for each in fields_of(composed(kind, deck()))
    }
    assert large.options.large_print == (kind != "certificate")


@pytest.mark.parametrize("kind", ["action-plan", "evaluation", "sign-in-sheet"])
def test_a_long_title_gets_a_field_of_several_lines(kind: str):
    title = "A session about " + "gardens, " * 6

    assert field(composed(kind, deck()), "session").kind == "text"
    assert field(composed(kind, deck(title=title)), "session").kind == "multiline"


def facilitators(a_slide: DeckSlide) -> list[str]:
    """Return the texts of a slide that only the facilitator may read, if they are more than a few words."""
    guide = a_slide.guide
    exercise = guide.exercise or Exercise(())
    texts = (guide.purpose, guide.ask, guide.say, guide.changed, exercise.instructions, exercise.answers)
    single = (guide.evidence, *exercise.materials)
    return [
        each.text for each in (*(each for text in texts for each in text), *filter(None, single)) if each.text
    ]


@pytest.mark.parametrize("kind", FORMS)
def test_no_form_says_what_is_for_the_facilitator_alone(kind: str):
    assert KINDS[kind].audience == "participants"
    told = Exercise((plain("Talk in pairs."),), (plain("A good answer."),), (plain("Cards"),))
    guide = SlideGuide((plain("To begin."),), (plain("What do you see?"),), (plain("Look."),), exercise=told)
    small = deck(DeckPart("All", (slide("a", guide=guide),)))
    for a_deck in (small, *real_decks()):
        secret = [words for each in a_deck.slides for words in facilitators(each)]
        shown = "\n".join(words_of(composed(kind, a_deck).blocks))
        assert len(secret) > 4
        assert [words for words in secret if words in shown] == [], name_of(a_deck)


def test_what_a_form_is_prefilled_with_keeps_its_place_in_the_files():
    profile, local = Origin("profiles/a.yaml", ("agency",)), Origin("local/t.yaml", ("trainer",))
    placed = deck(trainer="Ann", agency_origin=profile, trainer_origin=local)

    assert [field(composed(kind, placed), "agency").origin for kind in ("action-plan", "evaluation")] == [
        profile
    ] * 2
    assert field(composed("certificate", placed), "trainer").origin == local
    assert field(composed("sign-in-sheet", placed), "trainer").origin == local
