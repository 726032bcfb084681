"""Numbers and GUIDs that stay the same from build to build."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from deckbuild.model.scene import GroupNode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from deckbuild.model.scene import Node

ROOT_ID = 1
"""Id of the shape tree, which every part has."""


def _walk(nodes: Iterable[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        if isinstance(node, GroupNode):
            yield from _walk(node.children)


def nodes_by_name(nodes: Iterable[Node]) -> Mapping[str, Node]:
    """Return all nodes, those of groups too, by name, in the order of the tree.

    Raises:
        ValueError: two nodes have one name, so that no connector could tell them apart.
    """
    found: dict[str, Node] = {}
    for node in _walk(nodes):
        if node.name in found:
            raise ValueError(f"two shapes of one slide are called {node.name!r}")
        found[node.name] = node
    return found


def shape_ids(names: Iterable[str]) -> Mapping[str, int]:
    """Return the id of each shape (p:cNvPr/@id), which is unique in its part."""
    return {name: number for number, name in enumerate(names, ROOT_ID + 1)}


def creation_mark(name: str) -> str:
    """Return the p:extLst with a p14:creationId ([MS-PPTX] 2.8.2) that depends on nothing but *name*."""
    number = int.from_bytes(sha256(f"deckbuild:creation:{name}".encode()).digest()[:4], "big") or 1
    return (
        '<p:extLst><p:ext uri="{BB962C8B-B14F-4D97-AF65-F5344CB8AC3E}">'
        '<p14:creationId xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main" '
        f'val="{number}"/></p:ext></p:extLst>'
    )
