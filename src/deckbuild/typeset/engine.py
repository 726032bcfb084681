"""DeckSlide + Template + Fonts → Scene: the layout places; here every text is measured and fitted."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.diagnostics.diagnostic import Diagnostic
from deckbuild.fonts.library import Fonts
from deckbuild.layouts import LAYOUTS
from deckbuild.model.dataclasses import replace
from deckbuild.model.deck import DeckSlide
from deckbuild.model.scene import ChartNode, GroupNode, Node, Scene, TableNode, TextNode
from deckbuild.model.template import Template
from deckbuild.typeset.chart import lay_chart
from deckbuild.typeset.fit import best_step, glyphs, misfit, settle
from deckbuild.typeset.table import lay_table


def typeset(slide: DeckSlide, template: Template, fonts: Fonts) -> tuple[Scene, list[Diagnostic]]:
    """Return the slide laid out, and an error for each text that does not fit or cannot be set."""
    placement = LAYOUTS[slide.layout].place(slide, template)
    found: list[Diagnostic] = []
    nodes = set_nodes(placement.nodes, fonts, slide.id, found)
    scene = Scene(
        slide.id, placement.layout, slide.title.text, nodes, slide.notes, template.language, slide.origin
    )
    return scene, found


def set_nodes(nodes: Sequence[Node], fonts: Fonts, slide: str, found: list[Diagnostic]) -> tuple[Node, ...]:
    """Return the nodes with their lines; findings are appended to *found*."""
    shared = shared_steps(nodes, fonts)
    return tuple(set_node(node, fonts, slide, found, shared) for node in nodes)


def shared_steps(nodes: Sequence[Node], fonts: Fonts) -> dict[str, int]:
    """Return the step of the type scale that each group of nodes takes together."""
    groups: dict[str, list[TextNode]] = {}
    for node in nodes:
        if isinstance(node, TextNode) and node.together:
            groups.setdefault(node.together, []).append(node)
    return {name: max(best_step(node, fonts).step for node in group) for name, group in groups.items()}


def set_node(node: Node, fonts: Fonts, slide: str, found: list[Diagnostic], shared: dict[str, int]) -> Node:
    """Return one node with its lines."""
    if isinstance(node, TextNode):
        return set_text(node, fonts, slide, found, shared.get(node.together, 0))
    if isinstance(node, GroupNode):
        return replace(node, children=set_nodes(node.children, fonts, slide, found))
    if isinstance(node, TableNode):
        return lay_table(node, fonts, slide, found)
    if isinstance(node, ChartNode):
        return lay_chart(node, fonts, slide, found)
    return node


def set_text(node: TextNode, fonts: Fonts, slide: str, found: list[Diagnostic], first: int) -> TextNode:
    """Return a text node in the first step of its type scale, from *first*, in which it fits."""
    found.extend(glyphs(node, fonts, slide))
    trial = best_step(node, fonts, first)
    if not trial.fits:
        found.append(misfit(node, trial, slide))
    return settle(node, trial)


def set_template(template: Template, fonts: Fonts) -> tuple[Template, list[Diagnostic]]:
    """Return the template with the words of its own drawing (the wordmark) set, and what does not fit."""
    found: list[Diagnostic] = []
    layouts = {
        name: replace(layout, decor=set_nodes(layout.decor, fonts, f"layout {layout.name}", found))
        for name, layout in template.layouts.items()
    }
    decor = set_nodes(template.decor, fonts, "master", found)
    return replace(template, layouts=layouts, decor=decor), found
