"""Bookmarks, page labels and destinations: what leads a reader through a file (ISO 32000-1, 12.3, 12.4)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from deckbuild.model.units import to_pt
from deckbuild.render.pdf.syntax import reference, text

if TYPE_CHECKING:
    from deckbuild.model.paged import Anchor, Bookmark, Page
    from deckbuild.render.pdf.file import File

Places = Mapping[str, bytes]
"""Key of an anchor → its destination."""


def places(anchors: Sequence[Anchor], pages: Sequence[Page], numbers: Sequence[int]) -> Places:
    """Return where each anchor leads: a height on a page, without a change of zoom."""
    return {
        each.key: b"[%s/XYZ %.2f %.2f null]"
        % (reference(numbers[each.page]), to_pt(each.x), to_pt(pages[each.page].size.h - each.y))
        for each in anchors
    }


def write_outline(file: File, bookmarks: Sequence[Bookmark], where: Places) -> int:
    """Write the outline and return its number; entries are open down to the second level.

    Raises:
        KeyError: a bookmark leads to no anchor.
    """
    top = file.reserve()
    numbers = [file.reserve() for _ in bookmarks]
    above = _parents(bookmarks)
    for index, bookmark in enumerate(bookmarks):
        kin = [n for n, parent in enumerate(above) if parent == above[index]]
        at = kin.index(index)
        parent = above[index]
        entries = b"/Title%s/Dest%s/Parent %s" % (
            text(bookmark.title),
            where[bookmark.key],
            reference(top if parent is None else numbers[parent]),
        )
        if at:
            entries += b"/Prev %s" % reference(numbers[kin[at - 1]])
        if at + 1 < len(kin):
            entries += b"/Next %s" % reference(numbers[kin[at + 1]])
        file.put(numbers[index], b"<<%s%s>>" % (entries, _family(index, above, numbers, bookmark.level)))
    file.put(top, b"<</Type/Outlines%s>>" % _family(None, above, numbers, -1))
    return top


def _parents(bookmarks: Sequence[Bookmark]) -> list[int | None]:
    """Return the index of the bookmark above each; None for the outermost."""
    path: list[int] = []
    found: list[int | None] = []
    for index, bookmark in enumerate(bookmarks):
        del path[bookmark.level :]
        found.append(path[-1] if path else None)
        path.append(index)
    return found


def _family(index: int | None, above: list[int | None], numbers: list[int], level: int) -> bytes:
    """Return the entries about what is below a bookmark; a negative count keeps it folded (table 153)."""
    kids = [n for n, parent in enumerate(above) if parent == index]
    if not kids:
        return b""
    count = len(kids)
    if level < 0:
        count += sum(1 for parent in above if parent in kids)
    sign = -1 if level > 0 else 1
    return b"/First %s/Last %s/Count %d" % (
        reference(numbers[kids[0]]),
        reference(numbers[kids[-1]]),
        sign * count,
    )


def page_labels(pages: Sequence[Page]) -> bytes:
    """Return what readers show as the numbers of pages: their labels, or their places."""
    if not any(page.label for page in pages):
        return b"<</Nums[0<</S/D>>]>>"
    labels = (
        b"%d<</P%s>>" % (index, text(page.label)) if page.label else b"%d<</S/D/St %d>>" % (index, index + 1)
        for index, page in enumerate(pages)
    )
    return b"<</Nums[%s]>>" % b"".join(labels)
