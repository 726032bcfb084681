"""What the shapes of one part share while they are written."""

from __future__ import annotations

from collections.abc import Mapping

from deckbuild.model.dataclasses import dataclass
from deckbuild.model.scene import Node, Placeholder
from deckbuild.model.template import TemplatePlaceholder
from deckbuild.render.pptx.ids import nodes_by_name, shape_ids
from deckbuild.render.pptx.relations import Relations


@dataclass(frozen=True, slots=True)
class DeckText:
    """What a slide takes from its deck while it is compiled; its footer comes later (`model.parts.hole`)."""

    date: str
    """ISO 8601: of charts' workbooks."""
    titles: Mapping[str, str]
    """Slide id → title, for what a jump says when the pointer rests on it."""


@dataclass(frozen=True, slots=True)
class PartContext:
    """The part that a shape is written into."""

    language: str
    deck: DeckText
    relations: Relations
    nodes: Mapping[str, Node]
    """Every node by name, those of groups too."""
    ids: Mapping[str, int]
    """Shape name → id."""
    layout: Mapping[Placeholder, TemplatePlaceholder]
    """What the part's placeholders inherit; empty for masters and layouts."""
    decor: bool = False
    """True on masters and layouts, where nothing says more than decoration."""


NO_DECK = DeckText("", {})
"""For the parts of a template, which know of no deck."""


def part_context(
    nodes: tuple[Node, ...],
    language: str,
    *,
    deck: DeckText = NO_DECK,
    relations: Relations,
    layout: Mapping[Placeholder, TemplatePlaceholder] | None = None,
    more: tuple[str, ...] = (),
    decor: bool = False,
) -> PartContext:
    """Return the context of a part with these nodes and, after them, the shapes named in *more*.

    Raises:
        ValueError: two shapes have one name.
    """
    by_name = nodes_by_name(nodes)
    twice = [name for name in more if name in by_name]
    if twice:
        raise ValueError(f"the name {twice[0]!r} is kept for a shape of every slide")
    ids = shape_ids((*by_name, *more))
    return PartContext(language, deck, relations, by_name, ids, layout or {}, decor)
