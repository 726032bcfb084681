"""Colours on paper: a palette of names in, the operators that choose a colour out (ISO 32000-1, 8.6.4).

In greyscale each name has a grey of its own. They follow the jobs that colours have: what is written in a
colour or under white letters stays dark, the one thing to notice is the darkest, and series of a chart stand
far apart from their neighbours.
"""

from __future__ import annotations

from collections.abc import Mapping

from deckbuild.model.dataclasses import dataclass

GREYS: Mapping[str, int] = {
    "ink": 0x1C,
    "ground": 0xFF,
    "deep": 0x26,
    "tint": 0xF0,
    "brand": 0x6A,
    "accent": 0x10,
    "muted": 0x50,
    "rule": 0xBE,
    "series-3": 0x98,
    "series-4": 0xC2,
    "link": 0x1C,
    "visited": 0x1C,
}
"""Colour name → grey, from 0 for black to 255 for white."""


@dataclass(frozen=True, slots=True)
class Inks:
    """The operators of each colour, by its name."""

    fill: Mapping[str, str]
    """For shapes and letters."""
    stroke: Mapping[str, str]
    """For lines."""
    grey: bool


def inks(palette: Mapping[str, str], *, grey: bool) -> Inks:
    """Return the operators for a palette of `RRGGBB`, in colour or in greys."""
    if grey:
        shades = {name: f"{_part(GREYS[name])} " for name in palette}
        return Inks(_each(shades, "g"), _each(shades, "G"), grey)
    colours = {name: _rgb(colour) for name, colour in palette.items()}
    return Inks(_each(colours, "rg"), _each(colours, "RG"), grey)


def _each(shades: Mapping[str, str], operator: str) -> Mapping[str, str]:
    return {name: shade + operator for name, shade in shades.items()}


def _rgb(colour: str) -> str:
    return "".join(f"{_part(part)} " for part in bytes.fromhex(colour))


def _part(value: int) -> str:
    return f"{value / 255:.4g}"
