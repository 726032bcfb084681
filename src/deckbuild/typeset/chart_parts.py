"""What charts of every kind share on a slide: words set in type, colours of values, parts of the axis."""

from __future__ import annotations

from deckbuild.diagnostics.diagnostic import Diagnostic
from deckbuild.fonts.library import Fonts
from deckbuild.model.dataclasses import dataclass, replace
from deckbuild.model.scene import Align, Anchor, ChartNode, ConnectorNode, LevelStyle, ShapeNode, TextNode
from deckbuild.model.text import plain
from deckbuild.model.units import Box, pt, to_pt
from deckbuild.typeset.fit import MARGIN, best_step, glyphs, misfit, settle

Drawing = ShapeNode | TextNode | ConnectorNode


@dataclass(frozen=True, slots=True)
class Pen:
    """What the chart's words are set with, and where findings go."""

    fonts: Fonts
    style: LevelStyle
    slide: str
    found: list[Diagnostic]
    scale: float = 1.0
    """Of distances, against those on slides."""
    sparse: bool = False
    """Values that have no room are left out: a table under the chart has them."""

    def emu(self, points: float) -> int:
        """Return a distance on slides as EMU of this drawing."""
        return pt(points * self.scale)

    def width(self, text: str, *, bold: bool = False) -> float:
        """Return the width of a line in points, with room for another program's setting."""
        return sum(self.fonts.face(bold, False).advances(text)) * self.style.size / MARGIN

    def text(
        self,
        name: str,
        words: str,
        box: Box,
        *,
        align: Align = "l",
        anchor: Anchor = "ctr",
        colour: str = "ink",
        bold: bool = False,
    ) -> TextNode:
        """Return words set in a box of the drawing."""
        style = replace(self.style, align=align, colour=colour, bold=bold)
        node = TextNode(name, box, (plain(words),), (style,), anchor=anchor)
        self.found.extend(glyphs(node, self.fonts, self.slide))
        trial = best_step(node, self.fonts)
        if not trial.fits:
            self.found.append(misfit(node, trial, self.slide))
        return settle(node, trial)


def value_colour(node: ChartNode, series: int, category: int) -> str:
    """Return the colour of a bar: its series', or the accent where its category is the one to notice."""
    return "accent" if category == node.highlight and len(node.chart.series) == 1 else node.colours[series]


def share(node: ChartNode, value: float) -> float:
    """Return a value as a part of the axis."""
    return value / node.axis_max


def band_gap(band: float, count: int, scale: float = 1.0) -> int:
    """Return the gap between clusters, per cent of a bar (c:gapWidth): none is thicker than 60 points."""
    thickest = 60.0 * scale
    return max(50, round((to_pt(band) / thickest - count) * 100))
