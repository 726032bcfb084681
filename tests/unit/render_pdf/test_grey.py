"""Print without colour stays readable: letters, grounds and the series of charts."""

from dataclasses import replace
from itertools import combinations
from types import MappingProxyType

import pytest

from deckbuild.model.brand import DARK, PALETTE
from deckbuild.model.scene import ChartNode, ShapeNode
from deckbuild.model.units import pt
from deckbuild.render.pdf.colours import GREYS, inks
from deckbuild.render.pdf.patterns import DASHES, HATCHES
from tests.unit.render_pdf.drawing import TEMPLATE, box, lines_node, slide_pdf
from tests.unit.render_pdf.looking import pixels
from tests.unit.render_pdf.sample import sample

SERIES = ("brand", "series-3", "series-4", "muted", "rule", "deep")


def luminance(value: float) -> float:
    """Return the relative luminance of a value of sRGB from 0 to 255 (WCAG 2.2)."""
    part = value / 255
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def contrast(first: float, second: float) -> float:
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_every_colour_has_a_grey() -> None:
    assert set(GREYS) == set(PALETTE)


@pytest.mark.parametrize("name", sorted(DARK))
def test_light_letters_can_be_read_on_dark_grounds_and_these_on_light_ones(name: str) -> None:
    assert contrast(GREYS[name], GREYS["ground"]) >= 4.5
    assert contrast(GREYS[name], GREYS["tint"]) >= 4.5


@pytest.mark.parametrize("name", ["series-3", "series-4", "tint", "ground", "rule"])
def test_dark_letters_can_be_read_on_the_other_grounds(name: str) -> None:
    assert contrast(GREYS["ink"], GREYS[name]) >= 4.5


@pytest.mark.parametrize("name", ["link", "visited"])
def test_links_are_as_dark_as_the_text(name: str) -> None:
    assert GREYS[name] == GREYS["ink"]


def test_the_one_thing_to_notice_is_the_darkest() -> None:
    assert GREYS["accent"] == min(GREYS.values())
    assert contrast(GREYS["accent"], GREYS["brand"]) >= 3


def test_series_that_look_alike_in_grey_have_other_patterns() -> None:
    for first, second in combinations(SERIES, 2):
        apart = abs(GREYS[first] - GREYS[second]) >= 0x20
        assert apart or HATCHES.get(first) != HATCHES.get(second), (first, second)


@pytest.mark.parametrize("brand", ["worcestershire", "severn-vale"])
def test_series_in_colour_that_a_black_printer_makes_alike_have_other_patterns(brand: str) -> None:
    palette = sample(brand).template.palette

    def grey(name: str) -> float:
        red, green, blue = bytes.fromhex(palette[name])
        return 0.2126 * luminance(red) + 0.7152 * luminance(green) + 0.0722 * luminance(blue)

    for first, second in combinations(SERIES[:4], 2):
        light, dark = max(grey(first), grey(second)), min(grey(first), grey(second))
        apart = (light + 0.05) / (dark + 0.05) >= 1.8
        assert apart or HATCHES.get(first) != HATCHES.get(second), (first, second)
        assert apart or DASHES.get(first) != DASHES.get(second), (first, second)


def test_a_grey_document_holds_no_colour() -> None:
    palette = MappingProxyType(dict.fromkeys(PALETTE, "FF0000"))
    greys = inks(palette, grey=True)
    assert {operator.split()[-1] for operator in greys.fill.values()} == {"g"}
    assert {operator.split()[-1] for operator in greys.stroke.values()} == {"G"}
    assert greys.fill["ground"] == "1 g"
    nodes = [node for scene in sample().scenes if scene.id == "sample/stacked" for node in scene.nodes]
    data = slide_pdf(*nodes, greyscale=True)
    found = set(pixels(data, 0, ((x, y) for x in range(0, 960, 40) for y in range(0, 540, 20))))
    assert all(red == green == blue for red, green, blue in found)
    assert len(found) > 3


def stacked() -> ChartNode:
    """Return the chart with three series, drawn."""
    [node] = [
        node
        for scene in sample().scenes
        if scene.id == "sample/stacked"
        for node in scene.nodes
        if isinstance(node, ChartNode)
    ]
    return node


def test_a_hatched_area_has_its_colour_and_light_lines() -> None:
    node = stacked()
    bars = [
        part for part in node.drawing if getattr(part, "fill", None) == "series-4" and part.box.h > pt(30)
    ]  # type: ignore[union-attr]
    x, y = bars[0].box.x / 12700, bars[0].box.y / 12700  # type: ignore[union-attr]
    data = slide_pdf(node)
    across = pixels(data, 0, ((x + 3 + step / 2, y + 4) for step in range(30)))
    fill = tuple(bytes.fromhex(TEMPLATE.palette["series-4"]))
    assert fill in across
    assert any(min(each) > max(fill) for each in across)


def test_a_chart_of_one_series_has_no_hatch() -> None:
    node = stacked()
    alone = replace(node, colours=("series-4",))
    assert len(slide_pdf(alone)) < len(slide_pdf(node))


def test_an_axis_has_no_hatch() -> None:
    node = stacked()
    [axis] = [part for part in node.drawing if part.name == "Zero line"]
    data = slide_pdf(node)
    y = (axis.box.y + axis.box.h / 2) / 12700  # type: ignore[union-attr]
    colours = set(pixels(data, 0, ((axis.box.x / 12700 + x, y) for x in range(2, 60))))  # type: ignore[union-attr]
    assert colours == {tuple(bytes.fromhex(TEMPLATE.palette["muted"]))}


def test_a_value_on_a_hatched_area_stands_on_plain_ground() -> None:
    area = ShapeNode("Area", box(100, 60, 200, 80), fill="series-4")
    words = lines_node("34%", "34%", x=150)
    node = replace(stacked(), drawing=(area, words))
    data = slide_pdf(node)
    fill = tuple(bytes.fromhex(TEMPLATE.palette["series-4"]))
    behind = set(pixels(data, 0, ((x, 84.5) for x in range(149, 152))))
    assert behind == {fill}
