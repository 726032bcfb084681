"""One variant, from its session to the bytes of its files; nothing is written here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from deckbuild.diagnostics import Diagnostic, has_errors
from deckbuild.pipeline.formats import DECK, fits
from deckbuild.pipeline.handouts import unfit
from deckbuild.pipeline.plan import assembled

if TYPE_CHECKING:
    from deckbuild.assemble.shared import Shared
    from deckbuild.model.deck import Deck
    from deckbuild.model.scene import Scene
    from deckbuild.pipeline.look import Content, Look
    from deckbuild.pipeline.plan import Variant
    from deckbuild.read.project import Project


@dataclass(frozen=True, slots=True)
class Made:
    """A variant as far as it came."""

    deck: Deck
    scenes: tuple[Scene, ...]
    """Of the deck's slides, in order; empty where the deck has errors."""
    contents: Mapping[str, Content]
    """Format → file; empty where anything has errors."""
    findings: tuple[Diagnostic, ...]


def make(
    variant: Variant,
    project: Project,
    look: Look,
    tell: Callable[[str], None],
    shared: Shared | None = None,
) -> Made:
    """Return a variant in its formats.

    *shared* remembers slides between variants; *tell* takes the name of each step before it begins.
    """
    tell("laying out")
    assembly = assembled(variant, project, shared)
    deck, findings = assembly.deck, [*assembly.findings, *unfit(variant, assembly.deck)]
    scenes: tuple[Scene, ...] = ()
    if not has_errors(findings):
        laid = [look.lay(slide) for slide in deck.slides]
        scenes = tuple(scene for scene, _ in laid)
        findings += [finding for _, found in laid for finding in found]
    contents: dict[str, Content] = {}
    if not has_errors([*look.findings, *findings]):
        contents = _contents(variant, deck, scenes, look, tell)
        findings += [finding for content in contents.values() for finding in content.findings]
    if has_errors(findings):
        contents = {}
    return Made(deck, scenes, contents, tuple(replace(each, deck=variant.name) for each in findings))


def _contents(
    variant: Variant, deck: Deck, scenes: tuple[Scene, ...], look: Look, tell: Callable[[str], None]
) -> dict[str, Content]:
    """Return the file of each format that the deck can have."""
    by_id = {scene.id: scene for scene in scenes}
    contents = {}
    for format_ in variant.formats:
        tell(format_)
        if format_ == DECK:
            contents[format_] = look.deck(deck, scenes)
        elif fits(format_, deck):
            contents[format_] = look.document(format_, deck, by_id, variant.options)
    return contents
