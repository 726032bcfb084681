"""One variant, from its session to the bytes of its files; nothing is written here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from deckbuild.diagnostics import Diagnostic, has_errors
from deckbuild.pipeline.formats import DECK
from deckbuild.pipeline.plan import assembled

if TYPE_CHECKING:
    from deckbuild.model.deck import Deck
    from deckbuild.model.scene import Scene
    from deckbuild.pipeline.look import Look
    from deckbuild.pipeline.plan import Variant
    from deckbuild.read.project import Project


@dataclass(frozen=True, slots=True)
class Made:
    """A variant as far as it came."""

    deck: Deck
    scenes: tuple[Scene, ...]
    """Of the deck's slides, in order; empty where the deck has errors."""
    contents: Mapping[str, bytes]
    """Format → file; empty where anything has errors."""
    findings: tuple[Diagnostic, ...]


def make(variant: Variant, project: Project, look: Look, tell: Callable[[str], None]) -> Made:
    """Return a variant in its formats. *tell* takes the name of each step before it begins."""
    tell("laying out")
    assembly = assembled(variant, project)
    deck, findings = assembly.deck, assembly.findings
    scenes: tuple[Scene, ...] = ()
    if not has_errors(findings):
        laid = [look.lay(slide) for slide in deck.slides]
        scenes = tuple(scene for scene, _ in laid)
        findings += [finding for _, found in laid for finding in found]
    contents = {}
    if not has_errors([*look.findings, *findings]):
        for format_ in variant.formats:
            tell(format_)
            contents[format_] = _content(format_, deck, scenes, look)
    return Made(deck, scenes, contents, tuple(replace(each, deck=variant.name) for each in findings))


def _content(format_: str, deck: Deck, scenes: Sequence[Scene], look: Look) -> bytes:
    return look.deck(deck, scenes) if format_ == DECK else look.document(format_, deck, scenes)
