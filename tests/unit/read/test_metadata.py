"""Metadata goes, pixels stay: no picture is encoded again."""

import io
import time
import zlib

import pytest
from PIL import Image

from deckbuild.read.metadata import (
    EXCESS,
    MOST_CHUNKS,
    MOST_FILL,
    MOST_SCANS,
    MOST_SEGMENTS,
    check_png_pixels,
    strip_jpeg,
    strip_png,
)
from tests.support.hostile import chunk
from tests.support.hostile import png as flat
from tests.unit.read.painted import SECRETS, jpeg, painted, pixels, png


@pytest.mark.parametrize(
    ("data", "clean"),
    [
        (png(metadata=True), strip_png(png(metadata=True))),
        (jpeg(metadata=True), strip_jpeg(jpeg(metadata=True))),
        (jpeg(metadata=True, progressive=True), strip_jpeg(jpeg(metadata=True, progressive=True))),
    ],
    ids=["png", "jpeg", "progressive jpeg"],
)
def test_what_tells_of_people_and_cameras_goes_and_the_pixels_stay(data: bytes, clean: bytes):
    assert all(secret in data for secret in SECRETS)
    assert not any(secret in clean for secret in SECRETS)
    assert pixels(clean) == pixels(data)


def test_what_changes_the_look_stays():
    with Image.open(io.BytesIO(strip_png(png(metadata=True)))) as image:
        assert [round(each) for each in image.info["dpi"]] == [144, 144]
    with Image.open(io.BytesIO(strip_jpeg(jpeg(metadata=True)))) as image:
        assert image.info["dpi"] == (144, 144)


def test_a_colour_profile_stays():
    profile = b"profile " * 20
    file = io.BytesIO()
    with Image.open(io.BytesIO(jpeg())) as image:
        image.save(file, "JPEG", icc_profile=profile)
    with Image.open(io.BytesIO(strip_jpeg(file.getvalue()))) as image:
        assert image.info["icc_profile"] == profile


def test_a_picture_without_metadata_stays_as_it_is():
    assert strip_png(png()) == png()
    assert strip_jpeg(jpeg()) == jpeg()


def test_stripping_twice_changes_nothing_more():
    assert strip_png(strip_png(png(metadata=True))) == strip_png(png(metadata=True))
    assert strip_jpeg(strip_jpeg(jpeg(metadata=True))) == strip_jpeg(jpeg(metadata=True))


@pytest.mark.parametrize("cut", range(2, 60, 3))
def test_a_picture_cut_short_is_refused(cut: int):
    with pytest.raises(ValueError, match="cut short"):
        strip_png(png()[: max(8, len(png()) - cut)])
    with pytest.raises(ValueError, match="cut short"):
        strip_jpeg(jpeg()[:-cut])


def test_a_damaged_chunk_is_refused():
    data = bytearray(png())
    data[20] ^= 1
    with pytest.raises(ValueError, match="checksum of a IHDR chunk"):
        strip_png(bytes(data))


def test_a_png_of_nothing_but_chunks_is_refused():
    assert strip_png(flat(2, 2, more=chunk(b"tEXt", b"k\0v") * 100)) == flat(2, 2)
    with pytest.raises(ValueError, match="more than 20,000 chunks"):
        strip_png(flat(2, 2, more=chunk(b"tEXt", b"k\0v") * MOST_CHUNKS))


def test_a_jpeg_of_nothing_but_segments_scans_or_fill_bytes_is_refused():
    data = jpeg(progressive=True)
    last = data[data.rindex(b"\xff\xda") : -2]
    with pytest.raises(ValueError, match="more than 5,000 segments"):
        strip_jpeg(data[:2] + b"\xff\xfe\0\x02" * MOST_SEGMENTS + data[2:])
    with pytest.raises(ValueError, match="more than 64 scans"):
        strip_jpeg(data[:-2] + last * MOST_SCANS + data[-2:])
    with pytest.raises(ValueError, match="more than 1,000 fill bytes"):
        strip_jpeg(data[:2] + b"\xff" * (MOST_FILL + 1) + data[2:])


def test_fill_bytes_before_a_marker_are_left_out():
    assert strip_jpeg(jpeg()[:2] + b"\xff" * MOST_FILL + jpeg()[2:]) == jpeg()


def test_a_million_fill_bytes_in_a_scan_take_no_time():
    data = jpeg()
    start = data.rindex(b"\xff\xda") + 14
    begun = time.perf_counter()
    assert strip_jpeg(data[:start] + b"\xff" * 1_000_000 + b"\0" + data[start:])[-2:] == b"\xff\xd9"
    assert time.perf_counter() - begun < 1


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
@pytest.mark.parametrize("size", [(1, 1), (5, 3), (13, 9)])
def test_the_pixels_of_a_png_are_as_many_as_its_size_says(mode: str, size: tuple[int, int]):
    file = io.BytesIO()
    image = Image.new(mode, size) if mode == "I;16" else painted(*size).convert(mode)
    image.save(file, "PNG")
    check_png_pixels(file.getvalue())


def test_a_png_with_more_pixels_than_its_size_says_is_refused():
    check_png_pixels(flat(2, 2, pixels=zlib.compress(bytes(14 + EXCESS))))
    with pytest.raises(ValueError, match="more pixels than its size says"):
        check_png_pixels(flat(2, 2, pixels=zlib.compress(bytes(15 + EXCESS))))
    with pytest.raises(ValueError, match="cannot be inflated"):
        check_png_pixels(flat(2, 2, pixels=b"no pixels"))
