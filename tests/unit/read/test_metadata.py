"""Metadata goes, pixels stay: no picture is encoded again."""

import io

import pytest
from PIL import Image

from deckbuild.read.metadata import strip_jpeg, strip_png
from tests.unit.read.painted import SECRETS, jpeg, pixels, png


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
