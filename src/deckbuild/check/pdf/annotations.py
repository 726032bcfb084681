"""Links and fields by themselves: each says what it is, can be seen, and shows what it holds.

ISO 14289-1, 7.18; ISO 19005-2, 6.3.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pikepdf

from deckbuild.check.pdf.content import text_of_form
from deckbuild.check.pdf.fields import shown_value
from deckbuild.check.pdf.file import annotations_of

if TYPE_CHECKING:
    from deckbuild.check.pdf.content import FontsOf
    from deckbuild.check.pdf.file import File
    from deckbuild.check.pdf.tree import TreeReader

HIDDEN, PRINT = 1 << 1 | 1 << 5, 1 << 2
"""Bits of /F: hidden or not to be viewed; printed (ISO 32000-1, table 165)."""


def annotation_faults(file: File, tree: TreeReader) -> Iterator[str]:
    """Yield the links and fields of a file that say or show too little, in words."""
    for number, page in enumerate(file.pdf.pages, 1):
        for annotation in annotations_of(page):
            kind = str(annotation.get("/Subtype", "")).lstrip("/")
            flags = int(annotation.get("/F", 0))
            if flags & HIDDEN or not flags & PRINT:
                yield f"page {number}: an annotation {kind} is hidden or not printed"
            if kind == "Link":
                yield from (f"page {number}: {fault}" for fault in _link(annotation, tree))
            if kind == "Widget":
                yield from (f"page {number}: {fault}" for fault in _widget(annotation, file.fonts))


def _link(link: pikepdf.Object, tree: TreeReader) -> Iterator[str]:
    """Yield what is wrong with what a link says: its words, or those on one of its lines."""
    said, words = str(link.get("/Contents", "")), tree.links.get(link.objgen, "")
    if not said.strip():
        yield "a link does not say where it leads (Contents)"
    elif words and "".join(said.split()) not in "".join(words.split()):
        yield f"a link says “{said}” and stands under “{words.strip()}”"


def _widget(widget: pikepdf.Object, fonts: FontsOf) -> Iterator[str]:
    name, value, is_text = shown_value(widget)
    normal = widget.get("/AP", pikepdf.Dictionary()).get("/N")
    if normal is None:
        yield f"the field {name} has no appearance"
    elif is_text and isinstance(normal, pikepdf.Stream):
        shown = text_of_form(normal, fonts)
        if "".join(shown.split()) != "".join(value.split()):
            yield f"the field {name} shows “{shown.strip()}” and holds “{value}”"
