"""The tree of structure elements while it grows: branches in, numbered elements out (ISO 32000-1, 14.7.2).

Pieces keep the branch that they belong to, however often a page break parts them: what is one paragraph or
one table of the document stays one element.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from deckbuild.model.paged import Element, Role

CELLS = frozenset({"TH", "TD"})
"""What stands in the tree though it holds nothing: a table's rows have one number of cells."""


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
        self.kids: list[Branch] = []
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
    for count, branch in enumerate(walk(root)):
        branch.number = count


def walk(branch: Branch) -> Iterator[Branch]:
    """Yield a branch and everything under it, in reading order."""
    yield branch
    for kid in branch.kids:
        yield from walk(kid)


def frozen(branch: Branch) -> Element:
    """Return the tree as it stands on the pages, without what nothing belongs to."""
    kids = tuple(frozen(kid) for kid in branch.kids if is_needed(kid))
    return Element(branch.number, branch.role, kids, branch.alt, None, branch.scope, branch.summary)


def is_needed(branch: Branch) -> bool:
    """Return whether a branch holds anything, or is a table's cell."""
    return branch.held or branch.role in CELLS or any(is_needed(kid) for kid in branch.kids)
