"""Files that are made to break a reader of bundles and decks: each is refused, soon and in words."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from contextlib import suppress

import pytest

from deckbuild.bundle.archive import opened
from deckbuild.bundle.content import content_digest
from deckbuild.bundle.diff.reading import deck_text
from deckbuild.bundle.inflate import BrokenPackageError, members
from tests.support.builds import Built
from tests.support.bundles import tiny, tiny_members, zipped


@pytest.mark.parametrize(
    "name",
    [
        "../up.txt",
        "a/../../up.txt",
        "/etc/passwd",
        "a//b",
        "a/./b",
        "./a",
        "a/",
        "..",
        "C:/a",
        "a\\..\\b",
        "a\nb",
        "a*",
        "x" * 500,
    ],
)
def test_a_name_that_leads_elsewhere_is_refused(name: str):
    found = opened(zipped(tiny_members() | {name: b"x"}))

    assert (found.members, found.is_readable) == ((), False)
    assert "is no name that a bundle has" in found.faults[0]


def test_two_members_with_one_name_are_refused():
    data = zipped(tiny_members() | {"CHANGES.MD": b"x"}).replace(b"CHANGES.MD", b"CHANGES.md")

    assert opened(data).faults == ("2 members have the name “CHANGES.md”",)


def test_a_bundle_with_a_deflated_member_is_not_followed():
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("CHANGES.md", b"0" * 50_000_000)

    assert found_wrong(made.getvalue())


def found_wrong(data: bytes) -> bool:
    found = opened(data)
    return bool(found.faults) and len(found.faults) <= 20


def test_lengths_and_offsets_of_any_value_are_no_internal_fault():
    data = tiny()
    end = len(data) - 22
    for at in (18, 22, 26, 28, end + 8, end + 10, end + 12, end + 16, end + 20):
        for value in (0, 1, 0x7FFF, 0xFFFF):
            changed = bytearray(data)
            struct.pack_into("<H", changed, at, value)
            if changed != data:
                assert found_wrong(bytes(changed)), (at, value)


def test_a_directory_that_points_into_other_members_is_not_followed():
    data = bytearray(tiny())
    at = data.index(b"PK\1\2")
    second = data.index(b"PK\1\2", at + 4)
    data[second + 42 : second + 46] = data[at + 42 : at + 46]

    assert found_wrong(bytes(data))


def package(parts: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def lying(data: bytes, size: int) -> bytes:
    """Return a package whose directory gives a size to its first member."""
    changed = bytearray(data)
    at = changed.index(b"PK\1\2")
    struct.pack_into("<I", changed, at + 24, size)
    return bytes(changed)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\3\4",
        b"no package at all",
        lying(package({"a": b"x"}), 0xFFFF_0000),
        lying(package({"a": b"x" * 1_000_000}), 10),
        package({f"{number}": b"" for number in range(50_001)}),
        package({"a": b"x" * 100})[:60],
    ],
)
def test_a_package_that_is_broken_or_too_large_is_refused(data: bytes):
    with pytest.raises(BrokenPackageError):
        members(data)


def test_packages_in_one_another_are_followed_so_far_and_no_further():
    data = b"x"
    for _ in range(50):
        data = package({"a": data})

    assert len(content_digest("x.pptx", data)) == 64


def pdf_stream(data: bytes, length: int | None = None) -> bytes:
    size = len(data) if length is None else length
    return b"%%PDF-1.7\n1 0 obj\n<</Filter/FlateDecode/Length %d>>\nstream\n%s\r\nendstream" % (size, data)


def bomb() -> bytes:
    """Return 400 MB of nothing, deflated: the same block again and again."""
    deflater = zlib.compressobj()
    first = deflater.compress(bytes(1_000_000)) + deflater.flush(zlib.Z_FULL_FLUSH)
    again = deflater.compress(bytes(1_000_000)) + deflater.flush(zlib.Z_FULL_FLUSH)
    return first + again * 400


@pytest.mark.parametrize(
    "data",
    [
        pdf_stream(zlib.compress(b"x"), 9_999_999_999),
        pdf_stream(b"no deflation"),
        pdf_stream(zlib.compress(b"x" * 1000)[:-6]),
        pdf_stream(bomb()),
    ],
    ids=["beyond the end", "not deflated", "breaks off", "a bomb"],
)
def test_a_pdf_whose_streams_cannot_be_inflated_is_refused(data: bytes):
    with pytest.raises(BrokenPackageError):
        content_digest("x.pdf", data)


def changed_part(
    change: Callable[[bytes], bytes], name: str
) -> Callable[[dict[str, bytes]], dict[str, bytes]]:
    return lambda parts: parts | {name: change(parts[name])}


def dropped(name: str) -> Callable[[dict[str, bytes]], dict[str, bytes]]:
    return lambda parts: {each: part for each, part in parts.items() if each != name}


LAUGHS = b"".join(b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10) for n in range(1, 10))
BOMB = b'<!DOCTYPE p [<!ENTITY l0 "ha">' + LAUGHS + b"]>"
DECK = "ppt/presentation.xml"


@pytest.mark.parametrize(
    "change",
    [
        dropped(DECK),
        dropped("ppt/slides/slide2.xml"),
        dropped("ppt/_rels/presentation.xml.rels"),
        changed_part(lambda xml: xml[:-20], DECK),
        changed_part(lambda xml: b"\xff\xfe" + xml, "ppt/slides/slide1.xml"),
        changed_part(lambda xml: xml.replace(b"presentation ", b"sld ", 1), DECK),
        changed_part(lambda _: b"", "ppt/slides/slide1.xml"),
        changed_part(lambda _: b"<a>" * 5_000, "ppt/slides/slide1.xml"),
        changed_part(lambda xml: xml.replace(b"<p:sldId ", b"<p:sldId " + b'x="1" x="1" ', 1), DECK),
    ],
)
def test_a_deck_of_broken_parts_cannot_be_compared(
    small_deck: Built, change: Callable[[dict[str, bytes]], dict[str, bytes]]
):
    with pytest.raises(BrokenPackageError):
        deck_text(package(change(members(small_deck.pptx.read_bytes()))))


@pytest.mark.parametrize("declared", [b'<!DOCTYPE p [<!ENTITY l9 "haha">]>', BOMB], ids=["one", "a bomb"])
def test_entities_in_a_slide_are_not_expanded(small_deck: Built, declared: bytes):
    parts = members(small_deck.pptx.read_bytes())
    slide = parts["ppt/slides/slide1.xml"]
    at = slide.index(b"<p:sld ")
    hostile = slide[:at] + declared + slide[at:].replace(b"A small session", b"&l9;", 1)
    titles = ""

    # Newer libxml2 refuses the bomb outright.
    with suppress(BrokenPackageError):
        titles = deck_text(package(parts | {"ppt/slides/slide1.xml": hostile})).slides[0].title

    assert "haha" not in titles
