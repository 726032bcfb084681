"""The narrative says everything that the slides say, once, in their order, and nothing of the notes."""

from dataclasses import replace
from itertools import pairwise

import pytest

from deckbuild.model.deck import Deck, DeckPart, DeckSlide, Exercise, SlideGuide
from deckbuild.model.document import Block, Heading, PageOptions, Panel, RuledLines, Section, TextBlock
from deckbuild.model.source import Chart, Reference, Series
from deckbuild.model.text import Link, Paragraph, Run, Text, plain
from deckbuild.pack import KINDS, compose, figures
from deckbuild.pack.walk import paragraphs
from tests.unit.pack.sessions import composed, deck, name_of, real_decks, slide, values, words_of
from tests.unit.pack.told import Told, told

PARTICIPANTS = [name for name, kind in KINDS.items() if kind.audience == "participants"]
BOOK = Reference(
    "book", "Ann Author", "2020", "A book", "A press", "https://example.org/book", "", "Author 2020"
)


def texts(blocks: tuple[Block, ...]) -> list[str]:
    return [each.text for each in paragraphs(blocks)]


def sections_of_parts(a_deck: Deck) -> tuple[Block, ...]:
    """Return the narrative of the parts, without what comes before and after them."""
    titles = {part.title for part in a_deck.parts}
    sections = [each for each in composed("narrative", a_deck).blocks if isinstance(each, Section)]
    return tuple(each for each in sections if headings((each,))[0][1] in titles)


def headings(blocks: tuple[Block, ...]) -> list[tuple[int, str]]:
    """Return level and text of the headings outside panels, rows and tables."""
    found: list[tuple[int, str]] = []
    for block in blocks:
        if isinstance(block, Heading):
            found.append((block.level, block.text.text))
        elif isinstance(block, Section):
            found += headings(block.blocks)
    return found


def first(a_slide: DeckSlide, title: str = "Part one", **more: object) -> Deck:
    return deck(DeckPart(title, (a_slide,)), outcomes={}, **more)


def assert_says(actual: list[str], expected: list[Told]) -> None:
    assert len(actual) == len(expected)
    for said, wanted in zip(actual, expected, strict=True):
        assert wanted.is_said_by(said), (wanted, said)


def test_a_deck_of_every_layout_is_told_paragraph_by_paragraph_in_order(every_layout: Deck):
    assert_says(texts(sections_of_parts(every_layout)), list(told(every_layout)))


@pytest.mark.parametrize("a_deck", real_decks(), ids=name_of)
def test_every_session_is_told_paragraph_by_paragraph_in_order(a_deck: Deck):
    no_cover = replace(a_deck, title="Another title", subtitle="")

    assert_says(texts(sections_of_parts(no_cover)), list(told(no_cover)))


@pytest.mark.parametrize("kind", ["narrative", "seven-minute-briefing"])
def test_the_headings_of_every_session_leave_no_level_out(kind: str):
    for a_deck in real_decks():
        blocks = values(composed(kind, a_deck).blocks)
        levels = [1, *(each.level for each in blocks if isinstance(each, Heading))]
        assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("kind", PARTICIPANTS)
def test_no_document_for_participants_has_a_word_for_the_facilitator(kind: str):
    secret: Text = (plain("For the facilitator alone"),)
    guide = SlideGuide(secret, secret, secret, secret, secret[0], secret[0], Exercise(secret, secret, secret))
    one = slide("one", fields={"text": secret_free("Public")}, notes=secret, guide=guide)

    document = composed(kind, deck(DeckPart("All", (one,))))

    assert [each for each in words_of(document.blocks) if "facilitator alone" in each] == []


def secret_free(text: str) -> Text:
    return (plain(text),)


def test_aims_and_outcomes_stand_before_the_parts():
    document = composed("narrative", deck(aims=(plain("To know"),)))

    assert texts(document.blocks)[:7] == [
        "Aims",
        "To know",
        "Outcomes",
        "After this session you should be able to:",
        "Say what was found",
        "Choose an action",
        "All",
    ]


def test_aims_that_a_slide_lists_are_told_by_the_slide_alone():
    aims = (plain("To know"), plain("To act"))
    a_slide = slide("aims", layout="bullets", fields={"items": aims})

    said = texts(composed("narrative", first(a_slide, aims=aims)).blocks)

    assert said == ["Part one", "About aims", "To know", "To act"]


def test_a_slide_with_its_parts_title_is_the_parts_heading_and_links_find_it():
    opening = slide("opening", layout="section", title=plain("Part one"), fields={"text": secret_free("Why")})

    [section] = composed("narrative", first(opening)).blocks

    assert section == Section((Heading(2, plain("Part one"), "m/opening"), TextBlock(secret_free("Why"))))


def test_a_cover_with_the_sessions_title_says_neither_title_nor_subtitle_again():
    lines = {"subtitle": plain("What it is about"), "details": plain("For us")}
    cover = slide("cover", layout="cover", title=plain("A session"), fields=lines)

    blocks = composed("narrative", first(cover)).blocks

    assert texts(blocks) == ["Part one", "For us"]
    assert headings(blocks) == [(2, "Part one")]


def test_a_cover_with_a_title_of_its_own_keeps_it():
    cover = slide("cover", layout="cover", title=plain("Another"), fields={"details": plain("For us")})

    assert headings(composed("narrative", first(cover)).blocks) == [(2, "Part one"), (3, "Another")]


def test_a_question_without_prompts_has_room_to_write():
    question = slide("question", layout="discussion", title=plain("What now?"))

    [section] = composed("narrative", first(question)).blocks

    assert isinstance(section, Section)
    assert section.blocks[-1] == Section(
        (Heading(3, plain("What now?"), "m/question"), Panel((RuledLines(5),), "outline"))
    )


def test_works_that_are_cited_stand_in_full_at_the_end_and_others_do_not():
    other = replace(BOOK, id="other", title="Another book")
    a_slide = slide("one", fields={"text": secret_free("Words")}, cites=("book",))

    said = texts(composed("narrative", first(a_slide, references={"book": BOOK, "other": other})).blocks)

    assert said[-2:] == ["References", "Ann Author (2020). A book. A press. https://example.org/book"]


def test_an_address_behind_words_is_printed_at_the_end_and_one_in_the_references_is_not_again():
    linked = Paragraph((Run("See "), Run("the page", link=Link("https://example.org/page"))))
    source = Paragraph((Run("Source: "), Run("Author 2020", link=Link("https://example.org/book"))))
    a_slide = slide("one", fields={"text": (linked,)}, source_line=source, cites=("book",))

    said = texts(composed("narrative", first(a_slide, references={"book": BOOK})).blocks)

    assert said[-2:] == ["Addresses of links", "the page: https://example.org/page"]


def links(blocks: tuple[Block, ...]) -> set[Link]:
    return {run.link for each in paragraphs(blocks) for run in each.runs if run.link}


@pytest.mark.parametrize("a_deck", real_decks(), ids=name_of)
def test_the_page_for_browsers_is_the_same_article_with_links_in_place_of_addresses(a_deck: Deck):
    paper = compose("narrative", a_deck, PageOptions())[0].blocks
    page = compose("html", a_deck, PageOptions())[0].blocks

    assert [each for each in headings(paper) if each[1] != "Addresses of links"] == headings(page)
    assert links(page) == links(paper)
    assert [text for text in texts(page) if "://" in text] == []


def test_the_title_of_a_source_is_the_link_in_a_browser():
    cites = first(slide("a", cites=("book",)), references={"book": BOOK})
    [entry] = [each for each in paragraphs(composed("html", cites).blocks) if "Ann Author" in each.text]
    assert [(run.text, run.link) for run in entry.runs if run.link] == [("A book", Link(BOOK.url))]


def test_the_numbers_of_a_chart_without_names_are_called_by_its_unit(every_layout: Deck):
    def named(unit: str) -> str:
        chart = Chart("bar", ("A", "B"), (Series("Series 1", (1.0, 2.0)),), "It", unit)
        return figures.chart(every_layout.slides[0], chart, None, compact=False).chart.series[0].name

    assert [named(unit) for unit in ("%", " per 10,000", "")] == ["Per cent", "per 10,000", "Number"]
