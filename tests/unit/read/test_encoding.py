"""Bytes become text, and a place in the text counts lines and letters."""

from deckbuild.diagnostics import Diagnostic, SourceMap
from deckbuild.read.encoding import decode, foreign_letter, place_of


def test_line_ends_become_line_feeds():
    assert decode("a", b"\xef\xbb\xbfa\r\nb\rc\n", SourceMap()) == "a\nb\nc\n"


def test_a_letter_that_no_text_holds_is_named():
    found = decode("a", b"one\ntwo\x07\n", SourceMap())
    assert isinstance(found, Diagnostic)
    assert found.message == "the file holds U+0007, which no text holds"
    assert foreign_letter("a\u2028b") == "U+2028 (LINE SEPARATOR)"
    assert foreign_letter("für 😀 ﷺ\u00a0\u200b") == ""


def test_a_byte_of_another_encoding_is_shown_in_its_line():
    places = SourceMap()
    found = decode("a", "one\r\ntwo: für\r\n".encode("cp1252"), places)
    assert isinstance(found, Diagnostic)
    place = places.place(found.origin)
    assert (found.message, place) == ("the file is not UTF-8 text: the byte 0xFC stands alone", (2, 7))
    assert places.line("a", 2) == "two: für"


def test_places_count_from_one():
    assert [place_of("ab\ncd", n) for n in (0, 1, 3, 4)] == [(1, 1), (1, 2), (2, 1), (2, 2)]
