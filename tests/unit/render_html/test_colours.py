"""Contrast: measured as WCAG does, and enough on every page of every brand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from deckbuild.model.brand import PALETTE
from deckbuild.model.figures import SERIES_COLOURS
from deckbuild.render.html.colours import contrast, dark, light, readable

ROOT = Path(__file__).parents[3]
BRANDS = {
    file.parent.name: yaml.safe_load(file.read_text(encoding="utf-8"))
    for file in sorted((ROOT / "assets" / "brands").glob("*/brand.yaml"))
}
GREYS = {"colours": {name: f"{16 * n:02X}" * 3 for n, name in enumerate(PALETTE)}, "cover-ground": "deep"}
GLARING = {"colours": dict.fromkeys(PALETTE, "FFFF00"), "cover-ground": "ground"}
ALL = {**BRANDS, "greys": GREYS, "one yellow": GLARING}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("000000", "FFFFFF", 21), ("777777", "FFFFFF", 4.48), ("0F5565", "FFFFFF", 8.38)],
)
def test_contrast_is_that_of_wcag_and_the_same_both_ways(one: str, other: str, expected: float):
    assert contrast(one, other) == pytest.approx(expected, abs=0.01)
    assert contrast(other, one) == contrast(one, other)


def test_a_colour_that_is_strong_enough_stays_and_a_faint_one_keeps_its_hue():
    assert readable("0F5565", ("FFFFFF",), 4.5) == "0F5565"
    moved = readable("FFB000", ("FFFFFF",), 4.5)
    assert contrast(moved, "FFFFFF") >= 4.5
    assert int(moved[:2], 16) > int(moved[2:4], 16) > int(moved[4:], 16)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("brand", sorted(ALL))
def test_text_has_a_contrast_of_4_5_and_drawings_of_3_on_every_ground(brand: str, scheme: str):
    palette, cover = ALL[brand]["colours"], ALL[brand]["cover-ground"]
    colours = light(palette, cover) if scheme == "light" else dark(palette)
    text = ("ink", "deep", "brand", "accent", "muted", "link", "visited")
    drawn = ("edge", *(name for name in SERIES_COLOURS if name != "rule"))
    for ground in ("ground", "tint"):
        assert [(name, ground) for name in text if contrast(colours[name], colours[ground]) < 4.5] == []
        assert [(name, ground) for name in drawn if contrast(colours[name], colours[ground]) < 3] == []
    assert contrast(colours["title"], colours["mast"]) >= 4.5


@pytest.mark.parametrize("brand", sorted(BRANDS))
def test_reading_matter_of_the_own_brands_has_a_contrast_of_7(brand: str):
    palette, cover = BRANDS[brand]["colours"], BRANDS[brand]["cover-ground"]
    for colours in (light(palette, cover), dark(palette)):
        assert min(contrast(colours["ink"], colours[ground]) for ground in ("ground", "tint")) >= 7


def test_the_style_sheets_name_no_colour_of_their_own():
    folder = ROOT / "src" / "deckbuild" / "render" / "html"
    for file in ("page.css", "print.css"):
        text = (folder / file).read_text(encoding="utf-8")
        assert re.findall(r"#[0-9a-fA-F]{3,8}\b|rgba?\(|hsla?\(", text) == []


def test_the_style_sheets_use_no_property_that_is_not_set():
    folder = ROOT / "src" / "deckbuild" / "render" / "html"
    used = {
        name
        for file in ("page.css", "print.css")
        for name in re.findall(r"var\(--([\w-]+)\)", (folder / file).read_text(encoding="utf-8"))
    }
    set_ = {*light(GREYS["colours"], "ground"), "font", "columns"}
    assert used - set_ == set()
