"""Blocks on pages: where a page may end, and that nothing is lost."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckbuild.model.document import (
    Field,
    FieldBlock,
    Heading,
    PageBreak,
    Panel,
    Section,
    TableBlock,
    TextBlock,
)
from deckbuild.model.paged import Element, Paged
from deckbuild.model.scene import TextNode
from deckbuild.model.text import Link, Paragraph, Run, plain
from deckbuild.model.units import to_pt
from tests.unit.typeset.pages.given import (
    MM,
    SENTENCE,
    baselines,
    document,
    elements,
    lines,
    marks,
    of_role,
    page_of,
    paged,
    pages,
    said,
    shown,
    text,
)


def short(count: int, start: int = 0) -> list[TextBlock]:
    """Return paragraphs of one line."""
    return [text(f"Line {number}") for number in range(start, start + count)]


def test_a_document_without_blocks_is_one_page_with_its_title():
    made = pages()
    assert len(made.pages) == 1
    assert said(made, of_role(made, "H1")[0]) == "Noticing neglect"


@pytest.mark.parametrize("count", range(15, 31))
def test_a_heading_keeps_two_lines_with_it_wherever_the_page_ends(count: int):
    made = pages(*short(count), Heading(2, plain("Part")), *short(4, 100))
    place = page_of(made, "Part")
    assert page_of(made, "Line 100") == place
    assert page_of(made, "Line 101") == place


def test_two_headings_in_a_row_stay_together():
    for count in range(18, 30):
        made = pages(*short(count), Heading(2, plain("Part")), Heading(3, plain("Slide")), lines(3))
        assert page_of(made, "Part") == page_of(made, "Slide") == page_of(made, "Children")


def test_a_paragraph_leaves_two_lines_at_least_on_either_page():
    for count in range(15, 31):
        made = pages(*short(count), lines(4), *short(1, 500))
        paragraph = next(each for each in of_role(made, "P") if said(made, each).startswith("Children"))
        counts = [len(mark.node.lines) for mark in marks(made, paragraph)]
        assert min(counts) >= 2
        assert sum(counts) >= 4


def test_a_paragraph_over_two_pages_is_one_element_whose_text_is_whole():
    words = (SENTENCE * 40).strip()
    made = pages(text(words))
    (paragraph,) = [each for each in of_role(made, "P") if said(made, each).startswith("Children")]
    parts = marks(made, paragraph)
    assert [mark.leaf for mark in parts] == [1, 2]
    assert said(made, paragraph) == words
    assert "".join(line.text for line in parts[0].node.lines).replace(" ", "") in words.replace(" ", "")


def test_page_breaks_make_no_empty_pages():
    breaks = (PageBreak(), PageBreak())
    made = pages(*breaks, text("One"), *breaks, Section((text("Two"), PageBreak())), PageBreak())
    assert [shown(page)[-1] for page in made.pages] == ["One", "Two"]


def test_what_is_together_moves_to_the_next_page_whole():
    group = Section((Heading(3, plain("Group")), *short(12, 100)), together=True)
    for count in range(12, 32):
        made = pages(*short(count), group)
        assert len({page_of(made, words) for words in ("Group", "Line 100", "Line 111")}) == 1


def test_what_is_together_but_higher_than_a_page_is_parted():
    made = pages(Section(tuple(short(120)), together=True))
    assert page_of(made, "Line 119") > page_of(made, "Line 0")


def test_a_panel_stays_whole_where_a_page_can_hold_it():
    for count in range(12, 32, 3):
        made = pages(*short(count), Panel((lines(3), text("End of it"))))
        assert page_of(made, "Children") == page_of(made, "End of it")


def test_a_panel_higher_than_a_page_goes_on_with_its_own_ground_on_each_page():
    made = pages(Panel(tuple(short(120))), subtitle="")
    grounds = [
        sum(mark.owner == "Background" and mark.node.fill == "tint" for mark in page.marks)
        for page in made.pages
    ]
    assert grounds == [1] * len(made.pages)
    assert len(grounds) > 1


def test_a_field_higher_than_a_page_is_an_error():
    _, found = paged(FieldBlock((Field("long", "multiline", "Long", lines=80),)))
    assert [(each.code, each.severity) for each in found] == [("DB304", "error")]


def test_a_word_wider_than_its_column_is_broken_and_told():
    made, found = paged(text("a" * 120))
    assert [(each.code, each.severity) for each in found] == [("DB305", "warning")]
    assert "".join(shown(made.pages[0])).count("a") > 119


def test_an_address_breaks_after_its_own_signs_and_is_nothing_to_tell():
    address = "https://www.example.org/" + "publications/" * 12 + "end?with=query"
    made = pages(text(f"See {address}"))
    ends = [line for line in shown(made.pages[0]) if "publications" in line]
    assert all(line.endswith("/") for line in ends[:-1])
    assert len(ends) > 1


def test_no_page_ends_within_an_address():
    for before, repeats in product(range(16, 30), (12, 24)):
        made = pages(
            *short(before), text(f"{SENTENCE}https://www.example.org/{'publications/' * repeats}end")
        )
        paragraph = next(each for each in of_role(made, "P") if said(made, each).startswith("Children"))
        assert all(said_by.endswith(" ") for said_by in parts_of(made, paragraph)[:-1])


def parts_of(made: Paged, element: Element) -> list[str]:
    """Return the text of an element on each page."""
    return [mark.node.paragraphs[0].text for mark in marks(made, element)]


def test_a_sign_that_the_font_does_not_have_is_an_error():
    _, found = paged(text("Frogs 🐸"))
    assert [each.code for each in found] == ["DB302"]
    assert "U+1F438" in found[0].message


def test_nothing_stands_outside_the_body():
    made = pages(*short(200))
    for page in made.pages[1:]:
        heights = baselines(page)
        assert heights[0] > 20 * MM
        assert heights[-1] < to_pt(page.size.h) - 20 * MM


def test_reading_matter_has_no_more_than_about_75_letters_a_line():
    for wide in (False, True):
        made = pages(lines(12), wide_margin=wide)
        longest = max(len(line) for line in shown(made.pages[0]) if "negl" in line or "agenc" in line)
        assert 60 < longest <= 80


def test_the_same_document_gives_the_same_pages():
    blocks = (Heading(2, plain("Part")), *short(60), Panel((lines(2),)))
    assert pages(*blocks) == pages(*blocks)


BLOCKS = st.one_of(
    st.integers(1, 9).map(lines),
    st.integers(2, 4).map(lambda level: Heading(level, plain("A heading"))),
    st.integers(1, 5).map(lambda count: Panel((lines(count),), "key")),
    st.integers(1, 8).map(
        lambda count: TextBlock(tuple(plain("Entry", level=n % 3) for n in range(count)), listed=True)
    ),
    st.just(PageBreak()),
    st.integers(1, 4).map(lambda count: Section(tuple(short(count)), together=True)),
)


def words_of(blocks: list) -> str:
    """Return the letters of blocks, in order."""
    out = ""
    for block in blocks:
        if isinstance(block, Heading):
            out += block.text.text
        elif isinstance(block, TextBlock):
            out += "".join(each.text for each in block.text)
        elif isinstance(block, Panel | Section):
            out += words_of(list(block.blocks))
    return out


@settings(max_examples=30, deadline=None)
@given(st.lists(BLOCKS, max_size=14))
def test_every_word_stands_once_in_reading_order_and_every_page_has_some(blocks: list):
    made = pages(*blocks, furniture="none")

    assert said(made, made.structure).replace("•", "").replace("–", "") == words_of(blocks)
    assert len(made.pages) == 1 or all(shown(page) for page in made.pages)
    known = [each.id for each in elements(made.structure)]
    assert known == sorted(set(known))
    owners = {mark.owner for page in made.pages for mark in page.marks if isinstance(mark.owner, int)}
    assert owners == {each.id for each in elements(made.structure) if not each.kids and each.id}


def test_runs_keep_their_language_and_link_when_a_page_parts_them():
    link = Link("https://example.org")
    made = pages(TextBlock((Paragraph((Run((SENTENCE * 60).strip(), lang="cy", link=link),)),)))
    pieces = [
        (mark.leaf, piece.lang, piece.link)
        for page in made.pages
        for mark in page.marks
        if isinstance(mark.node, TextNode)
        for line in mark.node.lines
        for piece in line.segments
        if "agencies" in piece.text
    ]
    assert set(pieces) == {(1, "cy", link), (2, "cy", link)}


def test_a_document_says_who_wrote_it_and_what_it_is():
    made = pages()
    assert made.title == "Noticing neglect – Schools – Reading handout"
    assert (made.author, made.language, made.date) == ("Grey Board", "en-GB", "2026-11-23")
    assert document().title in made.slide_footer


SOURCE = text("Source: Author 2020", style="source")


@pytest.mark.parametrize("size", [2, 3, 4, 6])
@pytest.mark.parametrize("count", range(10, 34))
def test_a_source_takes_the_end_of_what_it_belongs_to_along(count: int, size: int):
    made = pages(*short(count), lines(size), SOURCE)
    before = shown(made.pages[page_of(made, "Source:")])[:-1]
    assert len(before) >= 2
    assert not any(line.startswith("Line ") for line in before[-2:])


@pytest.mark.parametrize("count", range(10, 34))
def test_a_source_never_stands_alone_on_the_page_after_its_panel(count: int):
    made = pages(*short(count), Panel((text("In the panel"),)), SOURCE)
    assert page_of(made, "In the panel") == page_of(made, "Source:")


@pytest.mark.parametrize("count", range(4, 34))
def test_a_source_stands_under_the_last_rows_of_its_table(count: int):
    rows = tuple(((plain(f"Row {n}"),), (plain(str(n)),)) for n in range(8))
    table = TableBlock((plain("Row"), plain("Number")), rows)
    made = pages(*short(count), table, SOURCE)
    assert page_of(made, "Row 6") == page_of(made, "Row 7") == page_of(made, "Source:")
