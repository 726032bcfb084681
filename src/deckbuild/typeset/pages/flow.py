"""Breaking into pages: pieces in, for each page the pieces that stand on it out.

What is higher than a page and cannot be parted is reported, and stands on a page of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from deckbuild.diagnostics.diagnostic import Diagnostic
from deckbuild.model.dataclasses import replace
from deckbuild.model.origin import NOWHERE
from deckbuild.typeset.pages.piece import ROUNDING, Break, Piece, Shift, Stack, stack


def pages(
    pieces: Iterable[Piece], first: float, later: float, kind: str
) -> tuple[list[Stack], list[Diagnostic]]:
    """Return the stack of each page; *first* and *later* are the room on the first page and the others.

    Page breaks at the beginning, at the end or one after the other make no empty page.
    """
    found: list[Diagnostic] = []
    out: list[Stack] = []
    for group in between_breaks(pieces):
        rest: Stack | None = group
        while rest:
            page, rest = one_page(rest, later if out else first, later, kind, found)
            out.append(page)
    return out or [stack(())], found


def between_breaks(pieces: Iterable[Piece]) -> Iterator[Stack]:
    """Yield the pieces between page breaks."""
    for is_break, group in groupby(pieces, lambda piece: isinstance(piece, Break)):
        if not is_break:
            yield stack(group)


def one_page(
    pieces: Stack, room: float, page: float, kind: str, found: list[Diagnostic]
) -> tuple[Stack, Stack | None]:
    """Return what stands on a page with so much room, and the rest."""
    if pieces.height <= room + ROUNDING:
        return pieces, None
    head, rest = pieces.part(room, page)
    if isinstance(head, Stack) and (rest is None or isinstance(rest, Stack)):
        return head, rest
    if room < page:
        # Nothing fits under the title block: the next page has more room.
        return stack(()), pieces
    return forced(pieces, room, kind, found)


def forced(pieces: Stack, room: float, kind: str, found: list[Diagnostic]) -> tuple[Stack, Stack | None]:
    """Return at least one piece, though what should stay together is parted or runs out of the page."""
    count, top = pieces.fitting(room)
    if count == 0:
        found.append(too_high(pieces.pieces[0], room, kind))
        count = 1
    before, rest = pieces.pieces[:count], pieces.pieces[count:]
    if rest and before[-1].keep:
        # A heading must not stand alone: part what would rather stay together.
        head, tail = loosened(rest[0]).part(room - top, room)
        if head:
            before, rest = (*before, head), (*((tail,) if tail else ()), *rest[1:])
    return stack(before), stack(rest) if rest else None


def loosened(piece: Piece) -> Piece:
    """Return a piece that may be parted, though one page could hold it."""
    if isinstance(piece, Shift):
        return replace(piece, piece=loosened(piece.piece))
    return replace(piece, whole=False) if isinstance(piece, Stack) else piece


def too_high(piece: Piece, room: float, kind: str) -> Diagnostic:
    """Return the error for what no page can hold."""
    return Diagnostic(
        "DB304",
        "error",
        f"{kind}: something that cannot be parted is {piece.height / room:.1f} times as high as a page",
        NOWHERE,
        ("Divide it, or write it shorter.",),
    )
