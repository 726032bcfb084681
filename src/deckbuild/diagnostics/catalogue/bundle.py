"""Release bundles: what keeps one from being made, and what is wrong with one (6xx)."""

from __future__ import annotations

from deckbuild.diagnostics.catalogue.code import Code

_CHANGED = "Something changed it on its way, or somebody did: what it holds is not what was released."
"""Why a bundle is wrong."""
_NAMED = "Whoever releases it all the same names it, so that it is on record: `--allow` says how."

ENTRIES = (
    Code("DB601", "slot in a release", "A local key has no value in a deck that is to be released.", _NAMED),
    Code(
        "DB602",
        "review expired",
        "A session or module was to be read again by a day that lies before the day of the release.",
        _NAMED,
    ),
    Code(
        "DB603",
        "allowance for nothing",
        "`--allow` names a slot that is filled or not there, or a review that has not expired.",
        "An allowance that nothing needs is misspelt, or should go before it lets something pass.",
    ),
    Code(
        "DB604",
        "release exists",
        "The folder has a bundle of this name with other bytes.",
        "What was released under a version stays what it is; a change gets a version of its own.",
    ),
    Code(
        "DB605",
        "input changed meanwhile",
        "A file of the project was changed while the release was built.",
        "The decks may be made of both states, so nothing is written.",
    ),
    Code(
        "DB610",
        "bundle cannot be read",
        "A bundle is a ZIP of stored members with plain names; this file is none, or breaks off.",
        _CHANGED,
    ),
    Code(
        "DB611",
        "structure of a bundle changed",
        "A byte between the members of a bundle is another.",
        _CHANGED,
    ),
    Code(
        "DB612",
        "member missing or not listed",
        "The members of a bundle are not those that SHA256SUMS and the manifest list.",
        _CHANGED,
    ),
    Code(
        "DB613",
        "member changed",
        "A member of a bundle has not its digest. Where one byte was changed, the message names it.",
        _CHANGED,
    ),
    Code(
        "DB614",
        "digests disagree",
        "SHA256SUMS, the manifest or the provenance says something else than another record and the member.",
        _CHANGED,
    ),
    Code("DB615", "manifest out of form", "The manifest cannot be read as its schema says.", _CHANGED),
    Code(
        "DB620",
        "source differs",
        "A file of the project is not the one that the bundle was built of.",
        "The rebuild then compares with another state of the project: take the one of the release.",
    ),
    Code(
        "DB621",
        "rebuilt output differs",
        "A file that is built again says something else than the one in the bundle, or is not there.",
        "The bundle was not built of this state of the project, or by another version of deckbuild.",
    ),
    Code(
        "DB622",
        "rebuilt output compressed differently",
        "A file that is built again has the same content as the one in the bundle, in other bytes.",
        "Another build of zlib compresses differently; nobody who opens the file can tell.",
    ),
    Code(
        "DB630",
        "deck cannot be compared",
        "A deck that is to be compared cannot be read.",
        "It is damaged, encrypted, or no .pptx.",
    ),
)
