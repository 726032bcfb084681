"""Pieces: what blocks become once their lines are broken, with heights, and places where they may be parted.

Lengths are points. A piece is a value; parting it makes two new ones, which keep the elements of the first.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import Self

from deckbuild.model.dataclasses import dataclass, replace
from deckbuild.typeset.pages.sheet import Sheet

Parted = tuple["Piece | None", "Piece | None"]
"""What stays on a page, and what goes on the next. None for nothing."""

ROUNDING = 0.01


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece(ABC):
    """Something with a height that stands on a page, or on several."""

    height: float
    before: float = 0.0
    """Space over it, not at the top of a page; of it and the space under the piece before, the larger."""
    after: float = 0.0
    keep: bool = False
    """True where it must not be parted from what follows: a heading."""
    belongs: bool = False
    """True where it must not be parted from the end of what stands before it: a source."""

    @abstractmethod
    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Put it on a page, its top left at *x* and *y*."""

    def part(self, room: float, page: float) -> Parted:
        """Return what of it fits in *room*, and the rest; *page* is the room on an empty page.

        It is asked only where it is higher than the room. One that cannot be parted goes on whole.
        """
        del room, page
        return None, self

    @property
    def baseline(self) -> float:
        """Distance of the first line's baseline from the top; 0 where it does not begin with text."""
        return 0.0

    @property
    def lines(self) -> int:
        """How many lines of text it is, 0 where it is none."""
        return 0

    def kept(self) -> Self:
        """Return the piece, not to be parted from what follows."""
        return self if self.keep else replace(self, keep=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Break(Piece):
    """What follows begins on a new page."""

    height: float = 0.0

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift(Piece):
    """A piece further to the right."""

    piece: Piece
    by: float

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw the piece."""
        self.piece.draw(sheet, x + self.by, y)

    def part(self, room: float, page: float) -> Parted:
        """Part the piece."""
        head, rest = self.piece.part(room, page)
        return shifted(head, self.by) if head else None, shifted(rest, self.by) if rest else None

    @property
    def baseline(self) -> float:
        """That of the piece."""
        return self.piece.baseline

    @property
    def lines(self) -> int:
        """Those of the piece."""
        return self.piece.lines


def shifted(piece: Piece, by: float) -> Piece:
    """Return a piece further to the right; page breaks and pieces that stay are returned as they are."""
    if not by or isinstance(piece, Break):
        return piece
    return Shift(
        piece=piece,
        by=by,
        height=piece.height,
        before=piece.before,
        after=piece.after,
        keep=piece.keep,
        belongs=piece.belongs,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Stack(Piece):
    """Pieces under one another."""

    pieces: tuple[Piece, ...]
    whole: bool = False
    """True where it stays on one page if one page can hold it."""

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw the pieces."""
        for piece, top in self.placed():
            piece.draw(sheet, x, y + top)

    def placed(self) -> Iterator[tuple[Piece, float]]:
        """Yield the pieces, each with its distance from the top."""
        top = 0.0
        for piece, gap in zip(self.pieces, gaps(self.pieces), strict=True):
            top += gap
            yield piece, top
            top += piece.height

    def part(self, room: float, page: float) -> Parted:
        """Return the pieces that fit; nothing that is kept with its successor stays without it."""
        if self.whole and self.height <= page + ROUNDING:
            return None, self
        count, top = self.fitting(room)
        if count == len(self.pieces):
            return self, None
        crossing = self.pieces[count]
        head, rest = crossing.part(room - top, page) if room > top else (None, crossing)
        if head is None:
            return self.parted_before(count, page)
        before, after = (*self.pieces[:count], head), self.pieces[count + 1 :]
        return self.of(before), self.of((rest, *after) if rest else after)

    def parted_before(self, count: int, page: float) -> Parted:
        """Return the first *count* pieces, and the others; what belongs to them takes their end along."""
        if not count or not self.pieces[count].belongs:
            return self.cut(self.last_break(count))
        last = self.pieces[count - 1]
        head, end = last.part(last.height - 2 * ROUNDING, page)
        if head is None or end is None:
            return self.cut(self.last_break(count - 1))
        return self.of((*self.pieces[: count - 1], head)), self.of((end, *self.pieces[count:]))

    def fitting(self, room: float) -> tuple[int, float]:
        """Return how many pieces fit in *room*, and where the next would begin."""
        bottom = 0.0
        for count, (piece, top) in enumerate(self.placed()):
            if top + piece.height > room + ROUNDING:
                return count, top
            bottom = top + piece.height
        return len(self.pieces), bottom

    def last_break(self, count: int) -> int:
        """Return after how many pieces, *count* at most, a page may end; 0 for nowhere."""
        while count and self.pieces[count - 1].keep:
            count -= 1
        return count

    def cut(self, count: int) -> tuple[Piece | None, Piece | None]:
        """Return the first *count* pieces, and the others."""
        return self.of(self.pieces[:count]), self.of(self.pieces[count:])

    def of(self, pieces: tuple[Piece, ...]) -> Stack | None:
        """Return a stack like this one of other pieces; None for no pieces."""
        return stack(pieces, whole=self.whole) if pieces else None

    @property
    def baseline(self) -> float:
        """That of the first piece."""
        return self.pieces[0].baseline if self.pieces else 0.0

    @property
    def lines(self) -> int:
        """Those of all pieces; a figure that stays whole is none, though its source is one."""
        return 0 if self.whole else sum(piece.lines for piece in self.pieces)


def gaps(pieces: tuple[Piece, ...]) -> Iterator[float]:
    """Yield the space over each piece: none over the first."""
    under = 0.0
    for number, piece in enumerate(pieces):
        yield max(under, piece.before) if number else 0.0
        under = piece.after


def stack(pieces: Iterable[Piece], *, whole: bool = False) -> Stack:
    """Return pieces under one another, with the space over the first and under the last as its own."""
    under = tuple(pieces)
    height = sum(piece.height for piece in under) + sum(gaps(under))
    first, last = (under[0], under[-1]) if under else (None, None)
    return Stack(
        pieces=under,
        whole=whole,
        height=height,
        before=first.before if first else 0.0,
        after=last.after if last else 0.0,
        keep=last.keep if last else False,
        belongs=first.belongs if first else False,
    )


FOLLOWING = 2
"""Lines that a heading keeps with it."""


def bound(pieces: Iterable[Piece]) -> list[Piece]:
    """Return pieces of which a single line that follows a heading is kept with what comes after it.

    Else a heading could end a page with one line: a lead-in whose list stands on the next. What follows a
    picture is its caption, which may end a page; and so may a line before the next heading.
    """
    out: list[Piece] = []
    owed = 0
    given = list(pieces)
    for piece, following in zip_longest(given, given[1:]):
        if piece.keep:
            owed = FOLLOWING if piece.lines else 0
        elif owed:
            owed = max(0, owed - (piece.lines or FOLLOWING))
            last = following is None or following.keep
            piece = piece.kept() if owed and not last else piece  # noqa: PLW2901  the same piece, kept
        out.append(piece)
    return out
