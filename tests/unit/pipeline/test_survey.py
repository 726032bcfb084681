"""Questions: the order of rows, paths between files, and words of slides as lines."""

import pytest

from deckbuild.model.source import Card, Chart, Column, LinkItem, Picture, Series, Table
from deckbuild.model.text import Link, Paragraph, Run, plain
from deckbuild.pipeline.survey import in_deck_order
from deckbuild.pipeline.survey_files import relative
from deckbuild.pipeline.survey_words import words


@pytest.mark.parametrize(
    ("decks", "order"),
    [
        ([], []),
        ([["a", "b"], ["a", "x", "b"]], ["a", "x", "b"]),
        ([["a", "b"], ["x", "a", "b", "y"]], ["x", "a", "b", "y"]),
        ([["a", "c"], ["a", "b", "c"], ["a", "c", "d"]], ["a", "b", "c", "d"]),
    ],
)
def test_slides_of_several_decks_stand_in_the_order_of_each(decks: list[list[str]], order: list[str]):
    assert in_deck_order(decks) == order


@pytest.mark.parametrize(
    ("path", "folder", "written"),
    [
        ("decks/schemas/module.json", "decks/modules", "../schemas/module.json"),
        ("decks/schemas/workspace.json", "decks", "schemas/workspace.json"),
        ("assets/fonts/a.ttf", "assets/brands/mine", "../../fonts/a.ttf"),
        ("decks/schemas/local.json", "local", "../decks/schemas/local.json"),
        ("a.json", "", "a.json"),
    ],
)
def test_a_path_is_written_from_its_document(path: str, folder: str, written: str):
    assert relative(path, folder) == written


def test_lists_begin_with_a_hyphen_and_texts_do_not():
    text = (plain("One"), plain("Two", level=1))

    assert list(words(text)) == ["One", "  Two"]
    assert list(words(text, listed=True)) == ["- One", "  - Two"]


def test_a_chart_is_what_it_says_and_its_numbers_with_gaps():
    chart = Chart("bar", ("Beans", "Peas"), (Series("", (54, None)), Series("", (1.5, 2))), "Bars.", "%")

    assert list(words(chart)) == ["Chart: Bars.", "  Beans: 54%, 1.5%", "  Peas: no figure, 2%"]


def test_every_kind_of_value_becomes_lines():
    link = Paragraph((Run("The year", link=Link("https://example.org/")),))
    jump = Paragraph((Run("Facts", link=Link("slide:facts/chart")),))

    assert list(words((Card(plain("Water"), (plain("Daily."),)),))) == ["Water", "  Daily."]
    assert list(words((LinkItem(link, plain("all")),))) == ["- The year (all): https://example.org/"]
    assert list(words((LinkItem(jump),))) == ["- Facts → facts/chart"]
    assert list(words((LinkItem(plain("Book"), not_available="out of print"),))) == ["- Book: out of print"]
    assert list(words(Column((plain("Text"),), plain("Left")))) == ["Left", "Text"]
    assert list(words(Table((plain("A"), plain("B")), ((plain("1"), plain("2")),), ""))) == ["A | B", "1 | 2"]
    assert list(words(Picture("a.png", "A hand.", "image/png", (1, 1), b""))) == ["Picture: A hand."]
    assert list(words(((plain("One"),), (plain("Two"), plain("more"))))) == ["- One", "- Two", "  more"]
    assert list(words("53%")) == ["53%"]
