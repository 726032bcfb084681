"""A brand's file becomes a brand: colours that can be read, faces and a mark that are there."""

from pathlib import Path

import pytest

from deckbuild.layouts.roles import SIZES
from deckbuild.model.brand import PALETTE, FontFamily, MarkPath
from deckbuild.read.project import Wanted
from tests.unit.read.given import BRAND, MARK, ROOT, faults, load, read

PATH = "assets/brands/plain/brand.yaml"


def test_a_brand_is_read_whole(tmp_path: Path):
    project, found = read(tmp_path, {PATH: f"{BRAND}sizes: {{title: 36, body: 22.5}}\n"})
    assert found == []
    brand = project.brands["plain"]
    face = "assets/brands/plain/face.ttf"
    assert (brand.id, brand.name, brand.footer) == ("plain", "Garden Society", "Garden Society")
    assert (tuple(brand.palette), brand.palette["brand"]) == (PALETTE, "0F5565")
    assert brand.fonts == FontFamily("Arial", face, face, face, face)
    assert brand.sizes == {**SIZES, "title": 36, "body": 22.5}
    assert brand.wordmark.lines == ("Garden", "Society")
    assert brand.wordmark.paths == (
        MarkPath((("M", (0, 0)), ("L", (100, 0)), ("L", (100, 100)), ("Z", ())), "brand"),
    )
    assert (brand.cover_ground, brand.section_ground, brand.motif) == ("ground", "tint", "bar")


@pytest.mark.parametrize("written", ["'#0f5565'", "0f5565", '"0F5565"'])
def test_a_colour_may_be_written_in_several_ways(tmp_path: Path, written: str):
    project, found = read(tmp_path, {PATH: BRAND.replace('"0F5565"', written)})
    assert (project.brands["plain"].palette["brand"], found) == ("0F5565", [])


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('"0F5565"', "#0F5565", ["brand.yaml:8:9 DB112"]),
        ('"0F5565"', "teal", ["brand.yaml:8:10 DB115"]),
        ('  brand: "0F5565"\n', "", ["brand.yaml:4:3 DB111"]),
        ('  brand: "0F5565"\n', '  brand: "0F5565"\n  pink: "FF00FF"\n', ["brand.yaml:9:3 DB110"]),
        ("motif: bar", "motif: bar\nsizes: {titel: 36}", ["brand.yaml:28:9 DB110"]),
        ("motif: bar", "motif: bar\nsizes: {title: 4}", ["brand.yaml:28:16 DB115"]),
        ("motif: bar", "motif: bars", ["brand.yaml:27:8 DB113"]),
        ("section-ground: tint", "section-ground: rule", ["brand.yaml:26:17 DB113"]),
        ("italic: face.ttf\n  bold-", "italic: fase.ttf\n  bold-", ["brand.yaml:20:11 DB108"]),
        ("symbol: mark.svg", "symbol: ../../../../mark.svg", ["brand.yaml:23:11 DB109"]),
        ("lines: [Garden, Society]", "lines: [A, B, C]", ["brand.yaml:24:10 DB114"]),
        ('muted: "4D5D66"', 'muted: "777777"', ["brand.yaml:10:10 DB150", "brand.yaml:10:10 DB150"]),
    ],
)
def test_a_fault_of_a_brand_has_its_place(tmp_path: Path, old: str, new: str, expected: list[str]):
    assert old in BRAND
    assert faults(tmp_path, {PATH: BRAND.replace(old, new)}) == expected


def test_too_little_contrast_names_the_pair_and_the_ratio(tmp_path: Path):
    _, found = read(tmp_path, {PATH: BRAND.replace('muted: "4D5D66"', 'muted: "777777"')})
    assert found[0].message == "`muted` on `ground` has a contrast of 4.48 to 1; wanted 4.5 at least"
    assert found[0].related[0][0].path == ("colours", "ground")


def test_a_mark_in_a_foreign_colour_is_found_in_its_file(tmp_path: Path):
    mark = MARK.replace('fill="brand"', 'fill="red"')
    assert faults(tmp_path, {"assets/brands/plain/mark.svg": mark}) == ["mark.svg:2:1 DB153"]


@pytest.mark.parametrize("brand", ["worcestershire", "severn-vale"])
def test_the_projects_brands_have_no_faults(brand: str):
    project, found = load(ROOT, Wanted(brands=(brand,)))
    assert [each for each in found if "brands" in each.origin.document] == []
    assert project.brands[brand].wordmark.paths
