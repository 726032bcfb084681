"""A content digest says whether two files say the same, whatever compressed them."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

import pytest

from deckbuild.bundle.content import content_digest
from deckbuild.bundle.inflate import members
from tests.support.builds import Built


def packed(parts: dict[str, bytes], level: int) -> bytes:
    """Return a package of parts, and of the packages in it, as another zlib would have made it."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as archive:
        for name in sorted(parts, reverse=True):
            part = parts[name]
            archive.writestr(name, packed(members(part), level) if part.startswith(b"PK\3\4") else part)
    return made.getvalue()


def test_a_deck_compressed_otherwise_has_the_same_content(small_deck: Built):
    data = small_deck.pptx.read_bytes()
    other = packed(members(data), 1)

    assert any(name.endswith(".xlsx") for name in members(data))
    assert other != data
    assert content_digest("a.pptx", other) == content_digest("b.pptx", data)


@pytest.mark.parametrize(
    "part", ["ppt/slides/slide3.xml", "docProps/core.xml", "ppt/notesSlides/notesSlide1.xml"]
)
def test_a_deck_with_one_other_letter_has_another_content(small_deck: Built, part: str):
    parts = members(small_deck.pptx.read_bytes())

    changed = parts | {part: parts[part].replace(b"</", b"x</", 1)}

    assert content_digest("a.pptx", packed(changed, 9)) != content_digest("a.pptx", packed(parts, 9))


def test_a_number_in_a_workbook_counts(small_deck: Built):
    parts = members(small_deck.pptx.read_bytes())
    name = next(each for each in parts if each.endswith(".xlsx"))
    sheet = members(parts[name])
    sheet["xl/worksheets/sheet1.xml"] = sheet["xl/worksheets/sheet1.xml"].replace(b"<v>54</v>", b"<v>45</v>")

    changed = parts | {name: packed(sheet, 9)}

    assert content_digest("a.pptx", packed(changed, 9)) != content_digest("a.pptx", packed(parts, 9))


def test_a_part_under_another_name_counts():
    one, other = packed({"a": b"x"}, 9), packed({"b": b"x"}, 9)

    assert content_digest("a.pptx", one) != content_digest("a.pptx", other)


STREAM = re.compile(rb"/Length (\d+)>>\nstream\n")


def deflated_again(data: bytes) -> bytes:
    """Return a PDF with its streams deflated at another level, and its table of objects made anew."""
    made, at = bytearray(), 0
    while found := STREAM.search(data, at):
        end = found.end() + int(found[1])
        stream = data[found.end() : end]
        head = data[at : found.start()]
        if b"/FlateDecode" in head[head.rfind(b" obj") :]:
            stream = zlib.compress(zlib.decompress(stream), 1)
        made += head + b"/Length %d>>\nstream\n" % len(stream) + stream
        at = end
    made += data[at : data.rindex(b"\nxref\n")]
    trailer = data[data.rindex(b"\ntrailer") : data.rindex(b"\nstartxref")]
    other = re.sub(rb"/ID\s*\[[^\]]*\]", b"/ID [<00><00>]", trailer)
    return bytes(made) + b"\nxref\n0 1\n" + other + b"\nstartxref\n%d\n%%%%EOF\n" % len(made)


@pytest.mark.parametrize("kind", ["slides", "handout-3up", "evaluation"])
def test_a_pdf_compressed_otherwise_has_the_same_content(small_deck: Built, kind: str):
    data = small_deck.pdf(kind).read_bytes()
    other = deflated_again(data)

    assert other != data
    assert content_digest("a.pdf", other) == content_digest("a.pdf", data)


def test_a_pdf_with_one_other_byte_in_a_stream_has_another_content(small_deck: Built):
    data = small_deck.pdf("slides").read_bytes()
    found = next(
        each for each in STREAM.finditer(data) if b"/FlateDecode" in data[each.start() - 60 : each.start()]
    )
    end = found.end() + int(found[1])
    stream = zlib.compress(zlib.decompress(data[found.end() : end]) + b" ")
    changed = data[: found.start()] + b"/Length %d>>\nstream\n" % len(stream) + stream + data[end:]

    assert content_digest("a.pdf", changed) != content_digest("a.pdf", data)


def test_any_byte_between_the_streams_of_a_pdf_counts(small_deck: Built):
    data = small_deck.pdf("slides").read_bytes()

    changed = data.replace(b"/Title", b"/Tit1e", 1)

    assert changed != data
    assert content_digest("a.pdf", changed) != content_digest("a.pdf", data)


def test_a_page_for_browsers_is_its_bytes(small_deck: Built):
    data = small_deck.files["html"].read_bytes()

    assert content_digest("a.html", data) != content_digest("a.html", data + b" ")
