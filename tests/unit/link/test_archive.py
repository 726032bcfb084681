"""The ZIP writer: blocks that move from archive to archive."""

import io
import zipfile

import pytest

from deckbuild.link.archive import Block, archive, block
from deckbuild.model.parts import Member, Spliced, hole
from deckbuild.model.recent import Recent

TEXTS = {f"part{n}.xml": f"<part>{n}</part>".encode() * (n * 40 + 1) for n in range(6)}


def blocks() -> list[Block]:
    named = [(name, Member.deflate(text)) for name, text in TEXTS.items()]
    return [block(named[:1]), block(named[1:4]), block(named[4:])]


def read(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        assert opened.testzip() is None
        return {each.filename: opened.read(each) for each in opened.infolist()}


def test_blocks_in_any_order_are_an_archive_of_their_members():
    first, second, third = blocks()
    assert read(archive([first, second, third])) == TEXTS
    assert read(archive([third, first, second])) == TEXTS
    assert list(read(archive([third, first]))) == ["part4.xml", "part5.xml", "part0.xml"]


def test_members_give_one_archive_however_they_are_cut_into_blocks():
    whole = [(name, Member.deflate(text)) for name, text in TEXTS.items()]
    assert archive([block(whole)]) == archive(blocks())


def test_more_members_than_a_zip_counts_are_refused():
    many = block((f"{n}", Member.store(b"")) for n in range(40_000))
    with pytest.raises(ValueError, match="80000 members"):
        archive([many, many])


def test_more_bytes_than_a_zip_counts_are_refused():
    large = block([("a", Member.store(b"x" * 50_000_000))])
    with pytest.raises(ValueError, match="too much"):
        archive([large] * 90)


def test_a_part_with_holes_is_the_part_with_words_in_them():
    xml = f"<p>{'é' * 300}{hole('date')} and {hole('footer')}</p>"
    part = Spliced.deflate(xml)
    member = part.member({"date": b"today", "footer": "Führung & mehr".encode()})
    content = f"<p>{'é' * 300}today and Führung & mehr</p>".encode()
    assert (member.content, member.size) == (content, len(content))
    assert read(archive([block([("a.xml", member)])])) == {"a.xml": content}


def test_empty_words_leave_a_part_whole():
    part = Spliced.deflate(f"{hole('board')}<p/>{hole('board')}")
    assert part.member({"board": b""}).content == b"<p/>"
    assert read(archive([block([("a", part.member({"board": b"B"}))])])) == {"a": b"B<p/>B"}


def test_a_hole_without_words_is_refused():
    with pytest.raises(KeyError, match="footer"):
        Spliced.deflate(hole("footer")).member({"board": b"B"})


def test_what_was_not_used_for_the_longest_time_is_forgotten():
    made: list[str] = []
    memory = Recent[str, str]()
    memory.room = 2

    def ask(key: str) -> str:
        return memory.get(key, lambda: made.append(key) or key.upper())

    assert [ask(key) for key in "abacab"] == list("ABACAB")
    assert made == ["a", "b", "c", "b"]
