"""Text as it is written: paragraphs of runs, before any line is broken."""

from __future__ import annotations

from typing import Literal

from deckbuild.model.condition import Condition
from deckbuild.model.dataclasses import dataclass
from deckbuild.model.origin import NOWHERE, Origin

Marker = Literal["style", "none", "bullet", "number"]
"""How a paragraph begins: as its level says, with nothing, with a bullet, with a number."""


@dataclass(frozen=True, slots=True)
class Link:
    """The target of a hyperlink."""

    target: str
    """An http, https, mailto or tel address, or `slide:MODULE/SLIDE` for a slide of the same deck."""

    @property
    def slide(self) -> str | None:
        """The id of the slide that the link jumps to; None for an address outside the deck."""
        return self.target.removeprefix("slide:") if self.target.startswith("slide:") else None


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one appearance."""

    text: str
    bold: bool = False
    italic: bool = False
    baseline: Literal["normal", "super", "sub"] = "normal"
    link: Link | None = None
    lang: str | None = None
    """BCP 47 tag; None where the run is in the document's language."""
    key: str | None = None
    """The name in `{{ name }}`; None once the key was replaced by its value."""
    colour: str | None = None
    """A palette name (`model.brand.PALETTE`) that differs from the style's; None for the style's."""


def alike(one: Run, other: Run) -> bool:
    """Return whether runs differ in their letters at most."""
    # Spelt out: copies to compare took a tenth of the time of reading a project.
    return (
        one.bold is other.bold
        and one.italic is other.italic
        and one.baseline == other.baseline
        and one.link == other.link
        and one.lang == other.lang
        and one.key == other.key
        and one.colour == other.colour
    )


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Runs that end with a paragraph mark."""

    runs: tuple[Run, ...]
    level: int = 0
    """Outline level, 0 to 8 (a:pPr/@lvl)."""
    marker: Marker = "style"
    origin: Origin = NOWHERE
    when: Condition | None = None
    """None for everybody, and once filtered."""

    @property
    def text(self) -> str:
        """The letters without their appearance."""
        return "".join(run.text for run in self.runs)


Text = tuple[Paragraph, ...]


def plain(text: str, *, level: int = 0, marker: Marker = "style", origin: Origin = NOWHERE) -> Paragraph:
    """Return a paragraph of one plain run."""
    return Paragraph((Run(text),), level, marker, origin)


def text_of(paragraphs: Text) -> str:
    """Return the letters of the paragraphs, one a line."""
    return "\n".join(paragraph.text for paragraph in paragraphs)
