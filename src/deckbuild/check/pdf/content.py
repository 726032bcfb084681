"""What the content streams of a page show, sorted by marked-content identifier (ISO 32000-1, 14.6).

Content in no sequence is kept apart: it belongs neither to the tags nor to the artifacts, and no reader knows
what to do with it (ISO 14289-1, 7.1).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import pikepdf

from deckbuild.check.pdf.fonts import Font
from deckbuild.check.pdf.inherited import inherited

SHOWS = frozenset(("Tj", "TJ", "'", '"'))
PAINTS = frozenset(("f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "INLINE IMAGE"))
CONTROLS = frozenset(("BDC", "BMC", "EMC", "Tf", "Do", "q", "Q"))
DEEPEST = 12
"""Forms within forms; a form that shows itself would never end."""


class FontsOf(Protocol):
    """The fonts of a file, each made once."""

    def __call__(self, font: pikepdf.Object) -> Font:
        """Return a font by its dictionary."""
        ...


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters of one string."""

    text: str
    language: str | None
    """As the sequence around it says; None where it says nothing."""


@dataclass(slots=True)
class Shown:
    """A sequence with an identifier: its letters, and whether anything was drawn."""

    role: str
    pieces: list[Piece] = field(default_factory=list)
    painted: bool = False


@dataclass(slots=True)
class PageContent:
    """A page, read."""

    marked: dict[int, Shown] = field(default_factory=dict)
    """Identifier → what it marks, in the order of drawing."""
    repeated: list[int] = field(default_factory=list)
    """Identifiers that mark two sequences."""
    artifacts: list[str] = field(default_factory=list)
    """Text that is marked as no content, a string each."""
    loose: list[str] = field(default_factory=list)
    """What stands in no sequence: text in quotes, drawings by their operator."""
    unbalanced: bool = False
    """True where a sequence is ended that was not begun, or not ended."""


@dataclass(frozen=True, slots=True)
class _Sequence:
    """A marked-content sequence that is open."""

    shown: Shown | None
    """Of the innermost sequence with an identifier; None outside of all."""
    artifact: bool
    language: str | None
    silent: bool
    """True where ActualText stands for what is shown."""


OUTSIDE = _Sequence(None, artifact=False, language=None, silent=False)


def read_page(page: pikepdf.Page, fonts: FontsOf) -> PageContent:
    """Return what a page shows.

    Raises:
        pikepdf.PdfError: the content cannot be parsed.
    """
    reader = _Reader(fonts)
    reader.read(page.obj, inherited(page.obj, "/Resources") or pikepdf.Dictionary())
    reader.content.unbalanced |= len(reader.open) != 1
    return reader.content


def text_of_form(form: pikepdf.Object, fonts: FontsOf) -> str:
    """Return the letters that a form shows, marked or not: an appearance stream has no tags of its own."""
    reader = _Reader(fonts)
    reader.open = [_Sequence(Shown(""), artifact=False, language=None, silent=False)]
    reader.read(form, form.get("/Resources", pikepdf.Dictionary()))
    shown = reader.open[0].shown
    return "".join(piece.text for piece in shown.pieces) if shown else ""


class _Reader:
    """The state of a page while its operators are read."""

    def __init__(self, fonts: FontsOf) -> None:
        self.content = PageContent()
        self.open = [OUTSIDE]
        self._fonts = fonts
        self._font: Font | None = None
        self._saved: list[Font | None] = []
        self._depth = 0

    def read(self, stream: pikepdf.Object, resources: pikepdf.Object) -> None:
        for instruction in pikepdf.parse_content_stream(stream):
            operator = str(instruction.operator)
            if operator in SHOWS:
                self._show(operator, list(instruction.operands))
            elif operator in PAINTS:
                self._paint(operator)
            elif operator in CONTROLS:
                self._control(operator, list(instruction.operands), resources)

    def _control(self, operator: str, operands: Sequence[pikepdf.Object], resources: pikepdf.Object) -> None:
        match operator:
            case "BDC" | "BMC":
                self._begin(operands, resources)
            case "EMC":
                self._end()
            case "Tf":
                self._font = self._fonts(resources.Font[str(operands[0])])
            case "Do":
                self._draw(resources.XObject[str(operands[0])], resources)
            case "q":
                self._saved.append(self._font)
            case "Q":
                self._font = self._saved.pop() if self._saved else None

    def _begin(self, operands: Sequence[pikepdf.Object], resources: pikepdf.Object) -> None:
        role = str(operands[0]).lstrip("/")
        properties = _properties(operands, resources)
        around = self.open[-1]
        shown = around.shown
        identifier = properties.get("/MCID")
        if identifier is not None:
            shown = Shown(role)
            if int(identifier) in self.content.marked:
                self.content.repeated.append(int(identifier))
            else:
                self.content.marked[int(identifier)] = shown
        language = str(properties["/Lang"]) if "/Lang" in properties else around.language
        actual = properties.get("/ActualText")
        if actual is not None and shown is not None and not around.silent:
            shown.pieces.append(Piece(str(actual), language))
        silent = around.silent or actual is not None
        self.open.append(_Sequence(shown, around.artifact or role == "Artifact", language, silent))

    def _end(self) -> None:
        if len(self.open) == 1:
            self.content.unbalanced = True
        else:
            self.open.pop()

    def _show(self, operator: str, operands: Sequence[pikepdf.Object]) -> None:
        strings = list(operands[0]) if operator == "TJ" else operands[-1:]
        codes = b"".join(bytes(each) for each in _strings(strings))
        text = self._font.text(codes) if self._font else ""
        innermost = self.open[-1]
        if innermost.artifact:
            self.content.artifacts.append(text)
        elif innermost.shown is None:
            self.content.loose.append(f"“{text}”")
        else:
            innermost.shown.painted = True
            if not innermost.silent:
                innermost.shown.pieces.append(Piece(text, innermost.language))

    def _paint(self, operator: str) -> None:
        innermost = self.open[-1]
        if innermost.shown is not None:
            innermost.shown.painted = True
        elif not innermost.artifact:
            self.content.loose.append(f"a drawing (operator {operator})")

    def _draw(self, drawing: pikepdf.Object, resources: pikepdf.Object) -> None:
        if drawing.get("/Subtype") != "/Form" or self._depth == DEEPEST:
            self._paint("Do")
            return
        font, self._depth = self._font, self._depth + 1
        self.read(drawing, drawing.get("/Resources", resources))
        self._font, self._depth = font, self._depth - 1


def _properties(
    operands: Sequence[pikepdf.Object], resources: pikepdf.Object
) -> Mapping[str, pikepdf.Object]:
    """Return the properties of a sequence: written with it, or in the page's resources."""
    if len(operands) < 2:
        return {}
    found = operands[1]
    if isinstance(found, pikepdf.Name):
        found = resources.get("/Properties", pikepdf.Dictionary()).get(str(found), pikepdf.Dictionary())
    return dict(found.items())


def _strings(operands: Sequence[pikepdf.Object]) -> Iterator[pikepdf.Object]:
    return (each for each in operands if isinstance(each, pikepdf.String))
