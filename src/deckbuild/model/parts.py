"""Parts of a presentation package, written by `render.pptx` and joined by `link` (ECMA-376 part 2).

Nothing in the parts of a slide depends on the slide's place in a deck: relationships name what they
lead to, and the names of parts are given when a deck is linked. What the deck says on every slide, such as
its footer, is left open too (`hole`), so that one compiled slide serves decks of every board.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from typing import Literal

from deckbuild.model.dataclasses import dataclass, field
from deckbuild.model.units import Box

RelationKind = Literal[
    "chart",
    "hyperlink",
    "image",
    "notesMaster",
    "notesSlide",
    "package",
    "slide",
    "slideLayout",
    "slideMaster",
    "theme",
]
"""The last word of a relationship type of officeDocument/2006/relationships."""


@dataclass(frozen=True, slots=True)
class Member:
    """A part's bytes as a ZIP member holds them: deflated once, then copied into every package."""

    data: bytes = field(repr=False)
    size: int
    """Bytes of the part before deflation."""
    crc: int
    """CRC-32 of the part before deflation."""
    deflated: bool

    @classmethod
    def deflate(cls, content: bytes) -> Member:
        """Return the member that holds *content* deflated, without a zlib header.

        Parts are small, and zlib spends its time on setting up tables for a window of 32 KiB: a window no
        larger than the part is three times as fast and no larger.
        """
        return cls(_deflated(content, zlib.Z_FINISH), len(content), zlib.crc32(content), deflated=True)

    @classmethod
    def store(cls, content: bytes) -> Member:
        """Return the member that holds *content* as it is, for what is compressed already."""
        return cls(content, len(content), zlib.crc32(content), deflated=False)

    @property
    def content(self) -> bytes:
        """The part's bytes."""
        return zlib.decompress(self.data, -15) if self.deflated else self.data


_MARK = "\uffff"
"""Round the name of a hole. XML can hold no such character, so none comes from what a user wrote."""
_STORED = struct.Struct("<BHH")
"""Head of a stored block of a deflated stream, not the last: length, its complement (RFC 1951, 3.2.4)."""

Hole = Literal["footer", "board", "date"]
"""Words of a deck that stand on its slides and layouts: its footer, the board's name alone, its long date."""


Filling = tuple[bytes, bytes]
"""Words for a hole, XML in UTF-8: as they are, and as a stored block of a deflated stream."""


def stored(word: bytes) -> bytes:
    """Return a stored block that holds a few words; it ends on a whole byte."""
    return _STORED.pack(0, len(word), len(word) ^ 0xFFFF) + word


def hole(name: Hole) -> str:
    """Return what stands in a part's XML, in place of words, until the part is linked into a deck."""
    return f"{_MARK}{name}{_MARK}"


@dataclass(frozen=True, slots=True)
class Spliced:
    """A part with holes, deflated in runs that end on whole bytes: words go between them as they are.

    Filling a hole deflates nothing: a stored block takes the words, and the check sum goes on from that of
    the first run.
    """

    runs: tuple[bytes, ...] = field(repr=False)
    """Deflated; one more than there are holes."""
    holes: tuple[str, ...]
    first: tuple[int, int]
    """CRC-32 of the first run, and bytes of all runs before deflation."""
    rest: tuple[bytes, ...] = field(repr=False)
    """The runs after the first as they were, for the check sum."""

    @classmethod
    def deflate(cls, xml: str) -> Spliced:
        """Return the part whose XML is *xml*."""
        pieces = xml.split(_MARK)
        texts = [piece.encode() for piece in pieces[::2]]
        *heads, tail = texts
        runs = (*(_deflated(head, zlib.Z_FULL_FLUSH) for head in heads), _deflated(tail, zlib.Z_FINISH))
        first = zlib.crc32(texts[0]), sum(map(len, texts))
        return cls(runs, tuple(pieces[1::2]), first, tuple(texts[1:]))

    def member(self, words: Mapping[str, bytes]) -> Member:
        """Return the part with its holes filled; *words* are XML in UTF-8, by the names of holes.

        Raises:
            KeyError: there is a hole without words.
        """
        crc, size = self.first
        data = [self.runs[0]]
        for name, run, text in zip(self.holes, self.runs[1:], self.rest, strict=True):
            word = words[name]
            crc = zlib.crc32(text, zlib.crc32(word, crc))
            size += len(word)
            data += [stored(word), run]
        return Member(b"".join(data), size, crc, deflated=True)


def _deflated(content: bytes, flush: int) -> bytes:
    window = max(9, min(15, len(content).bit_length()))
    deflater = zlib.compressobj(level=9, wbits=-window, memLevel=max(1, window - 6))
    return deflater.compress(content) + deflater.flush(flush)


@dataclass(frozen=True, slots=True)
class Relation:
    """A relationship of a part, before the part at its end has a name."""

    id: str
    """`rIdN`, as the part's XML uses it."""
    kind: RelationKind
    target: str
    """By kind: `slideLayout` the layout's id, `image` the picture's digest, `slide` the slide's id, `chart`
    the index in `SlideParts.charts`, `hyperlink` the address, `notesSlide` nothing (a slide has one); of the
    others the part's name."""


@dataclass(frozen=True, slots=True)
class Media:
    """A picture file."""

    digest: str
    """SHA-256, hexadecimal; pictures with one digest are kept once in a package."""
    extension: Literal["png", "jpeg"]
    member: Member


@dataclass(frozen=True, slots=True)
class ChartParts:
    """A chart and the workbook with its numbers."""

    chart: Member
    workbook: tuple[tuple[str, Member], ...]
    """The workbook's own parts, by name, in the order of its package."""


@dataclass(frozen=True, slots=True)
class SlideParts:
    """A slide compiled: what any deck with the slide holds of it."""

    id: str
    title: str
    slide: Spliced
    relations: tuple[Relation, ...]
    """Of the slide, its layout and its notes among them."""
    notes: Member
    note_relations: tuple[Relation, ...]
    """Of the notes, besides the slide (`rId1`) and the notes master (`rId2`)."""
    charts: tuple[ChartParts, ...]
    media: tuple[Media, ...]


@dataclass(frozen=True, slots=True)
class TemplatePart:
    """A part that every deck of a template holds, under its final name."""

    name: str
    """Without a leading slash, for example `ppt/theme/theme1.xml`."""
    content_type: str
    member: Spliced
    relations: tuple[Relation, ...] = ()


@dataclass(frozen=True, slots=True)
class TemplateParts:
    """A template compiled: themes, master, layouts, notes master, table styles."""

    name: str
    board: str
    """Name of the organisation."""
    size: Box
    notes_size: Box
    parts: tuple[TemplatePart, ...]
    layouts: Mapping[str, str]
    """Layout id → part name."""
    theme: str
    """Name of the part, as are the next three."""
    master: str
    notes_master: str
    table_styles: str
    media: tuple[Media, ...]
    text_style: str
    """What p:defaultTextStyle of the presentation holds, as XML."""
