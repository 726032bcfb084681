"""The kinds that show slides: each slide once, in order, under headings that bookmarks follow."""

import pytest

from deckbuild.model.deck import Deck, DeckPart
from deckbuild.model.document import (
    Block,
    Grid,
    Heading,
    PageBreak,
    PageOptions,
    RuledLines,
    SlideBlock,
    TextBlock,
)
from deckbuild.model.text import plain
from deckbuild.pack import KINDS, compose, possible
from deckbuild.pack.nup import SHEETS
from tests.unit.pack.sessions import composed, deck, slide, values

HANDOUTS = [f"handout-{n}up" for n in SHEETS]


def two_parts() -> Deck:
    opening = slide("opening", layout="section", title=plain("Second"))
    return deck(DeckPart("First", (slide("a"), slide("b"))), DeckPart("Second", (opening, slide("c"))))


def headings(blocks: tuple[Block, ...]) -> list[tuple[int, str, str]]:
    found = (each for each in values(blocks) if isinstance(each, Heading))
    return [(each.level, each.text.text, each.anchor) for each in found]


@pytest.mark.parametrize("kind", ["slides", "notes-pages", *HANDOUTS])
def test_every_slide_is_shown_once_in_order(kind: str, every_layout: Deck):
    shown = [each for each in values(composed(kind, every_layout).blocks) if isinstance(each, SlideBlock)]

    assert [each.slide for each in shown] == [each.id for each in every_layout.slides]
    assert [each.number for each in shown] == list(range(1, len(shown) + 1))


@pytest.mark.parametrize("kind", ["notes-pages", *HANDOUTS])
def test_parts_and_slides_have_headings_and_a_slide_that_is_its_parts_heading_has_one(kind: str):
    assert headings(composed(kind, two_parts()).blocks) == [
        (2, "First", "part-1"),
        (3, "1 About a", "m/a"),
        (3, "2 About b", "m/b"),
        (2, "3 Second", "m/opening"),
        (3, "4 About c", "m/c"),
    ]


def test_slides_fill_pages_and_say_which_part_they_open():
    document = composed("slides", two_parts())

    assert (document.slide_pages, document.furniture) == (True, "none")
    assert [each.opens for each in document.blocks] == ["First", "", "Second", ""]


@pytest.mark.parametrize("per_page", SHEETS)
def test_a_sheet_has_as_many_places_as_its_kind_says(per_page: int):
    [grid] = composed(f"handout-{per_page}up", two_parts()).blocks

    assert isinstance(grid, Grid)
    assert grid.rows * grid.columns == per_page


def test_one_and_three_to_a_page_have_lines_to_write_on():
    lined = [
        kind
        for kind in HANDOUTS
        if any(isinstance(each, RuledLines) for each in values(composed(kind, two_parts()).blocks))
    ]

    assert lined == ["handout-1up", "handout-3up"]


def test_a_heading_with_a_number_names_its_part_in_the_running_header_without_it():
    running = [
        each.running
        for each in values(composed("handout-6up", two_parts()).blocks)
        if isinstance(each, Heading)
    ]

    assert running == ["", "", "", "Second", ""]


def test_pages_of_a_booklet_are_upright():
    booklet = compose("handout-4up", two_parts(), PageOptions(paper="A5-booklet"))[0]

    assert (composed("handout-4up", two_parts()).landscape, booklet.landscape) == (True, False)


def test_notes_begin_on_a_page_of_their_own_and_are_whole():
    notes = tuple(plain(f"Note {n}") for n in range(200))
    a_deck = deck(DeckPart("All", (slide("a", notes=notes), slide("b"))))

    blocks = composed("notes-pages", a_deck).blocks

    assert [type(each) for each in blocks].count(PageBreak) == 1
    assert TextBlock(notes) in list(values(blocks))


def test_a_slide_without_notes_has_only_itself_on_its_page():
    blocks = composed("notes-pages", deck(DeckPart("All", (slide("a"),)))).blocks

    assert [each for each in values(blocks) if isinstance(each, TextBlock)] == []


def test_every_kind_is_what_the_table_says():
    for name, kind in KINDS.items():
        document = composed(name, two_parts())
        assert (document.kind, document.name, document.audience) == (name, kind.name, kind.audience)


def test_a_pack_has_a_briefing_only_where_the_session_has():
    assert [name for name in KINDS if name not in possible(deck())] == ["seven-minute-briefing"]
