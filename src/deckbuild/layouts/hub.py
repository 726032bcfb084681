"""hub: a statement in the middle and two to six equal satellites around it, joined by lines."""

from __future__ import annotations

from deckbuild.layouts import grid
from deckbuild.layouts.base import (
    TITLE,
    Field,
    Placement,
    SlideLayout,
    Slot,
    Variant,
    fill_slot,
    text_field,
    text_list,
    title_node,
)
from deckbuild.model.brand import Brand
from deckbuild.model.deck import DeckSlide
from deckbuild.model.scene import ConnectorNode, GroupNode, Insets, Node, Stroke
from deckbuild.model.template import Template
from deckbuild.model.units import Box, pt

GAP = pt(36)
INSETS = Insets(pt(12), pt(10), pt(12), pt(10))
LEAST, MOST = 2, 6

Boxes = tuple[Box, tuple[Box, ...]]
"""The hub's box, and the satellites' clockwise from the top left."""


def beside(rows: int) -> Boxes:
    """Return a hub with *rows* satellites at each side."""
    gap = GAP if rows < 3 else pt(20)
    width = pt(290)
    height = min((grid.BODY_HEIGHT - (rows - 1) * gap) // rows, pt(220))
    top = grid.BODY_TOP + (grid.BODY_HEIGHT - rows * height - (rows - 1) * gap) // 2
    tops = [top + n * (height + gap) for n in range(rows)]
    hub_width, hub_height = grid.WIDTH - 2 * (width + GAP), max(height, pt(230))
    middle = grid.BODY_TOP + (grid.BODY_HEIGHT - hub_height) // 2
    left = [Box(grid.LEFT, y, width, height) for y in tops]
    right = [Box(grid.RIGHT - width, y, width, height) for y in tops]
    return Box(grid.LEFT + width + GAP, middle, hub_width, hub_height), clockwise(left, right, ())


def above(corners: bool) -> Boxes:
    """Return a hub in the middle of the upper row, a satellite at each side, one below, and the *corners*."""
    width = (grid.WIDTH - 2 * GAP) // 3
    height = (grid.BODY_HEIGHT - GAP) // 2
    xs = [grid.LEFT + n * (width + GAP) for n in range(3)]
    low = grid.BODY_TOP + height + GAP
    rows = (grid.BODY_TOP, low) if corners else (grid.BODY_TOP,)
    left = [Box(xs[0], y, width, height) for y in rows]
    right = [Box(xs[2], y, width, height) for y in rows]
    return Box(xs[1], grid.BODY_TOP, width, height), clockwise(left, right, (Box(xs[1], low, width, height),))


def clockwise(left: list[Box], right: list[Box], below: tuple[Box, ...]) -> tuple[Box, ...]:
    """Return boxes at the left, the right and below, clockwise from the top left."""
    return (left[0], *right, *below, *reversed(left[1:]))


ARRANGEMENTS = {2: beside(1), 3: above(False), 4: beside(2), 5: above(True), 6: beside(3)}


def middle(box: Box) -> tuple[int, int]:
    """Return the middle of a box."""
    return box.x + box.w // 2, box.y + box.h // 2


def variants(brand: Brand) -> tuple[Variant, ...]:
    """Return a layout for each number of satellites."""
    del brand
    return tuple(variant(count) for count in range(LEAST, MOST + 1))


def variant(count: int) -> Variant:
    """Return the layout of a hub with *count* satellites."""
    hub, around = ARRANGEMENTS[count]
    line = Stroke("rule", pt(1))
    satellites = tuple(
        Slot(f"around-{n}", "body", n + 1, f"Satellite {n}", box, "hub", "ctr", INSETS, "tint", line)
        for n, box in enumerate(around, 1)
    )
    centre = Slot(
        "centre", "body", 1, "The statement in the middle", hub, "hub-centre", "ctr", INSETS, "brand"
    )
    return Variant(f"hub-{count}", f"Hub ({count})", (TITLE, centre, *satellites))


def place(slide: DeckSlide, template: Template) -> Placement:
    """Return title, connectors (drawn behind), hub, and the satellites clockwise from the top left."""
    satellites = text_list(slide, "around")
    layout = template.layouts[f"hub-{len(satellites)}"]
    hub = fill_slot(layout, "centre", text_field(slide, "centre"))
    around = tuple(
        fill_slot(layout, f"around-{n}", text, together="hub") for n, text in enumerate(satellites, 1)
    )
    lines: tuple[Node, ...] = tuple(
        ConnectorNode(f"Line {n}", middle(hub.box), middle(node.box), Stroke("brand", pt(2)))
        for n, node in enumerate(around, 1)
    )
    return Placement(layout.id, (title_node(slide, layout), GroupNode("Hub lines", lines), hub, *around))


LAYOUT = SlideLayout(
    "hub",
    "A statement and what stands around it.",
    (
        Field("centre", "blocks", "The statement in the middle."),
        Field("around", "lines", "The satellites, clockwise from the top left.", least=LEAST, most=MOST),
    ),
    variants,
    place,
)
