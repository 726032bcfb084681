"""The project's own sessions, built in both brands."""

from deckbuild.check.verify_deck import verify_deck
from deckbuild.pack import KINDS
from tests.support.builds import Built

PATHWAYS = "pathways-to-harm"
AGENCIES = ("multi-agency", "education", "police", "health", "social-care", "board")


def test_the_pathways_session_builds_for_every_profile_in_both_brands(real_decks: list[Built]):
    built = [(each.brand, each.deck.profile) for each in real_decks if each.deck.session == PATHWAYS]

    assert built == [(brand, profile) for brand in ("worcestershire", "severn-vale") for profile in AGENCIES]


def test_every_slide_has_a_title_of_its_own_and_notes(real_decks: list[Built]):
    for each in real_decks:
        slides = each.deck.slides
        assert len(slides) >= (32 if each.deck.session == PATHWAYS else 1)
        assert len({slide.title.text for slide in slides}) == len(slides)
        assert [slide.id for slide in slides if not slide.notes] == []


def test_what_was_written_reads_back_as_the_session(real_decks: list[Built]):
    for each in real_decks:  # for the documents see `tests/conformance`
        assert verify_deck(each.pptx, each.deck, each.scenes) == []


def test_every_deck_has_its_whole_pack(real_decks: list[Built]):
    packs = [each for each in real_decks if each.brand == "worcestershire"]
    assert len(packs) == 24
    for each in packs:
        assert set(each.files) == {"pptx", *KINDS}


def test_the_slides_of_every_session_take_just_the_time_that_it_has(real_decks: list[Built]):
    for each in real_decks:
        assert sum(slide.minutes or 0 for slide in each.deck.slides) == each.deck.minutes
