"""The project's two brands as values, with a plain wordmark, and the fonts they are measured with."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from deckbuild.fonts.library import Fonts
from deckbuild.model.brand import PALETTE, Brand, FontFamily, MarkPath, Wordmark
from deckbuild.model.template import Template
from deckbuild.template.builtin import builtin
from deckbuild.typeset.engine import set_template

ROOT = Path(__file__).parents[2]

SQUARE = (("M", (0.0, 0.0)), ("L", (100.0, 0.0)), ("L", (100.0, 100.0)), ("Z", ()))


def family(name: str, folder: str, deck: str) -> FontFamily:
    """Return the four faces of a family in `assets/fonts`."""
    files = (
        f"assets/fonts/{folder}/{name}-{style}.ttf" for style in ("Regular", "Bold", "Italic", "BoldItalic")
    )
    return FontFamily(deck, *files)


ARIMO = family("Arimo", "arimo", "Arial")
ATKINSON = family("AtkinsonHyperlegible", "atkinson-hyperlegible", "Atkinson Hyperlegible")


def brand(fonts: FontFamily = ARIMO, section_ground: str = "tint", motif: str = "bar") -> Brand:
    """Return a brand for tests, in shades of grey."""
    return Brand(
        id="grey",
        name="Grey Board",
        palette={name: f"{16 * n:02X}" * 3 for n, name in enumerate(PALETTE)},
        fonts=fonts,
        sizes={},
        wordmark=Wordmark((MarkPath(SQUARE, "brand"),), ("Grey", "Safeguarding Board")),
        footer="Grey Board",
        section_ground=section_ground,
        cover_ground="ground",
        motif=motif,
    )


@cache
def fonts(family: FontFamily = ARIMO) -> Fonts:
    """Return a family's faces."""
    return Fonts(family, lambda file: (ROOT / file).read_bytes())


@cache
def template(family: FontFamily = ARIMO, section_ground: str = "tint", motif: str = "bar") -> Template:
    """Return the built-in template of a test brand, with the words of its decor set."""
    made, findings = set_template(builtin(brand(family, section_ground, motif), "en-GB"), fonts(family))
    assert findings == []
    return made
