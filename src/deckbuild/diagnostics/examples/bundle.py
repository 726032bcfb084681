"""Examples of what is wrong with releases and bundles (6xx)."""

from __future__ import annotations

from collections.abc import Mapping

from deckbuild.diagnostics.examples.base import Example

_FETCH = "Fetch the bundle again from where it was published."

EXAMPLES: Mapping[str, Example] = {
    "DB601": Example(
        "`local.referral_phone` has no value.",
        "Give it one under `keys` of the profile, or release with `--allow slot:local.referral_phone`.",
    ),
    "DB602": Example(
        "A module with `review: 2026-03-31` in a release of 1 April 2026.",
        "Read it again and set the next date, or release with `--allow review:types-of-abuse`.",
    ),
    "DB603": Example("`--allow slot:local.telephone`, where the key is `local.phone`.", "Correct the name."),
    "DB604": Example("1.2.0 is released, a module is changed, 1.2.0 is released again.", "Release 1.2.1."),
    "DB605": Example("A module was saved while the decks were built.", "Release again."),
    "DB610": Example("A bundle of which a mail program kept half.", _FETCH),
    "DB611": Example("Byte 27 of the bundle, a length in a header, is another.", _FETCH),
    "DB612": Example("A deck was taken out of the bundle.", _FETCH),
    "DB613": Example("Byte 4711 of a deck was flipped on its way.", _FETCH),
    "DB614": Example("SHA256SUMS was written anew, and the manifest was not.", _FETCH),
    "DB615": Example("A manifest without `outputs`.", _FETCH),
    "DB620": Example(
        "A module was changed since the release.", "Check out the state of the release, and verify again."
    ),
    "DB621": Example("Slide 4 of the rebuilt deck has another title.", "Find out who changed what."),
    "DB622": Example(
        "The release was built with zlib 1.2.13, the rebuild with 1.3.1.", "Nothing need be done."
    ),
    "DB630": Example("A deck with a password.", "Save it without one, and compare again."),
}
"""Code → example."""
