"""What a page shows and to whom it belongs: marked content in, a page's operators and its branches out.

Everything that is drawn is content of an element of the structure tree or an artifact (ISO 14289-1, 7.1):
a pen is had inside `Sheet.content` or `Sheet.artifact` alone. Sequences of marked content are numbered from 0
on each page (ISO 32000-1, 14.7.4), so that what a page holds does not depend on the pages before it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from deckbuild.model.dataclasses import dataclass, field, replace
from deckbuild.render.pdf.pen import Pen, Used
from deckbuild.render.pdf.syntax import number

if TYPE_CHECKING:
    from deckbuild.model.document import Field
    from deckbuild.model.paged import ArtifactType
    from deckbuild.model.scene import LevelStyle
    from deckbuild.model.text import Link
    from deckbuild.render.pdf.colours import Inks
    from deckbuild.render.pdf.outlines import Area
    from deckbuild.render.pdf.syntax import Rectangle


@dataclass(frozen=True, slots=True)
class LinkArea:
    """Where a link stands on a page, a line of it (12.5.6.5)."""

    link: Link
    words: str
    area: Rectangle


@dataclass(frozen=True, slots=True)
class Widget:
    """Where a field stands on a page (12.5.6.19); of a radio button one of its options."""

    field: Field
    area: Rectangle
    looks: tuple[tuple[str, str], ...]
    """State → operators of its appearance; the only state of a field that is written into has no name."""
    style: LevelStyle
    """Of what is typed into it."""
    option: str = ""
    """Of a radio button."""


@dataclass(slots=True)
class Branch:
    """An element of the structure tree with what it holds of one page."""

    role: str
    kids: list[int | Branch | LinkArea | Widget] = field(default_factory=list)
    """In reading order; a number is that of marked content."""
    alt: str = ""
    language: str | None = None
    scope: str = ""
    summary: str = ""
    box: Rectangle | None = None
    """Of a figure: where it is on the page."""

    def grow(self, role: str, language: str | None = None, scope: str = "", alt: str = "") -> Branch:
        """Return a new element at the end of this one."""
        kid = Branch(role, alt=alt, language=language, scope=scope)
        self.kids.append(kid)
        return kid


ARTIFACTS: dict[ArtifactType, str] = {
    "Layout": "/Artifact <</Type/Layout>> BDC",
    "Pagination": "/Artifact <</Type/Pagination>> BDC",
    "Header": "/Artifact <</Type/Pagination/Subtype/Header/Attached[/Top]>> BDC",
    "Footer": "/Artifact <</Type/Pagination/Subtype/Footer/Attached[/Bottom]>> BDC",
}
"""Property lists of artifacts (14.8.2.2.2); a background's says how large it is."""


Piece = str | tuple[str, int]
"""Operators, or the beginning of marked content: the role of its element, and its number on its sheet."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A finished sheet, to be shown on another."""

    size: tuple[float, float]
    pieces: tuple[Piece, ...]
    kids: tuple[int | Branch | LinkArea | Widget, ...]
    """What the element holds that the drawing belongs to."""
    marks: int
    used: Used


class Sheet:
    """A page, or a slide for pages, that is being drawn."""

    def __init__(self, inks: Inks, size: tuple[float, float]) -> None:
        """*size* is its width and height in points."""
        self.used = Used()
        self.marks = 0
        """Sequences of marked content so far."""
        self._inks = inks
        self._size = size
        self._body: list[Piece] = []
        self._open = False

    def content(self, branch: Branch) -> _Marked:
        """Return the pen for a piece of an element; what is drawn with it is the element's next kid."""
        branch.kids.append(self.marks)
        begin = branch.role, self.marks
        self.marks += 1
        return _Marked(self, self._body, begin)

    def artifact(self, kind: ArtifactType) -> _Marked:
        """Return the pen for what is no content."""
        if kind == "Background":
            width, height = self._size
            box = f"0 0 {number(width)} {number(height)}"
            return _Marked(self, self._body, f"/Artifact <</Type/Background/BBox[{box}]>> BDC")
        return _Marked(self, self._body, ARTIFACTS[kind])

    def appearance(self, size: tuple[float, float], paint: Callable[[Pen], None]) -> str:
        """Return the operators of a widget's appearance, *size* points large. It is content of its Form."""
        out: list[Piece] = []
        pen = Pen(out.append, self._inks, size[1], self.used)
        paint(pen)
        pen.put_down()
        return _written(out)

    def show(self, branch: Branch, drawing: Drawing, area: Area) -> None:
        """Show a drawing, scaled by its width into an area that cuts it off.

        What it holds are the next kids of *branch*.
        """
        if not drawing.pieces:
            return
        left, top, width, height = area
        bottom = self._size[1] - top - height
        across, up = drawing.size
        scale = width / across
        cut = f"0 0 {number(across)} {number(up)} re W n"
        self._body.append(f"q {scale:.5f} 0 0 {scale:.5f} {number(left)} {number(bottom)} cm {cut}")
        place = _Place(left, bottom, scale, self.marks)
        self._body += [place.piece(piece) for piece in drawing.pieces]
        branch.kids += [place.kid(kid) for kid in drawing.kids]
        self.marks += drawing.marks
        self.used.add(drawing.used)
        self._body.append("Q")

    def rectangle(self, area: Area) -> Rectangle:
        """Return an area as a rectangle."""
        left, top, width, height = area
        bottom = self._size[1] - top - height
        return round(left, 2), round(bottom, 2), round(left + width, 2), round(bottom + height, 2)

    def drawing(self, branch: Branch) -> Drawing:
        """Return what was drawn, as what *branch* holds."""
        return Drawing(self._size, tuple(_joined(self._body)), tuple(branch.kids), self.marks, self.used)

    def stream(self) -> bytes:
        """Return the operators of the page."""
        return _written(self._body).encode("ascii")

    def _begin(self, out: list[Piece], begin: Piece) -> Pen:
        """Open marked content and return its pen.

        Raises:
            ValueError: other content is open; one piece of a page cannot belong to two elements.
        """
        if self._open:
            raise ValueError(f"begun before what stands open was closed: {begin}")
        self._open = True
        out.append(begin)
        return Pen(out.append, self._inks, self._size[1], self.used)

    def _end(self, out: list[Piece], pen: Pen) -> None:
        """Close marked content; its pen draws no more."""
        self._open = False
        pen.put_down()
        out.append("EMC")


class _Marked:
    """A piece of marked content, opened and closed by `with`."""

    __slots__ = ("_begin", "_out", "_pen", "_sheet")

    def __init__(self, sheet: Sheet, out: list[Piece], begin: Piece) -> None:
        self._sheet = sheet
        self._out = out
        self._begin = begin
        self._pen: Pen | None = None

    def __enter__(self) -> Pen:
        self._pen = self._sheet._begin(self._out, self._begin)
        return self._pen

    def __exit__(self, *fault: object) -> None:
        assert self._pen is not None
        self._sheet._end(self._out, self._pen)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a drawing is shown: its lower left corner, its scale, and the marks before it."""

    left: float
    bottom: float
    scale: float
    marks: int

    def piece(self, piece: Piece) -> Piece:
        return piece if isinstance(piece, str) else (piece[0], piece[1] + self.marks)

    def kid(self, kid: int | Branch | LinkArea | Widget) -> int | Branch | LinkArea | Widget:
        if isinstance(kid, int):
            return kid + self.marks
        if isinstance(kid, Branch):
            box = self._rectangle(kid.box) if kid.box else None
            return replace(kid, kids=[self.kid(each) for each in kid.kids], box=box)
        return replace(kid, area=self._rectangle(kid.area))

    def _rectangle(self, area: Rectangle) -> Rectangle:
        left, bottom, right, top = area
        return (
            round(self.left + left * self.scale, 2),
            round(self.bottom + bottom * self.scale, 2),
            round(self.left + right * self.scale, 2),
            round(self.bottom + top * self.scale, 2),
        )


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield pieces with operators that follow one another made one."""
    for plain, group in groupby(pieces, key=lambda piece: isinstance(piece, str)):
        if plain:
            yield _written(group)
        else:
            yield from group


def _written(pieces: Iterable[Piece]) -> str:
    """Return operators as they are written, a line for each."""
    return "\n".join(
        piece if isinstance(piece, str) else f"/{piece[0]} <</MCID {piece[1]}>> BDC" for piece in pieces
    )
