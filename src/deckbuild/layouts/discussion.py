"""discussion: a question for the room, large, with prompts, space to write and the time for it."""

from __future__ import annotations

from deckbuild.layouts import grid
from deckbuild.layouts.base import (
    Field,
    Placement,
    SlideLayout,
    Slot,
    Variant,
    as_list,
    fill_slot,
    text_field,
    title_node,
)
from deckbuild.layouts.roles import style
from deckbuild.model.brand import Brand
from deckbuild.model.deck import DeckSlide
from deckbuild.model.scene import Insets, Node, ShapeNode, TextNode
from deckbuild.model.template import Template
from deckbuild.model.text import plain
from deckbuild.model.units import Box, pt

TITLE = Box(grid.LEFT, pt(56), grid.WIDTH, pt(120))
PANEL = grid.cell(0, 12, top=pt(198))
PROMPTS = grid.cell(0, 6, top=pt(198))
PILL = Box(grid.RIGHT - pt(150), pt(20), pt(150), pt(30))
INSET = pt(28)
LINE_STEP = pt(42)


def ruled(panel: Box, first: int) -> tuple[Node, ...]:
    """Return a panel to write on: a tint with ruled lines, the first at *first* EMU under its top."""
    lines = range(panel.y + first, panel.bottom - pt(12), LINE_STEP)
    return (
        ShapeNode("Space to write", panel, fill="tint"),
        *(
            ShapeNode(f"Ruled line {n}", Box(panel.x + INSET, y, panel.w - 2 * INSET, pt(1)), fill="rule")
            for n, y in enumerate(lines, 1)
        ),
    )


def variants(brand: Brand) -> tuple[Variant, ...]:
    """Return the question with prompts beside the space to write, and the question over the space alone."""
    del brand
    title = Slot("title", "title", None, "The question", TITLE, "question", "b")
    prompts = Slot(
        "body", "body", 1, "Prompts", PROMPTS.inset(0, 0, pt(10), 0), "prompts", "t", Insets(0, pt(8), 0, 0)
    )
    beside = grid.cell(6, 6, top=PANEL.y)
    return (
        Variant("discussion", "Discussion", (title, prompts), "cust", ruled(beside, LINE_STEP)),
        Variant("discussion-open", "Discussion, space to write", (title,), "cust", ruled(PANEL, LINE_STEP)),
    )


def timing(minutes: float) -> TextNode:
    """Return the pill that says how long the discussion takes."""
    number = f"{minutes:g}"
    words = plain(f"{number} minute" if minutes == 1 else f"{number} minutes")
    styles = (style(16, "ground", bold=True, align="ctr"),)
    return TextNode("Time", PILL, (words,), styles, anchor="ctr", fill="brand", geometry="roundRect")


def place(slide: DeckSlide, template: Template) -> Placement:
    """Return question, prompts and time."""
    prompts = (*as_list(text_field(slide, "lead")), *text_field(slide, "questions"))
    layout = template.layouts["discussion" if prompts else "discussion-open"]
    nodes: list[Node] = [title_node(slide, layout)]
    if slide.minutes:
        nodes.append(timing(slide.minutes))
    if prompts:
        nodes.append(fill_slot(layout, "body", prompts))
    return Placement(layout.id, tuple(nodes))


LAYOUT = SlideLayout(
    "discussion",
    "A question for the room.",
    (
        Field("lead", "blocks", "What to do, before the prompts.", required=False),
        Field("questions", "items", "Prompts beside the space to write.", required=False),
    ),
    variants,
    place,
)
