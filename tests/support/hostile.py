"""Files made to break a reader, as changes to the small project; each with the code that it must get."""

from __future__ import annotations

import io
import json
import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from PIL import Image

from tests.support.small import FACTS, NOTES, SESSION, SMALL, WORDS

MODULE, FIGURES, TALK = "decks/modules/words.yaml", "decks/modules/facts.yaml", "decks/sessions/small.yaml"
PICTURE, DATA, ICON = "assets/images/hands-paper-family.png", "assets/data/x.csv", "assets/icons/flag.svg"
JPEG = "assets/images/x.jpg"

BUILT = ""
"""In place of a code: the file is no fault, and the decks are built."""


@dataclass(frozen=True)
class Attack:
    """A project with something hostile in it."""

    files: Mapping[str, bytes]
    """Project path → content, in place of the small project's or beside it."""
    code: str
    """Of a finding that there must be; `BUILT` where there must be none."""


def attacks() -> dict[str, Attack]:
    """Return all attacks by name."""
    return {
        name: attack
        for kind in (_yaml, _texts, _paths, _lists, _data, _png, _jpeg, _svg)
        for name, attack in kind()
    }


Named = Iterator[tuple[str, Attack]]


def _attack(files: Mapping[str, str | bytes], code: str) -> Attack:
    return Attack(
        {path: each.encode() if isinstance(each, str) else each for path, each in files.items()}, code
    )


def _yaml() -> Named:
    laughs = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    files: dict[str, tuple[str | bytes, str]] = {
        "a key twice": (WORDS.replace("    minutes: 5", "    minutes: 5\n    minutes: 6"), "DB104"),
        "800,000 keys twice": ("title: a\n" + "a: 1\n" * 800_000, "DB104"),
        "a tab": (WORDS.replace("    minutes: 5", "\tminutes: 5"), "DB103"),
        "Latin-1": (WORDS.replace("A garden is", "Ein Gärtner ist").encode("latin-1"), "DB102"),
        "UTF-16": (WORDS.encode("utf-16"), "DB102"),
        "a byte order mark": (b"\xef\xbb\xbf" + WORDS.encode(), BUILT),
        "Windows line ends": (WORDS.replace("\n", "\r\n"), BUILT),
        "NUL": (WORDS.replace("A garden", "A \0 garden"), "DB102"),
        "NUL escaped": (WORDS.replace("A garden is a classroom.", '"A \\0 garden"'), "DB102"),
        "two documents": (WORDS + "---\n" + WORDS, "DB105"),
        "a Python tag": (
            WORDS.replace("title: Words", "title: !!python/object/apply:os.system [ls]"),
            "DB106",
        ),
        "400,000 tags": ("title: [" + "!!str a, " * 400_000 + "a]\n", "DB106"),
        "an alias bomb": (laughs, "DB107"),
        "a recursive anchor": ("title: &a [*a]\n", "DB106"),
        "a recursive mapping": ("title: &a {b: *a}\n", "DB106"),
        "10,000 lists in one another": ("title: " + "[" * 10_000 + "]" * 10_000 + "\n", "DB107"),
        "2,000 indented lists": ("title:\n" + "\n".join(" " * n + "- " for n in range(1, 2_000)), "DB107"),
        "a text of 50 MB": (b"title: " + b"x" * 50_000_000, "DB107"),
        "a text of 3 MB": (WORDS.replace("A garden is a classroom.", "word " * 600_000), "DB107"),
        "four million lists": ("title: a\nx: [" + "[]," * 1_300_000 + "[]]\n", "DB107"),
        "300,000 fields": ("".join(f"k{n}: 1\n" for n in range(300_000)), "DB107"),
        "5,000 unknown fields": ("".join(f"k{n}: 1\n" for n in range(4_900)), "DB110"),
        "nothing": ("", "DB112"),
        "every byte": (bytes(range(256)) * 8, "DB102"),
        "a module in itself": (WORDS + "uses: [words]\n", "DB110"),
    }
    for name, (content, code) in files.items():
        yield f"YAML: {name}", _attack({MODULE: content}, code)
    for name, session in {
        "the country Norway": SESSION.replace("[school, club]", "[NO, club]"),
        "on and off": SESSION.replace("minutes: 60", "minutes: on"),
    }.items():
        yield f"YAML: {name}", _attack({TALK: session}, "DB112" if "minutes: on" in session else "DB115")
    norway = {TALK: SESSION.replace("[school, club]", "[no, club]"), "decks/profiles/no.yaml": "agency: NO\n"}
    norway[TALK] = norway[TALK].replace("only: [school]", "only: [no]")
    yield "YAML: a profile that is named no", _attack(norway, BUILT)


def _texts() -> Named:
    for sign in (
        "[",
        "![",
        "*a ",
        "**a _b",
        "` ``",
        "<a",
        "> ",
        "- ",
        "[a](",
        "&a",
        "[a](<b",
        "*_",
        "|a|b\n",
        "1. ",
        "~~a ",
        "<sup>",
    ):
        text = "x " + sign * (9_900 // len(sign))
        quoted = json.dumps(text, ensure_ascii=False)
        slide = f"layout: prose\n    title: Aims\n    text: {quoted}"
        words = WORDS.replace("layout: statement\n    title: Aims\n    text: A garden is a classroom.", slide)
        yield f"Markdown: {sign.strip()} over and over", _attack({MODULE: words}, "DB")
    slides = "".join(
        f'  s{n}:\n    layout: prose\n    title: A\n    text: "{"word " * 1_900}"{NOTES}' for n in range(60)
    )
    session = SESSION.replace(
        "      - use: words/cover\n      - use: words/agenda\n      - use: words/aims\n",
        "      - use: words\n",
    )
    session = session.replace("      - use: words/school\n        only: [school]\n", "")
    yield "Markdown: sixty texts that fit nowhere", _attack({MODULE: WORDS + slides, TALK: session}, "DB301")


def _paths() -> Named:
    for name, written, code in (
        ("out of the project", "../../../../../../../../../etc/passwd", "DB109"),
        ("absolute", "/etc/passwd", "DB109"),
        ("of the home folder", "~/picture.png", "DB109"),
        ("an address", "https://example.org/a.png", "DB109"),
        ("of another computer", "//server/a.png", "DB109"),
        ("of Windows", "..\\..\\a.png", "DB109"),
        ("with NUL", '"../../a\\0.png"', "DB102"),
        ("a long name", "../../" + "a" * 300 + ".png", "DB108"),
        ("a deep folder", "../../" + "a/" * 4_900 + "a.png", "DB108"),
        ("a folder", "../../assets/images", "DB108"),
        ("itself", "words.yaml", "DB130"),
    ):
        words = WORDS.replace(f"../../{PICTURE}", written)
        yield f"path: {name}", _attack({MODULE: words}, code)
    yield (
        "path: a workspace that leads out",
        _attack(
            {"decks/deckbuild.yaml": SMALL["decks/deckbuild.yaml"] + "paths: {modules: ../../..}\n"}, "DB109"
        ),
    )
    yield (
        "path: a module that leads out",
        _attack({TALK: SESSION.replace("use: facts", "use: ../../../etc/passwd")}, "DB115"),
    )


def _lists() -> Named:
    many = "".join(f"      - use: words/xy{n}\n" for n in range(4_900))
    slides = "".join(
        f"  xx-{n}: {{layout: statement, title: a, text: b, notes: {{purpose: a, ask: b}}}}\n"
        for n in range(4_900)
    )
    yield (
        "list: 4,900 unknown slides of 4,900",
        _attack({TALK: SESSION + many, MODULE: WORDS + slides}, "DB202"),
    )
    yield "list: 100,000 uses", _attack({TALK: SESSION + many * 21}, "DB107")
    yield (
        "list: 4,900 profiles",
        _attack({TALK: SESSION.replace("school, club", ", ".join(["school"] * 4_900))}, "DB145"),
    )
    yield (
        "list: 4,900 rows",
        _attack(
            {FIGURES: FACTS.replace("[[March, Beans], [April, Peas]]", f"[{', '.join(['[a, b]'] * 4_900)}]")},
            "DB301",
        ),
    )
    yield (
        "list: 4,900 items",
        _attack(
            {MODULE: WORDS.replace("      - name **three** plants", "      - x\n" * 4_900 + "      - y")},
            "DB301",
        ),
    )


def _data() -> Named:
    figures = FACTS.replace("rows: [[Beans, 54], [Peas, 31]]", f"data: ../../{DATA}").replace(
        "      highlight: Beans\n", ""
    )
    for name, data, code in (
        ("250,000 rows", "a,b\n" + "x,1\n" * 250_000, "DB144"),
        ("250,000 columns", "a" + ",b" * 250_000 + "\nx" + ",1" * 250_000 + "\n", "DB144"),
        ("a quotation mark that is not closed", 'a,b\n"' + "x" * 900_000, "DB144"),
        ("300,000 quotation marks", "a,b\n" + '"",' * 300_000, "DB144"),
        ("a blank first line", "\na,b\nx,1\n", "DB144"),
        ("NUL", "a,b\nx\0,1\n", "DB102"),
        ("no numbers", "a,b\nx,nan\ny,inf\n", "DB140"),
        ("a number beyond all bounds", f"a,b\nx,{'9' * 400}\n", "DB140"),
        ("3 MB", "a,b\n" + "x,1\n" * 800_000, "DB144"),
    ):
        yield f"CSV: {name}", _attack({FIGURES: figures, DATA: data}, code)


def chunk(kind: bytes, data: bytes) -> bytes:
    """Return a chunk of a PNG (PNG 3, section 5.3)."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, colour: int = 2, *, more: bytes = b"", pixels: bytes | None = None) -> bytes:
    """Return a black PNG of 8 bits a sample; with *more* chunks, or with *pixels* that are not its own."""
    samples = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[colour]
    if pixels is None:
        packer = zlib.compressobj(9)
        row = bytes(1 + width * samples)
        pixels = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    header = struct.pack(">IIBBBBB", width, height, 8, colour, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + more + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def _png() -> Named:
    turned = chunk(b"eXIf", b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0")
    bomb = zlib.compress(bytes(200_000_000), 1)
    for name, data, code in (
        ("whole", png(10, 10), BUILT),
        ("24.9 million pixels with transparency", png(4_990, 4_990, 6), BUILT),
        ("24.9 million pixels, turned", png(4_990, 4_990, 2, more=turned), BUILT),
        ("49 million pixels", png(7_000, 7_000, 0), "DB132"),
        ("four thousand million pixels", png(65_535, 65_535, pixels=b"x"), "DB132"),
        ("more pixels than can be counted", png(2**31 - 1, 2**31 - 1, pixels=b"x"), "DB132"),
        ("no pixels", png(0, 0, pixels=zlib.compress(b"")), "DB131"),
        ("200 MB behind the pixels", png(10, 10, pixels=bomb), "DB131"),
        ("200 MB of remarks", png(10, 10, more=chunk(b"zTXt", b"k\0\0" + bomb)), "DB131"),
        ("200 MB of a colour profile", png(10, 10, more=chunk(b"iCCP", b"k\0\0" + bomb)), "DB131"),
        ("a million remarks", png(10, 10, more=chunk(b"tEXt", b"k\0v") * 1_000_000), "DB131"),
        ("many frames", png(10, 10, more=chunk(b"acTL", struct.pack(">II", 2**31 - 1, 0))), BUILT),
        ("cut short", png(10, 10)[:-20], "DB131"),
        ("60 MB", b"\x89PNG\r\n\x1a\n" + bytes(60_000_000), "DB132"),
        ("a JPEG by its content", jpeg(), "DB130"),
        ("words", b"words", "DB130"),
        ("nothing", b"", "DB130"),
    ):
        yield f"PNG: {name}", _attack({PICTURE: data}, code)


def jpeg(size: tuple[int, int] = (64, 64), *, progressive: bool = False, exif: bytes = b"") -> bytes:
    """Return a grey JPEG."""
    file = io.BytesIO()
    Image.new("RGB", size, "grey").save(file, "JPEG", progressive=progressive, exif=exif)
    return file.getvalue()


def _jpeg() -> Named:
    small, large = jpeg(), jpeg((4_990, 4_990), progressive=True)
    scan = small.index(b"\xff\xda") + 2
    scan += struct.unpack_from(">H", small, scan)[0]
    last = large[large.rindex(b"\xff\xda") : -2]
    orientation = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0"
    words = WORDS.replace("hands-paper-family.png", "x.jpg")
    for name, data, code in (
        ("whole", small, BUILT),
        ("24.9 million pixels, turned", jpeg((4_990, 4_990), exif=orientation), BUILT),
        ("24.9 million pixels in 60 scans", large[:-2] + last * 50 + large[-2:], BUILT),
        ("1,000 scans", large[:-2] + last * 1_000 + large[-2:], "DB131"),
        ("a million fill bytes in a scan", small[:scan] + b"\xff" * 1_000_000 + b"\0" + small[scan:], BUILT),
        ("19 million fill bytes", small[:2] + b"\xff" * 19_000_000 + small[2:], "DB131"),
        ("four million remarks", small[:2] + b"\xff\xfe\0\x02" * 4_000_000 + small[2:], "DB131"),
        ("segments of no length", small[:2] + b"\xff\xe0\0\0" * 1_000 + small[2:], "DB131"),
        ("Exif that leads nowhere", jpeg(exif=b"Exif\0\0MM\0*\xff\xff\xff\xff"), BUILT),
        ("no end", small[:-2], "DB131"),
        ("no scan", small[: scan - 14], "DB131"),
        ("a ZIP behind it", small + b"PK\3\4" * 1_000, BUILT),
    ):
        yield f"JPEG: {name}", _attack({MODULE: words, JPEG: data}, code)


def svg(inner: str, *, view: str = "0 0 24 24", before: str = "") -> str:
    """Return a drawing."""
    names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f'{before}<svg {names} viewBox="{view}">{inner}</svg>'


def _svg() -> Named:
    path = '<path d="M0 0H10V10Z"/>'
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    figures = FACTS.replace("{heading: Water,", "{heading: Water, icon: flag,")
    for name, data, code in (
        ("a script", svg(f"<script>alert(1)</script>{path}"), "DB151"),
        ("a script in an attribute", svg(f'<g onload="x()">{path}</g>'), "DB151"),
        ("a style sheet", svg(f"<style>@import url(http://example.org/a)</style>{path}"), "DB151"),
        (
            "a processing instruction",
            svg(path, before='<?xml-stylesheet href="http://example.org/a"?>'),
            "DB151",
        ),
        ("a picture from elsewhere", svg('<image xlink:href="file:///etc/passwd"/>'), "DB151"),
        (
            "a page",
            svg('<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>'),
            "DB151",
        ),
        ("a reference to itself", svg('<g id="a"><use xlink:href="#a"/></g>'), "DB151"),
        (
            "an external entity",
            svg(
                f"<title>&x;</title>{path}", before='<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
            ),
            "DB151",
        ),
        (
            "a billion laughs",
            svg(f"<title>&l9;</title>{path}", before=f'<!DOCTYPE svg [<!ENTITY l0 "ha">{laughs}]>'),
            "DB151",
        ),
        ("an entity in UTF-16", '<!DOCTYPE svg [<!ENTITY x "y">]><svg/>'.encode("utf-16"), "DB102"),
        ("30,000 groups in one another", svg("<g>" * 30_000 + path + "</g>" * 30_000), BUILT),
        ("60,000 faults", svg("<a/>" * 60_000), "DB151"),
        ("60,000 points", svg(f'<path d="M0 0{"l1 1 -1 -1" * 24_000}Z"/>'), "DB151"),
        ("numbers beyond all bounds", svg('<path d="M1e999 0l-1e999 -1e999 1 1Z"/>'), "DB151"),
        ("a point far away", svg('<path d="M0 0L1e8 1e8Z"/>'), "DB151"),
        (
            "an arc of almost nothing",
            svg('<path d="M0 0A1e-200 1e-200 0 0 1 1 1A1e9 1e9 0 0 1 1 1.0000001Z"/>'),
            BUILT,
        ),
        ("an arc of 120,000 digits", svg(f'<path d="M0 0a{"1" * 120_000}"/>'), "DB151"),
        ("a view box of 100,000 spaces", svg(path, view=f"0{' ' * 100_000}x"), "DB151"),
        ("a view box of 400 digits", svg(path, view=f"0 0 {'9' * 400} 1"), "DB151"),
        ("a view box of nothing", svg(path, view="0 0 0 0"), "DB151"),
        ("300 KB", svg(f"<!--{'x' * 300_000}-->{path}"), "DB151"),
        ("a picture by its content", png(3, 3), "DB102"),
        ("a page by its content", "<html><body>", "DB151"),
        ("nothing", "", "DB151"),
    ):
        yield f"SVG: {name}", _attack({FIGURES: figures, ICON: data}, code)
