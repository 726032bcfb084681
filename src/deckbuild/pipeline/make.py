"""One variant, from its session to the bytes of its files; nothing is written here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from deckbuild.diagnostics import Diagnostic, has_errors
from deckbuild.model.dataclasses import dataclass, replace
from deckbuild.pipeline.formats import DECK, fits
from deckbuild.pipeline.handouts import unfit
from deckbuild.pipeline.plan import assembled

if TYPE_CHECKING:
    from deckbuild.assemble.shared import Shared
    from deckbuild.model.deck import Deck
    from deckbuild.model.scene import Scene
    from deckbuild.pipeline.content import Content
    from deckbuild.pipeline.laid import Laid
    from deckbuild.pipeline.look import Look
    from deckbuild.pipeline.plan import Variant
    from deckbuild.read.project import Project


@dataclass(frozen=True, slots=True)
class Made:
    """A variant as far as it came."""

    deck: Deck
    slides: tuple[Laid, ...]
    """The deck's slides laid out, in order; empty where the deck has errors."""
    contents: Mapping[str, Content]
    """Format → file; empty where anything has errors."""
    findings: tuple[Diagnostic, ...]

    @property
    def scenes(self) -> tuple[Scene, ...]:
        """The scenes of the slides."""
        return tuple(each.scene for each in self.slides)


def make(
    variant: Variant,
    project: Project,
    look: Look,
    tell: Callable[[str], None],
    shared: Shared | None = None,
    helpers: int = 0,
) -> Made:
    """Return a variant in its formats.

    *shared* remembers slides between variants; *tell* takes the name of each step before it begins; *helpers*
    is how many processes may run beside this one.
    """
    tell("laying out")
    assembly = assembled(variant, project, shared)
    deck, findings = assembly.deck, [*assembly.findings, *unfit(variant, assembly.deck)]
    slides: tuple[Laid, ...] = ()
    if not has_errors(findings):
        look.room_for(len(deck.slides))
        if helpers:
            look.begin(deck, variant.name, helpers, compiled=DECK in variant.formats)
        slides = tuple(look.lay(slide, variant.name) for slide in deck.slides)
        findings += [finding for each in slides for finding in each.findings]
    contents: dict[str, Content] = {}
    if not has_errors([*look.findings, *findings]):
        contents = _contents(variant, deck, slides, look, tell)
        findings += [finding for content in contents.values() for finding in content.findings]
    if has_errors(findings):
        contents = {}
    return Made(deck, slides, contents, tuple(replace(each, deck=variant.name) for each in findings))


def _contents(
    variant: Variant, deck: Deck, slides: tuple[Laid, ...], look: Look, tell: Callable[[str], None]
) -> dict[str, Content]:
    """Return the file of each format that the deck can have."""
    contents = {}
    for format_ in variant.formats:
        tell(format_)
        if format_ == DECK:
            contents[format_] = look.deck(deck, slides)
        elif fits(format_, deck):
            contents[format_] = look.document(format_, deck, slides, variant.options)
    return contents
