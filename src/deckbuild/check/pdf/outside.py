"""Content that is neither tagged nor an artifact (ISO 14289-1, 7.1), and sequences that do not close."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deckbuild.check.pdf.file import File


def content_faults(file: File) -> Iterator[str]:
    """Yield what stands outside the tags, page by page, in words."""
    for number, page in enumerate(file.pages, 1):
        if page.loose:
            more = f", and {len(page.loose) - 1} more" if len(page.loose) > 1 else ""
            yield f"page {number}: {page.loose[0]}{more} stands outside the tags"
        if page.unbalanced:
            yield f"page {number}: marked content is begun and not ended, or ended and not begun"
        for identifier in sorted(set(page.repeated)):
            yield f"page {number}: two contents are marked {identifier}"
