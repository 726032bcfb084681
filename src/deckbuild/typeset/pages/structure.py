"""The tree of structure elements while it grows: branches in, numbered elements out (ISO 32000-1, 14.7.2).

Pieces keep the branch that they belong to, however often a page break parts them: what is one paragraph or
one table of the document stays one element.
"""

from __future__ import annotations

from typing import Literal

from deckbuild.model.paged import Element, Role

CELLS = frozenset({"TH", "TD"})
"""What stands in the tree though it holds nothing: a table's rows have one number of cells."""


class Grove:
    """Elements that other documents have too, in their place in the tree of one."""

    __slots__ = ("elements", "first", "size")

    def __init__(self, size: int) -> None:
        """*size* is how many they are, with all that is below them."""
        self.size = size
        self.first = 0
        """Id of the first, once the tree is numbered."""
        self.elements: tuple[Element, ...] = ()
        """They themselves, once they are drawn."""


class Branch:
    """An element that still gets kids."""

    __slots__ = ("alt", "held", "kids", "number", "role", "scope", "summary")

    def __init__(
        self,
        role: Role,
        *,
        alt: str = "",
        scope: Literal["", "Row", "Column"] = "",
        summary: str = "",
    ) -> None:
        self.role: Role = role
        self.alt = alt
        self.scope = scope
        self.summary = summary
        self.kids: list[Branch | Grove] = []
        self.number = 0
        """Id of the element, once the tree is numbered."""
        self.held = False
        """Whether a mark on a page belongs to it."""

    def add(
        self,
        role: Role,
        *,
        alt: str = "",
        scope: Literal["", "Row", "Column"] = "",
        summary: str = "",
    ) -> Branch:
        """Return a new last kid."""
        kid = Branch(role, alt=alt, scope=scope, summary=summary)
        self.kids.append(kid)
        return kid


def number(root: Branch) -> None:
    """Give every branch its id, in reading order from 0."""
    number_from(root, 0)


def number_from(branch: Branch, first: int) -> int:
    """Give a branch and all below it their ids, and return the one that follows."""
    branch.number = first
    first += 1
    for kid in branch.kids:
        if isinstance(kid, Grove):
            kid.first = first
            first += kid.size
        else:
            first = number_from(kid, first)
    return first


def frozen(branch: Branch) -> Element:
    """Return the tree as it stands on the pages, without what nothing belongs to."""
    kids: list[Element] = []
    for kid in branch.kids:
        if isinstance(kid, Grove):
            kids += kid.elements
        elif is_needed(kid):
            kids.append(frozen(kid))
    return Element(branch.number, branch.role, tuple(kids), branch.alt, None, branch.scope, branch.summary)


def is_needed(branch: Branch) -> bool:
    """Return whether a branch holds anything, or is a table's cell."""
    if branch.held or branch.role in CELLS:
        return True
    return any(isinstance(kid, Grove) or is_needed(kid) for kid in branch.kids)
