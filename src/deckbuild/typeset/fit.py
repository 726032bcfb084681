"""Does a text fit its box? The first step of its type scale that does is taken; none is an error."""

from __future__ import annotations

import math

from deckbuild.diagnostics.diagnostic import Diagnostic
from deckbuild.fonts.library import Fonts
from deckbuild.model.dataclasses import dataclass, replace
from deckbuild.model.scene import Styles, TextNode
from deckbuild.model.units import EMU_PER_PT
from deckbuild.typeset.breaks import Break
from deckbuild.typeset.lines import Flow, broken, flows, height, inner, set_lines

MARGIN = 0.98
"""Part of the width in which a text must fit: another program may set a line up to 2 % wider."""
TOLERANCE = 0.01
"""Points of height that are rounding."""


@dataclass(frozen=True, slots=True)
class Trial:
    """A node set in one step of its type scale."""

    step: int
    styles: Styles
    ready: list[Flow]
    lines: list[list[Break]]
    """Of each paragraph, in a little less than the width of the box."""
    excess: float
    """Points by which it is too high; 0 where it fits."""
    count: int
    """Lines that it takes."""
    split: str
    """A word that is wider than a line; empty where there is none."""

    @property
    def fits(self) -> bool:
        """Whether everything stands in the box, words whole."""
        return self.excess == 0 and not self.split


def try_step(node: TextNode, step: int, styles: Styles, fonts: Fonts) -> Trial:
    """Return how the node stands in one step of its type scale."""
    area = inner(node)
    ready = flows(node, styles, fonts)
    lines = broken(ready, area.w / EMU_PER_PT * MARGIN)
    excess = height(ready, lines) - area.h / EMU_PER_PT
    split = next(
        (
            each.text[one.start : one.end]
            for each, breaks in zip(ready, lines, strict=True)
            for one in breaks
            if one.forced
        ),
        "",
    )
    count = sum(len(each) for each in lines)
    return Trial(step, styles, ready, lines, excess if excess > TOLERANCE else 0, count, split)


def best_step(node: TextNode, fonts: Fonts, first: int = 0) -> Trial:
    """Return the first trial from step *first* that fits; the last one where none does."""
    steps = (node.styles, *node.smaller)
    trial = try_step(node, min(first, len(steps) - 1), steps[min(first, len(steps) - 1)], fonts)
    for step in range(first + 1, len(steps)):
        if trial.fits:
            break
        trial = try_step(node, step, steps[step], fonts)
    return trial


def settle(node: TextNode, trial: Trial) -> TextNode:
    """Return the node, which is as wide as it was tried, with its lines in the styles of the trial."""
    if any(len(breaks) > 1 or breaks[0].forced for breaks in trial.lines):
        lines = broken(trial.ready, inner(node).w / EMU_PER_PT)
    else:
        lines = trial.lines  # what stands on one line does so where there is more room
    return replace(
        node,
        styles=trial.styles,
        restyled=trial.step > 0,
        smaller=(),
        lines=set_lines(node, trial.ready, lines),
    )


def misfit(node: TextNode, trial: Trial, slide: str) -> Diagnostic:
    """Return the error for a node that fits in no step."""
    size = trial.styles[0].size
    if trial.split:
        return Diagnostic(
            "DB303",
            "error",
            f"slide {slide}: a word in “{node.name}” is wider than its box at {size:g} points:"
            f" “{trial.split}”",
            node.origin,
            ("Write it shorter, or with a hyphen or a space where it may break.",),
            word=trial.split,
        )
    pitch = trial.ready[-1].style.pitch
    over = math.ceil(trial.excess / pitch - 1e-6)
    lines = "1 line" if over == 1 else f"{over} lines"
    words = math.ceil(over * sum(len(each.text.split()) for each in trial.ready) / trial.count)
    return Diagnostic(
        "DB301",
        "error",
        f"slide {slide}: the text of “{node.name}” does not fit: {lines} too many at {size:g} points,"
        " the smallest size of this layout",
        node.origin,
        (f"Shorten it by about {words} words, or split the slide in two.",),
    )


def glyphs(node: TextNode, fonts: Fonts, slide: str) -> list[Diagnostic]:
    """Return an error for each run with characters that its face does not have."""
    out = []
    for paragraph in node.paragraphs:
        style = node.styles[min(paragraph.level, len(node.styles) - 1)]
        for run in paragraph.runs:
            face = fonts.face(style.bold or run.bold, style.italic or run.italic)
            if lost := face.missing(run.text):
                signs = ", ".join(f"“{letter}” (U+{ord(letter):04X})" for letter in lost)
                out.append(
                    Diagnostic(
                        "DB302",
                        "error",
                        f"slide {slide}: the brand's font has no sign for {signs} ({face.name})",
                        paragraph.origin,
                        ("Write it in letters, or choose a brand whose font has it.",),
                        word=lost[0],
                    )
                )
    return out
