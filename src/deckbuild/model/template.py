"""A template: theme, master and layouts as values, whether built in or read from a .pptx."""

from __future__ import annotations

from collections.abc import Mapping

from deckbuild.model.brand import FontFamily, Wordmark
from deckbuild.model.dataclasses import dataclass
from deckbuild.model.scene import Anchor, Insets, Node, Placeholder, Stroke, Styles
from deckbuild.model.units import Box


@dataclass(frozen=True, slots=True)
class TemplatePlaceholder:
    """A placeholder of a slide layout, with its styles resolved."""

    slot: str
    """The slot of the slide layout that it holds, for example `title`, `body`, `card-1`."""
    placeholder: Placeholder
    name: str
    """Shape name on the layout."""
    prompt: str
    """What an empty placeholder says to the trainer."""
    box: Box
    styles: Styles
    smaller: tuple[Styles, ...] = ()
    """Styles to try in turn where a text does not fit."""
    anchor: Anchor = "t"
    insets: Insets = Insets()
    fill: str | None = None
    stroke: Stroke | None = None


@dataclass(frozen=True, slots=True)
class Furniture:
    """The footer band of a layout: the footer is set left, date and slide number right.

    All three stand in the middle of their boxes' height.
    """

    date: Box
    footer: Box
    number: Box
    style: Styles


@dataclass(frozen=True, slots=True)
class TemplateLayout:
    """A slide layout of the template."""

    id: str
    """For example `bullets`, `cards-3`."""
    name: str
    """As PowerPoint's gallery shows it."""
    type: str
    """ST_SlideLayoutType, or `cust`."""
    placeholders: Mapping[str, TemplatePlaceholder]
    """Slot → placeholder, in reading order."""
    decor: tuple[Node, ...]
    """Drawn behind every slide of the layout, besides the master's decor."""
    ground: str
    """Colour name of the background."""
    master_decor: bool
    """False where the layout hides the master's shapes."""
    furniture: Furniture | None
    """None where the layout has no footer band."""


@dataclass(frozen=True, slots=True)
class Template:
    """Everything that a deck inherits."""

    id: str
    name: str
    size: Box
    palette: Mapping[str, str]
    """Colour name → `RRGGBB`."""
    fonts: FontFamily
    title_styles: Styles
    body_styles: Styles
    """Of the master (p:titleStyle, p:bodyStyle)."""
    title_box: Box
    body_box: Box
    decor: tuple[Node, ...]
    """Of the master."""
    furniture: Furniture
    layouts: Mapping[str, TemplateLayout]
    footer: str
    """Name of the board."""
    language: str
    wordmark: Wordmark | None = None
    """The organisation's mark, for pages; None where the template has none but its own drawing."""
