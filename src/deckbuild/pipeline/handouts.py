"""Which formats a deck is written in, and how its documents are printed: from the request and `handouts`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuild.diagnostics import did_you_mean, error
from deckbuild.model.document import PageOptions
from deckbuild.model.origin import NOWHERE, Origin
from deckbuild.pipeline.formats import DECK, DEFAULT_FORMATS, fits, formats

if TYPE_CHECKING:
    from deckbuild.diagnostics import Diagnostic
    from deckbuild.model.deck import Deck
    from deckbuild.model.source import Handouts
    from deckbuild.pipeline.plan import Variant
    from deckbuild.pipeline.request import BuildRequest
    from deckbuild.read.project import Project


def wanted_formats(request: BuildRequest, handouts: Handouts) -> dict[str, Origin | None]:
    """Return each format to write, with the place that names it; None for what is only implied."""
    if request.formats:
        return dict.fromkeys(request.formats, NOWHERE)
    listed, place = handouts.kinds, handouts.kinds_origin
    if request.pack:
        listed, place = handouts.pack, handouts.pack_origin
        if listed is None:
            return dict.fromkeys(formats())
    if listed is None:
        return dict.fromkeys(DEFAULT_FORMATS)
    return {DECK: None, **{name: place.at(n) for n, name in enumerate(listed)}}


def page_options(handouts: Handouts) -> PageOptions:
    """Return how the documents of a deck are printed."""
    usual = PageOptions()
    return PageOptions(
        paper=handouts.paper or usual.paper,
        greyscale=bool(handouts.greyscale),
        cover=bool(handouts.cover),
        large_print=bool(handouts.large_print),
    )


def unknown_formats(request: BuildRequest) -> list[Diagnostic]:
    """Return an error for each format of the request that there is not."""
    known = formats()
    return [
        error("DB504", f"there is no format “{name}”", NOWHERE, did_you_mean(name, known))
        for name in request.formats
        if name not in known
    ]


def unknown_handouts(project: Project) -> list[Diagnostic]:
    """Return an error for each format among the handouts of a session or profile that there is not."""
    known = formats()
    said = [each.handouts for each in project.sessions.values()]
    said += [each.handouts for each in project.profiles.values()]
    return [
        error("DB504", f"there is no format “{name}”", place.at(n), did_you_mean(name, known))
        for handouts in said
        for names, place in ((handouts.kinds, handouts.kinds_origin), (handouts.pack, handouts.pack_origin))
        for n, name in enumerate(names or ())
        if name not in known
    ]


def unfit(variant: Variant, deck: Deck) -> list[Diagnostic]:
    """Return an error for each format that is named and that the deck has not the matter for."""
    return [
        error(
            "DB223",
            f"the session “{variant.session.id}” has no `briefing`, and `{name}` is made of it",
            variant.named[name],
            (f"Write the session’s `briefing`, or take `{name}` out.",),
        )
        for name in variant.formats
        if name in variant.named and not fits(name, deck)
    ]
