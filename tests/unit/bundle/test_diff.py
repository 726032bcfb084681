"""Slides are matched across two decks, and what differs is told word by word."""

from __future__ import annotations

import pytest

from deckbuild.bundle.diff.compare import comparison, deck_change
from deckbuild.bundle.diff.match import matched, moved
from deckbuild.bundle.diff.reading import deck_text
from deckbuild.bundle.diff.values import DeckText, Piece, SlideChange, SlideText, grouped
from deckbuild.bundle.diff.words import different_lines, different_words
from tests.support.builds import Built


def slide(id_: str, title: str = "", *text: str, mark: str = "") -> SlideText:
    lines = {"title": (title,), "text": text}
    return SlideText(id_, mark, {name: found for name, found in lines.items() if any(found)})  # type: ignore[misc]


def deck(*slides: SlideText) -> DeckText:
    return DeckText("Gardens", "The school", "1.0.0", slides)


def told(old: DeckText, new: DeckText) -> list[tuple[str, str, bool, int | None, int | None]]:
    return [
        (each.change.kind, each.change.title, each.change.moved, each.old, each.new)
        for each in deck_change("garden/school", old, new).slides
    ]


def marked(old: str, new: str) -> str:
    marks = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    return "".join(marks[each.kind].format(each.text) for each in different_words(old, new))


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("a b c", "a b c", "a b c"),
        ("rises to 43,190", "rises to 43,290", "rises to [-43,190-]{+43,290+}"),
        ("Beans need water.", "Beans need much water.", "Beans need {+much +}water."),
        ("Ask your lead.", "Ask the safeguarding lead.", "Ask [-your-]{+the safeguarding+} lead."),
        ("one two three", "eins zwei three", "[-one two-]{+eins zwei+} three"),
        ("They don’t", "They do", "They [-don’t-]{+do+}"),
        ("", "new", "{+new+}"),
    ],
)
def test_words_that_differ_are_marked_and_no_others(old: str, new: str, wanted: str):
    assert marked(old, new) == wanted


def test_the_pieces_of_a_line_give_back_both_lines():
    old, new = (
        "Neglect rises from 17,930 to 26,010, they say.",
        "In 2020 neglect rose to 26,010 – they say so.",
    )
    pieces = different_words(old, new)

    assert "".join(each.text for each in pieces if each.kind != "added") == old
    assert "".join(each.text for each in pieces if each.kind != "removed") == new


def test_lines_that_both_have_are_left_out_and_changed_ones_paired():
    old = ["Water in the morning", "Weed", "Sow in March or in April", "Rest"]
    new = ["Water in the morning", "Sow in May or in April", "Rest", "Read"]

    assert [[each.kind for each in line] for line in different_lines(old, new)] == [
        ["removed"],
        ["same", "removed", "added", "same"],
        ["added"],
    ]


def test_very_long_lines_are_compared_as_wholes():
    old, new = "a " * 5_000, "b " * 5_000

    assert different_words(old, new) == (Piece("removed", old), Piece("added", new))


def test_decks_that_say_the_same_have_no_changes():
    one = deck(slide("a/one", "One", "text"))

    assert told(one, one) == []


def test_added_removed_and_changed_slides_are_told_by_their_ids():
    old = deck(slide("a/one", "One", "first"), slide("a/two", "Two"), slide("a/three", "Three"))
    new = deck(slide("a/one", "One", "second"), slide("a/four", "Four"), slide("a/three", "Three"))

    assert told(old, new) == [
        ("kept", "One", False, 1, 1),
        ("removed", "Two", False, 2, None),
        ("added", "Four", False, None, 2),
    ]


def test_one_slide_that_is_taken_elsewhere_is_the_only_one_that_moved():
    old = deck(*(slide(f"a/{n}", f"Slide {n}") for n in "abcdefgh"))
    new = deck(*(slide(f"a/{n}", f"Slide {n}") for n in "bcdefagh"))

    assert told(old, new) == [("kept", "Slide a", True, 1, 6)]


def test_slides_behind_an_added_one_have_not_moved():
    old = deck(*(slide(f"a/{n}", n) for n in "abc"))
    new = deck(slide("a/new", "new"), *(slide(f"a/{n}", n) for n in "abc"))

    assert told(old, new) == [("added", "new", False, None, 1)]


def test_the_moved_slides_are_as_few_as_explain_the_order():
    assert moved({0: 2, 1: 0, 2: 1, 3: 3}) == {0}
    assert len(moved({0: 3, 1: 2, 2: 1, 3: 0})) == 3
    assert moved({}) == set()


def test_an_id_that_stands_twice_is_no_id():
    old = (slide("a", "One"), slide("a", "Two"))
    new = (slide("a", "Two"), slide("a", "One"))

    assert matched(old, new) == {0: 1, 1: 0}


def test_slides_without_ids_are_known_by_powerpoints_mark_then_title_then_words():
    words = "what beans need in a dry summer on a light soil"
    old = (slide("", "One", mark="7"), slide("", "Sowing"), slide("", "Beans", words))
    new = (slide("", "Sowing", "x"), slide("", "Water", words), slide("", "Uno", mark="7"), slide("", "New"))

    assert matched(old, new) == {0: 2, 1: 0, 2: 1}


def test_slides_with_different_ids_are_two_slides_however_alike():
    words = "what beans need in a dry summer on a light soil"

    assert matched((slide("a/one", "One", words),), (slide("a/two", "Two", words),)) == {}


def test_a_change_that_decks_share_is_one_group():
    old, new = deck(slide("a/one", "One", "first")), deck(slide("a/one", "One", "second"))
    shifted = deck(slide("a/zero", "Zero"), slide("a/one", "One", "first"))
    shifted_new = deck(slide("a/zero", "Zero"), slide("a/one", "One", "second"))

    compared = comparison(
        "1", "2", {"x": old, "y": shifted, "z": old}, {"x": new, "y": shifted_new, "w": new}
    )

    ((change, group),) = grouped(compared.decks)
    assert isinstance(change, SlideChange)
    assert [(each.name, placed.new) for each, placed in group] == [("x", 1), ("y", 2)]
    assert (compared.added, compared.removed, compared.differs) == (("w",), ("z",), True)


def test_a_deck_of_ours_is_read_with_ids_titles_texts_numbers_notes_and_parts(small_deck: Built):
    read = deck_text(small_deck.pptx.read_bytes())
    by_id = {each.id: each.lines for each in read.slides}

    assert (read.title, read.agency, read.version) == ("A small session", "The school", "1.0.0")
    assert [each.id for each in read.slides] == [each.id for each in small_deck.deck.slides]
    assert [each.title for each in read.slides] == [each.title.text for each in small_deck.deck.slides]
    assert "name three plants" in by_id["words/aims"]["text"]
    assert by_id["facts/table"]["table"] == ("Month | Seeds", "March | Beans", "April | Peas")
    # The chart's one series has no name of its author's, and PowerPoint's is no word to a board.
    assert by_id["facts/chart"]["figures"] == ("Beans: 54", "Peas: 31")
    assert by_id["facts/chart"]["alternative text"] == ("Bar chart. Beans 54 per cent, peas 31.",)
    assert by_id["words/aims"]["notes"][0].startswith("Purpose: To test.")
    assert by_id["words/aims"]["part"] == ("Welcome",)
    assert len(by_id["words/cover"]["pictures"]) == 1


def test_a_deck_of_other_making_is_read_too():
    pptx = pytest.importorskip("pptx")
    import io

    made = pptx.Presentation()
    for title, text in (("One", "first\nsecond"), ("Two", "third")):
        added = made.slides.add_slide(made.slide_layouts[1])
        added.shapes.title.text = title
        added.placeholders[1].text = text
    added.notes_slide.notes_text_frame.text = "Say so."
    file = io.BytesIO()
    made.save(file)

    read = deck_text(file.getvalue())

    assert [(each.id, each.title, each.lines["text"]) for each in read.slides] == [
        ("", "One", ("first", "second")),
        ("", "Two", ("third",)),
    ]
    assert read.slides[1].lines["notes"] == ("Say so.",)
