"""What sessions and profiles say of handouts, and the seven boxes of a briefing, in; model values out."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.model.origin import Origin
from deckbuild.model.source import BriefingBox, Handouts
from deckbuild.read import markup
from deckbuild.read.documents import BriefingBoxDoc, HandoutsDoc
from deckbuild.read.notes import entries
from deckbuild.read.reading import Reading


def handouts(doc: Sequence[str] | HandoutsDoc | None, origin: Origin) -> Handouts:
    """Return what is built besides a deck; a list is short for its kinds."""
    if doc is None:
        return Handouts()
    if not isinstance(doc, HandoutsDoc):
        return Handouts(kinds=tuple(doc), kinds_origin=origin)
    return Handouts(
        kinds=None if doc.kinds is None else tuple(doc.kinds),
        pack=None if doc.pack is None else tuple(doc.pack),
        paper=doc.paper,
        greyscale=doc.greyscale,
        cover=doc.cover,
        large_print=doc.large_print,
        kinds_origin=origin.at("kinds"),
        pack_origin=origin.at("pack"),
    )


def briefing(
    docs: Sequence[BriefingBoxDoc] | None, origin: Origin, reading: Reading
) -> tuple[BriefingBox, ...]:
    """Return the boxes of a briefing; none where there is no briefing."""
    return tuple(_box(doc, origin.at(n), reading) for n, doc in enumerate(docs or ()))


def _box(doc: BriefingBoxDoc, origin: Origin, reading: Reading) -> BriefingBox:
    if doc.text is None and doc.slides is None:
        hint = "Add `text: …`, or `slides: …` with slides whose words stand in the box."
        reading.error("DB111", "the box has neither `text` nor `slides`", origin, [hint])
    return BriefingBox(
        heading=markup.line(doc.heading, origin.at("heading"), reading.found),
        text=entries(doc.text, origin.at("text"), reading),
        slides=tuple(doc.slides or ()),
        origin=origin,
    )
