"""A brand's palette in, the colours of a light and a dark page out, each measured (WCAG 2.2, 1.4.3, 1.4.11).

A brand's colours are chosen for slides, which are light. Where one is too faint on a page's ground it moves
towards black, or towards white on a dark ground, until it is strong enough; a strong one stays.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from colorsys import hls_to_rgb, rgb_to_hls

from deckbuild.model.brand import DARK

TEXT = 4.5
"""Least contrast of text (1.4.3)."""
GRAPHIC = 3.0
"""Least contrast of what one must see to understand a drawing, or to find a field (1.4.11)."""
STRONG = 7.0
"""Contrast of reading matter and headings (1.4.6)."""

NIGHT_TEXT, NIGHT_GRAPHIC = 6.0, 4.0
"""The same on the dark page, where thin letters look fainter than they measure."""

SMALL = ("brand", "accent", "muted", "link", "visited")
"""Colours of small text."""
DRAWN = ("series-3", "series-4")
"""Colours of drawings alone."""

BLACK, WHITE = "000000", "FFFFFF"
STEPS = 64
"""How finely colours are moved."""
CALM = 0.5
"""Largest saturation on the dark page."""
NIGHT = 17.5
"""Contrast of white with the dark page's ground: nearly black, so that the brand's hue is still felt."""


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours `RRGGBB`, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    """Return the relative luminance (WCAG 2.2, definitions)."""
    channels = (int(colour[n : n + 2], 16) / 255 for n in (0, 2, 4))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def mix(one: str, other: str, share: float) -> str:
    """Return *one* with a share (0 to 1) of *other*."""
    pairs = ((int(one[n : n + 2], 16), int(other[n : n + 2], 16)) for n in (0, 2, 4))
    return "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def readable(colour: str, grounds: Sequence[str], ratio: float) -> str:
    """Return the colour, made darker or lighter no more than it must be to have a contrast on each ground.

    Its hue stays, and so does its saturation: mixing it with white would make it grey. Where black
    and white are both too faint, as on a ground of middling grey, the stronger of the two comes out.
    """

    def worst(candidate: str) -> float:
        return min(contrast(candidate, ground) for ground in grounds)

    end = max((BLACK, WHITE), key=worst)
    hue, lightness, saturation = _hls(colour)
    goal = 0.0 if end == BLACK else 1.0
    steps = (lightness + (goal - lightness) * n / STEPS for n in range(1, STEPS))
    moved = (colour, *(_hexadecimal(hls_to_rgb(hue, step, saturation)) for step in steps))
    return next((each for each in moved if worst(each) >= ratio), end)


def _hexadecimal(channels: tuple[float, float, float]) -> str:
    return "".join(f"{round(each * 255):02X}" for each in channels)


def light(palette: Mapping[str, str], cover: str) -> dict[str, str]:
    """Return the colours of the light page by name; *cover* is the name of the deck's cover ground.

    They are those of the palette, and `mast` for the title's ground, `title` for what stands on it, `edge`
    for outlines that must be seen.
    """
    ground = palette["ground"]
    tint = _bearing(palette["tint"], ground)
    mast = palette[cover] if cover in DARK else tint
    return _scheme(palette, ground, tint, mast, palette["ground"] if cover in DARK else palette["deep"])


def dark(palette: Mapping[str, str]) -> dict[str, str]:
    """Return the colours of the dark page by name."""
    deep = palette["deep"]
    ground = next(
        (each for n in range(STEPS) if contrast(WHITE, each := mix(deep, BLACK, n / STEPS)) >= NIGHT), BLACK
    )
    tint = mix(ground, WHITE, 0.07)
    night = {name: _calm(value) for name, value in palette.items()} | {"rule": mix(ground, WHITE, 0.28)}
    return {
        **_scheme(night, ground, tint, tint, palette["tint"], text=NIGHT_TEXT, graphic=NIGHT_GRAPHIC),
        "ink": readable(palette["tint"], (ground, tint), 12),
        "deep": readable(night["brand"], (ground, tint), 10),
    }


def _calm(colour: str) -> str:
    """Return the colour no more saturated than eyes bear that are used to the dark."""
    hue, lightness, saturation = _hls(colour)
    return _hexadecimal(hls_to_rgb(hue, lightness, min(saturation, CALM)))


def _hls(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[n : n + 2], 16) / 255 for n in (0, 2, 4))
    return rgb_to_hls(red, green, blue)


def _bearing(tint: str, ground: str) -> str:
    """Return the tint, moved towards the ground until text can be strong on both."""
    moved = (mix(tint, ground, n / STEPS) for n in range(STEPS))
    return next((each for each in moved if _bears_text((each, ground))), ground)


def _bears_text(grounds: Sequence[str]) -> bool:
    return any(all(contrast(end, ground) >= TEXT for ground in grounds) for end in (BLACK, WHITE))


def _scheme(
    palette: Mapping[str, str],
    ground: str,
    tint: str,
    mast: str,
    title: str,
    *,
    text: float = TEXT,
    graphic: float = GRAPHIC,
) -> dict[str, str]:
    both = (ground, tint)
    return {
        "ground": ground,
        "tint": tint,
        "mast": mast,
        "title": readable(title, (mast,), STRONG),
        **{name: readable(palette[name], both, STRONG) for name in ("ink", "deep")},
        **{name: readable(palette[name], both, text) for name in SMALL},
        **{name: readable(palette[name], both, graphic) for name in DRAWN},
        "rule": palette["rule"],
        "edge": readable(palette["rule"], both, graphic),
    }
