"""cards: two to four equal panels, each with an icon or its number, a heading and a text."""

from __future__ import annotations

from deckbuild.layouts import grid
from deckbuild.layouts.base import (
    TITLE,
    Field,
    Placement,
    SlideLayout,
    Slot,
    Variant,
    deeper,
    entries,
    fill_slot,
    title_node,
    written,
)
from deckbuild.layouts.roles import style
from deckbuild.model.brand import Brand
from deckbuild.model.deck import DeckSlide
from deckbuild.model.scene import GroupNode, Insets, Node, ShapeNode, TextNode
from deckbuild.model.source import Card
from deckbuild.model.template import Template
from deckbuild.model.text import plain
from deckbuild.model.units import Box, pt

LEAD = pt(60)
CLOSE = pt(92)
BAR = pt(5)
BADGE = pt(44)
PAD = pt(18)
INSETS = Insets(PAD, PAD + BADGE + pt(10), PAD, pt(14))
MOST = 4


def panels(count: int, top: int, bottom: int) -> tuple[Box, ...]:
    """Return *count* equal boxes across the slide, a gutter apart."""
    width = (grid.WIDTH - (count - 1) * grid.GUTTER) // count
    return tuple(Box(grid.LEFT + n * (width + grid.GUTTER), top, width, bottom - top) for n in range(count))


def variants(brand: Brand) -> tuple[Variant, ...]:
    """Return a layout for each number of cards, with room for the closing text."""
    del brand
    return tuple(variant(count) for count in range(2, MOST + 1))


def variant(count: int) -> Variant:
    """Return the layout of *count* cards."""
    close = grid.cell(0, 12, top=grid.BODY_BOTTOM - CLOSE)
    cards = tuple(
        Slot(f"card-{n}", "body", n, f"Card {n}", box, "card", "t", INSETS, "tint")
        for n, box in enumerate(panels(count, grid.BODY_TOP, close.y - grid.GAP), 1)
    )
    lead = Slot("lead", "body", 8, "Lead-in", Box(grid.LEFT, grid.BODY_TOP, grid.WIDTH, LEAD), "lead")
    return Variant(
        f"cards-{count}",
        f"Cards ({count})",
        (TITLE, lead, *cards, Slot("close", "body", 7, "Closing text", close, "close")),
    )


def badge(number: int, card: Card, panel: Box) -> GroupNode:
    """Return what is drawn on a panel: a bar along its top, and a disc with the icon or the number."""
    disc = Box(panel.x + PAD, panel.y + PAD, BADGE, BADGE)
    bar = ShapeNode(f"Card {number} bar", Box(panel.x, panel.y, panel.w, BAR), fill="brand")
    if not card.drawing:
        figure = TextNode(
            f"Card {number} number",
            disc,
            (plain(str(number)),),
            (style(20, "ground", bold=True, align="ctr"),),
            anchor="ctr",
            fill="brand",
            geometry="ellipse",
        )
        return GroupNode(f"Card {number} drawing", (bar, figure))
    icon = disc.inset(pt(11), pt(11), pt(11), pt(11))
    return GroupNode(
        f"Card {number} drawing",
        (
            bar,
            ShapeNode(f"Card {number} disc", disc, "ellipse", "brand"),
            ShapeNode(f"Card {number} icon", icon, "path", "ground", path=card.drawing),
        ),
    )


def place(slide: DeckSlide, template: Template) -> Placement:
    """Return title, lead-in, each card with its drawing, and the closing text."""
    cards = entries(slide, "cards", Card)
    layout = template.layouts[f"cards-{len(cards)}"]
    lead, close = written(slide, layout, "lead"), written(slide, layout, "close")
    top = grid.BODY_TOP + (LEAD + grid.GAP if lead else 0)
    bottom = grid.BODY_BOTTOM - (CLOSE + grid.GAP if close else 0)
    nodes: list[Node] = [title_node(slide, layout), *lead]
    for number, (card, box) in enumerate(zip(cards, panels(len(cards), top, bottom), strict=True), 1):
        text = (card.heading, *deeper(card.text))
        nodes.append(fill_slot(layout, f"card-{number}", text, box=box, together="cards"))
        nodes.append(badge(number, card, box))
    return Placement(layout.id, (*nodes, *close))


LAYOUT = SlideLayout(
    "cards",
    "Two to four things of equal weight.",
    (
        Field("lead", "blocks", "What the cards are, before them.", required=False),
        Field(
            "cards", "cards", "The cards: `heading`, `text` and, where wanted, an `icon`.", least=2, most=MOST
        ),
        Field("close", "blocks", "What follows, after them.", required=False),
    ),
    variants,
    place,
)
