"""Pages and tree agree: every content and annotation has its element, and the parent tree leads back to it.

A reader that follows a click or a selection goes from the content to its element by the parent tree; a wrong
one says the right words in the wrong place, and no validator tells (ISO 32000-1, 14.7.4.4).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pikepdf

from deckbuild.check.pdf.file import annotations_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deckbuild.check.pdf.content import PageContent, Piece
    from deckbuild.check.pdf.file import File
    from deckbuild.check.pdf.tree import TreeReader

NOT_TAGGED = frozenset(("/Popup", "/PrinterMark", "/TrapNet"))
"""Annotations that stand in no tree (ISO 14289-1, 7.18.1)."""


def parent_faults(file: File, tree: TreeReader) -> Iterator[str]:
    """Yield every content and annotation whose element and parent tree do not agree, in words."""
    if "/ParentTree" not in file.structure:
        yield "the tags have no parent tree"
        return
    entries = dict(pikepdf.NumberTree(file.structure.ParentTree).items())
    keys: dict[int, int] = {}
    for number, (page, content) in enumerate(zip(file.pdf.pages, file.pages, strict=True)):
        key = page.obj.get("/StructParents")
        if key is not None and keys.setdefault(int(key), number) != number:
            yield f"pages {keys[int(key)] + 1} and {number + 1} have one entry of the parent tree"
        yield from _page(number, content, entries.get(int(key)) if key is not None else None, tree)
    yield from _annotations(file, entries, tree)


def _page(number: int, content: PageContent, entry: object, tree: TreeReader) -> Iterator[str]:
    if content.marked and not isinstance(entry, pikepdf.Array):
        yield f"page {number + 1} has no entry in the parent tree"
        return
    owners = list(entry) if isinstance(entry, pikepdf.Array) else []
    for identifier, shown in content.marked.items():
        what = f"page {number + 1}: content {identifier} (“{_words(shown.pieces)}”)"
        owner = tree.owners.get((number, identifier))
        if owner is None:
            yield f"{what} stands in no element"
        elif identifier >= len(owners) or not _same(owners[identifier], owner):
            yield f"{what} stands in an element {_role(owner)}, and not so in the parent tree"


def _annotations(file: File, entries: Mapping[int, pikepdf.Object], tree: TreeReader) -> Iterator[str]:
    for number, page in enumerate(file.pdf.pages):
        for annotation in annotations_of(page):
            kind = str(annotation.get("/Subtype", ""))
            if kind in NOT_TAGGED:
                continue
            what = f"page {number + 1}: an annotation {kind.lstrip('/')}"
            holder = tree.holders.get(annotation.objgen)
            key = annotation.get("/StructParent")
            if holder is None:
                yield f"{what} stands in no element"
            elif key is None or not _same(entries.get(int(key)), holder):
                yield f"{what} stands in an element {_role(holder)}, and not so in the parent tree"


def _same(one: object, other: pikepdf.Object) -> bool:
    return isinstance(one, pikepdf.Dictionary) and one.objgen == other.objgen


def _role(element: pikepdf.Object) -> str:
    return str(element.get("/S", "")).lstrip("/")


def _words(pieces: list[Piece]) -> str:
    return "".join(piece.text for piece in pieces)[:40]
