"""Picture files become pictures that a deck can hold, or findings."""

import hashlib
import io
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from deckbuild.model.source import Picture
from deckbuild.read.metadata import check_png_pixels, strip_png, whole_png
from tests.unit.read.given import faults, of_slide, read
from tests.unit.read.painted import jpeg, painted, pixels, png, png_of_size

PNG, JPG = "assets/images/a.png", "assets/images/a.jpg"


def with_picture(file: str, data: bytes, fields: str = "alt: A board") -> dict[str, str | bytes | None]:
    picture = f"    picture: {{file: ../../{file}, {fields}}}\n"
    return {file: data, "decks/modules/words.yaml": of_slide("picture-full", picture)}


def made(tmp_path: Path, file: str, data: bytes, fields: str = "alt: A board") -> Picture:
    project, found = read(tmp_path, with_picture(file, data, fields))
    assert found == []
    value = project.modules["words"].slides["first"].fields["picture"]
    assert isinstance(value, Picture)
    return value


def test_a_png_is_read_with_its_size_and_digest(tmp_path: Path):
    picture = made(tmp_path, PNG, png())
    assert (picture.file, picture.media_type, picture.size, picture.alt) == (
        PNG,
        "image/png",
        (12, 8),
        "A board",
    )
    assert (picture.data, picture.digest) == (png(), hashlib.sha256(png()).hexdigest())


def test_a_jpeg_keeps_its_pixels_and_loses_its_camera(tmp_path: Path):
    picture = made(tmp_path, JPG, jpeg(metadata=True))
    assert (picture.media_type, picture.size) == ("image/jpeg", (12, 8))
    assert pixels(picture.data) == pixels(jpeg(metadata=True))
    assert b"Kodak" not in picture.data


def test_a_decorative_picture_has_no_alternative_text(tmp_path: Path):
    assert made(tmp_path, PNG, png(), "decorative: true").alt is None


@pytest.mark.parametrize(("file", "make"), [(PNG, png), (JPG, jpeg)], ids=["png", "jpeg"])
def test_a_picture_that_a_camera_turned_stands_upright(tmp_path: Path, file: str, make: Callable[..., bytes]):
    upright = painted().transpose(Image.Transpose.ROTATE_270)
    picture = made(tmp_path, file, make(orientation=6, metadata=True))
    with Image.open(io.BytesIO(picture.data)) as image:
        assert (picture.size, image.size, image.getexif()) == ((8, 12), (8, 12), {})
        first, last = image.getpixel((0, 0)), image.getpixel((7, 11))
    wanted = upright.getpixel((0, 0)), upright.getpixel((7, 11))
    assert all(
        abs(a - b) < 40
        for had, want in zip((first, last), wanted, strict=True)
        for a, b in zip(had, want, strict=True)
    )


def test_the_same_picture_gives_the_same_bytes(tmp_path: Path):
    turned = jpeg(orientation=8)
    assert made(tmp_path / "a", JPG, turned).digest == made(tmp_path / "b", JPG, turned).digest


@pytest.mark.parametrize(
    ("file", "data", "fields", "expected"),
    [
        (PNG, png(), "decorative: false", "words.yaml:9:14 DB111"),
        (PNG, png(), "alt: A, decorative: true", "words.yaml:9:48 DB116"),
        (PNG, jpeg(), "alt: A", "words.yaml:9:21 DB130"),
        (JPG, png(), "alt: A", "words.yaml:9:21 DB130"),
        (PNG, b"GIF89a", "alt: A", "words.yaml:9:21 DB130"),
        ("assets/images/a.svg", b"<svg/>", "alt: A", "words.yaml:9:21 DB130"),
        (PNG, b"", "alt: A", "words.yaml:9:21 DB130"),
        (PNG, png()[:-20], "alt: A", "words.yaml:9:21 DB131"),
        (JPG, jpeg()[:-60], "alt: A", "words.yaml:9:21 DB131"),
        (JPG, jpeg()[:3], "alt: A", "words.yaml:9:21 DB131"),
        (PNG, png_of_size(100, 100), "alt: A", "words.yaml:9:21 DB131"),
        (PNG, png_of_size(5_000, 5_001), "alt: A", "words.yaml:9:21 DB132"),
        (PNG, png_of_size(2**31 - 1, 2**31 - 1), "alt: A", "words.yaml:9:21 DB132"),
        (PNG, png() + bytes(20 * 1024 * 1024), "alt: A", "words.yaml:9:21 DB132"),
    ],
)
def test_a_picture_that_cannot_be_shown_is_found(
    tmp_path: Path, file: str, data: bytes, fields: str, expected: str
):
    assert faults(tmp_path, with_picture(file, data, fields)) == [expected]


KINDS = [
    ("1", {}),
    ("L", {}),
    ("P", {}),
    ("RGB", {}),
    ("RGBA", {}),
    ("LA", {}),
    ("I;16", {}),
    ("P", {"bits": 2}),
]


@pytest.mark.parametrize(("mode", "more"), KINDS)
def test_a_plain_png_of_any_kind_needs_no_decoder(mode: str, more: dict[str, int]):
    file = io.BytesIO()
    Image.new(mode, (13, 5)).save(file, "PNG", dpi=(144, 144), **more)
    assert whole_png(file.getvalue(), 100) == ((13, 5), strip_png(file.getvalue()))


def test_a_png_that_may_be_turned_or_large_is_left_to_the_decoder():
    assert whole_png(png(orientation=6), 100) is None
    assert whole_png(png(metadata=True), 100) is None
    assert whole_png(png(), 95) is None


def decodes(data: bytes) -> bool:
    try:
        with Image.open(io.BytesIO(data), formats=["PNG"]) as image:
            image.load()
            check_png_pixels(strip_png(data))
    except (OSError, SyntaxError, ValueError):
        return False
    return True


def with_right_checksums(data: bytes) -> bytes:
    """Return a PNG whose chunks, as far as they go, say the check sums that they have."""
    out, at = data[:8], 8
    while at + 12 <= len(data):
        end = at + 8 + int.from_bytes(data[at : at + 4], "big")
        out += data[at:end] + zlib.crc32(data[at + 4 : end]).to_bytes(4, "big")
        at = end + 4
    return out


@settings(max_examples=400, deadline=None)
@given(
    st.sampled_from(KINDS),
    st.lists(st.tuples(st.integers(0, 400), st.integers(0, 255)), max_size=3),
    st.data(),
)
def test_what_is_taken_for_whole_the_decoder_reads_too(
    kind: tuple[str, dict[str, int]], changes: list[tuple[int, int]], more: st.DataObject
):
    file = io.BytesIO()
    Image.effect_noise((9, 6), 60).convert("RGB").convert(kind[0] if kind[0] != "I;16" else "L").save(
        file, "PNG"
    )
    data = bytearray(file.getvalue())
    for at, value in changes:
        data[8 + at % (len(data) - 8)] = value
    cut = more.draw(st.sampled_from((0, 0, 0, 5, 13, 30)))
    mended = with_right_checksums(bytes(data[: len(data) - cut]))

    if whole_png(mended, 10_000) is not None:
        assert decodes(mended)


def test_a_png_with_rows_of_no_known_filter_is_damaged(tmp_path: Path):
    rows = zlib.compress(b"".join(bytes((7 if row == 3 else 0,)) + bytes(36) for row in range(8)))
    good = png()
    at = good.index(b"IDAT") - 4
    data = good[:at] + len(rows).to_bytes(4, "big") + b"IDAT" + rows + bytes(4) + good[-12:]
    assert faults(tmp_path, with_picture(PNG, with_right_checksums(data))) == ["words.yaml:9:21 DB131"]


def test_a_message_names_no_place_in_memory(tmp_path: Path):
    _, found = read(tmp_path, with_picture(JPG, b"\xff\xd8\xff\xfe\0\2\xff\xd9"))
    assert found[0].message == "assets/images/a.jpg is damaged: its header cannot be read"


def test_a_missing_picture_is_found(tmp_path: Path):
    files = with_picture(PNG, png())
    del files[PNG]
    assert faults(tmp_path, files) == ["words.yaml:9:21 DB108"]


def test_a_key_does_not_stand_in_alternative_text(tmp_path: Path):
    files = with_picture(PNG, png(), 'alt: "The {{ agency.name }} board"')
    assert faults(tmp_path, files) == ["words.yaml:9:53 DB123"]
