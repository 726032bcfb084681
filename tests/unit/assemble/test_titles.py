"""Titles that tell slides apart."""

from deckbuild.assemble.titles import unique
from deckbuild.model.text import Link, Paragraph, Run, plain


def texts(*titles: str) -> list[str]:
    return [title.text for title in unique(plain(title) for title in titles)]


def test_titles_that_differ_stay_as_they_are():
    assert texts("Learning", "Settings") == ["Learning", "Settings"]


def test_equal_titles_are_numbered():
    assert texts("Settings", "Learning", "Settings") == ["Settings (1 of 2)", "Learning", "Settings (2 of 2)"]


def test_a_number_that_makes_another_title_is_told_apart_too():
    titles = texts("A", "A", "A (1 of 2)")

    assert len(set(titles)) == 3


def test_a_number_looks_like_the_end_of_its_title():
    titles = (Paragraph((Run("Types "), Run("of abuse", italic=True))),) * 2

    assert unique(titles)[1].runs == (Run("Types "), Run("of abuse (2 of 2)", italic=True))


def test_a_number_is_no_part_of_a_link():
    linked = Run("Settings", link=Link("https://example.org/"))

    assert unique((Paragraph((linked,)),) * 2)[0].runs == (linked, Run(" (1 of 2)"))


def test_titles_are_equal_by_their_text_whatever_their_appearance():
    assert [t.text for t in unique((plain("A"), Paragraph((Run("A", bold=True),))))] == [
        "A (1 of 2)",
        "A (2 of 2)",
    ]
