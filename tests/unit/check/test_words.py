"""What documents say is read line by line."""

from __future__ import annotations

from deckbuild.check.words import document_lines
from tests.support.builds import Built


def test_the_lines_of_a_pdf_and_the_words_of_a_page_are_read(small_deck: Built):
    pages = document_lines("a.pdf", small_deck.pdf("narrative").read_bytes())
    html = document_lines("a.html", small_deck.files["html"].read_bytes())

    assert pages is not None
    assert html is not None
    assert "What to sow" in pages
    assert len(html) == 1
    assert "What to sow" in html[0]


def test_what_is_no_pdf_has_no_lines():
    assert document_lines("a.pdf", b"no PDF") is None
