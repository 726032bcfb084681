"""Tab order: on each page, the order of annotations is that of the tree (ISO 14289-1, 7.18.3)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from deckbuild.check.pdf.file import annotations_of

if TYPE_CHECKING:
    from deckbuild.check.pdf.file import File
    from deckbuild.check.pdf.tree import TreeReader


def order_faults(file: File, tree: TreeReader) -> Iterator[str]:
    """Yield the pages whose annotations are not tabbed through, or not listed, as they are read."""
    for number, page in enumerate(file.pdf.pages):
        listed = [each.objgen for each in annotations_of(page)]
        if not listed:
            continue
        if page.obj.get("/Tabs") != "/S":
            yield f"page {number + 1} has annotations and does not say that the tab key follows the tags"
        read = [each for each in tree.annotations if file.annotations[each] == number]
        if [each for each in listed if each in tree.holders] != read:
            yield f"page {number + 1} lists its annotations in another order than the tags"
