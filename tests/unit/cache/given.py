"""Values of the model for the cache's tests: every shape that a value can have."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING

from deckbuild.diagnostics import Diagnostic, error, warning
from deckbuild.model.deck import DeckSlide
from deckbuild.model.origin import NOWHERE, Origin
from deckbuild.model.scene import (
    ChartNode,
    ConnectorNode,
    GroupNode,
    LevelStyle,
    Line,
    Node,
    PictureNode,
    Placeholder,
    Scene,
    Segment,
    ShapeNode,
    Stroke,
    TableNode,
    TextNode,
)
from deckbuild.model.source import Card, Chart, Picture, Series
from deckbuild.model.text import Link, Paragraph, Run, plain
from deckbuild.model.units import Box

if TYPE_CHECKING:
    from collections.abc import Iterator

PLACE = Origin("decks/modules/words.yaml", ("slides", "cover"))
BOX = Box(1, 2, 3, 4)
STYLE = LevelStyle(18.0, 22.5, "ink", bullet="–")
PIXELS = bytes(range(256)) * 40
"""Longer than what stands in a value itself."""


def text(place: Origin = PLACE) -> TextNode:
    link = Run("Go", bold=True, link=Link("slide:words/aims"), lang="cy")
    written = (
        plain("Children “first” \u200b– é", origin=place.at("text")),
        Paragraph((link,), marker="bullet"),
    )
    lines = (
        Line(10.5, (Segment("Chi", 0.0, 30.25, 18.0, False, False, "ink", advances=(1.5, 2.0, 3.0)),), 0),
    )
    return TextNode("Text 1", BOX, written, (STYLE,), Placeholder("body", 1), lines=lines, origin=place)


def nodes(place: Origin = PLACE) -> tuple[Node, ...]:
    chart = Chart("bar", ("a", "b"), (Series("One", (1.0, None)),), "A chart", origin=place.at("chart"))
    picture = Picture("a.png", "A hand", "image/png", (2, 3), PIXELS, "abc", place.at("picture"))
    shape = ShapeNode("Shape 1", BOX, path=(("M", (0.0, 1.0)), ("Z", ())))
    line = ConnectorNode("Line 1", (0, 1), (2, 3), Stroke("rule", 9525), to_shape="Shape 1")
    drawn = ChartNode(
        "Chart 1", BOX, chart, BOX, 4.0, 1.0, 50, STYLE, ("brand",), None, drawing=(shape, line)
    )
    table = TableNode("Table 1", BOX, (1, 2), (3,), ((text(place),),), Stroke("rule", 1), "A table")
    return (
        text(place),
        GroupNode("Group 1", (shape, line)),
        PictureNode("Picture 1", BOX, picture),
        drawn,
        table,
    )


def scene(place: Origin = PLACE, title: str = "Cover") -> Scene:
    return Scene("words/cover", "cover", title, nodes(place), (plain("Say.", origin=place),), "en-GB", place)


def slide(place: Origin = PLACE) -> DeckSlide:
    return DeckSlide(
        id="words/cover",
        layout="cards",
        title=plain("Cover", origin=place.at("title")),
        fields={
            "text": (plain("One"), plain("Two")),
            "count": 3,
            "word": "yes",
            "cards": (Card(plain("Head"), (plain("Text"),), drawing=(("M", (1.0, 2.0)),)),),
        },
        source_line=None,
        notes=(plain("Purpose", origin=place.at("notes", "purpose")),),
        minutes=2.5,
        origin=place,
    )


def findings(place: Origin = PLACE) -> tuple[Diagnostic, ...]:
    beside = (
        (place.at("title"), "the title"),
        (Origin("decks/sources.yaml", ("x", 3), key=True), "the source"),
    )
    return (
        error("DB301", "the text is too long", place.at("text", 2), ["Shorten it."], beside, word="long"),
        warning("DB302", "nowhere", NOWHERE),
    )


def changed(value: object) -> Iterator[tuple[str, object]]:
    """Yield the name and a copy of a value for each atom below it, in which this one atom is another."""
    if isinstance(value, Origin):
        return
    if is_dataclass(value) and not isinstance(value, type):
        for each in fields(value):
            for name, other in changed(getattr(value, each.name)):
                yield f"{each.name}.{name}", replace(value, **{each.name: other})
    elif isinstance(value, tuple):
        yield "one more", (*value, "more")
        for n, each in enumerate(value):
            for name, other in changed(each):
                yield f"{n}.{name}", (*value[:n], other, *value[n + 1 :])
    elif isinstance(value, dict):
        yield "one more", {**value, "more": 1}
        for key, each in value.items():
            for name, other in changed(each):
                yield f"{key}.{name}", {**value, key: other}
    else:
        yield "", _another(value)


def _another(value: object) -> object:
    match value:
        case bool():
            return not value
        case int() | float():
            return value + 1
        case str():
            return f"{value} "
        case bytes():
            return value[:-1] + b"~"
        case None:
            return "something"
    raise TypeError(value)
