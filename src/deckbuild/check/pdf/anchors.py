"""The anchors of a document: what names a place on its pages, for links and bookmarks to compare by.

Two anchors may stand at one place, as a part's and its first slide's do; the first of them names it.
"""

from __future__ import annotations

import string
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import quote

from deckbuild.check.pdf.tags import Words
from deckbuild.model.units import to_pt

if TYPE_CHECKING:
    from deckbuild.model.paged import Anchor, Paged
    from deckbuild.model.text import Link, Paragraph

NEAR = 2.0
"""Points between a destination and its anchor, for a writer that rounds."""


class Anchors:
    """The places of one document. Heights are points from a page's foot, pages count from 0."""

    def __init__(self, paged: Paged) -> None:
        self._pages = paged.pages
        self._by_key = {each.key: each for each in paged.anchors}
        self._on_page: dict[int, list[Anchor]] = {}
        for each in paged.anchors:
            self._on_page.setdefault(each.page, []).append(each)

    def words(self, paragraph: Paragraph, language: str, page: int) -> Iterator[Words]:
        """Yield what a paragraph says on a page in a *language*; a link to no anchor is plain words."""
        for run in paragraph.runs:
            yield Words(run.text, run.lang or language, self._leads(run.link), page)

    def _leads(self, link: Link | None) -> str:
        if link is None:
            return ""
        if link.slide is None:
            # A file holds an address in ASCII, as browsers send it (ISO 32000-1, 12.6.4.7).
            return quote(link.target, safe=string.punctuation)
        return self.place(link.slide) if link.slide in self._by_key else ""

    def place(self, key: str) -> str:
        """Return the place of an anchor."""
        anchor = self._by_key.get(key)
        return self.at(anchor.page, self._from_foot(anchor)) if anchor else f"anchor:{key}"

    def at(self, page: int, y: float) -> str:
        """Return the place at a height on a page: by its anchor, where one stands there."""
        for each in self._on_page.get(page, ()):
            if abs(self._from_foot(each) - y) <= NEAR:
                return f"anchor:{each.key}"
        return f"page {page + 1}, {y:.0f} points from its foot"

    def height(self, page: int) -> float:
        """Return the height of a page; 0 for one that the document does not have."""
        return to_pt(self._pages[page].size.h) if page < len(self._pages) else 0.0

    def _from_foot(self, anchor: Anchor) -> float:
        return self.height(anchor.page) - to_pt(anchor.y)
