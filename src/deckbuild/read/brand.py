"""A brand's file in, a `Brand` out: readable colours, sizes, faces that exist, a mark of filled paths."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Annotated

import msgspec

from deckbuild.layouts.roles import SIZES
from deckbuild.model.brand import PALETTE, Brand, FontFamily, Wordmark
from deckbuild.model.origin import Origin
from deckbuild.read import contrast
from deckbuild.read.documents import BrandDoc, Colour, Declaration, FontsDoc, WordmarkDoc
from deckbuild.read.reading import Reading
from deckbuild.read.svg import mark

Size = Annotated[float, msgspec.Meta(ge=8, le=200)]
"""Points."""


def brand(id_: str, path: str, reading: Reading) -> Brand | None:
    """Return a brand; None where its file has faults that leave nothing to build with."""
    tree = reading.yaml(path)
    origin = Origin(path)
    doc = None if tree is None else reading.decode(tree, BrandDoc, origin, "the brand")
    if doc is None:
        return None
    colours = reading.decode(doc.colours, _colours(), origin.at("colours"), "`colours`")
    sizes = reading.decode(doc.sizes, _sizes(), origin.at("sizes"), "`sizes`")
    fonts = _fonts(doc.fonts, origin.at("fonts"), reading)
    if colours is None or sizes is None or fonts is None:
        return None
    palette = {name: str(value).lstrip("#").upper() for name, value in _by_name(PALETTE, colours).items()}
    _check_contrast(palette, origin.at("colours"), reading)
    return Brand(
        id=id_,
        name=reading.plain(doc.name, origin.at("name")),
        palette=palette,
        fonts=fonts,
        sizes={name: float(str(value)) for name, value in _by_name(SIZES, sizes).items()},
        wordmark=_wordmark(doc.wordmark, palette, origin.at("wordmark"), reading),
        footer=reading.plain(doc.footer, origin.at("footer")),
        section_ground=doc.section_ground,
        cover_ground=doc.cover_ground,
        motif=doc.motif,
    )


@cache
def _colours() -> type[msgspec.Struct]:
    fields = [(_attribute(name), Colour) for name in PALETTE]
    return msgspec.defstruct("Colours", fields, bases=(Declaration,))


@cache
def _sizes() -> type[msgspec.Struct]:
    fields = [(_attribute(name), Size, float(size)) for name, size in SIZES.items()]
    return msgspec.defstruct("Sizes", fields, bases=(Declaration,))


def _attribute(name: str) -> str:
    return name.replace("-", "_")


def _by_name(names: Iterable[str], decoded: msgspec.Struct) -> dict[str, object]:
    values: dict[str, object] = msgspec.structs.asdict(decoded)
    return {name: values[_attribute(name)] for name in names}


def _fonts(doc: FontsDoc, origin: Origin, reading: Reading) -> FontFamily | None:
    regular = reading.file(doc.regular, origin.at("regular"))
    bold = reading.file(doc.bold, origin.at("bold"))
    italic = reading.file(doc.italic, origin.at("italic"))
    bold_italic = reading.file(doc.bold_italic, origin.at("bold-italic"))
    if regular is None or bold is None or italic is None or bold_italic is None:
        return None
    return FontFamily(reading.plain(doc.deck, origin.at("deck")), regular, bold, italic, bold_italic)


def _wordmark(doc: WordmarkDoc, palette: dict[str, str], origin: Origin, reading: Reading) -> Wordmark:
    lines = tuple(reading.plain(line, origin.at("lines", n)) for n, line in enumerate(doc.lines))
    path = reading.file(doc.symbol, origin.at("symbol"))
    return Wordmark(() if path is None else mark(path, origin.at("symbol"), palette, reading), lines)


def _check_contrast(palette: dict[str, str], origin: Origin, reading: Reading) -> None:
    for text, ground, ratio in contrast.faults(palette):
        reading.error(
            "DB150",
            f"`{text}` on `{ground}` has a contrast of {ratio:.2f} to 1; wanted {contrast.LEAST} at least",
            origin.at(text),
            [f"Make one of `{text}` and `{ground}` darker, or the other lighter."],
            [(origin.at(ground), f"`{ground}` stands here")],
        )
