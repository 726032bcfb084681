"""How long decks take to link and write, against the plain writing of the same bytes, in one process.

What is linked are the decks of a real build, with the compiled slides that it linked; each round begins with
a new linker, which has to make once what the decks share.
"""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from deckbuild.link.deck import Linker
from deckbuild.model.deck import Deck
from deckbuild.model.parts import SlideParts, TemplateParts
from deckbuild.pipeline import BuildRequest, build
from tests.bench.measure import stopwatch
from tests.bench.project import write_project


@dataclass(frozen=True)
class Linking:
    """Milliseconds a deck, medians of the rounds."""

    linked: float
    """Linking and writing."""
    written: float
    """Writing the finished bytes."""
    ratio: float
    """Of the two; the median of the rounds' ratios."""


@dataclass
class Linked:
    """What a build gave its linker."""

    template: TemplateParts | None = None
    decks: list[tuple[Deck, list[SlideParts]]] = field(default_factory=list)


def linking(decks: Sequence[Path], picture: Path, work: Path, runs: int) -> Linking:
    """Return what linking the variants of a deck costs."""
    folder = work / "linking"
    write_project(folder, decks[0], picture, decks)
    made = _linked(folder)
    rounds = [_round(made, work) for _ in range(runs)]
    count = len(made.decks)
    return Linking(
        statistics.median(linked for linked, _ in rounds) / count,
        statistics.median(written for _, written in rounds) / count,
        statistics.median(linked / written for linked, written in rounds),
    )


def _linked(project: Path) -> Linked:
    """Return what a build of the whole project, in this process and without cache, links."""
    made = Linked()
    begin, package = Linker.__init__, Linker.package

    def listen(self: Linker, template: TemplateParts) -> None:
        made.template = template
        begin(self, template)

    def record(self: Linker, deck: Deck, slides: Sequence[SlideParts]) -> bytes:
        made.decks.append((deck, list(slides)))
        return package(self, deck, slides)

    Linker.__init__, Linker.package = listen, record  # type: ignore[method-assign]
    try:
        build(BuildRequest(project, formats=("pptx",), cache=False), jobs=1)
    finally:
        Linker.__init__, Linker.package = begin, package  # type: ignore[method-assign]
    return made


def _round(made: Linked, work: Path) -> tuple[float, float]:
    """Return the milliseconds of linking and writing all decks, and of writing them; new files both times."""
    assert made.template
    linker = Linker(made.template)
    linked = written = 0.0
    for deck, slides in made.decks:
        passed = stopwatch()
        data = linker.package(deck, slides)
        (work / "linked.pptx").write_bytes(data)
        linked += passed()
        passed = stopwatch()
        (work / "written.pptx").write_bytes(data)
        written += passed()
        (work / "linked.pptx").unlink()
        (work / "written.pptx").unlink()
    return linked, written
