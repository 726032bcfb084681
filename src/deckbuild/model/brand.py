"""An organisation's look, as `brand.yaml` gives it. Colours are names everywhere else."""

from __future__ import annotations

from collections.abc import Mapping

from deckbuild.model.dataclasses import dataclass
from deckbuild.model.drawing import Command

PALETTE = (
    "ink",
    "ground",
    "deep",
    "tint",
    "brand",
    "accent",
    "muted",
    "rule",
    "series-3",
    "series-4",
    "link",
    "visited",
)
"""The colour names, in the order of a theme's slots: dk1 lt1 dk2 lt2 accent1…6 hlink folHlink."""

THEME_SLOTS = (
    "dk1",
    "lt1",
    "dk2",
    "lt2",
    "accent1",
    "accent2",
    "accent3",
    "accent4",
    "accent5",
    "accent6",
    "hlink",
    "folHlink",
)

SCHEME_COLOURS = {
    name: {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}.get(slot, slot)
    for name, slot in zip(PALETTE, THEME_SLOTS, strict=True)
}
"""Colour name → ST_SchemeColorVal as slides use it, through the master's colour map."""

DARK = frozenset({"ink", "deep", "brand", "accent", "muted"})
"""Colour names on which text is light (`ground`); on the others it is `ink` or `deep`."""


@dataclass(frozen=True, slots=True)
class FontFamily:
    """A family as the deck names it, and the four faces that it is measured with and embedded as."""

    deck: str
    """Typeface name in the .pptx, for example Arial."""
    regular: str
    """Face files, relative to the project, with forward slashes."""
    bold: str
    italic: str
    bold_italic: str

    def file(self, *, bold: bool, italic: bool) -> str:
        """Return the file of a face."""
        if bold:
            return self.bold_italic if italic else self.bold
        return self.italic if italic else self.regular


@dataclass(frozen=True, slots=True)
class MarkPath:
    """One filled shape of a wordmark's symbol, on a box of 100 × 100."""

    commands: tuple[Command, ...]
    colour: str


@dataclass(frozen=True, slots=True)
class Wordmark:
    """The project's own mark of an organisation: a symbol and its name in one or two lines."""

    paths: tuple[MarkPath, ...]
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Brand:
    """Tokens of one organisation."""

    id: str
    name: str
    palette: Mapping[str, str]
    """Name of `PALETTE` → `RRGGBB`."""
    fonts: FontFamily
    sizes: Mapping[str, float]
    """Name of `layouts.roles.SIZES` → points."""
    wordmark: Wordmark
    footer: str
    """Name of the board in the footer of each slide and page."""
    section_ground: str
    """Colour name behind section slides."""
    cover_ground: str
    """Colour name behind the cover's text."""
    motif: str
    """`bar` (a rule above the title) or `band` (a band down the left edge)."""
