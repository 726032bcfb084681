"""What fields of slides become in an article."""

from dataclasses import replace
from typing import get_args

import pytest

from deckbuild.layouts import LAYOUTS
from deckbuild.layouts.base import Field, Kind
from deckbuild.model.deck import Deck, DeckSlide
from deckbuild.model.document import (
    Block,
    ChartBlock,
    Heading,
    NotAvailableBlock,
    Panel,
    PictureBlock,
    Row,
    Section,
    TableBlock,
    TextBlock,
)
from deckbuild.model.source import Picture, Table
from deckbuild.model.text import Paragraph, plain
from deckbuild.pack import figures
from deckbuild.pack.fields import Setting, body
from deckbuild.pack.walk import paragraphs
from tests.unit.pack.sessions import slide
from tests.unit.pack.told import slide_told


def blocks_of(deck: Deck, name: str) -> tuple[Block, ...]:
    found = next(each for each in deck.slides if each.id == name)
    return body(found, Setting(3, deck.references))


def kinds(blocks: tuple[Block, ...]) -> list[str]:
    return [type(each).__name__ for each in blocks]


def test_every_layout_of_the_table_is_tried(every_layout: Deck):
    assert {each.layout for each in every_layout.slides} == set(LAYOUTS)


def test_only_a_decorated_picture_and_nothing_else_leaves_a_slide_of_every_layout_empty(every_layout: Deck):
    setting = Setting(3, every_layout.references)
    empty = [each.id for each in every_layout.slides if not body(each, setting)]

    assert empty == ["panels/section"]


def test_a_list_with_its_lead_in_and_closing_line_is_three_texts_and_the_source(every_layout: Deck):
    lead, items, close, source = blocks_of(every_layout, "words/bullets")

    assert isinstance(items, TextBlock)
    assert items.listed
    assert [each.level for each in items.text] == [0, 0, 1, 1, 2, 2, 0]
    assert lead == TextBlock(lead.text)
    assert close == TextBlock(close.text)
    assert source == TextBlock(source.text, "source")


def test_cards_are_headings_with_text_below_the_slides_own(every_layout: Deck):
    *cards, close = blocks_of(every_layout, "panels/cards-3")

    assert [each.blocks[0] for each in cards if isinstance(each, Section)] == [
        Heading(4, card) for card in card_headings(every_layout, "panels/cards-3")
    ]
    assert isinstance(close, TextBlock)


def card_headings(deck: Deck, name: str) -> list[Paragraph]:
    found = next(each for each in deck.slides if each.id == name)
    return [card.heading for card in found.fields["cards"]]


def test_a_hub_is_its_statement_and_a_list(every_layout: Deck):
    centre, around = blocks_of(every_layout, "panels/hub-4")

    assert (centre.listed, around.listed, len(around.text)) == (False, True, 4)


def test_two_statements_are_two_paragraphs(every_layout: Deck):
    [text] = blocks_of(every_layout, "words/two-statements")

    assert (text.listed, len(text.text)) == (False, 2)


def test_further_paragraphs_of_an_entry_belong_to_it():
    entry = (plain("One"), plain("and more"), plain("inner", level=1, marker="bullet"))
    a_slide = slide(
        "hub", layout="hub", fields={"centre": (plain("Centre"),), "around": (entry, (plain("Two"),))}
    )

    _, around = body(a_slide, Setting(3, {}))

    assert [(each.text, each.level, each.marker) for each in around.text] == [
        ("One", 0, "style"),
        ("and more", 1, "none"),
        ("inner", 2, "bullet"),
        ("Two", 0, "style"),
    ]


def test_two_sides_stand_side_by_side_each_under_its_heading(every_layout: Deck):
    [row] = blocks_of(every_layout, "words/comparison")

    assert isinstance(row, Row)
    assert [kinds(column) for column in row.columns] == [["Heading", "TextBlock"], ["Heading", "TextBlock"]]


def test_a_statement_a_figure_and_a_question_stand_in_panels(every_layout: Deck):
    names = ("words/statement", "figures/key-figure", "endings/discussion")

    assert [blocks_of(every_layout, name)[0].__class__ for name in names] == [Panel] * 3


def test_a_quotation_has_its_attribution_in_place_of_the_source(every_layout: Deck):
    *_, words, whose = blocks_of(every_layout, "words/quotation")

    assert (words.style, whose.style, whose.text[0].text) == ("quotation", "source", "A gardener, p. 3")


def test_a_chart_takes_the_message_for_caption_and_names_its_source(every_layout: Deck):
    [chart] = blocks_of(every_layout, "figures/bar")

    assert isinstance(chart, ChartBlock)
    assert chart.with_table
    assert (chart.caption.text, chart.source.text) == (
        "Beans need the most water",
        "Source: Garden Society 2020, p. 7",
    )


def test_a_table_takes_the_message_for_caption_and_its_first_column_names_the_rows(every_layout: Deck):
    table, source = blocks_of(every_layout, "figures/table")

    assert isinstance(table, TableBlock)
    assert (table.caption.text, table.row_headers) == ("What to sow, and when it is ready", True)
    assert table.summary == "Sowing and picking months of four crops."
    assert source == TextBlock(source.text, "source")


def test_a_missing_figure_names_the_report_that_prints_it_once(every_layout: Deck):
    [missing] = blocks_of(every_layout, "figures/missing")

    assert isinstance(missing, NotAvailableBlock)
    assert (missing.printed_in, missing.source) == ("Garden Society 2020, A year of the garden", None)


def test_a_picture_stands_with_its_caption(every_layout: Deck):
    [full] = blocks_of(every_layout, "endings/picture-full")
    picture, text = blocks_of(every_layout, "endings/picture-text")

    assert isinstance(full, PictureBlock)
    assert full.caption == plain("Drawn for the project", origin=full.caption.origin)
    assert isinstance(picture, PictureBlock)
    assert isinstance(text, TextBlock)


def test_a_picture_that_is_only_decoration_is_left_out():
    picture = Picture("p.png", None, "image/png", (4, 3), b"")
    cover: DeckSlide = slide("cover", layout="cover", fields={"picture": picture})

    assert body(cover, Setting(3, {})) == ()


def test_entries_of_an_agenda_are_numbered_and_print_no_address(every_layout: Deck):
    [agenda] = blocks_of(every_layout, "words/agenda")

    assert [(each.marker, each.text) for each in agenda.text][:2] == [
        ("number", "Words\u00a0· 9 slides · 2 minutes"),
        ("number", "Panels\u00a0· 9 slides"),
    ]


def test_links_print_who_they_are_for_and_where_they_lead(every_layout: Deck):
    _, links, _ = blocks_of(every_layout, "endings/links")

    assert [each.text for each in links.text] == [
        "The garden society's year\u00a0· For beginners\u00a0· https://example.org/year",
        "The book of beans\u00a0· For those who like beans\u00a0· out of print",
        "Write to the society\u00a0· society@example.org",
    ]


def table_of(*rows: tuple[str, ...]) -> TableBlock:
    cells = tuple(tuple(plain(each) for each in row) for row in rows)
    return figures.table(Table(cells[0], cells[1:], "What"), None)


def test_columns_of_numbers_are_known_also_where_some_are_missing_or_suppressed():
    table = table_of(("Area", "Count", "Share", "Why"), ("A", "1,200", "x", "–"), ("B", "–", "53%", "c"))

    assert table.numbers == (1, 2)


def test_a_first_column_that_tells_rows_apart_names_them_and_is_no_column_of_numbers():
    apart, alike = (
        table_of(("Year", "N"), ("2019", "1"), ("2020", "2")),
        table_of(("Y", "N"), ("1", "1"), ("1", "2")),
    )

    assert (apart.row_headers, apart.numbers) == (True, (1,))
    assert (alike.row_headers, alike.numbers) == (False, (0, 1))


def test_a_layout_that_nobody_has_thought_of_is_told_field_by_field(
    every_layout: Deck, monkeypatch: pytest.MonkeyPatch
):
    known = {field.kind: (each, field) for each in every_layout.slides for field in fields_of_layout(each)}
    fields = tuple(Field(f"field-{n}", kind, "Anything.") for n, kind in enumerate(known))
    values = {
        field.name: slide_.fields[old.name]
        for field, (slide_, old) in zip(fields, known.values(), strict=True)
    }
    monkeypatch.setitem(LAYOUTS, "new", replace(LAYOUTS["prose"], id="new", fields=fields))
    new = slide("new", layout="new", fields=values)

    said = [each.text for each in paragraphs(body(new, Setting(3, every_layout.references)))]

    assert set(known) == set(get_args(Kind))
    expected = list(slide_told(new))
    assert len(said) == len(expected)
    assert all(wanted.is_said_by(each) for wanted, each in zip(expected, said, strict=True))


def fields_of_layout(a_slide: DeckSlide) -> list[Field]:
    return [field for field in LAYOUTS[a_slide.layout].fields if field.name in a_slide.fields]
