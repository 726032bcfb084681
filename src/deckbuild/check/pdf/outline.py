"""Pages, their labels and the bookmarks that lead to them, compared with the pages that were drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from deckbuild.check.difference import difference
from deckbuild.model.units import to_pt

if TYPE_CHECKING:
    import pikepdf

    from deckbuild.check.pdf.anchors import Anchors
    from deckbuild.check.pdf.places import Places
    from deckbuild.model.paged import Page, Paged

Entry = tuple[int, str, str]
"""Level from 0, title, and where it leads."""


def page_faults(pdf: pikepdf.Pdf, paged: Paged) -> Iterator[str]:
    """Yield pages too many or too few, and those of another size or label, in words."""
    if len(pdf.pages) != len(paged.pages):
        yield f"the PDF should have {len(paged.pages)} pages and has {len(pdf.pages)}"
        return
    for number, (found, wanted) in enumerate(zip(pdf.pages, paged.pages, strict=True), 1):
        left, bottom, right, top = (float(each) for each in found.mediabox)
        size, given = _size(wanted), f"{right - left:.0f} × {top - bottom:.0f}"
        if size != given:
            yield f"page {number} should measure {size} points and measures {given}"
        label, labelled = wanted.label or str(number), str(found.label)
        if labelled != label:
            yield f"page {number} should be labelled “{label}” and is labelled “{labelled}”"


def bookmark_faults(pdf: pikepdf.Pdf, paged: Paged, anchors: Anchors, places: Places) -> Iterator[str]:
    """Yield the first difference of the outline, in words."""
    wanted = tuple((each.level, each.title, anchors.place(each.key)) for each in paged.bookmarks)
    found = tuple(_entries(pdf, places))
    if wanted != found:
        want, have = difference(wanted, found)
        yield f"the bookmarks should have {want} and have {have}"


def _size(page: Page) -> str:
    return f"{to_pt(page.size.w):.0f} × {to_pt(page.size.h):.0f}"


def _entries(pdf: pikepdf.Pdf, places: Places) -> Iterator[Entry]:
    def flat(items: Sequence[pikepdf.OutlineItem], level: int) -> Iterator[Entry]:
        for item in items:
            action = item.action
            yield level, item.title, places.found(item.destination or (action.get("/D") if action else None))
            yield from flat(item.children, level + 1)

    with pdf.open_outline() as outline:
        yield from flat(outline.root, 0)
