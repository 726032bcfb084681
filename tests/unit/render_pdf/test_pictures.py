"""Pictures go into a PDF once, and as they are where a reader can decode them."""

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image

from deckbuild.model.scene import PictureNode
from deckbuild.model.source import Picture
from deckbuild.model.units import Box, pt
from deckbuild.render.pdf.pictures import packed
from tests.unit.render_pdf.drawing import page_pdf
from tests.unit.render_pdf.looking import images, pixel

RED, BLUE = (200, 30, 40), (20, 40, 180)


def picture(image: Image.Image, format_: str = "PNG", **options: object) -> Picture:
    """Return an image as a picture of a slide."""
    file = BytesIO()
    image.save(file, format_, **options)  # type: ignore[arg-type]
    kind = "image/jpeg" if format_ == "JPEG" else "image/png"
    return Picture("a.png", "A picture", kind, image.size, file.getvalue())  # type: ignore[arg-type]


def halves(mode: str) -> Image.Image:
    """Return a picture that is red at the left and blue at the right."""
    image = Image.new("RGB", (40, 20), RED)
    image.paste(BLUE, (20, 0, 40, 20))
    return image.convert(mode)


def drawn(*nodes: PictureNode, **more: object) -> bytes:
    return page_pdf(*(("Figure", node) for node in nodes), **more)


def at(
    box: tuple[float, float, float, float], shown: Picture, crop: tuple[float, ...] = (0, 0, 0, 0)
) -> PictureNode:
    return PictureNode("Picture", Box(*(pt(each) for each in box)), shown, crop)  # type: ignore[arg-type]


def near(found: tuple[int, int, int], wanted: tuple[int, int, int], by: int = 3) -> bool:
    return all(abs(a - b) <= by for a, b in zip(found, wanted, strict=True))


@pytest.mark.parametrize("mode", ["RGB", "P", "RGBA", "LA", "1", "L"])
def test_a_png_of_any_mode_shows_its_colours(mode: str) -> None:
    source = halves(mode)
    wanted = [source.convert("RGB").getpixel((x, 10)) for x in (5, 35)]
    data = drawn(at((100, 100, 400, 200), picture(source)))
    assert near(pixel(data, 0, (150, 200)), wanted[0])
    assert near(pixel(data, 0, (450, 200)), wanted[1])


@pytest.mark.parametrize("mode", ["RGB", "L"])
def test_a_jpeg_goes_in_as_it_is(mode: str) -> None:
    source = picture(halves(mode), "JPEG", quality=95, subsampling=0)
    data = drawn(at((100, 100, 400, 200), source))
    assert images(data) == [source.data]
    wanted = Image.open(BytesIO(source.data)).convert("RGB").getpixel((5, 10))
    assert near(pixel(data, 0, (150, 200)), wanted, 12)


def test_inks_become_light() -> None:
    source = picture(halves("CMYK"), "JPEG", quality=95, subsampling=0)
    assert b"/DeviceRGB" in packed(source, grey=False).entries
    data = drawn(at((100, 100, 400, 200), source))
    wanted = Image.open(BytesIO(source.data)).convert("RGB").getpixel((5, 10))
    assert near(pixel(data, 0, (150, 200)), wanted, 12)


@pytest.mark.parametrize("format_", ["PNG", "JPEG"])
def test_pictures_of_a_grey_document_are_grey(format_: str) -> None:
    source = picture(halves("RGB"), format_)
    data = drawn(at((100, 100, 400, 200), source), greyscale=True)
    wanted = halves("RGB").convert("L").getpixel((5, 10))
    assert near(pixel(data, 0, (150, 200)), (wanted,) * 3, 6)


def test_a_grey_jpeg_stays_as_it_is_in_a_grey_document() -> None:
    source = picture(halves("L"), "JPEG")
    assert images(drawn(at((100, 100, 400, 200), source), greyscale=True)) == [source.data]


def test_a_plain_png_keeps_its_compressed_rows() -> None:
    source = picture(halves("RGB"))
    [image] = images(drawn(at((0, 0, 96, 54), source)))
    assert image in source.data


def test_an_interlaced_png_is_decoded() -> None:
    assert near(pixel(drawn(at((0, 0, 96, 54), interlaced_dot())), 0, (40, 20)), RED)


def interlaced_dot() -> Picture:
    """Return one red pixel as an interlaced file, which Pillow cannot write."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 1)
    data = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" + bytes(RED)))
    return Picture("a.png", "A dot", "image/png", (1, 1), data + chunk(b"IEND", b""))


def test_transparency_lets_the_ground_through() -> None:
    image = Image.new("RGBA", (40, 20), (*RED, 0))
    image.paste((*BLUE, 255), (20, 0, 40, 20))
    data = drawn(at((100, 100, 400, 200), picture(image)))
    assert near(pixel(data, 0, (150, 200)), (255, 255, 255))
    assert near(pixel(data, 0, (450, 200)), BLUE)


def test_a_crop_cuts_off_what_it_says_and_stays_in_its_box() -> None:
    data = drawn(at((100, 100, 400, 200), picture(halves("RGB")), (0.5, 0, 0, 0)))
    assert near(pixel(data, 0, (110, 200)), BLUE)
    assert near(pixel(data, 0, (90, 200)), (255, 255, 255))
    assert near(pixel(data, 0, (510, 200)), (255, 255, 255))


def test_a_picture_shown_twice_is_in_the_file_once() -> None:
    source = picture(halves("RGB"))
    assert len(images(drawn(at((0, 0, 96, 54), source), at((50, 50, 200, 100), source)))) == 1
