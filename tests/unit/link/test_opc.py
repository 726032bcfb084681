"""The members of a package: content types, relationships, parts."""

import io
import zipfile
from collections.abc import Sequence

import pytest
from lxml import etree

from deckbuild.link.archive import zip_archive
from deckbuild.link.opc import (
    Part,
    Relationship,
    content_types,
    deflated,
    members,
    relationships_part,
    relative,
)
from deckbuild.model.parts import Member

WORDS = Member.deflate(b"<words>" + b"again and " * 100 + b"again</words>")
PICTURE = Member.store(b"\x89PNG not really")
PARTS = (
    Part(
        "ppt/words.xml", "application/words+xml", WORDS, (Relationship("rId1", "t", "ppt/media/image1.png"),)
    ),
    Part("ppt/media/image1.png", "image/png", PICTURE),
)
ROOT = (Relationship("rId1", "main", "ppt/words.xml"),)


def pack(parts: Sequence[Part], root: Sequence[Relationship]) -> bytes:
    types = content_types((each.name, each.content_type) for each in parts)
    first = [
        ("[Content_Types].xml", deflated(types)),
        ("_rels/.rels", deflated(relationships_part("", root))),
    ]
    return zip_archive([*first, *(member for part in parts for member in members(part))])


def archive(content: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(content))


def test_members_come_back_as_they_were():
    with archive(pack(PARTS, ROOT)) as made:
        assert made.testzip() is None
        assert made.read("ppt/words.xml") == WORDS.content
        assert made.read("ppt/media/image1.png") == PICTURE.content


def test_content_types_and_the_packages_relationships_come_first():
    with archive(pack(PARTS, ROOT)) as made:
        assert made.namelist() == [
            "[Content_Types].xml",
            "_rels/.rels",
            "ppt/words.xml",
            "ppt/_rels/words.xml.rels",
            "ppt/media/image1.png",
        ]


def test_nothing_of_a_clock_or_a_system_gets_in():
    with archive(pack(PARTS, ROOT)) as made:
        for each in made.infolist():
            assert each.date_time == (1980, 1, 1, 0, 0, 0)
            assert (each.create_system, each.external_attr, each.extra, each.flag_bits) == (0, 0, b"", 0)


def test_pictures_are_stored_and_xml_is_deflated():
    with archive(pack(PARTS, ROOT)) as made:
        assert made.getinfo("ppt/media/image1.png").compress_type == zipfile.ZIP_STORED
        assert made.getinfo("ppt/words.xml").compress_type == zipfile.ZIP_DEFLATED
        assert made.getinfo("ppt/words.xml").compress_size < len(WORDS.content) / 5


def test_a_part_has_an_override_unless_its_extension_says_its_type():
    with archive(pack(PARTS, ROOT)) as made:
        types = etree.fromstring(made.read("[Content_Types].xml"))
    overrides = {each.get("PartName"): each.get("ContentType") for each in types if each.get("PartName")}
    assert overrides == {"/ppt/words.xml": "application/words+xml"}


@pytest.mark.parametrize(
    ("name", "folder", "expected"),
    [
        ("ppt/media/image1.png", "ppt/slides", "../media/image1.png"),
        ("ppt/slides/slide2.xml", "ppt/slides", "slide2.xml"),
        ("ppt/slides/slide2.xml", "ppt", "slides/slide2.xml"),
        ("docProps/core.xml", "ppt/slides", "../../docProps/core.xml"),
        ("ppt/presentation.xml", "", "ppt/presentation.xml"),
    ],
)
def test_a_target_is_written_from_the_folder_of_its_part(name: str, folder: str, expected: str):
    assert relative(name, folder) == expected


def test_an_address_outside_is_written_as_it_is():
    xml = relationships_part(
        "ppt", (Relationship("rId1", "link", 'https://example.org/?a&b="c"', external=True),)
    )
    (written,) = etree.fromstring(xml.encode())
    assert written.get("Target") == 'https://example.org/?a&b="c"'
    assert written.get("TargetMode") == "External"


def test_two_members_of_one_name_are_refused():
    with pytest.raises(ValueError, match="one name"):
        zip_archive([("a.xml", WORDS), ("a.xml", PICTURE)])


@pytest.mark.parametrize("size", [0, 1, 255, 256, 257, 5000, 40_000, 200_000])
def test_a_member_of_any_size_is_what_it_was(size: int):
    content = bytes(n * n % 251 for n in range(size))
    member = Member.deflate(content)
    assert member.content == content
    with archive(zip_archive([("a", member)])) as made:
        assert made.read("a") == content
