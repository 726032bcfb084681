"""The tree of tags that a document must have: pages of marks and the slides drawn on them in, tags out.

It is made from the values alone, without a look at how anything is drawn.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from deckbuild.check.pdf.expected_slide import figure_words, slide_tags
from deckbuild.check.pdf.tags import Content, Filled, Tag, settled
from deckbuild.model.paged import FieldNode, SceneNode
from deckbuild.model.scene import TextNode

if TYPE_CHECKING:
    from deckbuild.check.pdf.anchors import Anchors
    from deckbuild.model.document import Field
    from deckbuild.model.paged import Element, Mark, Paged
    from deckbuild.model.scene import Scene

CHECKED = "Yes"
"""Value of a check box that is ticked, as a file has it (ISO 32000-1, 12.7.4.2.3)."""
LONGEST = 120
"""Bytes of the name of a state: a radio button has its option's first ones."""

Owned = Mapping[int, list[tuple[int, "Mark"]]]
"""Element → its marks as they are read, each with its page's number."""


def expected_tags(paged: Paged, scenes: Mapping[str, Scene], anchors: Anchors) -> tuple[Tag, ...]:
    """Return the tags of a document; links lead to *anchors*."""
    owned: dict[int, list[tuple[int, Mark]]] = {}
    for number, page in enumerate(paged.pages, 1):
        for mark in page.marks:
            if isinstance(mark.owner, int):
                owned.setdefault(mark.owner, []).append((number, mark))
    for marks in owned.values():
        marks.sort(key=lambda each: each[1].leaf)
    return (_Expected(scenes, anchors, owned).tag(paged.structure, paged.language),)


class _Expected:
    """What the elements of one document are made with."""

    def __init__(self, scenes: Mapping[str, Scene], anchors: Anchors, owned: Owned) -> None:
        self._scenes = scenes
        self._anchors = anchors
        self._owned = owned

    def tag(self, element: Element, language: str) -> Tag:
        language = element.language or language
        marks = self._owned.get(element.id, [])
        if element.role == "Figure":
            held: Iterator[Content] = iter(figure_words((mark.node for _, mark in marks), language))
        else:
            held = self._held(marks, language)
        kids = (self.tag(kid, language) for kid in element.kids)
        return Tag(
            element.role,
            settled((*kids, *held)),
            alt=element.alt,
            language=language if element.alt else "",
            scope=element.scope,
            summary=element.summary,
            page=marks[0][0] if marks else 0,
        )

    def _held(self, marks: list[tuple[int, Mark]], language: str) -> Iterator[Content]:
        for page, mark in marks:
            match mark.node:
                case TextNode() as node:
                    for paragraph in node.paragraphs:
                        yield from self._anchors.words(paragraph, language, page)
                case FieldNode() as node:
                    yield from filled(node.field, page)
                case SceneNode() as node:
                    scene = self._scenes[node.slide]
                    yield from slide_tags(scene, node.title, self._anchors, page)


def filled(field: Field, page: int) -> Iterator[Content]:
    """Yield a field as its widget must show it; of a set of radio buttons, an element for each."""
    if field.kind == "radio":
        for each in field.options:
            state = each.encode()[:LONGEST].decode(errors="ignore")
            value = state if field.value == each else ""
            label = f"{field.label}: {each}"
            yield Tag("Form", (Filled(field.name, "radio", label, value, field.required, (state,), page),))
        return
    kind, value = field.kind, field.value
    if kind == "checkbox":
        value = CHECKED if value else ""
    yield Filled(
        field.name,
        "text" if kind == "date" else kind,
        field.label,
        value,
        field.required,
        field.options if kind == "choice" else (),
        page,
    )
