"""Where links and bookmarks of a file lead: an address, or a place of the document, as `anchors` names it.

A destination is a page and a point on it, or the name of one (ISO 32000-1, 12.3.2.2).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import pikepdf

if TYPE_CHECKING:
    from deckbuild.check.pdf.anchors import Anchors

NOWHERE = "nowhere"
TOPS = {"/XYZ": 3, "/FitH": 2, "/FitBH": 2}
"""Kind of a destination → the place in it of the height that it shows at the window's top."""


class Places:
    """The destinations of a file."""

    def __init__(self, anchors: Anchors, pdf: pikepdf.Pdf) -> None:
        self._anchors = anchors
        self._pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        self._named = _named_destinations(pdf)

    def target(self, annotation: pikepdf.Object) -> str:
        """Return where a link leads."""
        action = annotation.get("/A", pikepdf.Dictionary())
        if "/URI" in action:
            return str(action.URI)
        return self.found(annotation.get("/Dest", action.get("/D")))

    def found(self, destination: object) -> str:
        """Return the place that a destination leads to, explicit or by name."""
        if isinstance(destination, pikepdf.String | pikepdf.Name):
            destination = self._named.get(str(destination))
        if isinstance(destination, pikepdf.Dictionary):
            destination = destination.get("/D")
        if not isinstance(destination, pikepdf.Array) or len(destination) == 0:
            return NOWHERE
        page = self._pages.get(destination[0].objgen)
        if page is None:
            return NOWHERE
        return self._anchors.at(page, _top(destination, self._anchors.height(page)))


def _top(destination: pikepdf.Array, height: float) -> float:
    """Return the height on the page that a destination shows at the window's top, points from its foot."""
    position = TOPS.get(str(destination[1])) if len(destination) > 1 else None
    if position is None or position >= len(destination):
        return height
    try:
        return float(destination[position])
    except (TypeError, ValueError):  # null: where the window is
        return height


def _named_destinations(pdf: pikepdf.Pdf) -> Mapping[str, object]:
    """Return name → destination: from the catalogue's dictionary or its tree of names."""
    found: dict[str, object] = {}
    if "/Dests" in pdf.Root:
        found |= dict(pdf.Root.Dests.items())
    names = pdf.Root.get("/Names", pikepdf.Dictionary())
    if "/Dests" in names:
        # A tree that is no object of its own cannot be walked before it is one.
        tree = names.Dests if names.Dests.is_indirect else pdf.make_indirect(names.Dests)
        found |= {str(name): place for name, place in pikepdf.NameTree(tree).items()}
    return found
