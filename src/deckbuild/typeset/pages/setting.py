"""What blocks are set with: the document's look and fonts, the room there is, and where elements grow."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from deckbuild.diagnostics.diagnostic import Diagnostic
from deckbuild.fonts.library import Fonts
from deckbuild.model.dataclasses import dataclass, field, replace
from deckbuild.model.document import Block, Document
from deckbuild.model.origin import NOWHERE, Origin
from deckbuild.model.scene import LevelStyle, Scene
from deckbuild.model.template import Template
from deckbuild.model.text import Paragraph, Run
from deckbuild.typeset.pages.memory import Memory, Outlined
from deckbuild.typeset.pages.piece import Piece, Stack, bound, stack
from deckbuild.typeset.pages.structure import Branch
from deckbuild.typeset.pages.styles import Scale, TypeStyle, page_styles, scale_of

MEASURE = 31.0
"""Width of reading matter in ems of its size: 65 to 72 letters a line in text of this kind."""
NARROWEST_MARGIN = 34.0
"""Points of a margin on A4 under which it is none."""
GUTTER = 16.0
"""Points on A4 between the margin's blocks and the text."""


@dataclass(frozen=True, slots=True)
class Kit:
    """What all blocks of a document share."""

    document: Document
    template: Template
    fonts: Fonts
    scenes: Mapping[str, Scene]
    scale: Scale
    styles: Mapping[str, TypeStyle]
    memory: Memory = field(default_factory=Memory)
    """What other documents have too."""
    known: dict[str, set[str]] = field(default_factory=dict)
    """Face → letters that it has, as far as they were looked up."""

    @property
    def board(self) -> str:
        """Name of the board."""
        return self.document.board or self.template.footer

    @property
    def unit(self) -> float:
        """What distances of A4 pages are multiplied with."""
        return self.scale.unit

    def missing(self, run: Run, style: LevelStyle) -> tuple[str, str]:
        """Return the letters of a run that its face does not have, and the face's name."""
        face = self.fonts.face(style.bold or run.bold, style.italic or run.italic)
        known = self.known.setdefault(face.name, set())
        letters = set(run.text) - known
        if not letters:
            return "", face.name
        lost = face.missing(run.text)
        known |= letters - set(lost)
        return lost, face.name


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a block is set."""

    kit: Kit
    parent: Branch
    """Its elements become kids of this one."""
    width: float
    make: Callable[[Iterable[Block], Setting], list[Piece]]
    """Sets blocks that stand within a block."""
    page: float
    """Height of the body of a page."""
    first: float
    """Height of the body of the first page."""
    found: list[Diagnostic]
    outline: list[Outlined]
    margin: float = 0.0
    """Room at the left of reading matter, gutter included, within `width`; 0 for none."""
    room: float = 0.0
    """Height of the cell of a grid that the block stands in; 0 where it stands in none."""
    deeper: int = 0
    """How many levels deeper a heading looks than it is: one in a panel."""
    slide_height: float = 0.0
    """Height that no slide may have more of; 0 for no bound."""

    def within(self, parent: Branch) -> Setting:
        """Return the same place for kids of another element."""
        return replace(self, parent=parent)

    def narrow(self, width: float, by: float = 0.0) -> Setting:
        """Return a place of another width without a margin, of pages that are *by* lower."""
        return replace(self, width=width, margin=0.0, page=self.page - by, first=self.first - by)

    def column(self) -> Setting:
        """Return the place beside the margin."""
        return self.narrow(self.width - self.margin)

    def stack(self, blocks: Iterable[Block], *, whole: bool = False) -> Stack:
        """Return blocks under one another."""
        return stack(bound(self.make(blocks, self)), whole=whole)

    def style(self, name: str) -> TypeStyle:
        """Return a style of the document."""
        return self.kit.styles[name]

    def check(self, paragraph: Paragraph, style: LevelStyle, *, where: str = "") -> None:
        """Report signs that the brand's font does not have; *where* says of what, in the message."""
        for run in paragraph.runs:
            lost, face = self.kit.missing(run, style)
            if lost:
                signs = ", ".join(f"“{letter}” (U+{ord(letter):04X})" for letter in lost)
                self.report(
                    "DB302",
                    f"the brand's font has no sign for {signs}{where} ({face})",
                    paragraph.origin,
                    "Write it in letters, or choose a brand whose font has it.",
                    word=lost[0],
                )

    def report(self, code: str, message: str, origin: Origin, hint: str, *, word: str = "") -> None:
        """Report an error of this document."""
        told = f"{self.kit.document.kind}: {message}"
        self.found.append(Diagnostic(code, "error", told, origin, (hint,), word=word))

    def warn(self, code: str, message: str, hint: str, origin: Origin = NOWHERE, *, word: str = "") -> None:
        """Report what somebody should look at."""
        told = f"{self.kit.document.kind}: {message}"
        self.found.append(Diagnostic(code, "warning", told, origin, (hint,), word=word))


def kit_of(
    document: Document, template: Template, fonts: Fonts, scenes: Mapping[str, Scene], memory: Memory
) -> Kit:
    """Return what the blocks of a document are set with."""
    scale = scale_of(template, document.options, compact=document.compact)
    return Kit(document, template, fonts, scenes, scale, page_styles(scale), memory)


def margin_of(kit: Kit, measure: float) -> float:
    """Return the room at the left of reading matter on a page, points; 0 where the page is too narrow."""
    free = measure - MEASURE * kit.scale.body
    return free if free >= NARROWEST_MARGIN + GUTTER else 0.0
