"""What an object says, or takes over from those above it: pages, fields (ISO 32000-1, 7.7.3.4 and 12.7.3)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pikepdf

DEEPEST = 100
"""Objects above one another; a chain that leads back to itself would never end."""


def upwards(node: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """Yield an object and those above it, the nearest first."""
    for _ in range(DEEPEST):
        yield node
        if "/Parent" not in node:
            return
        node = node.Parent


def inherited(node: pikepdf.Object, name: str) -> pikepdf.Object | None:
    """Return an entry of an object, or of the nearest above it that has one."""
    return next((each[name] for each in upwards(node) if name in each), None)
